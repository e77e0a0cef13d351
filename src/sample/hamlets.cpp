// SPDX-License-Identifier: MIT
#include "sample/hamlets.h"

#include "core/polygon.h"
#include "sample/digits.h"
#include "sample/plane.h"

#include <algorithm>
#include <limits>

namespace guatu::sample
{
namespace
{

std::vector<std::vector<int>> cellsByVillage(const Land& land, const Areas& areas)
{
    std::vector<std::vector<int>> cells(land.villages.size());
    for (std::size_t cell = 0; cell < areas.villageAt.size(); ++cell)
        if (areas.villageAt[cell] >= 0)
            cells[static_cast<std::size_t>(areas.villageAt[cell])].push_back(
                static_cast<int>(cell));
    return cells;
}

bool isInside(const Areas& areas, std::size_t village, Point metres)
{
    return contains(areas.villages, village, rounded(toLonLat(metres)));
}

/// A random place in the village: in one of its cells and inside its area.
Point randomPlace(const Land& land, const Areas& areas, std::size_t village,
                  const std::vector<int>& cells, Random& random)
{
    for (int i = 0; i < 50; ++i) {
        const Point center = land.grid.center(random.pick(cells));
        const Point p{center.x + random.between(-110, 110), center.y + random.between(-110, 110)};
        if (isInside(areas, village, p))
            return p;
    }
    return land.villages[village].seat;
}

/// A place some steps from the seat, still inside the village.
Point placeBeside(const Areas& areas, std::size_t village, Point seat, double from, double to,
                  Random& random)
{
    for (int i = 0; i < 50; ++i) {
        const Point p{seat.x + random.between(-to, to), seat.y + random.between(-to, to)};
        if (distance(p, seat) >= from && distance(p, seat) <= to && isInside(areas, village, p))
            return p;
    }
    return seat;
}

} // namespace

std::vector<Hamlet> makeHamlets(const Land& land, const Relief& relief, const Areas& areas,
                                const RoadNetwork& roads, const Figures& figures,
                                const Random& random)
{
    const auto cells = cellsByVillage(land, areas);
    std::vector<Hamlet> hamlets;
    for (std::size_t v = 0; v < land.villages.size(); ++v) {
        Random lot = random.fork(20, v);
        const Village& village = land.villages[v];
        std::vector<Point> taken{placeBeside(areas, v, village.seat, 60, 180, lot)};
        while (taken.size() < static_cast<std::size_t>(figures.villages[v].groups)) {
            Point best = village.seat;
            double bestScore = -1;
            for (int i = 0; i < 24 && !cells[v].empty(); ++i) {
                const Point p = randomPlace(land, areas, v, cells[v], lot);
                double nearest = std::numeric_limits<double>::infinity();
                for (const Point other : taken)
                    nearest = std::min(nearest, distance(p, other));
                const int cell = land.grid.at(p);
                const double score =
                    nearest * (0.2 + 0.8 * relief.comfort(cell)) * roads.nearness(cell);
                if (score > bestScore) {
                    bestScore = score;
                    best = p;
                }
            }
            taken.push_back(best);
        }
        for (std::size_t i = 0; i < taken.size(); ++i)
            hamlets.push_back({.village = v,
                               .code = village.code + digits(i + 1, 3),
                               .name = village.name + std::to_string(i + 1) + "组",
                               .seat = taken[i]});
    }
    return hamlets;
}

void placeSites(const Land& land, const Relief& relief, const Areas& areas, const Random& random,
                std::vector<Site>& sites)
{
    for (std::size_t s = 0; s < sites.size(); ++s) {
        Random lot = random.fork(21, s);
        const Point seat = land.villages[sites[s].host].seat;
        double bestScore = -1;
        for (int i = 0; i < 12; ++i) {
            const Point p = placeBeside(areas, sites[s].host, seat, 350, 900, lot);
            const double score = relief.comfort(land.grid.at(p));
            if (score > bestScore) {
                bestScore = score;
                sites[s].seat = p;
            }
        }
    }
}

std::vector<Point> housePlaces(const Terrain& terrain, Point center, std::size_t count,
                               HouseSpacing spacing, Random random)
{
    const double wanted = std::sqrt(static_cast<double>(count) / 2.6);
    const auto rows = std::clamp<std::size_t>(static_cast<std::size_t>(wanted + 0.5), 1, 10);
    const std::size_t perRow = (count + rows - 1) / rows;
    // Walk along the contour line through the centre, both ways.
    const Point start = terrain.gradient(center);
    const double steep = std::sqrt(start.x * start.x + start.y * start.y);
    const Point first = steep > 0.005 ? Point{-start.y / steep, start.x / steep} : Point{0.8, 0.6};
    std::vector<std::pair<double, Point>> places;
    for (const double way : {1.0, -1.0}) {
        Point p = center;
        Point along{first.x * way, first.y * way};
        for (std::size_t step = 0; step <= perRow / 2; ++step) {
            if (step > 0 || way > 0)
                for (std::size_t row = 0; row < rows; ++row) {
                    const double across =
                        (static_cast<double>(row) - static_cast<double>(rows - 1) / 2) *
                            spacing.across +
                        random.between(-0.2, 0.2) * spacing.across;
                    const double shift = random.between(-0.28, 0.28) * spacing.along;
                    const Point house{p.x - along.y * way * across + along.x * shift,
                                      p.y + along.x * way * across + along.y * shift};
                    places.emplace_back(distance(house, center), house);
                }
            p = {p.x + along.x * spacing.along, p.y + along.y * spacing.along};
            const Point g = terrain.gradient(p);
            const double length = std::sqrt(g.x * g.x + g.y * g.y);
            if (length > 0.005) {
                const Point turned{-g.y / length * way, g.x / length * way};
                const Point mean{along.x + 0.7 * turned.x, along.y + 0.7 * turned.y};
                const double norm = std::sqrt(mean.x * mean.x + mean.y * mean.y);
                if (norm > 0.2)
                    along = {mean.x / norm, mean.y / norm};
            }
        }
    }
    std::ranges::sort(places, {}, [](const auto& place) {
        return std::tuple(place.first, place.second.x, place.second.y);
    });
    std::vector<Point> result;
    for (std::size_t i = 0; i < count; ++i)
        result.push_back(places[i % places.size()].second);
    return result;
}

} // namespace guatu::sample
