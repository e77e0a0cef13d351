// SPDX-License-Identifier: MIT
#include "access/matrix.h"
#include "access/reach.h"
#include "access/route.h"
#include "support/catch.h"

#include <rapidcheck.h>

#include <algorithm>

using namespace guatu;
using namespace guatu::access;

namespace
{

int number(int from, int to)
{
    return *rc::gen::inRange(from, to);
}

std::uint32_t index(std::size_t size)
{
    return static_cast<std::uint32_t>(*rc::gen::inRange<std::size_t>(0, size));
}

/// One-ways, parallel links, loops, links without length, islands, very long links.
LinkTable anyLinks(bool withBans)
{
    LinkTable links;
    const int nodes = number(1, 14);
    for (int n = 0; n < nodes; ++n)
        links.nodes.push_back({number(0, 100) * 10.0, number(0, 100) * 10.0});
    const auto time = [] {
        const int kind = number(0, 10);
        return static_cast<Time>(kind == 0 ? 0 : kind == 1 ? number(1, 50000000) : number(1, 5000));
    };
    for (int count = number(0, 30); count > 0; --count) {
        links.from.push_back(index(links.nodes.size()));
        links.to.push_back(index(links.nodes.size()));
        const int way = number(0, 8);
        links.forward.push_back(way == 0 ? never : time());
        links.backward.push_back(way == 1 ? never : way < 5 ? links.forward.back() : time());
    }
    if (withBans && links.size() > 0)
        for (int count = number(0, 12); count > 0; --count) {
            const std::uint32_t link = index(links.size());
            links.bans.push_back({link, links.to[link], index(links.size())});
        }
    return links;
}

/// Plain relaxation of directed links until nothing changes: times from a place to the end of every
/// directed link, by the rules alone (Bellman 1958), banned turns heeded.
std::vector<Time> byLinks(const Graph& graph, std::uint32_t start)
{
    const LinkTable& links = graph.links();
    const auto tail = [&](std::uint32_t d) {
        return d % 2 == 0 ? links.from[d / 2] : links.to[d / 2];
    };
    const auto head = [&](std::uint32_t d) { return tail(d ^ 1U); };
    const auto own = [&](std::uint32_t d) {
        return d % 2 == 0 ? graph.forward(d / 2) : graph.backward(d / 2);
    };
    const auto count = static_cast<std::uint32_t>(2 * links.size());
    std::vector<Time> times(count, never);
    for (std::uint32_t d = 0; d < count; ++d)
        if (tail(d) == start)
            times[d] = own(d);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::uint32_t d = 0; d < count; ++d)
            for (std::uint32_t e = 0; e < count; ++e) {
                if (head(d) != tail(e) || own(e) == never || times[d] == never)
                    continue;
                const TurnBan turn{d / 2, head(d), e / 2};
                if (std::ranges::find(links.bans, turn) != links.bans.end())
                    continue;
                if (times[d] + own(e) < times[e]) {
                    times[e] = times[d] + own(e);
                    changed = true;
                }
            }
    }
    return times;
}

Time bruteForce(const Graph& graph, std::uint32_t from, std::uint32_t to)
{
    if (from == to)
        return 0;
    const LinkTable& links = graph.links();
    const auto times = byLinks(graph, from);
    Time best = never;
    for (std::uint32_t d = 0; d < times.size(); ++d)
        if ((d % 2 == 0 ? links.to[d / 2] : links.from[d / 2]) == to)
            best = std::min(best, times[d]);
    return best;
}

Graph anyGraph(bool withBans)
{
    Graph graph(anyLinks(withBans));
    for (int count = number(0, 4); count > 0 && graph.linkCount() > 0; --count)
        graph.setOpen(index(graph.linkCount()), false);
    return graph;
}

std::vector<Place> anyPlaces(const Graph& graph)
{
    std::vector<Place> places;
    for (int count = number(1, 8); count > 0; --count)
        if (graph.linkCount() == 0 || number(0, 2) == 0)
            places.push_back(placeAt(graph, index(graph.nodeCount())));
        else
            places.push_back(placeOn(graph, index(graph.linkCount()), number(0, 9) / 8.0,
                                     static_cast<Time>(number(0, 3) * 100)));
    return places;
}

Time routeTime(const Graph& graph, const Place& from, const Place& to)
{
    return quickestRoute(graph, from, to).time;
}

/// Without turn bans, the network with every link the other way round.
Graph reversed(const Graph& graph)
{
    LinkTable links = graph.links();
    for (std::size_t link = 0; link < links.size(); ++link) {
        links.forward[link] = graph.backward(static_cast<std::uint32_t>(link));
        links.backward[link] = graph.forward(static_cast<std::uint32_t>(link));
    }
    return Graph(std::move(links));
}

} // namespace

TEST_CASE("every time is the one that plain relaxation finds", "[access]")
{
    CHECK(rc::check("brute force", [] {
        const Graph graph = anyGraph(true);
        for (std::uint32_t from = 0; from < graph.nodeCount(); ++from) {
            const Place start = placeAt(graph, from);
            const Reach reach = reachFrom(graph, {&start, 1});
            for (std::uint32_t to = 0; to < graph.nodeCount(); ++to) {
                const Time expected = bruteForce(graph, from, to);
                Time found = never;
                for (const Seed seed : graph.arrivals(to))
                    found = std::min(found, reach.time(seed.vertex));
                RC_ASSERT(found == expected);
                RC_ASSERT(routeTime(graph, start, placeAt(graph, to)) == expected);
            }
        }
    }));
}

TEST_CASE("the links of a route add up to its time, and each may follow the one before", "[access]")
{
    CHECK(rc::check("paths", [] {
        const Graph graph = anyGraph(true);
        const LinkTable& links = graph.links();
        const std::uint32_t from = index(graph.nodeCount()), to = index(graph.nodeCount());
        const Route route = quickestRoute(graph, placeAt(graph, from), placeAt(graph, to));
        if (!route.found())
            return;
        std::uint32_t at = from;
        Time total = 0;
        for (std::size_t i = 0; i < route.links.size(); ++i) {
            const std::uint32_t d = route.links[i], link = d / 2;
            RC_ASSERT((d % 2 == 0 ? links.from[link] : links.to[link]) == at);
            if (i > 0)
                RC_ASSERT(std::ranges::find(links.bans, TurnBan{route.links[i - 1] / 2, at,
                                                                link}) == links.bans.end());
            total += d % 2 == 0 ? graph.forward(link) : graph.backward(link);
            at = d % 2 == 0 ? links.to[link] : links.from[link];
        }
        RC_ASSERT(at == to);
        RC_ASSERT(total == route.time);
    }));
}

TEST_CASE("the nearest facility is the least of all routes, ties to the lowest number", "[access]")
{
    CHECK(rc::check("nearest", [] {
        const Graph graph = anyGraph(true);
        const auto facilities = anyPlaces(graph), places = anyPlaces(graph);
        const Nearest nearest(graph, facilities), depots(graph, facilities, Sense::From);
        for (const Place& place : places) {
            Found expected;
            for (std::uint32_t f = 0; f < facilities.size(); ++f)
                if (const Time time = routeTime(graph, place, facilities[f]); time < expected.time)
                    expected = {f, time};
            RC_ASSERT(nearest.of(place) == expected);
            Found back;
            for (std::uint32_t f = 0; f < facilities.size(); ++f)
                if (const Time time = routeTime(graph, facilities[f], place); time < back.time)
                    back = {f, time};
            RC_ASSERT(depots.of(place) == back);
        }
    }));
}

TEST_CASE("a matrix says what single routes say, also after closures", "[access]")
{
    CHECK(rc::check("matrix", [] {
        Graph graph = anyGraph(true);
        const auto from = anyPlaces(graph), to = anyPlaces(graph);
        TimeMatrix matrix = timesBetween(graph, from, to);
        for (std::size_t row = 0; row < from.size(); ++row)
            for (std::size_t column = 0; column < to.size(); ++column)
                RC_ASSERT(matrix.at(row, column) == routeTime(graph, from[row], to[column]));
        if (graph.linkCount() == 0)
            return;
        std::vector<std::uint32_t> closing;
        for (int count = number(1, 4); count > 0; --count)
            closing.push_back(index(graph.linkCount()));
        const TimeMatrix before = matrix;
        closeLinks(graph, closing, from, to, matrix);
        const auto cut = [&](Place place) {
            return std::ranges::find(closing, place.link) != closing.end() ? Place{} : place;
        };
        for (std::size_t row = 0; row < from.size(); ++row)
            for (std::size_t column = 0; column < to.size(); ++column) {
                RC_ASSERT(matrix.at(row, column) ==
                          routeTime(graph, cut(from[row]), cut(to[column])));
                RC_ASSERT(matrix.at(row, column) >= before.at(row, column));
            }
        RC_ASSERT(matrix.revision == graph.revision());
    }));
}

TEST_CASE("times keep the triangle inequality, and turn round with the network", "[access]")
{
    CHECK(rc::check("triangle, reverse", [] {
        const Graph graph = anyGraph(false);
        const Graph back = reversed(graph);
        const auto node = [&] { return index(graph.nodeCount()); };
        const std::uint32_t a = node(), b = node(), c = node();
        const auto time = [](const Graph& g, std::uint32_t s, std::uint32_t t) {
            return routeTime(g, placeAt(g, s), placeAt(g, t));
        };
        RC_ASSERT(time(graph, a, c) <= sum(time(graph, a, b), time(graph, b, c)));
        RC_ASSERT(time(graph, a, c) == time(back, c, a));
    }));
}

TEST_CASE("opening a closed link brings the old times back", "[access]")
{
    CHECK(rc::check("open again", [] {
        Graph graph = anyGraph(true);
        RC_PRE(graph.linkCount() > 0);
        const auto places = anyPlaces(graph);
        const std::uint32_t link = index(graph.linkCount());
        RC_PRE(graph.isOpen(link));
        const TimeMatrix before = timesBetween(graph, places, places);
        graph.setOpen(link, false);
        graph.setOpen(link, true);
        RC_ASSERT(timesBetween(graph, places, places).times == before.times);
    }));
}
