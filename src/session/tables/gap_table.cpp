// SPDX-License-Identifier: MIT
#include "session/tables/gap_table.h"

#include "access/facility_choice.h"
#include "core/error.h"
#include "session/tables/gap_rows.h"
#include "session/tables/table_parts.h"
#include "session/walk_ground.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>

namespace guatu::session
{
namespace
{

std::string shownNumber(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

std::vector<TableColumn> columns(const std::string& grain, access::Measure measure)
{
    return {whoColumn(grain),
            column("column.unit_code"),
            column("column.unit"),
            column("column.verdict", ColumnKind::Word),
            column("column.approximate", ColumnKind::Word),
            column("column.facility"),
            figureColumn(measure),
            column("column.limit", ColumnKind::Decimal, TableColumn::asNeeded),
            column("column.rule"),
            column("column.rule_source"),
            column("column.data_date", ColumnKind::Date),
            column("column.reason")};
}

void addNotes(Table& table, const access::Standard& standard, const GapData& data,
              const std::array<std::size_t, 4>& counts)
{
    table.addNote(standard.rule);
    table.addNote(localText(Message{"table.gap_source", {{"source", standard.source}}}));
    if (data.roads() != nullptr)
        table.addNote(data.roads()->title());
    if (data.overGround())
        table.addNote(localText("table.gap_ground"));
    if (data.onlyApproximate())
        table.addNote(localText("table.gap_no_roads"));
    table.addNote(localText(Message{"table.gap_counts",
                                    {{"met", std::to_string(counts[0])},
                                     {"unmet", std::to_string(counts[1])},
                                     {"unknown", std::to_string(counts[2])},
                                     {"exempt", std::to_string(counts[3])}}}));
}

bool sameLimit(const access::Standard& a, const access::Standard& b)
{
    return a.measure() == b.measure() && a.limit() == b.limit() && a.means == b.means &&
           a.maxClimb == b.maxClimb;
}

/// A rule of the user's own must not pass for the shipped one.
void saySoInRule(access::Standard& standard)
{
    const access::Travel travel = access::loadTravel(dataRoot() / "data/access/travel.json");
    const access::Means* means = travel.find(standard.means);
    const access::Measure measure = standard.measure();
    const char* id = measure == access::Measure::Minutes      ? "access.rule_minutes"
                     : measure == access::Measure::RoadMetres ? "access.rule_road_metres"
                                                              : "access.rule_metres";
    const auto in = [&](Language language) {
        return text(
            Message{id,
                    {{"service", standard.title.in(language)},
                     {"limit", shownNumber(standard.limit())},
                     {"means", means == nullptr ? standard.means : means->title.in(language)}}},
            language);
    };
    standard.id = standard.service + "_own";
    standard.rule = {in(Language::Chinese), in(Language::English)};
    standard.source = text(Message{"access.rule_own"}, Language::Chinese);
}

/// Says which facilities stand where no road is near, so that nobody on the roads comes to them.
void noteOffNetwork(Table& table, const FacilityColumns& facilities,
                    const access::Standard& standard, const access::RoadNetwork& network)
{
    constexpr std::size_t named = 5;
    std::vector<std::string> off;
    for (const RowIndex row : access::chooseFacilities(facilities, standard).serving) {
        const auto at = static_cast<std::size_t>(row);
        if (!network.nearLine(facilities.location.firstPoint(at)).found())
            off.push_back(facilities.name[at]);
    }
    if (off.empty())
        return;
    const auto in = [&](Language language) {
        std::string names;
        for (const std::string& name : std::span(off).first(std::min(named, off.size())))
            names += (names.empty() ? "" : text("list.separator", language)) + name;
        return text(
            Message{"table.gap_facilities_off",
                    {{"count", std::to_string(off.size())},
                     {"names", names + (off.size() > named ? "…" : "")},
                     {"metres", std::to_string(static_cast<long>(network.offRoadLimit()))}}},
            language);
    };
    table.addNote({in(Language::Chinese), in(Language::English)});
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
        const access::Standard shipped = standard;
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
        if (other && !sameLimit(standard, shipped))
            saySoInRule(standard);
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
        m_approximation = approximationOf(snapshot, travel);
        if (!question.friction.empty()) {
            if (measure != access::Measure::Minutes)
                throw inputError(
                    {"access.friction_without_minutes", {{"service", question.service}}});
            m_surface = walkSurface(snapshot, standard.means,
                                    {question.friction, question.barriers, travel.closed});
            return;
        }
        m_onlyApproximate = snapshot.roads.size() == 0 && m_approximation.possible(measure);
        if (!m_onlyApproximate)
            m_roads.emplace(roadAccess(snapshot, travel));
    }
    if (!question.friction.empty())
        throw inputError({"access.friction_without_minutes", {{"service", question.service}}});
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
    access::GapGround ground{.network = m_roads ? &m_roads->network : nullptr,
                             .height = {},
                             .surface = m_surface.get(),
                             .approximation = m_approximation};
    if (m_heights)
        ground.height = [this](Point at) { return m_heights->at(at); };
    return ground;
}

Table gapTable(const WorkspaceView& view, RowIndex unit, const GapQuestion& question)
{
    const Snapshot& snapshot = view.snapshot;
    const access::Standard standard = standardOf(question);
    const auto asked = gapSubjects(view, unit, question.grain);
    const auto subjects = subjectsOf(asked);
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
        table.addRow({asked[i].code, unitCode(snapshot.units, subjects[i].unit),
                      unitName(snapshot.units, subjects[i].unit), verdictWord(view.profile, gap),
                      approximateCell(gap.approximate), facility,
                      gap.figure ? TableCell{*gap.figure} : TableCell{Blank{}},
                      limited ? TableCell{standard.limit()} : TableCell{Blank{}}, standard.id,
                      standard.source, gap.asOf.value_or(snapshot.asOf), gapSentence(gap)});
        points.push_back(asked[i].shown);
    }
    addHead(table, view, unit);
    addNotes(table, standard, data, counts);
    if (data.roads() != nullptr)
        noteOffNetwork(table, snapshot.facilities, standard, data.roads()->network);
    table.setGeometry(Places(snapshot).points(std::move(points)));
    return table;
}

} // namespace guatu::session
