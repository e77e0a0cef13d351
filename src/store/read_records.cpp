// SPDX-License-Identifier: MIT
// Records about subjects: criterion values, visits, signatures, supervision, help.
#include "store/table_reader.h"

namespace guatu::store
{
namespace
{

constexpr std::array<std::string_view, 3> methodWords{"computed", "reported", "verified"};
constexpr std::array<std::string_view, 5> actionWords{"submit", "check", "approve", "reject",
                                                      "reopen"};

template <class Enum, std::size_t Count>
Enum wordOf(const RowReader& row, int column, const std::array<std::string_view, Count>& words)
{
    const auto place = row.word(
        column, [&](auto word) { return placeOf(words, word); }, std::uint8_t{0});
    return static_cast<Enum>(place);
}

/// A day that must be there.
Date dayOf(const RowReader& row, int column)
{
    const auto day = row.date(column);
    if (!day)
        row.fail(column);
    return *day;
}

struct Subject {
    SubjectType type;
    RowIndex row;
};

/// The subject by its type and id in two columns; no row when it does not hold on the date, or
/// is a unit that has gone into another.
Subject subjectIn(const ReadContext& context, const Statement& statement, const RowReader& row,
                  int column)
{
    const SubjectType type = row.word(column, subjectTypeOf, SubjectType::Unknown);
    const RowIndex found = subjectOf(context, type, statement, column + 1);
    if (type == SubjectType::Unit && found != noRow &&
        context.absorbed.contains(statement.integer(column + 1)))
        return {type, noRow};
    return {type, found};
}

/// Stamps are known from their day on.
std::optional<Date> stamp(const RowReader& row, int column, const std::string& asOf)
{
    const auto day = row.date(column);
    return day && day->iso() <= asOf ? day : std::nullopt;
}

CriterionResult resultOf(const RowReader& row, int column)
{
    return row.word(column, criterionResultFromString, CriterionResult::Unknown);
}

} // namespace

DatasetColumns readDatasets(ReadContext& context)
{
    Statement statement(context.database,
                        "SELECT id, name, source_org, as_of FROM dataset ORDER BY id");
    const RowReader row(statement, context.file, "dataset");
    DatasetColumns datasets;
    while (statement.step()) {
        context.datasets.add(statement.integer(0), static_cast<RowIndex>(datasets.size()));
        datasets.id.push_back(statement.integer(0));
        datasets.name.push_back(row.text(1));
        datasets.sourceOrganisation.push_back(row.text(2));
        datasets.asOf.push_back(row.date(3));
    }
    return datasets;
}

CriterionValueColumns readCriterionValues(const ReadContext& context)
{
    // The latest of each subject, criterion and method comes first; of one day the last written.
    Statement statement(
        context.database,
        "SELECT id, subject_type, subject_id, criterion, result, method, num, txt, "
        "exempt_reason, as_of, dataset_id FROM criterion_value WHERE as_of <= ?1 "
        "ORDER BY subject_type, subject_id, criterion, method, as_of DESC, id DESC");
    statement.bind(1, context.asOf);
    const RowReader row(statement, context.file, "criterion_value");
    CriterionValueColumns values;
    std::string last;
    std::string key;
    while (statement.step()) {
        key.clear();
        for (const int column : {1, 2, 3, 5})
            key.append(statement.text(column)).push_back('\0');
        if (key == last)
            continue;
        last = key;
        const Subject subject = subjectIn(context, statement, row, 1);
        if (subject.row == noRow)
            continue;
        values.subjectType.push_back(subject.type);
        values.subject.push_back(subject.row);
        values.criterion.push_back(row.text(3));
        values.result.push_back(resultOf(row, 4));
        values.method.push_back(wordOf<Method>(row, 5, methodWords));
        values.number.push_back(row.real(6));
        values.text.push_back(row.text(7));
        values.exemptReason.push_back(row.text(8));
        values.asOf.push_back(dayOf(row, 9));
        values.dataset.push_back(context.datasets.find(statement, 10));
    }
    return values;
}

VisitColumns readVisits(const ReadContext& context)
{
    Statement statement(context.database,
                        "SELECT id, subject_type, subject_id, on_date, agrees, finding FROM visit "
                        "WHERE on_date <= ?1 ORDER BY on_date, id");
    statement.bind(1, context.asOf);
    const RowReader row(statement, context.file, "visit");
    VisitColumns visits;
    while (statement.step()) {
        const Subject subject = subjectIn(context, statement, row, 1);
        if (subject.row == noRow)
            continue;
        visits.subjectType.push_back(subject.type);
        visits.subject.push_back(subject.row);
        visits.on.push_back(dayOf(row, 3));
        visits.agrees.push_back(row.flag(4));
        visits.finding.push_back(row.text(5));
    }
    return visits;
}

ClosureSignColumns readClosureSigns(const ReadContext& context)
{
    Statement statement(context.database,
                        "SELECT id, subject_type, subject_id, level, role, action, on_date, note "
                        "FROM closure_sign WHERE on_date <= ?1 ORDER BY on_date, id");
    statement.bind(1, context.asOf);
    const RowReader row(statement, context.file, "closure_sign");
    ClosureSignColumns signs;
    while (statement.step()) {
        const Subject subject = subjectIn(context, statement, row, 1);
        if (subject.row == noRow)
            continue;
        signs.id.push_back(statement.integer(0));
        signs.subjectType.push_back(subject.type);
        signs.subject.push_back(subject.row);
        signs.level.push_back(row.word(3, levelFromString, Level::Village));
        signs.role.push_back(row.text(4));
        signs.action.push_back(wordOf<SignAction>(row, 5, actionWords));
        signs.on.push_back(dayOf(row, 6));
        signs.note.push_back(row.text(7));
    }
    return signs;
}

ListingAspectColumns readListingAspects(const ReadContext& context)
{
    Statement statement(context.database,
                        "SELECT id, listing_id, month, aspect, result, note FROM listing_aspect "
                        "WHERE month <= ?1 ORDER BY listing_id, month, id");
    statement.bind(1, context.asOf);
    const RowReader row(statement, context.file, "listing_aspect");
    ListingAspectColumns aspects;
    while (statement.step()) {
        const RowIndex listing = context.listings.find(statement, 1);
        if (listing == noRow)
            continue;
        aspects.listing.push_back(listing);
        aspects.month.push_back(dayOf(row, 2));
        aspects.aspect.push_back(row.text(3));
        aspects.result.push_back(resultOf(row, 4));
        aspects.note.push_back(row.text(5));
    }
    return aspects;
}

ReviewColumns readReviews(const ReadContext& context)
{
    Statement statement(context.database,
                        "SELECT id, subject_type, subject_id, month, analysed_on, judged_on, "
                        "dispatched_on FROM review_cycle WHERE month <= ?1 ORDER BY month, id");
    statement.bind(1, context.asOf);
    const RowReader row(statement, context.file, "review_cycle");
    ReviewColumns reviews;
    while (statement.step()) {
        const Subject subject = subjectIn(context, statement, row, 1);
        if (subject.row == noRow)
            continue;
        reviews.subjectType.push_back(subject.type);
        reviews.subject.push_back(subject.row);
        reviews.month.push_back(dayOf(row, 3));
        reviews.analysedOn.push_back(stamp(row, 4, context.asOf));
        reviews.judgedOn.push_back(stamp(row, 5, context.asOf));
        reviews.dispatchedOn.push_back(stamp(row, 6, context.asOf));
    }
    return reviews;
}

PlanItemColumns readPlanItems(const ReadContext& context)
{
    Statement statement(context.database,
                        "SELECT id, hh_id, topic, state, start, due FROM plan_item "
                        "WHERE made_on IS NULL OR made_on <= ?1 ORDER BY id");
    statement.bind(1, context.asOf);
    const RowReader row(statement, context.file, "plan_item");
    PlanItemColumns items;
    while (statement.step()) {
        const RowIndex household = context.households.find(statement, 1);
        if (household == noRow)
            continue;
        items.household.push_back(household);
        items.topic.push_back(row.text(2));
        items.state.push_back(row.text(3));
        items.start.push_back(row.date(4));
        items.due.push_back(row.date(5));
    }
    return items;
}

} // namespace guatu::store
