// SPDX-License-Identifier: MIT
#include "access/place.h"

namespace guatu::access
{
// The rest of a link's time is the whole less this, so that both add up.
Time partOf(Time whole, double fraction)
{
    return whole == never ? never : static_cast<Time>(whole * fraction + 0.5);
}

Place placeAt(const Graph& graph, std::uint32_t node)
{
    return {.out = {graph.departure(node)}, .in = graph.arrivals(node)};
}

Place placeOn(const Graph& graph, std::uint32_t link, double fraction, Time walk)
{
    Place place{.link = link, .walk = walk};
    place.ahead = partOf(graph.forward(link), fraction);
    place.behind = partOf(graph.backward(link), 1 - fraction);
    const auto side = [&](std::uint32_t directed, Time whole, Time travelled) {
        if (whole == never)
            return;
        place.out.push_back({graph.headOf(directed), sum(whole - travelled, walk)});
        graph.visitTails(directed, [&](std::uint32_t tail) {
            place.in.push_back({tail, sum(travelled, walk)});
        });
    };
    side(2 * link, graph.forward(link), place.ahead);
    side(2 * link + 1, graph.backward(link), place.behind);
    return place;
}

Time alongLink(const Graph& graph, const Place& from, const Place& to)
{
    if (from.link == noLink || from.link != to.link)
        return never;
    Time best = never;
    if (graph.forward(from.link) != never && from.ahead <= to.ahead)
        best = to.ahead - from.ahead;
    if (graph.backward(from.link) != never && from.behind <= to.behind)
        best = std::min(best, to.behind - from.behind);
    return sum(best, sum(from.walk, to.walk));
}

} // namespace guatu::access
