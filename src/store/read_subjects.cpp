// SPDX-License-Identifier: MIT
// Problems and listings: tables that are about records of other tables.
#include "store/table_reader.h"

#include <algorithm>
#include <limits>

namespace guatu::store
{
namespace
{

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

/// The household rows that the problems are about: by id, and by code where the id is that of
/// another state of the household.
class HouseholdSubjects
{
public:
    explicit HouseholdSubjects(const HouseholdColumns& households) : m_households(households) {}

    void add(RowIndex problem, std::int64_t id, std::string_view code)
    {
        const auto& ids = m_households.id;
        const auto found = std::ranges::lower_bound(ids, id);
        if (found != ids.end() && *found == id)
            m_found.emplace_back(problem, static_cast<RowIndex>(found - ids.begin()));
        else
            m_open.emplace(code, problem);
    }

    /// (problem, household) pairs.
    const std::vector<std::pair<RowIndex, RowIndex>>& resolve()
    {
        for (std::size_t row = 0; row < m_households.size() && !m_open.empty(); ++row) {
            const auto [first, last] = m_open.equal_range(std::string(m_households.code[row]));
            for (auto entry = first; entry != last; ++entry)
                m_found.emplace_back(entry->second, static_cast<RowIndex>(row));
        }
        return m_found;
    }

private:
    const HouseholdColumns& m_households;
    std::vector<std::pair<RowIndex, RowIndex>> m_found;
    std::unordered_multimap<std::string, RowIndex> m_open;
};

RowIndex subjectOf(const ReadContext& context, SubjectType type, const Statement& statement,
                   int column)
{
    switch (type) {
    case SubjectType::Unit:
        return context.units.find(statement, column);
    case SubjectType::Site:
        return context.sites.find(statement, column);
    case SubjectType::Facility:
        return context.facilities.find(statement, column);
    case SubjectType::Project:
        return context.projects.find(statement, column);
    default:
        return noRow;
    }
}

/// Only `closed` closes: a problem that was opened again, or only submitted, is open.
bool isOpen(const ProblemColumns& problems, std::size_t row, std::string_view asOf)
{
    if (problems.state[row] != "closed")
        return true;
    return problems.closedOn[row] && problems.closedOn[row]->iso() > asOf;
}

} // namespace

ProblemColumns readProblems(ReadContext& context, HouseholdColumns& households)
{
    Statement statement(
        context.database,
        "SELECT id, code, source, topic, text, state, lead_org, subject_type, subject_id, "
        "found_on, due_on, closed_on, subject_key FROM problem "
        "WHERE found_on IS NULL OR found_on <= ?1 ORDER BY id");
    statement.bind(1, context.asOf);
    const RowReader row(statement, context.file, "problem");
    ProblemColumns problems;
    HouseholdSubjects about(households);
    while (statement.step()) {
        const auto index = static_cast<RowIndex>(problems.size());
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
        if (type == SubjectType::Household)
            about.add(index, statement.integer(8), statement.text(12));
        problems.foundOn.push_back(row.date(9));
        problems.dueOn.push_back(row.date(10));
        problems.closedOn.push_back(row.date(11));
    }
    for (const auto& [problem, household] : about.resolve()) {
        problems.subject[static_cast<std::size_t>(problem)] = household;
        auto& open = households.openProblems[static_cast<std::size_t>(household)];
        if (open < std::numeric_limits<std::uint8_t>::max() &&
            isOpen(problems, static_cast<std::size_t>(problem), context.asOf))
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
