// SPDX-License-Identifier: MIT
// Extracts of OpenStreetMap as roads, against a plain Dijkstra that shares nothing with the program
// but the links.
#include "access/reach.h"
#include "access/road_network.h"
#include "access/route.h"
#include "core/crs.h"
#include "exchange/import.h"
#include "support/catch.h"
#include "support/shared_data.h"

#include <queue>
#include <random>

using namespace guatu;
using namespace guatu::access;

namespace
{

struct Extract {
    const char* file;
    Box area;        ///< lon/lat
    const char* crs; ///< metres there
};

const std::vector<Extract> extracts{
    {"roads/andorra.osm.pbf", {1.3, 42.3, 1.9, 42.8}, "EPSG:32631"},
    {"roads/liechtenstein-2013-08-03.osm.pbf", {9.4, 47.0, 9.7, 47.3}, "EPSG:32632"}};

RoadColumns roadsOf(const std::filesystem::path& file, const Extract& extract)
{
    RoadColumns roads;
    const auto word = [](const RecordBatch& batch, std::size_t row, const char* field) {
        const auto at = std::ranges::find(batch.fields, field);
        if (at == batch.fields.end())
            return std::string();
        const Value& value = batch.cell(row, static_cast<std::size_t>(at - batch.fields.begin()));
        return std::holds_alternative<std::string>(value) ? std::get<std::string>(value)
                                                          : std::string();
    };
    const exchange::ImportOptions options{.kind = EntityKind::Road, .area = extract.area};
    const auto report = exchange::readFile(file, options, {}, [&](const RecordBatch& batch) {
        for (std::size_t row = 0; row < batch.size(); ++row) {
            roads.id.push_back(static_cast<std::int64_t>(roads.id.size()));
            roads.code.push_back(word(batch, row, "code"));
            roads.roadClass.push_back(word(batch, row, "class"));
            roads.surface.push_back(word(batch, row, "surface"));
            roads.oneWay.push_back(word(batch, row, "one_way"));
            for (std::size_t part = 0; part < batch.geometry.partCount(row); ++part)
                roads.line.addPart(batch.geometry.part(row, part));
            roads.line.endFeature();
        }
    });
    CHECK(report.accepted == report.rows);
    transformAll(std::string(storeCrs), extract.crs, roads.line.vertices());
    return roads;
}

/// Times between nodes by a heap over the links, one label for each directed link.
class PlainDijkstra
{
public:
    explicit PlainDijkstra(const LinkTable& links) : m_links(links), m_out(links.nodes.size())
    {
        for (std::uint32_t link = 0; link < links.size(); ++link) {
            if (links.forward[link] != never)
                m_out[links.from[link]].push_back(2 * link);
            if (links.backward[link] != never)
                m_out[links.to[link]].push_back(2 * link + 1);
        }
    }

    /// From a node to every node; `never` where no way leads.
    [[nodiscard]] std::vector<Time> from(std::uint32_t source) const
    {
        using Entry = std::pair<std::uint64_t, std::uint32_t>; // time at the end of a directed link
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        std::vector<std::uint64_t> label(2 * m_links.size(), never);
        std::vector<Time> node(m_links.nodes.size(), never);
        const auto put = [&](std::uint32_t directed, std::uint64_t time) {
            if (time < label[directed])
                queue.emplace(label[directed] = time, directed);
        };
        node[source] = 0;
        for (const std::uint32_t directed : m_out[source])
            put(directed, timeOf(directed));
        while (!queue.empty()) {
            const auto [time, directed] = queue.top();
            queue.pop();
            if (time != label[directed])
                continue;
            const std::uint32_t head =
                directed % 2 == 0 ? m_links.to[directed / 2] : m_links.from[directed / 2];
            node[head] = std::min(node[head], static_cast<Time>(time));
            for (const std::uint32_t next : m_out[head])
                if (std::ranges::find(m_links.bans, TurnBan{directed / 2, head, next / 2}) ==
                    m_links.bans.end())
                    put(next, time + timeOf(next));
        }
        return node;
    }

private:
    [[nodiscard]] Time timeOf(std::uint32_t directed) const
    {
        return directed % 2 == 0 ? m_links.forward[directed / 2] : m_links.backward[directed / 2];
    }

    const LinkTable& m_links;
    std::vector<std::vector<std::uint32_t>> m_out; ///< directed links by the node they leave
};

Time timeAt(const Graph& graph, const Reach& reach, std::uint32_t node)
{
    Time best = never;
    for (const Seed seed : graph.arrivals(node))
        best = std::min(best, reach.time(seed.vertex));
    return best;
}

/// Whether the links of a route follow each other from one node to the other, none against a
/// one-way rule, and take its time together.
bool isWay(const LinkTable& links, const Route& route, std::uint32_t from, std::uint32_t to)
{
    std::uint32_t node = from;
    std::uint64_t time = 0;
    for (const std::uint32_t d : route.links) {
        const bool ahead = d % 2 == 0;
        const Time own = ahead ? links.forward[d / 2] : links.backward[d / 2];
        if (own == never || node != (ahead ? links.from[d / 2] : links.to[d / 2]))
            return false;
        time += own;
        node = ahead ? links.to[d / 2] : links.from[d / 2];
    }
    return node == to && time == route.time;
}

} // namespace

TEST_CASE("on extracts of OpenStreetMap all times are those of a plain Dijkstra",
          "[session][access][shared]")
{
    for (const Extract& extract : extracts) {
        const auto file = sharedData(extract.file);
        if (file.empty()) {
            WARN("the shared data is not here: nothing was checked");
            return;
        }
        CAPTURE(extract.file);
        const RoadColumns roads = roadsOf(file, extract);
        const Travel travel = loadTravel(test::sourceFolder() / "data/access/travel.json");
        const RoadNetwork network(roads, travel, *travel.find("car"), Season::Dry);
        const Graph& graph = network.graph();
        const LinkTable& links = graph.links();
        REQUIRE(links.size() > 1000);
        std::size_t oneWays = 0;
        for (std::size_t link = 0; link < links.size(); ++link)
            oneWays += (links.forward[link] == never) != (links.backward[link] == never) ? 1 : 0;
        CHECK(oneWays > 40);

        const PlainDijkstra plain(links);
        std::mt19937 random(11);
        const auto anyNode = [&] {
            return static_cast<std::uint32_t>(random() % links.nodes.size());
        };
        std::size_t differ = 0, found = 0, wrongWays = 0;
        for (int i = 0; i < 12; ++i) {
            const std::uint32_t source = anyNode();
            const auto expected = plain.from(source);
            const Place place = placeAt(graph, source);
            const Reach reach = reachFrom(graph, {&place, 1});
            for (std::uint32_t node = 0; node < links.nodes.size(); ++node)
                differ += timeAt(graph, reach, node) != expected[node] ? 1 : 0;
            for (int j = 0; j < 12; ++j) {
                const std::uint32_t target = anyNode();
                const Route route = quickestRoute(graph, place, placeAt(graph, target));
                differ += route.time != expected[target] ? 1 : 0;
                found += route.found() ? 1 : 0;
                wrongWays += route.found() && !isWay(links, route, source, target) ? 1 : 0;
            }
        }
        CHECK(differ == 0);
        CHECK(wrongWays == 0);
        CHECK(found > 40);

        // From everywhere to the nearest of three: by a plain search from everywhere it starts.
        std::vector<Place> facilities;
        std::vector<std::uint32_t> at{anyNode(), anyNode(), anyNode()};
        for (const std::uint32_t node : at)
            facilities.push_back(placeAt(graph, node));
        const Nearest nearest(graph, facilities);
        std::size_t wrong = 0;
        for (int i = 0; i < 20; ++i) {
            const std::uint32_t source = anyNode();
            const auto times = plain.from(source);
            const Time expected = std::min({times[at[0]], times[at[1]], times[at[2]]});
            wrong += nearest.of(placeAt(graph, source)).time != expected ? 1 : 0;
        }
        CHECK(wrong == 0);
    }
}
