// SPDX-License-Identifier: MIT
#pragma once

#include "trips/plan.h"

#include <span>

namespace guatu::trips
{

/// A problem made ready for searching: one route for each day of each team.
///
/// Times between places hold walk and set-up beside the drive; what cannot be reached is `never`
/// away. Sums of two such times stay within 32 bits.
class Model
{
public:
    static constexpr Seconds never = 400'000'000;

    struct Route {
        std::uint32_t team = 0;
        std::uint32_t teamDay = 0;
        std::uint32_t day = 0;
        Seconds begin = 0;
        Seconds end = 0;
        Seconds mostDriving = 0;
        int mostLoad = 0;
        std::optional<Lunch> lunch{};
        const Seconds* times = nullptr;      ///< places × places
        const Seconds* timesInto = nullptr;  ///< the same by the place where one arrives
        const Seconds* drives = nullptr;     ///< the same shape
        const std::int64_t* costs = nullptr; ///< the same shape, in seconds of driving
    };

    /// The opening times of a stop on a route; empty when the team of the route cannot go there.
    struct Openings {
        Seconds first = never; ///< of the first window
        Seconds last = -never; ///< end of the last window
        std::uint32_t at = 0;  ///< into m_windows
        std::uint32_t count = 0;
    };

    /// Throws Error(Input) for an unsound problem.
    explicit Model(const Problem& problem);

    [[nodiscard]] const Problem& problem() const { return *m_problem; }
    [[nodiscard]] std::size_t stopCount() const { return m_problem->stops.size(); }
    [[nodiscard]] std::size_t routeCount() const { return m_routes.size(); }
    [[nodiscard]] const Route& route(std::size_t route) const { return m_routes[route]; }
    [[nodiscard]] std::size_t firstRoute(std::size_t team) const { return m_firstRoute[team]; }
    [[nodiscard]] std::size_t place(std::size_t stop) const { return m_place[stop]; }
    [[nodiscard]] Seconds visit(std::size_t stop) const { return m_visit[stop]; }

    [[nodiscard]] int load(std::size_t stop) const { return m_problem->stops[stop].load; }

    [[nodiscard]] std::size_t cell(std::size_t from, std::size_t to) const
    {
        return from * m_places + to;
    }

    [[nodiscard]] const Openings& openings(std::size_t route, std::size_t stop) const
    {
        return m_openings[route * stopCount() + stop];
    }
    [[nodiscard]] bool mayVisit(std::size_t route, std::size_t stop) const
    {
        return openings(route, stop).count != 0;
    }

    /// The first time at or after `time` at which a visit may begin; `never` when there is none.
    [[nodiscard]] Seconds nextStart(const Openings& openings, Seconds time) const
    {
        if (time > openings.last)
            return never;
        if (openings.count == 1)
            return time < openings.first ? openings.first : time;
        return nextOfSeveral(openings, time);
    }

    /// The last time at or before `time`; -`never` when there is none.
    [[nodiscard]] Seconds lastStart(const Openings& openings, Seconds time) const
    {
        if (time < openings.first)
            return -never;
        if (openings.count == 1)
            return time < openings.last ? time : openings.last;
        return lastOfSeveral(openings, time);
    }

    /// Stops by closeness, the nearest first, without the stop itself.
    [[nodiscard]] std::span<const std::uint32_t> neighbours(std::size_t stop) const
    {
        return {m_neighbours.data() + stop * m_neighbourCount, m_neighbourCount};
    }

    [[nodiscard]] const std::vector<std::uint32_t>& firstsOf(std::size_t stop) const
    {
        return m_firsts[stop];
    }
    [[nodiscard]] const std::vector<std::uint32_t>& thensOf(std::size_t stop) const
    {
        return m_thens[stop];
    }
    [[nodiscard]] int leastDays(std::size_t first, std::size_t then) const;
    [[nodiscard]] bool hasOrders() const { return !m_problem->orders.empty(); }

private:
    void addRoads(const Roads& roads);
    void addRoutes();
    void addOpenings(std::size_t route, std::size_t stop);
    void addNeighbours();
    [[nodiscard]] Seconds nextOfSeveral(const Openings& openings, Seconds time) const;
    [[nodiscard]] Seconds lastOfSeveral(const Openings& openings, Seconds time) const;

    const Problem* m_problem;
    std::size_t m_places;
    std::vector<std::vector<Seconds>> m_times, m_timesInto, m_drives;
    std::vector<std::vector<std::int64_t>> m_costs;
    std::vector<Route> m_routes;
    std::vector<std::size_t> m_firstRoute;
    std::vector<std::uint32_t> m_place;
    std::vector<Seconds> m_visit;
    std::vector<Openings> m_openings;
    std::vector<Window> m_windows;
    std::vector<std::uint32_t> m_neighbours;
    std::size_t m_neighbourCount = 0;
    std::vector<std::vector<std::uint32_t>> m_firsts, m_thens;
};

} // namespace guatu::trips
