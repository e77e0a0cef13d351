// SPDX-License-Identifier: MIT
#include "access/matrix.h"

#include "access/time_search.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <numeric>

namespace guatu::access
{
namespace
{

std::vector<std::uint32_t> verticesOf(std::span<const Place> places, Seeds Place::*side)
{
    std::vector<std::uint32_t> vertices;
    for (const Place& place : places)
        for (const Seed seed : place.*side)
            vertices.push_back(seed.vertex);
    return vertices;
}

/// The longest step that a search from some places may meet.
Time longestOf(const Graph& graph, std::span<const Place> places, Seeds Place::*side)
{
    Time longest = graph.longest();
    for (const Place& place : places)
        for (const Seed seed : place.*side)
            longest = std::max(longest, seed.time == never ? 0 : seed.time);
    return longest;
}

using Searches = tbb::enumerable_thread_specific<TimeSearch>;

/// Searches the rows of these numbers, on all processors.
void fillRows(const Graph& graph, std::span<const std::size_t> rows, std::span<const Place> from,
              std::span<const Place> to, TimeMatrix& matrix)
{
    const Targets targets = targetsOf(graph.back(), verticesOf(to, &Place::in));
    const Time longest = longestOf(graph, from, &Place::out);
    Searches searches([&] { return TimeSearch(graph.ahead(), longest, targets); });
    tbb::parallel_for(std::size_t{0}, rows.size(), [&](std::size_t i) {
        const auto row = std::span(matrix.times).subspan(rows[i] * to.size(), to.size());
        std::ranges::fill(row, never);
        if (targets.vertices.empty())
            return;
        TimeSearch& search = searches.local();
        search.run(from[rows[i]].out);
        for (std::size_t column = 0; column < to.size(); ++column)
            row[column] =
                std::min(alongLink(graph, from[rows[i]], to[column]), search.least(to[column].in));
    });
}

/// The longest time in a matrix; what takes longer changes none of its ways.
Time longestWay(const TimeMatrix& matrix)
{
    Time longest = 0;
    for (const Time time : matrix.times)
        longest = std::max(longest, time == never ? 0 : time);
    return longest;
}

/// Marks the rows of which a way takes the directed link: those where the time to its start, its
/// own and the time from its end are the whole.
void markUsers(const Graph& graph, std::uint32_t directed, std::span<const Place> from,
               std::span<const Place> to, const TimeMatrix& matrix, Time within,
               std::vector<char>& affected)
{
    const Time own =
        (directed & 1U) == 0 ? graph.forward(directed / 2) : graph.backward(directed / 2);
    if (own == never)
        return;
    Seeds start;
    graph.visitTails(directed, [&](std::uint32_t tail) { start.push_back({tail, 0}); });
    std::vector<Time> toward(from.size()), onward(to.size());
    tbb::parallel_invoke(
        [&] {
            const Targets targets = targetsOf(graph.ahead(), verticesOf(from, &Place::out));
            TimeSearch before(graph.back(), graph.longest(), targets);
            before.run(start, within);
            std::ranges::transform(from, toward.begin(),
                                   [&](const Place& p) { return before.least(p.out); });
        },
        [&] {
            const Targets targets = targetsOf(graph.back(), verticesOf(to, &Place::in));
            TimeSearch after(graph.ahead(), graph.longest(), targets);
            after.run(Seeds{{graph.headOf(directed), 0}}, within);
            std::ranges::transform(to, onward.begin(),
                                   [&](const Place& p) { return after.least(p.in); });
        });
    for (std::size_t row = 0; row < from.size(); ++row) {
        const Time there = sum(toward[row], own);
        for (std::size_t column = 0; column < to.size() && affected[row] == 0 && there != never;
             ++column)
            affected[row] =
                onward[column] != never && sum(there, onward[column]) == matrix.at(row, column) ? 1
                                                                                                : 0;
    }
}

} // namespace

TimeMatrix timesBetween(const Graph& graph, std::span<const Place> from, std::span<const Place> to)
{
    TimeMatrix matrix{.columns = to.size(),
                      .times = std::vector<Time>(from.size() * to.size(), never),
                      .revision = graph.revision()};
    std::vector<std::size_t> rows(from.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    fillRows(graph, rows, from, to, matrix);
    return matrix;
}

TimeMatrix timesTo(const Graph& graph, std::span<const Place> to, std::span<const Place> from,
                   Time within)
{
    TimeMatrix matrix{.columns = from.size(),
                      .times = std::vector<Time>(from.size() * to.size(), never),
                      .revision = graph.revision()};
    const Targets targets = targetsOf(graph.ahead(), verticesOf(from, &Place::out));
    if (targets.vertices.empty())
        return matrix;
    const Time longest = longestOf(graph, to, &Place::in);
    Searches searches([&] { return TimeSearch(graph.back(), longest, targets); });
    tbb::parallel_for(std::size_t{0}, to.size(), [&](std::size_t row) {
        TimeSearch& search = searches.local();
        search.run(to[row].in, within);
        for (std::size_t column = 0; column < from.size(); ++column) {
            const Time best =
                std::min(alongLink(graph, from[column], to[row]), search.least(from[column].out));
            matrix.times[row * from.size() + column] = best <= within ? best : never;
        }
    });
    return matrix;
}

std::vector<std::size_t> rowsOver(const Graph& graph, std::span<const std::uint32_t> links,
                                  std::span<const Place> from, std::span<const Place> to,
                                  const TimeMatrix& matrix)
{
    std::vector<char> affected(from.size(), 0);
    const auto liesOn = [&](const Place& place) {
        return std::ranges::find(links, place.link) != links.end();
    };
    // Rows and columns of places on one of the links change as a whole.
    for (std::size_t row = 0; row < from.size(); ++row)
        affected[row] = liesOn(from[row]) ? 1 : 0;
    if (std::ranges::any_of(to, liesOn))
        std::ranges::fill(affected, 1);
    const Time within = longestWay(matrix);
    for (const std::uint32_t link : links)
        for (const std::uint32_t directed : {2 * link, 2 * link + 1})
            if (std::ranges::find(affected, 0) != affected.end())
                markUsers(graph, directed, from, to, matrix, within, affected);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < from.size(); ++row)
        if (affected[row] != 0)
            rows.push_back(row);
    return rows;
}

std::size_t closeLinks(Graph& graph, std::span<const std::uint32_t> links,
                       std::span<const Place> from, std::span<const Place> to, TimeMatrix& matrix)
{
    const auto rows = rowsOver(graph, links, from, to, matrix);
    for (const std::uint32_t link : links)
        graph.setOpen(link, false);
    const auto closed = [&](const Place& place) {
        return std::ranges::find(links, place.link) != links.end() ? Place{} : place;
    };
    std::vector<Place> sources(from.size()), targets(to.size());
    std::ranges::transform(from, sources.begin(), closed);
    std::ranges::transform(to, targets.begin(), closed);
    fillRows(graph, rows, sources, targets, matrix);
    matrix.revision = graph.revision();
    return rows.size();
}

} // namespace guatu::access
