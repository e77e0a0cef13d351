// SPDX-License-Identifier: MIT
#include "session/tables/gap_table.h"

#include "access/gaps.h"
#include "core/error.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <array>

namespace guatu::session
{
namespace
{

/// A subject with what a row says of it.
struct Asked {
    access::Subject subject;
    std::string code;
    Point shown{}; ///< where others may see it
};

access::Standard standardOf(const GapQuestion& question)
{
    std::string known;
    for (access::Standard& standard :
         access::loadStandards(dataRoot() / "data/access/standards.json")) {
        known += " " + standard.service;
        if (standard.service != question.service)
            continue;
        if (question.maxMetres) {
            standard.maxMetres = question.maxMetres;
            standard.maxMinutes.reset();
            standard.means.clear();
        } else if (question.maxMinutes || question.meansGiven) {
            if (!question.maxMinutes && !standard.maxMinutes)
                throw inputError({"access.gap.needs_max"});
            standard.maxMinutes = question.maxMinutes ? question.maxMinutes : standard.maxMinutes;
            standard.maxMetres.reset();
            if (question.meansGiven || standard.means.empty())
                standard.means = question.travel.means;
        }
        return standard;
    }
    throw inputError({"access.unknown_service", {{"service", question.service}, {"known", known}}});
}

std::vector<Asked> subjectsOf(const WorkspaceView& view, RowIndex first, const std::string& grain)
{
    const Snapshot& snapshot = view.snapshot;
    const Places places(snapshot);
    const RowIndex end = subtreeEnd(snapshot.units, first);
    const auto below = [&](RowIndex unit) { return unit >= first && unit < end; };
    std::vector<Asked> asked;
    if (grain == "household") {
        for (std::size_t row = 0; row < snapshot.households.size(); ++row) {
            const RowIndex home = view.closure.home[row];
            if (below(home) && snapshot.households.inScope[row] != Flag::No)
                asked.push_back({{snapshot.households.location[row], home},
                                 std::string(snapshot.households.code[row]),
                                 places.coarsePoint(home)});
        }
    } else if (grain == "site") {
        for (std::size_t row = 0; row < snapshot.sites.size(); ++row)
            if (below(snapshot.sites.hostUnit[row])) {
                const Point at = snapshot.sites.location.firstPoint(row);
                asked.push_back({{at, snapshot.sites.hostUnit[row]}, snapshot.sites.code[row], at});
            }
    } else if (grain == "village" || grain == "hamlet") {
        const Level level = grain == "village" ? Level::Village : Level::Group;
        for (RowIndex unit = first; unit < end; ++unit) {
            const auto row = static_cast<std::size_t>(unit);
            if (snapshot.units.level[row] != level)
                continue;
            const Point at = places.unitPoint(unit);
            asked.push_back({{at, unit}, snapshot.units.code[row].str(), at});
        }
    } else {
        throw inputError({"access.unknown_grain", {{"grain", grain}}});
    }
    return asked;
}

std::vector<TableColumn> columns(const std::string& grain, bool minutes)
{
    return {grain == "household" ? TableColumn{"household", localText("column.household_code")}
                                 : TableColumn{"place", localText("column.place")},
            column("column.unit"),
            column("column.verdict", ColumnKind::Word),
            column("column.facility"),
            minutes ? column("column.minutes", ColumnKind::Decimal, 1)
                    : column("column.metres", ColumnKind::Decimal, 0),
            column("column.limit", ColumnKind::Decimal, TableColumn::asNeeded),
            column("column.rule"),
            column("column.reason")};
}

} // namespace

Table gapTable(const WorkspaceView& view, RowIndex unit, const GapQuestion& question)
{
    const Snapshot& snapshot = view.snapshot;
    const access::Standard standard = standardOf(question);
    const bool minutes = standard.maxMinutes.has_value();
    const auto asked = subjectsOf(view, unit, question.grain);
    std::vector<access::Subject> subjects(asked.size());
    std::ranges::transform(asked, subjects.begin(), &Asked::subject);
    std::optional<RoadAccess> roads;
    if (minutes) {
        TravelOptions travel = question.travel;
        travel.means = standard.means;
        roads.emplace(roadAccess(snapshot, travel));
    }
    const auto gaps =
        access::judgeGaps(snapshot, standard, roads ? &roads->network : nullptr, subjects);

    Table table("gaps", localText("table.gaps"), columns(question.grain, minutes));
    std::array<std::size_t, 4> counts{};
    std::vector<Point> points;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const access::Gap& gap = gaps[i];
        ++counts[static_cast<std::size_t>(gap.verdict)];
        if (question.verdict && *question.verdict != gap.verdict)
            continue;
        const TableCell facility =
            gap.facility == noRow
                ? TableCell{Blank{}}
                : textCell(snapshot.facilities.name[static_cast<std::size_t>(gap.facility)]);
        table.addRow({asked[i].code, unitName(snapshot.units, subjects[i].unit),
                      word(view.profile, "criterion_result", toString(gap.verdict)), facility,
                      gap.figure ? TableCell{*gap.figure} : TableCell{Blank{}},
                      minutes ? *standard.maxMinutes : *standard.maxMetres, standard.id,
                      localText(gap.reason)});
        points.push_back(asked[i].shown);
    }
    addHead(table, view, unit);
    table.addNote(standard.rule);
    table.addNote(localText(Message{"table.gap_source", {{"source", standard.source}}}));
    if (roads)
        table.addNote(roads->means.title);
    table.addNote(localText(Message{"table.gap_counts",
                                    {{"met", std::to_string(counts[0])},
                                     {"unmet", std::to_string(counts[1])},
                                     {"unknown", std::to_string(counts[2])},
                                     {"exempt", std::to_string(counts[3])}}}));
    table.setGeometry(Places(snapshot).points(std::move(points)));
    return table;
}

} // namespace guatu::session
