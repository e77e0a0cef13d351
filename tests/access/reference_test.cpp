// SPDX-License-Identifier: MIT
#include "access/matrix.h"
#include "access/network_files.h"
#include "access/reach.h"
#include "access/route.h"
#include "core/error.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::access;
using namespace guatu::test;

namespace
{

std::uint32_t node(double number)
{
    return static_cast<std::uint32_t>(number);
}

/// Time of a route, added up from its links.
Time addedUp(const Graph& graph, const Route& route)
{
    Time total = 0;
    for (const std::uint32_t d : route.links)
        total += (d & 1U) == 0 ? graph.forward(d / 2) : graph.backward(d / 2);
    return total;
}

void checkPairs(const Graph& graph, const std::string& file, std::size_t column)
{
    std::size_t wrong = 0, count = 0;
    for (const auto& row : numbersOf(file)) {
        const Route route =
            quickestRoute(graph, placeAt(graph, node(row[0])), placeAt(graph, node(row[1])));
        wrong += route.time != row[column] || addedUp(graph, route) != row[column] ? 1 : 0;
        ++count;
    }
    CHECK(count > 100);
    CHECK(wrong == 0);
}

} // namespace

TEST_CASE("routes take exactly as long as an independent Dijkstra says", "[access]")
{
    checkPairs(Graph(referenceNetwork()), "n5.p2p.csv", 2);
    checkPairs(Graph(referenceNetwork()), "n5.p2p_turns.csv", 2);
}

TEST_CASE("routes keep to banned turns as an edge-based search does", "[access]")
{
    LinkTable links = referenceNetwork();
    links.bans = referenceBans();
    CHECK(links.bans.size() > 200);
    checkPairs(Graph(std::move(links)), "n5.p2p_turns.csv", 3);
}

TEST_CASE("the nearest facility of every node is as an independent Dijkstra says", "[access]")
{
    const Graph graph(referenceNetwork());
    std::vector<Place> facilities;
    for (const std::uint32_t at : {336U, 1001U, 1919U, 2860U, 3045U})
        facilities.push_back(placeAt(graph, at));
    const Nearest nearest(graph, facilities);
    std::size_t wrong = 0, count = 0;
    for (const auto& row : numbersOf("n5.nearest.csv")) {
        wrong += nearest.of(placeAt(graph, node(row[0]))).time != row[1] ? 1 : 0;
        ++count;
    }
    CHECK(count > 100);
    CHECK(wrong == 0);
}

// A search that overwrites a queued label without moving it in its heap says 8 here.
TEST_CASE("a shorter way found late is taken", "[access]")
{
    LinkTable links{.nodes = std::vector<Point>(5),
                    .from = {1, 1, 3, 2, 1},
                    .to = {2, 3, 2, 4, 4},
                    .forward = {10, 1, 2, 1, 8},
                    .backward = {10, 1, 2, 1, 8}};
    const Graph graph(std::move(links));
    const Route route = quickestRoute(graph, placeAt(graph, 1), placeAt(graph, 4));
    CHECK(route.time == 4);
    CHECK(route.links == std::vector<std::uint32_t>{2, 4, 6});
}

TEST_CASE("a link between nodes that are not there is an error", "[access]")
{
    LinkTable links{
        .nodes = std::vector<Point>(1), .from = {0}, .to = {1}, .forward = {1}, .backward = {1}};
    CHECK_THROWS_AS(Graph(std::move(links)), Error);
    LinkTable bans{.nodes = std::vector<Point>(1),
                   .from = {0},
                   .to = {0},
                   .forward = {1},
                   .backward = {1},
                   .bans = {{0, 0, 7}}};
    CHECK_THROWS_AS(Graph(std::move(bans)), Error);
}

TEST_CASE("an empty network, and one without any open link, reach nothing", "[access]")
{
    CHECK(Graph(LinkTable{}).ahead().vertices() == 0);
    const Graph graph(LinkTable{.nodes = std::vector<Point>(2),
                                .from = {0},
                                .to = {1},
                                .forward = {never},
                                .backward = {never}});
    CHECK_FALSE(quickestRoute(graph, placeAt(graph, 0), placeAt(graph, 1)).found());
    CHECK(quickestRoute(graph, placeAt(graph, 0), placeAt(graph, 0)).time == 0);
}
