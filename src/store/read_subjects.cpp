// SPDX-License-Identifier: MIT
// Problems and listings: tables that are about records of other tables.
#include "store/table_reader.h"

#include <limits>

namespace guatu::store
{
namespace
{

/// Only `closed` closes: a problem that was opened again, or only submitted, is open.
bool isOpen(const ProblemColumns& problems, std::size_t row, std::string_view asOf)
{
    if (problems.state[row] != "closed")
        return true;
    return problems.closedOn[row] && problems.closedOn[row]->iso() > asOf;
}

} // namespace

std::optional<SubjectType> subjectTypeOf(std::string_view word)
{
    using enum SubjectType;
    constexpr std::pair<std::string_view, SubjectType> words[]{
        {"household", Household}, {"unit", Unit}, {"village", Unit},      {"town", Unit},
        {"county", Unit},         {"site", Site}, {"facility", Facility}, {"project", Project}};
    for (const auto& [name, type] : words)
        if (name == word)
            return type;
    return std::nullopt;
}

RowIndex subjectOf(const ReadContext& context, SubjectType type, const Statement& statement,
                   int column)
{
    switch (type) {
    case SubjectType::Household:
        return context.households.find(statement, column);
    case SubjectType::Unit:
        return context.units.find(statement, column);
    case SubjectType::Site:
        return context.sites.find(statement, column);
    case SubjectType::Facility:
        return context.facilities.find(statement, column);
    case SubjectType::Project:
        return context.projects.find(statement, column);
    case SubjectType::Unknown:
        break;
    }
    return noRow;
}

void enterHouseholds(ReadContext& context, const HouseholdColumns& households)
{
    for (std::size_t row = 0; row < households.size(); ++row)
        context.households.add(households.id[row], static_cast<RowIndex>(row));
    Statement earlier(
        context.database,
        "SELECT old.id, now.id FROM household old JOIN household now ON now.hh_code = "
        "old.hh_code AND now.row_to IS NULL WHERE old.row_to IS NOT NULL AND "
        "old.row_to > ?1 AND old.row_from <= ?1");
    earlier.bind(1, context.asOf);
    while (earlier.step())
        if (const RowIndex row = context.households.find(earlier, 0); row != noRow)
            context.households.add(earlier.integer(1), row);
}

ProblemColumns readProblems(ReadContext& context, HouseholdColumns& households)
{
    Statement statement(
        context.database,
        "SELECT id, code, source, topic, text, state, lead_org, subject_type, subject_id, "
        "found_on, due_on, closed_on, verifier_level FROM problem "
        "WHERE found_on IS NULL OR found_on <= ?1 ORDER BY id");
    statement.bind(1, context.asOf);
    const RowReader row(statement, context.file, "problem");
    ProblemColumns problems;
    while (statement.step()) {
        problems.id.push_back(statement.integer(0));
        problems.code.push_back(row.text(1));
        problems.source.push_back(row.text(2));
        problems.topic.push_back(row.text(3));
        problems.text.push_back(row.text(4));
        problems.state.push_back(row.text(5));
        problems.leadOrganisation.push_back(row.text(6));
        const SubjectType type = row.word(7, subjectTypeOf, SubjectType::Unknown);
        problems.subjectType.push_back(type);
        problems.subject.push_back(subjectOf(context, type, statement, 8));
        problems.foundOn.push_back(row.date(9));
        problems.dueOn.push_back(row.date(10));
        problems.closedOn.push_back(row.date(11));
        problems.verifierLevel.push_back(row.text(12));
    }
    for (std::size_t problem = 0; problem < problems.size(); ++problem) {
        const RowIndex household = problems.subject[problem];
        if (problems.subjectType[problem] != SubjectType::Household || household == noRow)
            continue;
        auto& open = households.openProblems[static_cast<std::size_t>(household)];
        if (open < std::numeric_limits<std::uint8_t>::max() &&
            isOpen(problems, problem, context.asOf))
            ++open;
    }
    return problems;
}

ListingColumns readListings(ReadContext& context)
{
    // The last day of a listing still counts; one without an end holds while it is active.
    Statement statement(
        context.database,
        "SELECT id, issuer_level, rule_id, basis, lead_org, subject_type, subject_id, "
        "subject_name, \"from\", \"to\" FROM listing WHERE (\"from\" IS NULL OR \"from\" <= ?1) "
        "AND CASE WHEN \"to\" IS NULL THEN state = 'active' ELSE \"to\" >= ?1 END ORDER BY id");
    statement.bind(1, context.asOf);
    const RowReader row(statement, context.file, "listing");
    ListingColumns listings;
    while (statement.step()) {
        context.listings.add(statement.integer(0), static_cast<RowIndex>(listings.size()));
        listings.id.push_back(statement.integer(0));
        listings.issuerLevel.push_back(row.text(1));
        listings.ruleId.push_back(row.text(2));
        listings.basis.push_back(row.text(3));
        listings.leadOrganisation.push_back(row.text(4));
        const SubjectType type = row.word(5, subjectTypeOf, SubjectType::Unknown);
        listings.subjectType.push_back(type);
        listings.subject.push_back(subjectOf(context, type, statement, 6));
        listings.subjectName.push_back(row.text(7));
        listings.from.push_back(row.date(8));
        listings.to.push_back(row.date(9));
    }
    return listings;
}

} // namespace guatu::store
