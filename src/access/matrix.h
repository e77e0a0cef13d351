// SPDX-License-Identifier: MIT
#pragma once

#include "access/place.h"

#include <span>
#include <vector>

namespace guatu::access
{

/// Times between places, from each (row) to each (column), with the revision of the graph they are
/// of.
struct TimeMatrix {
    std::size_t columns = 0;
    std::vector<Time> times{};
    std::uint64_t revision = 0;

    [[nodiscard]] Time at(std::size_t row, std::size_t column) const
    {
        return times[row * columns + column];
    }
    friend bool operator==(const TimeMatrix&, const TimeMatrix&) = default;
};

/// On all processors; the same for any number of them.
[[nodiscard]] TimeMatrix timesBetween(const Graph& graph, std::span<const Place> from,
                                      std::span<const Place> to);

/// Times to each of some places (row) from each of others (column) that take no longer than
/// `within`; `never` for the rest. On all processors; the same for any number of them.
[[nodiscard]] TimeMatrix timesTo(const Graph& graph, std::span<const Place> to,
                                 std::span<const Place> from, Time within = never);

/// The rows of which some quickest way uses one of the links, which are still open, or of which a
/// place lies on one: what closing them changes, ascending.
[[nodiscard]] std::vector<std::size_t>
rowsOver(const Graph& graph, std::span<const std::uint32_t> links, std::span<const Place> from,
         std::span<const Place> to, const TimeMatrix& matrix);

/// Closes links in the graph and brings the matrix up to date: only rows of which some quickest way
/// uses a closed link are searched again. A place whose own link is closed is no longer reached by
/// road. Gives how many rows were searched.
std::size_t closeLinks(Graph& graph, std::span<const std::uint32_t> links,
                       std::span<const Place> from, std::span<const Place> to, TimeMatrix& matrix);

} // namespace guatu::access
