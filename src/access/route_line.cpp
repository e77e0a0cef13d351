// SPDX-License-Identifier: MIT
#include "access/route_line.h"

#include <algorithm>

namespace guatu::access
{
namespace
{

/// How far along its link a place is, in the direction of travel.
double shareOf(const Graph& graph, const Place& place, bool against)
{
    const Time whole = against ? graph.backward(place.link) : graph.forward(place.link);
    const Time part = against ? place.behind : place.ahead;
    return whole == 0 || whole == never
               ? 0
               : std::min(1.0, static_cast<double>(part) / static_cast<double>(whole));
}

} // namespace

std::vector<Leg> legsOf(const RoadNetwork& network, const Route& route, const Place& from,
                        const Place& to)
{
    std::vector<Leg> legs;
    for (std::size_t i = 0; i < route.links.size(); ++i) {
        Leg leg{.directed = route.links[i]};
        const bool against = leg.directed % 2 == 1;
        double begin = 0, end = 1; // along the way
        if (i == 0 && from.link == leg.link())
            begin = shareOf(network.graph(), from, against);
        if (i + 1 == route.links.size() && to.link == leg.link())
            end = std::max(begin, shareOf(network.graph(), to, against));
        leg.from = against ? 1 - end : begin;
        leg.to = against ? 1 - begin : end;
        leg.metres = network.links().metres[leg.link()] * (end - begin);
        legs.push_back(leg);
    }
    return legs;
}

std::vector<Point> lineOf(const RoadNetwork& network, std::span<const Leg> legs)
{
    std::vector<Point> line;
    for (const Leg& leg : legs) {
        auto part = network.stretch(leg.link(), leg.from, leg.to);
        if (leg.directed % 2 == 1)
            std::ranges::reverse(part);
        line.insert(line.end(), part.begin() + (line.empty() ? 0 : 1), part.end());
    }
    return line;
}

} // namespace guatu::access
