// SPDX-License-Identifier: MIT
#include "sample/settlement.h"

#include "sample/assignment.h"
#include "sample/names.h"
#include "sample/plane.h"

#include <algorithm>
#include <limits>

namespace guatu::sample
{
namespace
{

constexpr double infinity = std::numeric_limits<double>::infinity();

double nearestDistance(const std::vector<Point>& points, Point p)
{
    double nearest = infinity;
    for (const Point other : points)
        nearest = std::min(nearest, distance(other, p));
    return nearest;
}

/// Settles one county.
class CountySettler
{
public:
    CountySettler(Land& land, const Relief& relief, std::size_t county, Random random)
        : m_land(land), m_relief(relief), m_county(county), m_random(random)
    {
        findCells();
    }

    void settle()
    {
        placeTownCenters();
        placeVillagePoints();
        for (int round = 0; round < 6; ++round) {
            assignPoints();
            if (round < 5)
                moveTownCenters();
        }
        nameVillages();
        placeCommunities();
    }

private:
    const std::vector<std::size_t>& towns() const { return m_land.counties[m_county].towns; }

    /// The cells well inside the county.
    void findCells()
    {
        const Grid& grid = m_land.grid;
        const auto inside = [&](int column, int row) {
            return grid.holds(column, row) &&
                   m_land.countyAt[static_cast<std::size_t>(grid.number(column, row))] ==
                       static_cast<std::int8_t>(m_county);
        };
        constexpr int margin = 4;
        for (int row = 0; row < grid.height; ++row)
            for (int column = 0; column < grid.width; ++column) {
                bool deep = inside(column, row);
                for (int dy = -1; deep && dy <= 1; ++dy)
                    for (int dx = -1; deep && dx <= 1; ++dx)
                        deep = inside(column + margin * dx, row + margin * dy);
                if (deep)
                    m_cells.push_back(grid.number(column, row));
            }
    }

    /// The best of some random cells: far from `taken` and comfortable.
    Point bestPlace(const std::vector<Point>& taken, int tries)
    {
        Point best{};
        double bestScore = -1;
        for (int i = 0; i < tries; ++i) {
            const int cell = m_random.pick(m_cells);
            const Point p = m_land.grid.center(cell);
            const double score = nearestDistance(taken, p) * (0.35 + 0.65 * m_relief.comfort(cell));
            if (score > bestScore) {
                bestScore = score;
                best = p;
            }
        }
        return best;
    }

    void placeTownCenters()
    {
        std::vector<Point> taken;
        for (const std::size_t town : towns())
            if (m_land.towns[town].seatIsReal)
                taken.push_back(m_land.towns[town].seat);
        for (const std::size_t town : towns())
            if (!m_land.towns[town].seatIsReal) {
                m_land.towns[town].seat = bestPlace(taken, 40);
                taken.push_back(m_land.towns[town].seat);
            }
    }

    void placeVillagePoints()
    {
        std::size_t count = 0;
        for (const std::size_t village : m_land.counties[m_county].villages)
            count += m_land.villages[village].urban ? 0 : 1;
        std::vector<Point> taken;
        for (const std::size_t town : towns())
            if (m_land.towns[town].seatIsReal)
                taken.push_back(m_land.towns[town].seat);
        while (m_points.size() < count) {
            m_points.push_back(bestPlace(taken, 28));
            taken.push_back(m_points.back());
        }
    }

    /// Gives each township as many points as it has villages, the sum of squares least: its
    /// points then lie in one piece.
    void assignPoints()
    {
        const std::size_t n = m_points.size();
        std::vector<std::size_t> slots;
        for (const std::size_t town : towns())
            for (const std::size_t village : m_land.towns[town].villages)
                if (!m_land.villages[village].urban)
                    slots.push_back(town);
        std::vector<double> cost(n * n);
        for (std::size_t point = 0; point < n; ++point)
            for (std::size_t slot = 0; slot < n; ++slot) {
                const double metres = distance(m_points[point], m_land.towns[slots[slot]].seat);
                cost[point * n + slot] = metres * metres;
            }
        m_townOf.resize(n);
        const auto slotOf = cheapestAssignment(cost, n);
        for (std::size_t point = 0; point < n; ++point)
            m_townOf[point] = slots[slotOf[point]];
    }

    void moveTownCenters()
    {
        for (const std::size_t town : towns()) {
            if (m_land.towns[town].seatIsReal)
                continue;
            double least = infinity;
            for (std::size_t candidate = 0; candidate < m_points.size(); ++candidate) {
                if (m_townOf[candidate] != town)
                    continue;
                double sum = 0;
                for (std::size_t point = 0; point < m_points.size(); ++point)
                    if (m_townOf[point] == town)
                        sum += distance(m_points[candidate], m_points[point]);
                if (sum < least) {
                    least = sum;
                    m_land.towns[town].seat = m_points[candidate];
                }
            }
        }
    }

    /// The village that shares the township's name takes the point nearest to its seat.
    void nameVillages()
    {
        for (const std::size_t town : towns()) {
            std::vector<std::size_t> points;
            for (std::size_t point = 0; point < m_points.size(); ++point)
                if (m_townOf[point] == town)
                    points.push_back(point);
            m_random.shuffle(points);
            const Point seat = m_land.towns[town].seat;
            const auto nearest = std::ranges::min_element(
                points, {}, [&](std::size_t point) { return distance(m_points[point], seat); });
            std::vector<std::size_t> villages;
            for (const std::size_t village : m_land.towns[town].villages)
                if (!m_land.villages[village].urban)
                    villages.push_back(village);
            const auto namesake = std::ranges::find_if(villages, [&](std::size_t village) {
                return stem(m_land.villages[village].name) == stem(m_land.towns[town].name);
            });
            if (nearest != points.end())
                std::iter_swap(points.begin(), nearest);
            if (namesake != villages.end())
                std::iter_swap(villages.begin(), namesake);
            for (std::size_t i = 0; i < villages.size(); ++i)
                m_land.villages[villages[i]].seat = m_points[points[i]];
            if (!villages.empty())
                moveAside(m_land.villages[villages.front()], seat);
        }
    }

    /// The committee of the seat's own village stands some streets away from the township's.
    void moveAside(Village& village, Point seat)
    {
        if (distance(village.seat, seat) > 600)
            return;
        const double cell = m_land.grid.cell;
        Point best{};
        double bestScore = -1;
        for (int dy = -3; dy <= 3; ++dy)
            for (int dx = -3; dx <= 3; ++dx) {
                const Point p{seat.x + dx * cell, seat.y + dy * cell};
                const int cellNumber = m_land.grid.at(p);
                const double metres = distance(p, seat);
                if (metres < 500 || metres > 800 || !isInside(cellNumber))
                    continue;
                const double score = m_relief.comfort(cellNumber) + 0.01;
                if (score > bestScore) {
                    bestScore = score;
                    best = m_land.grid.center(cellNumber);
                }
            }
        if (best.valid())
            village.seat = best;
    }

    bool isInside(int cell) const
    {
        return m_land.countyAt[static_cast<std::size_t>(cell)] ==
               static_cast<std::int8_t>(m_county);
    }

    /// The communities of the county seat fill a disc around it.
    void placeCommunities()
    {
        const std::size_t town = towns().front();
        const Point seat = m_land.towns[town].seat;
        std::vector<std::size_t> communities;
        for (const std::size_t village : m_land.towns[town].villages)
            if (m_land.villages[village].urban)
                communities.push_back(village);
        const double radius = 500 + 420 * std::sqrt(static_cast<double>(communities.size()));
        std::vector<Point> taken{seat};
        for (const Village& village : m_land.villages)
            if (village.county == m_county && !village.urban &&
                distance(village.seat, seat) < radius + 1500)
                taken.push_back(village.seat);
        for (const std::size_t village : communities) {
            Point best{};
            double bestScore = 0;
            for (int i = 0; i < 60; ++i) {
                const Point p{seat.x + m_random.between(-radius, radius),
                              seat.y + m_random.between(-radius, radius)};
                const int cell = m_land.grid.at(p);
                const Point center = m_land.grid.center(cell);
                const double score = nearestDistance(taken, center);
                if (distance(p, seat) <= radius && isInside(cell) && score > bestScore) {
                    bestScore = score;
                    best = center;
                }
            }
            m_land.villages[village].seat = best;
            taken.push_back(best);
        }
    }

    Land& m_land;
    const Relief& m_relief;
    std::size_t m_county;
    Random m_random;
    std::vector<int> m_cells{};
    std::vector<Point> m_points{};       ///< seats of villages outside the county seat
    std::vector<std::size_t> m_townOf{}; ///< town of each point
};

} // namespace

void settle(Land& land, const Relief& relief, const Random& random)
{
    for (std::size_t county = 0; county < land.counties.size(); ++county)
        CountySettler(land, relief, county, random.fork(1, county)).settle();
    for (County& county : land.counties)
        county.seat = land.towns[county.towns.front()].seat;
}

} // namespace guatu::sample
