// SPDX-License-Identifier: MIT
#include "session/road_check.h"

#include "access/road_mend.h"
#include "core/crs.h"
#include "core/error.h"
#include "core/text.h"
#include "session/login_name.h"
#include "session/tables/access_tables.h"
#include "session/tables/table_parts.h"
#include "store/workspace.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace guatu::session
{
namespace
{

using access::Mend;
using access::RoadFinding;
using access::RoadFlaw;

constexpr std::array flaws{RoadFlaw::NearEnd,   RoadFlaw::NearLine, RoadFlaw::Crossing,
                           RoadFlaw::Duplicate, RoadFlaw::OneWay,   RoadFlaw::DeadEnd,
                           RoadFlaw::Island};

/// Titles by the word of a flaw or mend: literals, so that the catalogue's test finds them.
LocalText titleOf(RoadFlaw flaw)
{
    constexpr std::array ids{"road.near_end", "road.near_line", "road.crossing", "road.duplicate",
                             "road.one_way",  "road.dead_end",  "road.island"};
    return localText(ids[static_cast<std::size_t>(flaw)]);
}

LocalText titleOf(Mend mend)
{
    constexpr std::array ids{"road.mend.none",  "road.mend.snap",   "road.mend.join",
                             "road.mend.split", "road.mend.remove", "road.mend.two_way"};
    return localText(ids[static_cast<std::size_t>(mend)]);
}

Message reasonOf(const RoadColumns& roads, const RoadFinding& found)
{
    constexpr std::array ids{"road.near_end.why",  "road.near_line.why", "road.crossing.why",
                             "road.duplicate.why", "road.one_way.why",   "road.dead_end.why",
                             "road.island.why"};
    const auto named = [&](std::uint32_t road) {
        if (road == access::noRoad)
            return std::string();
        return roads.name[road].empty() ? roads.code[road]
                                        : roads.name[road] + " " + roads.code[road];
    };
    const auto metres = [](double value) {
        return value < 10 ? std::to_string(std::llround(value * 10) / 10) + "." +
                                std::to_string(std::llround(value * 10) % 10)
                          : withThousands(std::llround(value));
    };
    return {ids[static_cast<std::size_t>(found.flaw)],
            {{"road", named(found.road)},
             {"other", named(found.other)},
             {"metres", metres(found.metres)},
             {"links", withThousands(static_cast<long long>(found.links))}}};
}

/// Places that roads lead to.
std::vector<Point> settledPlaces(const Snapshot& snapshot)
{
    std::vector<Point> places(snapshot.households.location);
    for (const GeometryColumn* points :
         {&snapshot.units.seat, &snapshot.facilities.location, &snapshot.sites.location})
        for (std::size_t row = 0; row < points->size(); ++row)
            places.push_back(points->firstPoint(row));
    std::erase_if(places, [](Point p) { return !p.valid(); });
    return places;
}

access::Travel shippedTravel()
{
    return access::loadTravel(dataRoot() / "data/access/travel.json");
}

std::vector<RoadFinding> findingsOf(const Snapshot& snapshot, const RoadCheckQuestion& question)
{
    if (snapshot.roads.size() == 0)
        throw inputError({"access.no_roads"});
    const access::RoadLinks links = access::linksOf(snapshot.roads.line, question.tolerance);
    const auto settled = settledPlaces(snapshot);
    auto found =
        access::checkRoads(snapshot.roads, links, settled,
                           {.reach = question.reach, .closedStates = shippedTravel().closedStates});
    if (question.kind)
        std::erase_if(found, [&](const RoadFinding& f) { return f.flaw != *question.kind; });
    return found;
}

/// The findings that are meant, each once.
std::vector<RoadFinding> chosen(const std::vector<RoadFinding>& findings,
                                const std::vector<std::string>& accepted)
{
    std::set<std::size_t> rows;
    for (const std::string& word : accepted) {
        const auto kind = roadFlawFromString(word);
        bool known = kind.has_value() || word == "all";
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const bool meant = word == "all" || (kind && findings[i].flaw == *kind);
            if (findings[i].id == word && findings[i].mend == Mend::None)
                throw inputError({"road.no_mend", {{"id", word}}});
            known = known || findings[i].id == word;
            if ((meant || findings[i].id == word) && findings[i].mend != Mend::None)
                rows.insert(i);
        }
        if (!known)
            throw inputError({"road.unknown_finding", {{"id", word}}});
    }
    std::vector<RoadFinding> meant;
    for (const std::size_t row : rows)
        meant.push_back(findings[row]);
    return meant;
}

/// Lines back in lon/lat; a road whose line stays has none.
GeometryColumn linesOf(const Snapshot& snapshot, const std::vector<access::MendedRoad>& roads)
{
    const Transform transform(std::string(storeCrs), snapshot.crs);
    GeometryColumn lines(GeometryType::Line);
    for (const access::MendedRoad& road : roads) {
        for (auto part : road.parts) {
            for (Point& p : part)
                p = transform.inverse(p);
            lines.addPart(part);
        }
        lines.endFeature();
    }
    return lines;
}

RecordBatch batchOf(const Snapshot& snapshot, const std::vector<access::MendedRoad>& roads)
{
    RecordBatch batch{.kind = EntityKind::Road, .fields = {"code", "state", "one_way"}};
    const auto kept = [](const std::vector<std::string>& column, std::uint32_t row) {
        return column[row].empty() ? Value{} : Value{column[row]};
    };
    for (const access::MendedRoad& road : roads) {
        batch.cells.emplace_back(snapshot.roads.code[road.road]);
        batch.cells.push_back(road.duplicate ? Value{std::string("duplicate")}
                                             : kept(snapshot.roads.state, road.road));
        batch.cells.push_back(road.twoWay ? Value{std::string("both")}
                                          : kept(snapshot.roads.oneWay, road.road));
    }
    batch.geometry = linesOf(snapshot, roads);
    return batch;
}

} // namespace

std::optional<RoadFlaw> roadFlawFromString(std::string_view word)
{
    const auto* found =
        std::ranges::find_if(flaws, [&](RoadFlaw f) { return access::toString(f) == word; });
    return found == flaws.end() ? std::nullopt : std::optional(*found);
}

Table roadCheckTable(const WorkspaceView& view, const RoadCheckQuestion& question)
{
    const RoadColumns& roads = view.snapshot.roads;
    const auto findings = findingsOf(view.snapshot, question);
    Table table("road_findings", localText("table.road_findings"),
                {column("column.finding"), column("column.kind", ColumnKind::Word),
                 column("column.road_code"), column("column.other_road_code"),
                 column("column.metres", ColumnKind::Decimal, 1),
                 column("column.links", ColumnKind::Integer),
                 column("column.mend", ColumnKind::Word), column("column.reason")});
    std::vector<Point> points;
    std::array<std::size_t, flaws.size()> counts{};
    for (const RoadFinding& found : findings) {
        ++counts[static_cast<std::size_t>(found.flaw)];
        table.addRow({found.id,
                      Word{std::string(access::toString(found.flaw)), titleOf(found.flaw)},
                      roads.code[found.road],
                      found.other == access::noRoad ? TableCell{Blank{}}
                                                    : TableCell{roads.code[found.other]},
                      found.flaw == RoadFlaw::Crossing || found.flaw == RoadFlaw::OneWay
                          ? TableCell{Blank{}}
                          : TableCell{found.metres},
                      found.links == 0 ? TableCell{Blank{}}
                                       : TableCell{static_cast<std::int64_t>(found.links)},
                      Word{std::string(access::toString(found.mend)), titleOf(found.mend)},
                      localText(reasonOf(roads, found))});
        points.push_back(found.at);
    }
    LocalText note;
    for (std::size_t i = 0; i < flaws.size(); ++i)
        if (counts[i] > 0) {
            const LocalText title = titleOf(flaws[i]);
            note.zh += (note.zh.empty() ? "" : "，") + title.zh + std::to_string(counts[i]) + "处";
            note.en += (note.en.empty() ? "" : ", ") + title.en + ": " + std::to_string(counts[i]);
        }
    table.addNote(note.zh.empty() ? localText("table.road_findings.none") : note);
    addHead(table, view, 0);
    table.setGeometry(Places(view.snapshot).points(std::move(points)));
    return table;
}

std::size_t mendRoads(const WorkspaceView& view, const RoadCheckQuestion& question,
                      const std::vector<std::string>& accepted, const std::string& who)
{
    const auto findings = chosen(findingsOf(view.snapshot, question), accepted);
    const auto roads = access::mended(view.snapshot.roads, findings);
    if (roads.empty())
        return 0;
    std::string why = "mend roads:";
    for (const RoadFinding& found : findings)
        why += " " + found.id;
    store::Workspace workspace = store::Workspace::open(view.file, store::Workspace::Mode::Write);
    store::Change change =
        workspace.beginChange({whoOrLogin(who), why}, {.name = "路网整理", .asOf = view.dataDate});
    std::vector<store::WriteIssue> issues;
    const store::WriteCounts counts = change.write(batchOf(view.snapshot, roads), issues);
    if (!issues.empty())
        throw inputError(issues.front().message);
    change.commit();
    return counts.changed;
}

std::size_t undoRoadMends(const std::filesystem::path& file, const std::string& who)
{
    store::Workspace workspace = store::Workspace::open(file, store::Workspace::Mode::Write);
    return workspace.undoRoads({whoOrLogin(who), "undo road mends"});
}

Table roadNetworkTable(const WorkspaceView& view, const TravelOptions& options)
{
    const RoadColumns& roads = view.snapshot.roads;
    const RoadAccess built = roadAccess(view.snapshot, options);
    const access::RoadLinks& links = built.network.links();
    const access::Graph& graph = built.network.graph();
    const auto parts = access::partsOf(links);
    Table table("links", localText("table.links"),
                {column("column.link", ColumnKind::Integer),
                 column("column.from_node", ColumnKind::Integer),
                 column("column.to_node", ColumnKind::Integer), column("column.road_code"),
                 column("column.road"), column("column.road_class", ColumnKind::Word),
                 column("column.surface", ColumnKind::Word),
                 column("column.metres", ColumnKind::Decimal, 1),
                 column("column.minutes_ahead", ColumnKind::Decimal, 2),
                 column("column.minutes_back", ColumnKind::Decimal, 2),
                 column("column.part", ColumnKind::Integer)});
    std::vector<std::uint32_t> rows;
    double metres = 0, inLargest = 0;
    std::uint32_t islands = 0;
    for (std::uint32_t link = 0; link < links.size(); ++link) {
        const std::uint32_t road = links.road[link];
        table.addRow({std::int64_t{link}, std::int64_t{links.from[link]},
                      std::int64_t{links.to[link]}, roads.code[road], textCell(roads.name[road]),
                      wordCell(view.profile, "road_class", roads.roadClass[road]),
                      wordCell(view.profile, "surface", roads.surface[road]), links.metres[link],
                      minutesCell(graph.forward(link)), minutesCell(graph.backward(link)),
                      std::int64_t{parts[link] + 1}});
        metres += links.metres[link];
        inLargest += parts[link] == 0 ? links.metres[link] : 0;
        islands = std::max(islands, parts[link] + 1);
        rows.push_back(link);
    }
    table.addNote(built.title());
    table.addNote(localText(Message{
        "table.links.note",
        {{"nodes", withThousands(static_cast<long long>(links.nodes.size()))},
         {"links", withThousands(static_cast<long long>(links.size()))},
         {"km", withThousands(std::llround(metres / 1000))},
         {"parts", std::to_string(islands)},
         {"percent", std::to_string(metres > 0 ? std::llround(inLargest / metres * 100) : 0)},
         {"bans", std::to_string(graph.links().bans.size())}}}));
    addHead(table, view, 0);
    table.setGeometry(Places(view.snapshot).lines(links.line, rows));
    return table;
}

} // namespace guatu::session
