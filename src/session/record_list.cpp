// SPDX-License-Identifier: MIT
#include "session/record_list.h"

#include "campaign/supervision.h"
#include "session/household_list.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <numeric>

namespace guatu::session
{
namespace
{

LocalText same(const std::string& words)
{
    return {words, words};
}

LocalText inUnit(std::string_view id, const WorkspaceView& view, RowIndex unit)
{
    return localText(Message{std::string(id),
                             {{"unit", view.snapshot.units.name[static_cast<std::size_t>(unit)]}}});
}

Word clearWord(Clear clear)
{
    constexpr std::string_view ids[]{"session.clear.cleared", "session.clear.uncleared",
                                     "session.clear.unknown", "session.clear.out_of_scope"};
    return {std::string(toString(clear)), localText(ids[static_cast<std::size_t>(clear)])};
}

/// A unit's name with that of the unit above, as 高桥镇 小河村委会.
std::string unitPath(const WorkspaceView& view, RowIndex unit)
{
    if (unit == noRow)
        return {};
    const RowIndex above = view.snapshot.units.parent[static_cast<std::size_t>(unit)];
    const std::string name = plainName(view, unit);
    return above == noRow ? name : plainName(view, above) + " " + name;
}

std::vector<std::size_t> openProblemsOf(const WorkspaceView& view, RowIndex unit, bool lateOnly)
{
    const ProblemColumns& problems = view.snapshot.problems;
    const RowIndex end = subtreeEnd(view.snapshot.units, unit);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < problems.size(); ++row) {
        const RowIndex place = campaign::placeOf(view.snapshot, view.closure, row);
        const bool late = problems.dueOn[row] && *problems.dueOn[row] < view.snapshot.asOf;
        if (place >= unit && place < end && (late || !lateOnly) &&
            campaign::isOpen(problems, row, view.snapshot.asOf))
            rows.push_back(row);
    }
    // What is due first stands first; without a day last.
    std::ranges::stable_sort(
        rows, {}, [&](std::size_t row) { return problems.dueOn[row].value_or(Date(1 << 24)); });
    return rows;
}

/// Open problems before each unit row, so that a subtree's are a difference.
std::vector<std::int64_t> openProblemSums(const WorkspaceView& view)
{
    std::vector<std::int64_t> sums(view.snapshot.units.size() + 1);
    for (std::size_t row = 0; row < view.snapshot.problems.size(); ++row) {
        const RowIndex place = campaign::placeOf(view.snapshot, view.closure, row);
        if (place != noRow && campaign::isOpen(view.snapshot.problems, row, view.snapshot.asOf))
            ++sums[static_cast<std::size_t>(place) + 1];
    }
    std::partial_sum(sums.begin(), sums.end(), sums.begin());
    return sums;
}

Word basisWord(campaign::ListingBasis basis)
{
    const std::string code(campaign::toString(basis));
    switch (basis) {
    case campaign::ListingBasis::Official:
        return {code, localText("session.basis.official")};
    case campaign::ListingBasis::Rule:
        return {code, localText("session.basis.rule")};
    case campaign::ListingBasis::Both:
        return {code, localText("session.basis.both")};
    case campaign::ListingBasis::CannotTell:
        break;
    }
    return {code, localText("session.basis.cannot_tell")};
}

Word issuerWord(const std::string& issuer)
{
    if (issuer == "prefecture")
        return {issuer, localText("session.issuer.prefecture")};
    if (issuer == "county")
        return {issuer, localText("session.issuer.county")};
    if (issuer == "province")
        return {issuer, localText("session.issuer.province")};
    if (issuer == "national")
        return {issuer, localText("session.issuer.national")};
    return {issuer, same(issuer)};
}

RecordList listedPlaces(const WorkspaceView& view, RowIndex unit)
{
    const UnitColumns& units = view.snapshot.units;
    RecordList list{Table("listed", inUnit("session.records.listed", view, unit),
                          {{"name", localText("session.column.place"), ColumnKind::Text},
                           {"issuer", localText("session.column.issuer"), ColumnKind::Word},
                           {"reason", localText("session.column.reason"), ColumnKind::Text},
                           {"basis", localText("session.column.basis"), ColumnKind::Word},
                           {"clear", localText("session.column.clear"), ColumnKind::Word}}),
                    {}};
    const RowIndex end = subtreeEnd(units, unit);
    for (const auto& row :
         campaign::supervision(view.snapshot, view.profile, view.closure, view.listings)) {
        const bool isSite = row.subjectType == SubjectType::Site;
        const RowIndex place =
            row.subject == noRow ? noRow
            : isSite ? view.snapshot.sites.hostUnit[static_cast<std::size_t>(row.subject)]
                     : row.subject;
        if (place < unit || place >= end || row.basis == campaign::ListingBasis::CannotTell)
            continue;
        list.table.addRow(
            {row.name, issuerWord(row.issuer), row.reason, basisWord(row.basis),
             isSite ? TableCell(Blank{})
                    : TableCell(clearWord(view.closure.unit[static_cast<std::size_t>(place)]))});
        list.targets.push_back(isSite ? RecordTarget{noRow, noRow, row.subject}
                                      : RecordTarget{place, noRow, noRow});
    }
    return list;
}

RecordList openCriteria(const WorkspaceView& view, RowIndex unit)
{
    const UnitColumns& units = view.snapshot.units;
    RecordList list{Table("open_criteria", inUnit("session.records.open_criteria", view, unit),
                          {{"name", localText("session.column.unit"), ColumnKind::Text},
                           {"criterion", localText("session.column.criterion"), ColumnKind::Text},
                           {"result", localText("session.column.result"), ColumnKind::Word},
                           {"due", localText("session.column.due"), ColumnKind::Date},
                           {"bureau", localText("session.column.bureau"), ColumnKind::Text}}),
                    {}};
    const RowIndex end = subtreeEnd(units, unit);
    for (RowIndex row = unit; row < end; ++row) {
        if (view.closure.own.binding[static_cast<std::size_t>(row)] < 0)
            continue;
        for (const auto& judged : campaign::judgementsOf(view.snapshot, view.profile, view.closure,
                                                         SubjectType::Unit, row)) {
            const bool unmet = judged.result == CriterionResult::Unmet;
            if (!judged.binding || (!unmet && judged.result != CriterionResult::Unknown))
                continue;
            list.table.addRow(
                {unitPath(view, row), judged.title,
                 Word{std::string(toString(judged.result)),
                      localText(unmet ? "session.result.unmet" : "session.result.unknown")},
                 dateCell(judged.due), judged.bureau});
            list.targets.push_back({row, noRow, noRow});
        }
    }
    return list;
}

} // namespace

std::string plainName(const WorkspaceView& view, RowIndex unit)
{
    return unit == noRow ? std::string() : view.snapshot.units.name[static_cast<std::size_t>(unit)];
}

RecordList unitList(const WorkspaceView& view, const LocalText& title,
                    const std::vector<RowIndex>& rows)
{
    const UnitColumns& units = view.snapshot.units;
    RecordList list{
        Table("units", title,
              {{"name", localText("session.column.unit"), ColumnKind::Text},
               {"clear", localText("session.column.clear"), ColumnKind::Word},
               {"remaining_households", localText("session.column.remaining_households"),
                ColumnKind::Integer},
               {"remaining_persons", localText("session.column.remaining_persons"),
                ColumnKind::Integer},
               {"incidence_percent", localText("session.column.incidence"), ColumnKind::Percent},
               {"cleared_percent", localText("session.column.cleared_percent"), ColumnKind::Percent,
                1},
               {"unknown_percent", localText("session.column.unknown_percent"), ColumnKind::Percent,
                1},
               {"open_problems", localText("session.column.open_problems"), ColumnKind::Integer}}),
        {}};
    const auto sums = openProblemSums(view);
    for (const RowIndex row : rows) {
        const auto at = static_cast<std::size_t>(row);
        const campaign::Tally& tally = view.closure.tally[at];
        const std::int64_t problems =
            sums[static_cast<std::size_t>(subtreeEnd(units, row))] - sums[at];
        list.table.addRow({unitPath(view, row), clearWord(view.closure.unit[at]),
                           view.closure.remaining[at].households,
                           view.closure.remaining[at].persons,
                           figureCell(view.closure.incidence[at]),
                           percentCell(tally.count(Clear::Cleared), tally.inScope()),
                           percentCell(tally.count(Clear::Unknown), tally.inScope()), problems});
        list.targets.push_back({row, noRow, noRow});
    }
    return list;
}

RecordList problemList(const WorkspaceView& view, const LocalText& title,
                       const std::vector<std::size_t>& rows)
{
    const ProblemColumns& problems = view.snapshot.problems;
    RecordList list{
        Table("problems", title,
              {{"text", localText("session.column.problem"), ColumnKind::Text},
               {"unit", localText("session.column.unit"), ColumnKind::Text},
               {"source", localText("session.column.source"), ColumnKind::Text},
               {"due", localText("session.column.due"), ColumnKind::Date},
               {"days_late", localText("session.column.days_late"), ColumnKind::Integer},
               {"lead", localText("session.column.lead"), ColumnKind::Text}}),
        {}};
    for (const std::size_t row : rows) {
        const RowIndex place = campaign::placeOf(view.snapshot, view.closure, row);
        const auto due = problems.dueOn[row];
        const int late = due ? daysBetween(*due, view.snapshot.asOf) : 0;
        list.table.addRow({problems.text[row], unitPath(view, place), problems.source[row],
                           dateCell(due),
                           late > 0 ? TableCell(static_cast<std::int64_t>(late)) : Blank{},
                           problems.leadOrganisation[row]});
        const bool ofHousehold = problems.subjectType[row] == SubjectType::Household;
        list.targets.push_back(ofHousehold ? RecordTarget{place, problems.subject[row], noRow}
                                           : RecordTarget{place, noRow, noRow});
    }
    return list;
}

RecordList recordList(const WorkspaceView& view, RecordKind kind, RowIndex unit)
{
    switch (kind) {
    case RecordKind::Children:
        return unitList(view, inUnit("session.records.children", view, unit),
                        childrenOf(view.snapshot.units, unit));
    case RecordKind::OpenProblems:
    case RecordKind::LateProblems: {
        const bool late = kind == RecordKind::LateProblems;
        return problemList(
            view,
            inUnit(late ? "session.records.late_problems" : "session.records.open_problems", view,
                   unit),
            openProblemsOf(view, unit, late));
    }
    case RecordKind::Listed:
        return listedPlaces(view, unit);
    case RecordKind::OpenCriteria:
        break;
    }
    return openCriteria(view, unit);
}

} // namespace guatu::session
