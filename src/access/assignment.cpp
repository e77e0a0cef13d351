// SPDX-License-Identifier: MIT
#include "access/assignment.h"

#include <algorithm>
#include <limits>
#include <map>
#include <queue>

namespace guatu::access
{
namespace
{

constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Places on the left, facilities on the right; persons flow along ways.
class Flow
{
public:
    Flow(std::span<const std::int64_t> persons, std::span<const std::int64_t> seats,
         std::span<const AssignmentWay> ways)
        : m_places(persons.size()),
          m_left(persons.begin(), persons.end()),
          m_seats(seats.begin(), seats.end()),
          m_ways(ways.begin(), ways.end()),
          m_flow(ways.size()),
          m_potential(persons.size() + seats.size()),
          m_out(persons.size()),
          m_in(seats.size())
    {
        std::ranges::stable_sort(
            m_ways, {}, [](const AssignmentWay& w) { return std::pair(w.place, w.facility); });
        for (std::uint32_t w = 0; w < m_ways.size(); ++w) {
            m_out[m_ways[w].place].push_back(w);
            m_in[m_ways[w].facility].push_back(w);
        }
    }

    Assignment run()
    {
        while (augment()) {
        }
        Assignment made{.served = std::vector<std::int64_t>(m_seats.size()), .left = m_left};
        for (std::size_t w = 0; w < m_ways.size(); ++w) {
            if (m_flow[w] == 0)
                continue;
            made.groups.push_back({m_ways[w].place, m_ways[w].facility, m_flow[w]});
            made.served[m_ways[w].facility] += m_flow[w];
            made.assigned += m_flow[w];
            made.personTime += static_cast<std::uint64_t>(m_flow[w]) * m_ways[w].time;
        }
        return made;
    }

private:
    /// Sends what fits along the quickest way from any place with persons left to any facility
    /// with seats left, over exchanges where that is quicker; false when there is no such way.
    /// Lengths are reduced by potentials, so that none is negative.
    bool augment()
    {
        std::vector<std::int64_t> cost(m_potential.size(), far);
        std::vector<std::uint32_t> by(m_potential.size(), none);
        using Entry = std::pair<std::int64_t, std::uint32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        for (std::uint32_t place = 0; place < m_places; ++place)
            if (m_left[place] > 0) {
                cost[place] = -m_potential[place]; // from a source before all of them
                queue.emplace(cost[place], place);
            }
        const auto reach = [&](std::uint32_t from, std::uint32_t to, std::int64_t length,
                               std::uint32_t way) {
            const std::int64_t there = cost[from] + length + m_potential[from] - m_potential[to];
            if (there >= cost[to])
                return;
            cost[to] = there;
            by[to] = way;
            queue.emplace(there, to);
        };
        while (!queue.empty()) {
            const auto [at, node] = queue.top();
            queue.pop();
            if (at > cost[node])
                continue;
            if (node >= m_places && m_seats[node - m_places] > 0) {
                send(node, by);
                for (std::size_t n = 0; n < cost.size(); ++n)
                    m_potential[n] += std::min(cost[n], at);
                return true;
            }
            if (node < m_places)
                for (const std::uint32_t w : m_out[node])
                    reach(node, facilityNode(w), m_ways[w].time, w);
            else
                for (const std::uint32_t w : m_in[node - m_places])
                    if (m_flow[w] > 0)
                        reach(node, m_ways[w].place, -std::int64_t{m_ways[w].time}, w);
        }
        return false;
    }
    [[nodiscard]] std::uint32_t facilityNode(std::uint32_t way) const
    {
        return static_cast<std::uint32_t>(m_places + m_ways[way].facility);
    }
    void send(std::uint32_t end, const std::vector<std::uint32_t>& by)
    {
        std::int64_t amount = m_seats[end - m_places];
        std::uint32_t node = end;
        while (by[node] != none) {
            const std::uint32_t way = by[node];
            if (node < m_places) {
                amount = std::min(amount, m_flow[way]);
                node = facilityNode(way);
            } else {
                node = m_ways[way].place;
            }
        }
        amount = std::min(amount, m_left[node]);
        m_left[node] -= amount;
        m_seats[end - m_places] -= amount;
        for (node = end; by[node] != none;) {
            const std::uint32_t way = by[node];
            if (node < m_places) {
                m_flow[way] -= amount;
                node = facilityNode(way);
            } else {
                m_flow[way] += amount;
                node = m_ways[way].place;
            }
        }
    }

    std::size_t m_places;
    std::vector<std::int64_t> m_left, m_seats;
    std::vector<AssignmentWay> m_ways;
    std::vector<std::int64_t> m_flow, m_potential;
    std::vector<std::vector<std::uint32_t>> m_out, m_in;
};

} // namespace

Assignment assignToSeats(std::span<const std::int64_t> persons, std::span<const std::int64_t> seats,
                         std::span<const AssignmentWay> ways)
{
    return Flow(persons, seats, ways).run();
}

Assignment assignToNearest(std::span<const std::int64_t> persons, std::size_t facilities,
                           std::span<const AssignmentWay> ways)
{
    std::vector<const AssignmentWay*> nearest(persons.size());
    for (const AssignmentWay& way : ways) {
        const AssignmentWay*& best = nearest[way.place];
        if (best == nullptr ||
            std::pair(way.time, way.facility) < std::pair(best->time, best->facility))
            best = &way;
    }
    Assignment made{.served = std::vector<std::int64_t>(facilities),
                    .left = std::vector<std::int64_t>(persons.size())};
    for (std::uint32_t place = 0; place < persons.size(); ++place) {
        if (nearest[place] == nullptr || persons[place] == 0) {
            made.left[place] = persons[place];
            continue;
        }
        const auto& [p, facility, time] = *nearest[place];
        made.groups.push_back({place, facility, persons[place]});
        made.served[facility] += persons[place];
        made.assigned += persons[place];
        made.personTime += static_cast<std::uint64_t>(persons[place]) * time;
    }
    return made;
}

} // namespace guatu::access
