// SPDX-License-Identifier: MIT
#include "session/tables/gap_table.h"

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
                asked.push_back({{.at = snapshot.households.location[row],
                                  .unit = home,
                                  .household = static_cast<RowIndex>(row)},
                                 std::string(snapshot.households.code[row]),
                                 places.coarsePoint(home)});
        }
    } else if (grain == "site") {
        for (std::size_t row = 0; row < snapshot.sites.size(); ++row)
            if (below(snapshot.sites.hostUnit[row])) {
                const Point at = snapshot.sites.location.firstPoint(row);
                asked.push_back({{.at = at, .unit = snapshot.sites.hostUnit[row]},
                                 snapshot.sites.code[row],
                                 at});
            }
    } else if (grain == "village" || grain == "hamlet") {
        const Level level = grain == "village" ? Level::Village : Level::Group;
        for (RowIndex unit = first; unit < end; ++unit) {
            const auto row = static_cast<std::size_t>(unit);
            if (snapshot.units.level[row] != level)
                continue;
            const Point at = places.unitPoint(unit);
            asked.push_back(
                {{.at = at, .unit = unit, .whole = true}, snapshot.units.code[row].str(), at});
        }
    } else {
        throw inputError({"access.unknown_grain", {{"grain", grain}}});
    }
    return asked;
}

TableColumn figureColumn(access::Measure measure)
{
    switch (measure) {
    case access::Measure::Minutes:
        return column("column.minutes", ColumnKind::Decimal, 1);
    case access::Measure::RoadMetres:
        return column("column.road_metres", ColumnKind::Decimal, 0);
    case access::Measure::None:
    case access::Measure::Metres:
    case access::Measure::Hardened:
        break;
    }
    return column("column.metres", ColumnKind::Decimal, 0);
}

std::vector<TableColumn> columns(const std::string& grain, access::Measure measure)
{
    return {grain == "household" ? TableColumn{"household", localText("column.household_code")}
                                 : TableColumn{"place", localText("column.place")},
            column("column.unit"),
            column("column.verdict", ColumnKind::Word),
            column("column.facility"),
            figureColumn(measure),
            column("column.limit", ColumnKind::Decimal, TableColumn::asNeeded),
            column("column.rule"),
            column("column.rule_source"),
            column("column.data_date", ColumnKind::Date),
            column("column.reason")};
}

/// The reason with its remarks as one sentence.
LocalText sentence(const access::Gap& gap)
{
    LocalText all = localText(gap.reason);
    for (const Message& remark : gap.remarks) {
        const LocalText more = localText(remark);
        all.zh += "；" + more.zh;
        all.en += "; " + more.en;
    }
    return all;
}

void addNotes(Table& table, const access::Standard& standard, const RoadAccess* roads,
              const std::array<std::size_t, 4>& counts)
{
    table.addNote(standard.rule);
    table.addNote(localText(Message{"table.gap_source", {{"source", standard.source}}}));
    if (roads != nullptr)
        table.addNote(roads->title());
    table.addNote(localText(Message{"table.gap_counts",
                                    {{"met", std::to_string(counts[0])},
                                     {"unmet", std::to_string(counts[1])},
                                     {"unknown", std::to_string(counts[2])},
                                     {"exempt", std::to_string(counts[3])}}}));
}

} // namespace

access::Standard standardOf(const GapQuestion& question)
{
    std::string known;
    for (access::Standard& standard :
         access::loadStandards(dataRoot() / "data/access/standards.json")) {
        known += " " + standard.service;
        if (standard.service != question.service)
            continue;
        const bool other = question.maxMetres || question.maxMinutes || question.meansGiven;
        if (other && standard.facilities.empty())
            throw inputError({"access.gap.fixed", {{"service", question.service}}});
        if (question.maxMetres) {
            standard.maxMetres.reset();
            standard.maxRoadMetres.reset();
            (question.alongRoads ? standard.maxRoadMetres : standard.maxMetres) =
                question.maxMetres;
            standard.maxMinutes.reset();
            standard.means.clear();
            standard.maxClimb.reset();
        } else if (other) {
            if (!question.maxMinutes && !standard.maxMinutes)
                throw inputError({"access.gap.needs_max"});
            standard.maxMinutes = question.maxMinutes ? question.maxMinutes : standard.maxMinutes;
            standard.maxMetres.reset();
            standard.maxRoadMetres.reset();
            standard.maxClimb.reset();
            if (question.meansGiven || standard.means.empty())
                standard.means = question.travel.means;
        }
        return standard;
    }
    throw inputError({"access.unknown_service", {{"service", question.service}, {"known", known}}});
}

GapData::GapData(const Snapshot& snapshot, const access::Standard& standard,
                 const GapQuestion& question)
{
    const access::Measure measure = standard.measure();
    if (measure == access::Measure::Hardened && snapshot.roads.size() == 0)
        throw inputError({"access.no_roads"});
    if (measure == access::Measure::Minutes || measure == access::Measure::RoadMetres) {
        TravelOptions travel = question.travel;
        travel.means =
            measure == access::Measure::Minutes ? standard.means : std::string(access::metresMeans);
        travel.heights = question.heights;
        m_roads.emplace(roadAccess(snapshot, travel));
    }
    if (!question.heights.empty() && standard.maxClimb) {
        Box box;
        for (std::size_t row = 0; row < snapshot.facilities.size(); ++row)
            if (const Point p = snapshot.facilities.location.firstPoint(row); p.valid())
                box.add(p);
        for (const Point p : snapshot.households.location)
            if (p.valid())
                box.add(p);
        if (!box.empty())
            m_heights.emplace(
                exchange::readHeights(question.heights, snapshot.crs, box.grown(1000)));
    }
}

access::GapGround GapData::ground() const
{
    access::GapGround ground{.network = m_roads ? &m_roads->network : nullptr};
    if (m_heights)
        ground.height = [this](Point at) { return m_heights->at(at); };
    return ground;
}

Table gapTable(const WorkspaceView& view, RowIndex unit, const GapQuestion& question)
{
    const Snapshot& snapshot = view.snapshot;
    const access::Standard standard = standardOf(question);
    const auto asked = subjectsOf(view, unit, question.grain);
    std::vector<access::Subject> subjects(asked.size());
    std::ranges::transform(asked, subjects.begin(), &Asked::subject);
    const GapData data(snapshot, standard, question);
    const auto gaps = access::judgeGaps(snapshot, standard, data.ground(), subjects);

    Table table("gaps", localText("table.gaps"), columns(question.grain, standard.measure()));
    std::array<std::size_t, 4> counts{};
    std::vector<Point> points;
    const bool limited = standard.measure() != access::Measure::None;
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
                      limited ? TableCell{standard.limit()} : TableCell{Blank{}}, standard.id,
                      standard.source, gap.asOf.value_or(snapshot.asOf), sentence(gap)});
        points.push_back(asked[i].shown);
    }
    addHead(table, view, unit);
    addNotes(table, standard, data.roads(), counts);
    table.setGeometry(Places(snapshot).points(std::move(points)));
    return table;
}

} // namespace guatu::session
