// SPDX-License-Identifier: MIT
#include "access/facility_distance.h"

#include "access/reach.h"
#include "core/ground_distance.h"
#include "core/point_grid.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

namespace guatu::access
{
namespace
{

constexpr double nowhere = std::numeric_limits<double>::infinity();
constexpr double metresKmh = 3.6;

std::vector<Point> pointsOf(const FacilityColumns& facilities, std::span<const RowIndex> rows)
{
    std::vector<Point> points;
    points.reserve(rows.size());
    for (const RowIndex row : rows)
        points.push_back(facilities.location.firstPoint(static_cast<std::size_t>(row)));
    return points;
}

double shareOf(double figure, double limit)
{
    return limit > 0 ? figure / limit : figure > 0 ? nowhere : 0;
}

/// Straight lines with the climb that goes with them.
class Lines
{
public:
    Lines(const Standard& standard, const HeightAt& height, std::span<const RowIndex> rows,
          std::vector<Point> points, const GroundDistance& ground)
        : m_standard(standard),
          m_rows(rows),
          m_points(std::move(points)),
          m_grid(m_points),
          m_ground(ground),
          m_height(height)
    {
        if (m_standard.maxClimb)
            for (const Point p : m_points)
                m_heights.push_back(heightOf(p));
    }

    [[nodiscard]] FacilityDistance from(Point at) const
    {
        FacilityDistance best;
        if (!at.valid())
            return best;
        if (const auto found = m_grid.nearest(at); found.item != PointGrid::noItem)
            best = to(at, found.item, heightOf(at));
        if (!m_standard.maxClimb || best.figure > m_standard.limit())
            return best;
        const double own = heightOf(at);
        m_grid.anyWithin(at, m_ground.planeReach(m_standard.limit()),
                         [&](std::uint32_t item, double) {
                             const FacilityDistance other = to(at, item, own);
                             if (other.share < best.share || std::isnan(best.share))
                                 best = std::isnan(other.share) ? best : other;
                             return false;
                         });
        return best;
    }

private:
    [[nodiscard]] double heightOf(Point at) const
    {
        return m_height && m_standard.maxClimb ? m_height(at) : std::nan("");
    }
    [[nodiscard]] FacilityDistance to(Point at, std::uint32_t item, double own) const
    {
        FacilityDistance made{.facility = m_rows[item],
                              .figure = m_ground.between(at, m_points[item])};
        made.share = shareOf(made.figure, m_standard.limit());
        if (m_standard.maxClimb) {
            made.climb = std::abs(own - m_heights[item]);
            // Beyond the limit on the level no height helps; within it only heights tell.
            if (made.share <= 1)
                made.share += shareOf(made.climb, *m_standard.maxClimb);
        }
        return made;
    }

    const Standard& m_standard;
    std::span<const RowIndex> m_rows;
    std::vector<Point> m_points;
    PointGrid m_grid;
    const GroundDistance& m_ground;
    const HeightAt& m_height;
    std::vector<double> m_heights;
};

} // namespace

Travel metresTravel(const Travel& travel)
{
    Travel metres = travel;
    metres.offRoadKmh = metresKmh;
    metres.means = {{.id = std::string(metresMeans),
                     .title = {"沿路距离", "Distance along roads"},
                     .oneWays = false,
                     .speeds = {{.kmh = metresKmh}}}};
    return metres;
}

std::vector<FacilityDistance> distancesByRoad(const Standard& standard, const RoadNetwork& network,
                                              const FacilityColumns& facilities,
                                              std::span<const RowIndex> rows,
                                              std::span<const Snapped> subjects)
{
    std::vector<Place> places;
    for (const Snapped& snapped : network.snapAll(pointsOf(facilities, rows)))
        places.push_back(snapped.place);
    const Nearest nearest(network.graph(), std::move(places));
    const double unit = standard.measure() == Measure::Minutes ? 60000 : 1000;
    std::vector<FacilityDistance> distances(subjects.size());
    tbb::parallel_for(std::size_t{0}, subjects.size(), [&](std::size_t i) {
        if (const Found found = nearest.of(subjects[i].place); found.time != never) {
            const double figure = found.time / unit;
            distances[i] = {.facility = rows[found.place],
                            .figure = figure,
                            .share = shareOf(figure, standard.limit())};
        }
    });
    return distances;
}

std::vector<FacilityDistance> distancesInLine(const Standard& standard, const std::string& crs,
                                              const HeightAt& height,
                                              const FacilityColumns& facilities,
                                              std::span<const RowIndex> rows,
                                              std::span<const Point> subjects)
{
    std::vector<FacilityDistance> distances(subjects.size());
    auto points = pointsOf(facilities, rows);
    Box box;
    for (const Point p : points)
        box.add(p);
    if (box.empty())
        return distances;
    const GroundDistance ground(crs, box);
    const Lines lines(standard, height, rows, std::move(points), ground);
    std::ranges::transform(subjects, distances.begin(), [&](Point at) { return lines.from(at); });
    return distances;
}

std::vector<FacilityDistance> distancesOverGround(const Standard& standard,
                                                  const WalkSurface& surface,
                                                  const FacilityColumns& facilities,
                                                  std::span<const RowIndex> rows,
                                                  std::span<const Point> subjects)
{
    const auto found = WalkReach(surface, pointsOf(facilities, rows)).of(subjects);
    std::vector<FacilityDistance> distances(subjects.size());
    for (std::size_t i = 0; i < subjects.size(); ++i)
        if (found[i].time != never) {
            const double minutes = found[i].time / 60000.0;
            distances[i] = {.facility = rows[found[i].place],
                            .figure = minutes,
                            .share = shareOf(minutes, standard.limit())};
        }
    return distances;
}

std::vector<FacilityDistance>
distancesByDetour(const Standard& standard, const Approximation& approximation,
                  const std::string& crs, const FacilityColumns& facilities,
                  std::span<const RowIndex> rows, std::span<const Point> subjects)
{
    const Standard straight{.id = {}, .service = {}, .title = {}, .maxMetres = 1};
    auto distances = distancesInLine(straight, crs, {}, facilities, rows, subjects);
    for (FacilityDistance& distance : distances)
        if (distance.found()) {
            distance.figure = approximation.figure(standard.measure(), distance.figure);
            distance.share = shareOf(distance.figure, standard.limit());
        }
    return distances;
}

} // namespace guatu::access
