// SPDX-License-Identifier: MIT
#pragma once

#include "trips/route.h"

#include <compare>

namespace guatu::trips
{

/// What a solution is worth; the greater is the better, member by member.
struct Worth {
    int musts = 0;
    std::int64_t priority = 0;
    std::int64_t fairness = 0; ///< minus the seconds by which the busiest team works longest
    std::int64_t thrift = 0;   ///< minus the costs, in seconds of driving
    friend auto operator<=>(const Worth&, const Worth&) = default;
};

/// All routes, which stop is on which, and what it is worth.
class Solution
{
public:
    static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

    /// Empty routes between bases where the teams may sleep.
    explicit Solution(const Model& model);

    /// The routes as they are given. Every route must be possible.
    Solution(const Model& model, const Itinerary& itinerary);

    [[nodiscard]] const Route& route(std::size_t route) const { return m_routes[route]; }
    [[nodiscard]] std::uint32_t routeOf(std::size_t stop) const { return m_routeOf[stop]; }
    [[nodiscard]] bool isVisited(std::size_t stop) const { return m_routeOf[stop] != nowhere; }
    [[nodiscard]] std::size_t visitedCount() const { return m_visited; }
    [[nodiscard]] const Worth& worth() const { return m_worth; }
    [[nodiscard]] Itinerary itinerary() const;

    void insert(std::size_t route, std::size_t at, std::uint32_t stop);
    /// The same stops in another order.
    void reorder(std::size_t route, std::vector<std::uint32_t> stops);
    void erase(std::size_t route, std::size_t at, std::size_t count);

    /// Lets a team sleep elsewhere after one of its days; false, and nothing changed, when that
    /// base is full or one of the two days cannot be done so.
    [[nodiscard]] bool moveNight(std::size_t team, std::size_t teamDay, std::size_t base);

    /// From here on changes can be taken back.
    void mark();
    void takeBack();
    /// Whether all routes that have changed since are possible.
    [[nodiscard]] bool areChangesPossible() const;

private:
    void keep(std::size_t route);
    void count(std::uint32_t stop, int sign);
    void addTeam(std::size_t team, int sign);
    void updateFairness();
    [[nodiscard]] bool hasRoom(std::size_t team, std::size_t teamDay, std::size_t base) const;
    /// False when the team cannot get from base to base; its routes then take no stop.
    [[nodiscard]] bool settle(std::size_t team, std::size_t teamDay);

    const Model* m_model;
    std::vector<Route> m_routes{};
    std::vector<std::uint32_t> m_routeOf;
    std::vector<std::uint32_t> m_stopsOfTeam;
    std::vector<std::int64_t> m_workOfTeam;
    std::size_t m_visited = 0;
    Worth m_worth{};

    struct Kept {
        std::size_t route;
        Route was;
    };
    std::vector<Kept> m_kept{};
    std::vector<char> m_isKept;
    std::vector<std::uint32_t> m_keptTeamStops;
    std::vector<std::int64_t> m_keptTeamWork;
    Worth m_keptWorth{};
    std::size_t m_keptVisited = 0;
};

} // namespace guatu::trips
