// SPDX-License-Identifier: MIT
#include "trips/model.h"

#include "trips/problem_check.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace guatu::trips
{
namespace
{

constexpr std::size_t mostNeighbours = 100;

/// Without windows that end before they begin, joined where they overlap, ascending.
std::vector<Window> tidy(std::vector<Window> windows)
{
    std::erase_if(windows, [](const Window& w) { return w.close < w.open; });
    std::sort(windows.begin(), windows.end(),
              [](const Window& a, const Window& b) { return a.open < b.open; });
    std::vector<Window> joined;
    for (const Window& window : windows) {
        if (!joined.empty() && window.open <= joined.back().close)
            joined.back().close = std::max(joined.back().close, window.close);
        else
            joined.push_back(window);
    }
    return joined;
}

} // namespace

Model::Model(const Problem& problem) : m_problem(&problem), m_places(problem.places.size())
{
    requireSound(problem);
    for (const Roads& roads : problem.roads)
        addRoads(roads);
    for (const Stop& stop : problem.stops) {
        m_place.push_back(static_cast<std::uint32_t>(stop.place));
        m_visit.push_back(stop.visit);
    }
    addRoutes();
    m_openings.resize(routeCount() * stopCount());
    for (std::size_t route = 0; route < routeCount(); ++route)
        for (std::size_t stop = 0; stop < stopCount(); ++stop)
            addOpenings(route, stop);
    addNeighbours();
    m_firsts.resize(stopCount());
    m_thens.resize(stopCount());
    for (const Order& order : problem.orders) {
        if (problem.stops[order.first].done)
            continue;
        m_firsts[order.then].push_back(static_cast<std::uint32_t>(order.first));
        m_thens[order.first].push_back(static_cast<std::uint32_t>(order.then));
    }
}

void Model::addRoads(const Roads& roads)
{
    const std::size_t cells = m_places * m_places;
    std::vector<Seconds> times(cells, 0), drives(cells, 0);
    std::vector<std::int64_t> costs(cells, 0);
    const double secondsPerMetre = 3.6 * m_problem->costs.perKm / m_problem->costs.perHour;
    for (std::size_t i = 0; i < cells; ++i) {
        const Place& from = m_problem->places[i / m_places];
        const Place& to = m_problem->places[i % m_places];
        if (&from == &to)
            continue;
        const bool isReachable = roads.seconds[i] >= 0;
        drives[i] = isReachable ? roads.seconds[i] : never;
        times[i] = isReachable ? from.walk + roads.seconds[i] + to.walk + to.setUp : never;
        costs[i] = drives[i] + std::llround(roads.metres[i] * secondsPerMetre);
    }
    std::vector<Seconds> into(cells);
    for (std::size_t i = 0; i < cells; ++i)
        into[i % m_places * m_places + i / m_places] = times[i];
    m_times.push_back(std::move(times));
    m_timesInto.push_back(std::move(into));
    m_drives.push_back(std::move(drives));
    m_costs.push_back(std::move(costs));
}

void Model::addRoutes()
{
    for (std::size_t t = 0; t < m_problem->teams.size(); ++t) {
        m_firstRoute.push_back(m_routes.size());
        const std::vector<WorkDay>& days = m_problem->teams[t].days;
        for (std::size_t d = 0; d < days.size(); ++d) {
            const WorkDay& day = days[d];
            m_routes.push_back({static_cast<std::uint32_t>(t), static_cast<std::uint32_t>(d),
                                static_cast<std::uint32_t>(day.day), day.begin, day.end,
                                day.mostDriving, m_problem->teams[t].mostLoad, day.lunch,
                                m_times[day.roads].data(), m_timesInto[day.roads].data(),
                                m_drives[day.roads].data(), m_costs[day.roads].data()});
        }
    }
    m_firstRoute.push_back(m_routes.size());
}

void Model::addOpenings(std::size_t route, std::size_t stop)
{
    const Route& to = m_routes[route];
    const Stop& what = m_problem->stops[stop];
    Openings& openings = m_openings[route * stopCount() + stop];
    if (what.done || what.wish == Wish::MustNot || m_problem->places[what.place].offRoad ||
        !isFit(m_problem->teams[to.team], what) || to.begin >= to.end)
        return;
    const std::vector<Window> windows =
        what.windows.empty() ? std::vector<Window>{{to.begin, to.end}} : tidy(what.windows[to.day]);
    if (windows.empty())
        return;
    openings = {windows.front().open, windows.back().close,
                static_cast<std::uint32_t>(m_windows.size()),
                static_cast<std::uint32_t>(windows.size())};
    m_windows.insert(m_windows.end(), windows.begin(), windows.end());
}

void Model::addNeighbours()
{
    m_neighbourCount = std::min(mostNeighbours, stopCount() == 0 ? 0 : stopCount() - 1);
    if (m_neighbourCount == 0 || m_drives.empty())
        return;
    std::vector<std::uint32_t> others;
    for (std::size_t stop = 0; stop < stopCount(); ++stop) {
        others.resize(stopCount());
        std::iota(others.begin(), others.end(), 0U);
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(stop));
        const auto distance = [&](std::uint32_t other) {
            return std::int64_t{m_drives[0][cell(m_place[stop], m_place[other])]} +
                   m_drives[0][cell(m_place[other], m_place[stop])];
        };
        std::partial_sort(others.begin(),
                          others.begin() + static_cast<std::ptrdiff_t>(m_neighbourCount),
                          others.end(), [&distance](std::uint32_t a, std::uint32_t b) {
                              const auto left = distance(a);
                              const auto right = distance(b);
                              return left != right ? left < right : a < b;
                          });
        m_neighbours.insert(m_neighbours.end(), others.begin(),
                            others.begin() + static_cast<std::ptrdiff_t>(m_neighbourCount));
    }
}

int Model::leastDays(std::size_t first, std::size_t then) const
{
    int most = 0;
    for (const Order& order : m_problem->orders)
        if (order.first == first && order.then == then)
            most = std::max(most, order.leastDays);
    return most;
}

Seconds Model::nextOfSeveral(const Openings& openings, Seconds time) const
{
    for (std::uint32_t i = 0; i < openings.count; ++i) {
        const Window& window = m_windows[openings.at + i];
        if (time <= window.close)
            return std::max(time, window.open);
    }
    return never;
}

Seconds Model::lastOfSeveral(const Openings& openings, Seconds time) const
{
    for (std::uint32_t i = openings.count; i > 0; --i) {
        const Window& window = m_windows[openings.at + i - 1];
        if (time >= window.open)
            return std::min(time, window.close);
    }
    return -never;
}

} // namespace guatu::trips
