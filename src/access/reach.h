// SPDX-License-Identifier: MIT
#pragma once

#include "access/place.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace guatu::access
{

/// When to leave off searching: beyond a time, or once all of these vertices have been reached.
struct SearchLimit {
    Time within = never;
    std::span<const std::uint32_t> until{};
};

/// Times from, or to, the nearest of some places, for every vertex of a graph.
class Reach
{
public:
    /// Of each vertex labelOf(), or unreached.
    explicit Reach(std::vector<std::uint64_t> labels) : m_labels(std::move(labels)) {}

    [[nodiscard]] Time time(std::uint32_t vertex) const
    {
        return static_cast<Time>(m_labels[vertex] >> 32U);
    }
    /// Which place it is, by number; of several equally near the lowest.
    [[nodiscard]] std::uint32_t place(std::uint32_t vertex) const
    {
        return static_cast<std::uint32_t>(m_labels[vertex]);
    }
    [[nodiscard]] std::uint64_t label(std::uint32_t vertex) const { return m_labels[vertex]; }
    [[nodiscard]] static std::uint64_t labelOf(Time time, std::uint32_t place)
    {
        return (std::uint64_t{time} << 32U) | place;
    }

    static constexpr std::uint64_t unreached = std::numeric_limits<std::uint64_t>::max();

private:
    std::vector<std::uint64_t> m_labels;
};

/// From the nearest of `places` to every vertex. A search is a pure function: many may run at once.
[[nodiscard]] Reach reachFrom(const Graph& graph, std::span<const Place> places,
                              const SearchLimit& limit = {});

/// From every vertex to the nearest of `places`, along the roads in their own direction.
[[nodiscard]] Reach reachTo(const Graph& graph, std::span<const Place> places,
                            const SearchLimit& limit = {});

/// How far it is to a place.
struct Found {
    std::uint32_t place = std::numeric_limits<std::uint32_t>::max();
    Time time = never;

    friend bool operator==(const Found&, const Found&) = default;
};

/// Which way people travel: to facilities, or from depots.
enum class Sense : std::uint8_t { To, From };

/// The nearest of many facilities for any place: one search for all that ask.
class Nearest
{
public:
    Nearest(const Graph& graph, std::vector<Place> facilities, Sense sense = Sense::To);

    /// `never` when none can be reached; of several equally near the lowest number.
    [[nodiscard]] Found of(const Place& place) const;
    [[nodiscard]] std::span<const Place> facilities() const { return m_facilities; }
    [[nodiscard]] Sense sense() const { return m_sense; }
    /// The search behind it, and whether a facility stands on a link, where the search alone does
    /// not tell.
    [[nodiscard]] const Reach& reach() const { return m_reach; }
    [[nodiscard]] bool standsOn(std::uint32_t link) const { return m_hasFacility[link]; }

private:
    const Graph& m_graph;
    std::vector<Place> m_facilities;
    Sense m_sense;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_onLinks; ///< (link, facility), sorted
    std::vector<bool> m_hasFacility;                                ///< of each link
    Reach m_reach;
};

} // namespace guatu::access
