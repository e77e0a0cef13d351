// SPDX-License-Identifier: MIT
#include "session/tables/problem_table.h"

#include "campaign/problems.h"
#include "session/tables/table_parts.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

using campaign::Rectification;

constexpr auto count = ColumnKind::Integer;

Word subjectWord(SubjectType type)
{
    switch (type) {
    case SubjectType::Household:
        return {"household", localText("table.household")};
    case SubjectType::Unit:
        return {"unit", localText("table.unit")};
    case SubjectType::Site:
        return {"site", localText("table.site")};
    case SubjectType::Facility:
        return {"facility", localText("table.facility")};
    case SubjectType::Project:
        return {"project", localText("table.project")};
    case SubjectType::Unknown:
        break;
    }
    return {"other", localText("table.other")};
}

/// Code or name of what a problem is about.
TableCell subjectCell(const Snapshot& snapshot, SubjectType type, RowIndex subject)
{
    if (subject == noRow)
        return Unknown{};
    const auto row = static_cast<std::size_t>(subject);
    switch (type) {
    case SubjectType::Household:
        return std::string(snapshot.households.code[row]);
    case SubjectType::Unit:
        return snapshot.units.name[row];
    case SubjectType::Site:
        return snapshot.sites.name[row];
    case SubjectType::Facility:
        return textCell(snapshot.facilities.name[row]);
    case SubjectType::Project:
        return textCell(snapshot.projects.name[row]);
    case SubjectType::Unknown:
        break;
    }
    return Unknown{};
}

Table::Row problemCells(const WorkspaceView& view, std::size_t problem)
{
    const ProblemColumns& problems = view.snapshot.problems;
    const UnitColumns& units = view.snapshot.units;
    const RowIndex place = campaign::placeOf(view.snapshot, view.closure, problem);
    const SubjectType type = problems.subjectType[problem];
    const bool open = campaign::isOpen(problems, problem, view.snapshot.asOf);
    const auto& due = problems.dueOn[problem];
    return {problems.code[problem],
            unitName(units, unitAt(units, place, Level::County)),
            unitName(units, unitAt(units, place, Level::Town)),
            unitName(units, unitAt(units, place, Level::Village)),
            subjectWord(type),
            subjectCell(view.snapshot, type, problems.subject[problem]),
            wordCell(view.profile, "problem_source", problems.source[problem]),
            wordCell(view.profile, "problem_topic", problems.topic[problem]),
            textCell(problems.text[problem]),
            wordCell(view.profile, "problem_state", problems.state[problem]),
            textCell(problems.leadOrganisation[problem]),
            dateCell(problems.foundOn[problem]),
            dateCell(due),
            open && due && *due < view.snapshot.asOf
                ? TableCell{std::int64_t{daysBetween(*due, view.snapshot.asOf)}}
                : TableCell{Blank{}}};
}

/// Where a problem is shown: at its site, facility or project, else at a seat.
Point pointOf(const WorkspaceView& view, const Places& places, std::size_t problem)
{
    const ProblemColumns& problems = view.snapshot.problems;
    const Point point =
        places.subjectPoint(problems.subjectType[problem], problems.subject[problem]);
    return point.valid()
               ? point
               : places.coarsePoint(campaign::placeOf(view.snapshot, view.closure, problem));
}

Table::Row zeroingCells(const WorkspaceView& view, TableCell code, TableCell name,
                        const std::string& source, const Rectification& figures)
{
    return {std::move(code),
            std::move(name),
            wordCell(view.profile, "problem_source", source),
            figures.found,
            figures.closed,
            figures.open(),
            figures.late,
            percentCell(figures.closed, figures.found)};
}

} // namespace

Table problemTable(const WorkspaceView& view, std::span<const std::uint32_t> rows)
{
    Table table("problems", localText("table.problems"),
                {column("column.code"), column("column.county"), column("column.township"),
                 column("column.village"), column("column.subject_type", ColumnKind::Word),
                 column("column.subject"), column("column.source", ColumnKind::Word),
                 column("column.topic", ColumnKind::Word), column("column.text"),
                 column("column.state", ColumnKind::Word), column("column.lead_organisation"),
                 column("column.found_on", ColumnKind::Date),
                 column("column.due", ColumnKind::Date), column("column.late_days", count)});
    const Places places(view.snapshot);
    std::vector<Point> points;
    for (const std::uint32_t row : rows) {
        table.addRow(problemCells(view, row));
        points.push_back(pointOf(view, places, row));
    }
    table.setGeometry(places.points(std::move(points)));
    return table;
}

Table openProblemTable(const WorkspaceView& view, RowIndex unit)
{
    const ProblemColumns& problems = view.snapshot.problems;
    const RowIndex end = subtreeEnd(view.snapshot.units, unit);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < problems.size(); ++row) {
        const RowIndex place = campaign::placeOf(view.snapshot, view.closure, row);
        if (place >= unit && place < end && campaign::isOpen(problems, row, view.snapshot.asOf))
            rows.push_back(row);
    }
    const auto due = [&problems](std::uint32_t row) {
        return problems.dueOn[row].value_or(Date(std::numeric_limits<std::int32_t>::max()));
    };
    std::ranges::stable_sort(rows, {}, due);
    Table table = problemTable(view, rows);
    addHead(table, view, unit);
    return table;
}

Table zeroingTable(const WorkspaceView& view, RowIndex unit)
{
    Table table("problem_zeroing", localText("table.problem_zeroing"),
                {column("column.code"), column("column.name"),
                 column("column.source", ColumnKind::Word), column("column.found_problems", count),
                 column("column.closed_problems", count), column("column.open_problems", count),
                 column("column.late_problems", count),
                 column("column.zeroing_percent", ColumnKind::Percent, 1)});
    const UnitColumns& units = view.snapshot.units;
    const auto bySource = [&view](RowIndex of) {
        return campaign::rectificationBy(view.snapshot, view.closure,
                                         campaign::ProblemGrouping::Source, of);
    };
    Rectification total;
    std::map<std::string, Rectification> own; ///< what no unit below has
    for (const auto& [source, figures] : bySource(unit)) {
        own[source] = figures;
        total += figures;
    }
    for (const RowIndex child : childrenOf(units, unit))
        for (const auto& [source, figures] : bySource(child)) {
            table.addRow(zeroingCells(view, unitCode(units, child), unitName(units, child), source,
                                      figures));
            Rectification& rest = own[source];
            rest = {rest.found - figures.found, rest.closed - figures.closed,
                    rest.late - figures.late};
        }
    for (const auto& [source, figures] : own)
        if (figures != Rectification{})
            table.addRow(
                zeroingCells(view, unitCode(units, unit), unitName(units, unit), source, figures));
    Table::Row totals = zeroingCells(view, localText("table.total"), Blank{}, {}, total);
    totals[table.column("source")] = Blank{};
    table.setTotal(std::move(totals));
    addHead(table, view, unit);
    table.addNote(localText("table.zeroing_note"));
    return table;
}

} // namespace guatu::session
