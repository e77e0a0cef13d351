// SPDX-License-Identifier: MIT
#include "access_data.h"
#include "commands.h"
#include "process_memory.h"

#include "access/matrix.h"
#include "access/nearest_by_road.h"
#include "access/reach.h"
#include "access/road_network.h"
#include "access/route.h"
#include "access/siting.h"
#include "core/point_grid.h"
#include "store/workspace.h"
#include "support/source_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <random>

namespace guatu::bench
{
namespace
{

using namespace access;

/// The least of some runs, since whatever else the machine does only adds.
double best(int runs, const auto& work)
{
    double least = 1e12;
    for (int i = 0; i < runs; ++i)
        least = std::min(least, milliseconds(work));
    return least;
}

void print(std::string_view what, double figure, double bound, std::string_view unit = "ms")
{
    fmt::print("{:<62} {:>10.3f} {} bound {:>9.3f}  {}\n", what, figure, unit, bound,
               figure <= bound ? "kept" : "MISSED");
}

void printAnswer(std::string_view what, double answer, double expected)
{
    fmt::print("{:<62} {:>10.4f} expected {:>8.4f}  {}\n", what, answer, expected,
               std::abs(answer - expected) < 0.00051 ? "same" : "DIFFERENT");
}

class Draw
{
public:
    explicit Draw(unsigned seed) : m_random(seed) {}
    std::uint32_t below(std::size_t count)
    {
        return static_cast<std::uint32_t>(m_random() % count);
    }
    std::vector<Place> nodes(const Graph& graph, std::size_t count)
    {
        std::vector<Place> places;
        for (std::size_t i = 0; i < count; ++i)
            places.push_back(placeAt(graph, below(graph.nodeCount())));
        return places;
    }
    /// From a sixteenth of the area: one county of a prefecture.
    std::vector<Place> nodesOfCounty(const Graph& graph, std::size_t count)
    {
        Box box;
        for (const Point p : graph.links().nodes)
            box.add(p);
        const double east = box.minX + box.width() / 4, north = box.minY + box.height() / 4;
        std::vector<Place> places;
        while (places.size() < count) {
            const std::uint32_t node = below(graph.nodeCount());
            const Point p = graph.links().nodes[node];
            if (p.x >= east && p.x < east + box.width() / 4 && p.y >= north &&
                p.y < north + box.height() / 4)
                places.push_back(placeAt(graph, node));
        }
        return places;
    }

private:
    std::mt19937 m_random;
};

void searches(const Graph& graph, Draw& draw)
{
    const auto starts = draw.nodes(graph, 9);
    std::size_t next = 0;
    print("one to all", best(7, [&] { (void)reachFrom(graph, {&starts[next++ % 9], 1}); }), 9);
    const auto facilities = draw.nodes(graph, 500);
    print("all to the nearest of 500 facilities",
          best(7, [&] { (void)reachTo(graph, facilities); }), 15);
    constexpr std::size_t pairs = 200;
    const auto from = draw.nodes(graph, pairs), to = draw.nodes(graph, pairs);
    print("point to point, mean of 200",
          best(3,
               [&] {
                   for (std::size_t i = 0; i < pairs; ++i)
                       (void)quickestRoute(graph, from[i], to[i]);
               }) /
              pairs,
          5);
}

/// What a closure costs a matrix that is kept: telling which rows it changes, and searching them.
void refreshes(Graph& graph, Draw& draw, std::span<const Place> places, TimeMatrix& matrix)
{
    double test = 0, whole = 0;
    std::size_t rows = 0;
    for (int i = 0; i < 10; ++i) {
        const std::uint32_t closed = draw.below(graph.linkCount());
        test = std::max(test, milliseconds([&] {
                            (void)rowsOver(graph, {&closed, 1}, places, places, matrix);
                        }));
        whole += milliseconds([&] {
            rows += closeLinks(graph, {&closed, 1}, places, places, matrix);
        });
    }
    print("which rows of 200 x 200 a closed link changes, worst of 10", test, 50);
    print(fmt::format("bring 200 x 200 up to date, mean of 10 ({} rows in all)", rows), whole / 10,
          100);
}

void matrices(Graph& graph, Draw& draw)
{
    const auto county = draw.nodesOfCounty(graph, 200);
    TimeMatrix matrix;
    print("200 x 200 in a county", best(3, [&] { matrix = timesBetween(graph, county, county); }),
          500);
    const std::uint32_t link = draw.below(graph.linkCount());
    print("close a link, then point to point",
          best(1,
               [&] {
                   graph.setOpen(link, false);
                   (void)quickestRoute(graph, county[0], county[1]);
               }),
          10);
    graph.setOpen(link, true);
    refreshes(graph, draw, county, matrix);
    const auto everywhere = draw.nodes(graph, 1000);
    print("1000 x 1000 everywhere, all processors",
          best(1, [&] { (void)timesBetween(graph, everywhere, everywhere); }), 8000);
}

/// The graph forward and back with its geometry and index, as the program holds it.
void memoryOfRoads(const LinkTable& links)
{
    const Travel travel = loadTravel(test::sourceFolder() / "data/access/travel.json");
    RoadColumns roads;
    for (std::size_t link = 0; link < links.size(); ++link) {
        roads.line.addPart(std::vector{links.nodes[links.from[link]], links.nodes[links.to[link]]});
        roads.line.endFeature();
    }
    roads.roadClass.assign(links.size(), "village");
    roads.surface.assign(links.size(), "concrete");
    const double before = residentMegabytes();
    const RoadNetwork network(roads, travel, *travel.find("car"), Season::Dry);
    print(fmt::format("memory of roads, {} arcs, with geometry and index",
                      network.graph().ahead().arcs.size()),
          residentMegabytes() - before, 250, "MB");
}

void network(const char* name, int side, unsigned seed, bool full)
{
    LinkTable links = gridNetwork(side, seed);
    startPeak();
    const double before = residentMegabytes();
    std::unique_ptr<Graph> graph;
    const double built = best(3, [&] {
        graph.reset();
        graph = std::make_unique<Graph>(LinkTable(links));
    });
    fmt::print("-- {}: {} nodes, {} links, {} arcs\n", name, graph->nodeCount(), graph->linkCount(),
               graph->ahead().arcs.size());
    print("build from memory", built, full ? 100 : 150);
    print("memory of the graph", residentMegabytes() - before, 250, "MB");
    if (!full)
        memoryOfRoads(links);
    Draw draw(7);
    if (full) {
        searches(*graph, draw);
        matrices(*graph, draw);
    }
}

double meanMinutes(const Reach& reach, const Graph& graph, const PointGrid& nodes,
                   std::span<const Point> places)
{
    double sum = 0;
    for (const auto& found : nodes.nearestOfEach(places))
        sum += reach.time(graph.departure(found.item).vertex) / 60000.0;
    return sum / static_cast<double>(places.size());
}

std::vector<Place> placesAtNodes(const Graph& graph, const PointGrid& nodes,
                                 std::span<const Point> points)
{
    std::vector<Place> places;
    for (const Point p : points)
        places.push_back(placeAt(graph, nodes.nearest(p).item));
    return places;
}

void straightLines(const Prefecture& data)
{
    std::vector<PointGrid::Found> found;
    const double taken =
        best(5, [&] { found = PointGrid(data.facilities).nearestOfEach(data.households); });
    double sum = 0;
    for (const auto& each : found)
        sum += each.distance;
    print("1,000,000 households to the nearest of 5,000, straight", taken, 80);
    printAnswer("mean metres", sum / static_cast<double>(found.size()), 763.202);
}

/// The answers that every peer agrees on, by nodes; then as Guatu answers, by the nearest road.
void minutesToClinics(const Prefecture& data)
{
    std::unique_ptr<Graph> graph;
    print("build from memory", best(3, [&] { graph = std::make_unique<Graph>(data.links()); }),
          150);
    const PointGrid nodes(data.nodes);
    const auto clinics = placesAtNodes(*graph, nodes, data.clinics());
    std::unique_ptr<Reach> reach;
    double village = 0, household = 0;
    print("minutes of 1,100 villages to the nearest clinic",
          best(5,
               [&] {
                   reach = std::make_unique<Reach>(reachTo(*graph, clinics));
                   village = meanMinutes(*reach, *graph, nodes, data.villages);
               }),
          120);
    printAnswer("mean minutes of villages", village, 6.3402);
    print("minutes of 1,000,000 households, by the nearest node",
          best(3,
               [&] {
                   reach = std::make_unique<Reach>(reachTo(*graph, clinics));
                   household = meanMinutes(*reach, *graph, nodes, data.households);
               }),
          350);
    printAnswer("mean minutes of households", household, 7.6861);
}

/// Five more clinics where they bring most people within ten minutes, or save most minutes: times
/// from every village to every village, and the choice among them.
void newClinics(const Prefecture& data)
{
    const Graph graph(data.links());
    const PointGrid nodes(data.nodes);
    const auto villages = placesAtNodes(graph, nodes, data.villages);
    const Nearest clinics(graph, placesAtNodes(graph, nodes, data.clinics()));
    SitingProblem problem{.add = 5, .limit = 600000};
    problem.persons.assign(villages.size(), 0);
    for (const auto& found : PointGrid(data.villages).nearestOfEach(data.households))
        problem.persons[found.item] += 3;
    for (const Place& village : villages)
        problem.today.push_back(clinics.of(village).time);
    SitingPlan plan;
    for (const auto& [goal, name] : {std::pair{SitingGoal::Cover, "most within 10 minutes"},
                                     std::pair{SitingGoal::Median, "least mean time"}}) {
        problem.goal = goal;
        print(fmt::format("5 clinics for {} villages, {}", villages.size(), name),
              best(1,
                   [&] {
                       problem.times = timesTo(graph, villages, villages,
                                               goal == SitingGoal::Cover
                                                   ? problem.limit
                                                   : *std::ranges::max_element(problem.today));
                       plan = siteFacilities(problem);
                   }),
              2000);
        fmt::print("   value {:.0f}, no plan above {:.0f}{}\n", plan.value, plan.bound,
                   plan.proven ? ", proven" : "");
    }
}

void byRoads(const Prefecture& data)
{
    const Travel travel = loadTravel(test::sourceFolder() / "data/access/travel.json");
    RoadColumns roads;
    roads.line = data.roads;
    roads.roadClass.assign(roads.line.size(), "village");
    roads.surface.assign(roads.line.size(), "concrete");
    std::unique_ptr<RoadNetwork> network;
    print("cut the roads into links, build and index",
          best(2,
               [&] {
                   network.reset();
                   network = std::make_unique<RoadNetwork>(roads, travel, *travel.find("car"),
                                                           Season::Dry);
               }),
          800);
    std::vector<Place> clinics;
    for (const Snapped& snapped : network->snapAll(data.clinics()))
        clinics.push_back(snapped.place);
    print("1,000,000 households to the nearest road and clinic",
          best(2,
               [&] {
                   const Nearest nearest(network->graph(), clinics);
                   (void)nearestByRoad(*network, nearest, data.households);
               }),
          350);
}

/// As a program does that has just started.
void fromWorkspace(const std::string& file)
{
    const Travel travel = loadTravel(test::sourceFolder() / "data/access/travel.json");
    std::size_t roads = 0, links = 0;
    const double time = best(3, [&] {
        const auto workspace = store::Workspace::open(file, store::Workspace::Mode::Read);
        const Snapshot snapshot = workspace.snapshot(workspace.dataDate());
        const RoadNetwork network(snapshot.roads, travel, *travel.find("car"), Season::Dry);
        roads = snapshot.roads.size();
        links = network.links().size();
    });
    print(fmt::format("{} roads of a workspace read, cut, built and indexed", roads), time, 800);
    fmt::print("   {} links\n", links);
}

std::string defaultFolder()
{
    const char* folder = std::getenv("BENCH_DIR");
    return std::string(folder != nullptr ? folder : "/var/tmp/guatu-bench") + "/data/M/raw";
}

void run(const std::string& folder)
{
    network("grid of 347 x 347", 347, 2, true);
    network("grid of 547 x 547", 547, 3, false);
    const auto data = readPrefecture(folder);
    if (!data) {
        fmt::print("-- no prefecture in {}: make it with gen_data.py M\n", folder);
        return;
    }
    fmt::print("-- prefecture: {} households, {} links\n", data->households.size(),
               data->minutes.size());
    straightLines(*data);
    minutesToClinics(*data);
    newClinics(*data);
    byRoads(*data);
}

} // namespace

void addAccess(CLI::App& program)
{
    auto* command = program.add_subcommand("access", "the road network: building and searching");
    auto folder = std::make_shared<std::string>(defaultFolder());
    auto workspace = std::make_shared<std::string>();
    command->add_option("--data", *folder, "packed arrays of the synthetic prefecture");
    command->add_option("--workspace", *workspace, "only the roads of a workspace");
    command->callback(
        [folder, workspace] { workspace->empty() ? run(*folder) : fromWorkspace(*workspace); });
}

} // namespace guatu::bench
