// SPDX-License-Identifier: MIT
#include "campaign/query/places.h"

#include "core/coverage_index.h"
#include "core/shape_relation.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

namespace guatu::campaign::query
{
namespace
{

std::vector<Point> firstPoints(const GeometryColumn& column)
{
    std::vector<Point> points(column.size());
    for (std::size_t row = 0; row < points.size(); ++row)
        points[row] = column.firstPoint(row);
    return points;
}

Point at(const std::vector<Point>& points, RowIndex row)
{
    return row == noRow ? Point{} : points[static_cast<std::size_t>(row)];
}

std::vector<Point> problemPlaces(const QueryContext& context)
{
    const Snapshot& snapshot = context.snapshot;
    const ProblemColumns& problems = snapshot.problems;
    std::vector<Point> points;
    points.reserve(problems.size());
    for (std::size_t row = 0; row < problems.size(); ++row) {
        const RowIndex subject = problems.subject[row];
        const auto first = [&](const GeometryColumn& column) {
            return subject == noRow ? Point{}
                                    : column.firstPoint(static_cast<std::size_t>(subject));
        };
        switch (problems.subjectType[row]) {
        case SubjectType::Household:
            points.push_back(at(snapshot.households.location, subject));
            break;
        case SubjectType::Unit:
            points.push_back(first(snapshot.units.seat));
            break;
        case SubjectType::Site:
            points.push_back(first(snapshot.sites.location));
            break;
        case SubjectType::Facility:
            points.push_back(first(snapshot.facilities.location));
            break;
        case SubjectType::Project:
            points.push_back(first(snapshot.projects.location));
            break;
        case SubjectType::Unknown:
            points.emplace_back();
            break;
        }
    }
    return points;
}

/// The rows that are yes (or unknown) and have a shape; of those that are yes, how many have none.
std::vector<std::uint32_t> shaped(const GeometryColumn& shapes, const Truths& truths, Truth wanted,
                                  std::size_t* without = nullptr)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < truths.size(); ++row) {
        if (truths[row] != wanted)
            continue;
        if (shapes.hasGeometry(row))
            rows.push_back(row);
        else if (without != nullptr)
            ++*without;
    }
    return rows;
}

/// Joins what is certain and what is possible into truths: unknown without a shape of its own.
template <typename Certain, typename Possible>
Truths judged(std::size_t rows, const auto& hasShape, bool cannotTell, const Certain& certain,
              const Possible& possible)
{
    Truths truths(rows, unknown);
    for (std::size_t row = 0; row < rows; ++row)
        if (hasShape(row))
            truths[row] = certain(row) ? yes : cannotTell || possible(row) ? unknown : no;
    return truths;
}

} // namespace

std::vector<Point> pointsOf(const QueryContext& context, Entity entity)
{
    const Snapshot& snapshot = context.snapshot;
    switch (entity) {
    case Entity::Household:
        return snapshot.households.location;
    case Entity::Person: {
        std::vector<Point> points;
        points.reserve(context.persons->size());
        for (const RowIndex household : context.persons->household)
            points.push_back(at(snapshot.households.location, household));
        return points;
    }
    case Entity::Unit:
        return firstPoints(snapshot.units.seat);
    case Entity::Site:
        return firstPoints(snapshot.sites.location);
    case Entity::Facility:
        return firstPoints(snapshot.facilities.location);
    case Entity::Project:
        return firstPoints(snapshot.projects.location);
    case Entity::Problem:
        return problemPlaces(context);
    default:
        return {};
    }
}

GeometryColumn shapesOf(const QueryContext& context, Entity entity)
{
    if (entity == Entity::Unit)
        return context.snapshot.units.area;
    if (entity == Entity::Road)
        return context.snapshot.roads.line;
    GeometryColumn shapes(GeometryType::Point);
    for (const Point& point : pointsOf(context, entity))
        shapes.addPoint(point);
    return shapes;
}

SpatialResult inside(const QueryContext& context, Entity entity, const SpatialTargets& targets)
{
    const GeometryColumn& areas = context.snapshot.units.area;
    SpatialResult result;
    const auto sure = shaped(areas, targets.truths, yes, &result.unlocatedTargets);
    const auto maybe = shaped(areas, targets.truths, unknown);
    const bool cannotTell = targets.byName && result.unlocatedTargets > 0;
    if (entity == Entity::Road) {
        const GeometryColumn& lines = context.snapshot.roads.line;
        const ShapeRelation certain(areas, sure), possible(areas, maybe);
        result.truths = judged(
            lines.size(), [&](std::size_t row) { return lines.hasGeometry(row); }, cannotTell,
            [&](std::size_t row) { return certain.covers(lines, row); },
            [&](std::size_t row) { return possible.covers(lines, row); });
        return result;
    }
    const CoverageIndex certain(areas, sure), possible(areas, maybe);
    const std::vector<Point> points = pointsOf(context, entity);
    result.truths.assign(points.size(), unknown);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, points.size(), 8192),
                      [&](const tbb::blocked_range<std::size_t>& range) {
                          for (std::size_t row = range.begin(); row < range.end(); ++row)
                              if (points[row].valid())
                                  result.truths[row] = certain.covers(points[row]) ? yes
                                                       : cannotTell || possible.covers(points[row])
                                                           ? unknown
                                                           : no;
                      });
    return result;
}

SpatialResult intersecting(const QueryContext& context, Entity entity,
                           const SpatialTargets& targets)
{
    const GeometryColumn theirs = shapesOf(context, targets.entity);
    const GeometryColumn own = shapesOf(context, entity);
    SpatialResult result;
    const auto sure = shaped(theirs, targets.truths, yes, &result.unlocatedTargets);
    const auto maybe = shaped(theirs, targets.truths, unknown);
    const bool cannotTell = targets.byName && result.unlocatedTargets > 0;
    const ShapeRelation certain(theirs, sure), possible(theirs, maybe);
    const bool same = entity == targets.entity && !targets.byName;
    const auto except = [&](std::size_t row) { return same ? static_cast<std::int64_t>(row) : -1; };
    result.truths = judged(
        own.size(), [&](std::size_t row) { return own.hasGeometry(row); }, cannotTell,
        [&](std::size_t row) { return certain.intersects(own, row, except(row)); },
        [&](std::size_t row) { return possible.intersects(own, row, except(row)); });
    return result;
}

} // namespace guatu::campaign::query
