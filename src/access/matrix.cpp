// SPDX-License-Identifier: MIT
#include "access/matrix.h"

#include "access/reach.h"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace guatu::access
{
namespace
{

std::vector<std::uint32_t> verticesOf(std::span<const Place> to)
{
    std::vector<std::uint32_t> vertices;
    for (const Place& place : to)
        for (const Seed seed : place.in)
            vertices.push_back(seed.vertex);
    return vertices;
}

void fillRow(const Graph& graph, const Place& from, std::span<const Place> to,
             std::span<const std::uint32_t> until, std::span<Time> row)
{
    const Reach reach = reachFrom(graph, {&from, 1}, {.until = until});
    for (std::size_t column = 0; column < to.size(); ++column) {
        row[column] = alongLink(graph, from, to[column]);
        for (const Seed seed : to[column].in)
            row[column] = std::min(row[column], sum(reach.time(seed.vertex), seed.time));
    }
}

/// Marks the rows of which a way takes the directed link: those where the time to its start, its
/// own and the time from its end are the whole.
void markUsers(const Graph& graph, std::uint32_t directed, std::span<const Place> from,
               std::span<const Place> to, const TimeMatrix& matrix, std::vector<char>& affected)
{
    const Time own =
        (directed & 1U) == 0 ? graph.forward(directed / 2) : graph.backward(directed / 2);
    if (own == never)
        return;
    Place start, end{.out = {{graph.headOf(directed), 0}}};
    for (const std::uint32_t tail : graph.tailsOf(directed))
        start.in.push_back({tail, 0});
    const Reach before = reachTo(graph, {&start, 1}), after = reachFrom(graph, {&end, 1});
    const auto least = [](const Reach& reach, std::span<const Seed> seeds) {
        Time best = never;
        for (const Seed seed : seeds)
            best = std::min(best, sum(reach.time(seed.vertex), seed.time));
        return best;
    };
    std::vector<Time> onward(to.size());
    std::ranges::transform(to, onward.begin(), [&](const Place& p) { return least(after, p.in); });
    for (std::size_t row = 0; row < from.size(); ++row) {
        const Time there = sum(least(before, from[row].out), own);
        for (std::size_t column = 0; column < to.size() && affected[row] == 0 && there != never;
             ++column)
            affected[row] = sum(there, onward[column]) == matrix.at(row, column) ? 1 : 0;
    }
}

} // namespace

TimeMatrix timesBetween(const Graph& graph, std::span<const Place> from, std::span<const Place> to)
{
    TimeMatrix matrix{.columns = to.size(),
                      .times = std::vector<Time>(from.size() * to.size(), never),
                      .revision = graph.revision()};
    const auto until = verticesOf(to);
    if (until.empty())
        return matrix;
    tbb::parallel_for(std::size_t{0}, from.size(), [&](std::size_t row) {
        fillRow(graph, from[row], to, until,
                std::span(matrix.times).subspan(row * to.size(), to.size()));
    });
    return matrix;
}

TimeMatrix timesTo(const Graph& graph, std::span<const Place> to, std::span<const Place> from,
                   Time within)
{
    TimeMatrix matrix{.columns = from.size(),
                      .times = std::vector<Time>(from.size() * to.size(), never),
                      .revision = graph.revision()};
    tbb::parallel_for(std::size_t{0}, to.size(), [&](std::size_t row) {
        const Reach reach = reachTo(graph, to.subspan(row, 1), {.within = within});
        for (std::size_t column = 0; column < from.size(); ++column) {
            Time best = alongLink(graph, from[column], to[row]);
            for (const Seed seed : from[column].out)
                best = std::min(best, sum(reach.time(seed.vertex), seed.time));
            matrix.times[row * from.size() + column] = best <= within ? best : never;
        }
    });
    return matrix;
}

std::size_t closeLinks(Graph& graph, std::span<const std::uint32_t> links,
                       std::span<const Place> from, std::span<const Place> to, TimeMatrix& matrix)
{
    std::vector<char> affected(from.size(), 0);
    const auto liesOn = [&](const Place& place) {
        return std::ranges::find(links, place.link) != links.end();
    };
    // Rows and columns of places on a closed link change as a whole.
    for (std::size_t row = 0; row < from.size(); ++row)
        affected[row] = liesOn(from[row]) ? 1 : 0;
    if (std::ranges::any_of(to, liesOn))
        std::ranges::fill(affected, 1);
    for (const std::uint32_t link : links)
        for (const std::uint32_t directed : {2 * link, 2 * link + 1})
            markUsers(graph, directed, from, to, matrix, affected);
    for (const std::uint32_t link : links)
        graph.setOpen(link, false);
    const auto closed = [&](const Place& place) { return liesOn(place) ? Place{} : place; };
    std::vector<Place> targets(to.size());
    std::ranges::transform(to, targets.begin(), closed);
    const auto until = verticesOf(targets);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < from.size(); ++row)
        if (affected[row] != 0)
            rows.push_back(row);
    tbb::parallel_for(std::size_t{0}, rows.size(), [&](std::size_t i) {
        const auto row = std::span(matrix.times).subspan(rows[i] * to.size(), to.size());
        std::ranges::fill(row, never);
        if (!until.empty())
            fillRow(graph, closed(from[rows[i]]), targets, until, row);
    });
    matrix.revision = graph.revision();
    return rows.size();
}

} // namespace guatu::access
