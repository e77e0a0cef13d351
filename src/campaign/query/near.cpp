// SPDX-License-Identifier: MIT
#include "campaign/query/places.h"

#include "core/ground_distance.h"
#include "core/point_grid.h"
#include "core/rtree.h"
#include "core/segment.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cmath>

namespace guatu::campaign::query
{
namespace
{

using Rows = std::vector<std::uint32_t>;

/// Rows of one truth, those without a position left out and counted.
Rows rowsOf(const Truths& truths, Truth wanted, const std::vector<Point>& points,
            std::size_t* without)
{
    Rows rows;
    for (std::uint32_t row = 0; row < truths.size(); ++row) {
        if (truths[row] != wanted)
            continue;
        if (points[row].valid())
            rows.push_back(row);
        else if (without != nullptr)
            ++*without;
    }
    return rows;
}

std::vector<Point> picked(const std::vector<Point>& points, const Rows& rows)
{
    std::vector<Point> made;
    made.reserve(rows.size());
    for (const std::uint32_t row : rows)
        made.push_back(points[row]);
    return made;
}

Box boxOf(const std::vector<Point>& points)
{
    Box box;
    for (const Point& p : points)
        if (p.valid())
            box.add(p);
    return box;
}

/// Target points of one truth, searched by the distance of the plane.
struct Neighbours {
    Rows rows;
    std::vector<Point> points;
    PointGrid grid;

    Neighbours(const std::vector<Point>& all, Rows chosen, double reach)
        : rows(std::move(chosen)), points(picked(all, rows)), grid(points, reach)
    {
    }

    enum class Verdict : std::uint8_t { None, Measure, Within };

    /// What the plane alone can tell. `self` is the row of the target that is asked about itself.
    [[nodiscard]] Verdict planeVerdict(Point at, std::int64_t self, double reach, double sure) const
    {
        bool measure = false;
        const bool within = grid.anyWithin(at, reach, [&](std::uint32_t item, double squared) {
            if (std::int64_t{rows[item]} == self)
                return false;
            measure = true;
            return squared <= sure * sure;
        });
        return within ? Verdict::Within : measure ? Verdict::Measure : Verdict::None;
    }

    [[nodiscard]] bool measured(Point at, std::int64_t self, double reach, double metres,
                                const GroundDistance& ground) const
    {
        return grid.anyWithin(at, reach, [&](std::uint32_t item, double squared) {
            return std::int64_t{rows[item]} != self &&
                   ground.within(at, points[item], std::sqrt(squared), metres);
        });
    }
};

/// Points near points: the plane settles nearly all, on all cores; the ground settles the rest.
void judgePoints(const std::vector<Point>& points, bool same, const Neighbours& certain,
                 const Neighbours& possible, double metres, const GroundDistance& ground,
                 Truths& truths)
{
    using Verdict = Neighbours::Verdict;
    const double reach = ground.planeReach(metres), sure = ground.planeSure(metres);
    const auto self = [&](std::size_t row) { return same ? static_cast<std::int64_t>(row) : -1; };
    std::vector<std::uint8_t> open(points.size(), 0);
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, points.size(), 8192), [&](const auto& range) {
            for (std::size_t row = range.begin(); row < range.end(); ++row) {
                if (!points[row].valid())
                    continue;
                const Verdict one = certain.planeVerdict(points[row], self(row), reach, sure);
                const Verdict two =
                    one == Verdict::Within
                        ? Verdict::None
                        : possible.planeVerdict(points[row], self(row), reach, sure);
                truths[row] = one == Verdict::Within ? yes : two == Verdict::Within ? unknown : no;
                open[row] = one == Verdict::Measure || two == Verdict::Measure ? 1 : 0;
            }
        });
    for (std::size_t row = 0; row < points.size(); ++row) {
        if (open[row] == 0)
            continue;
        if (certain.measured(points[row], self(row), reach, metres, ground))
            truths[row] = yes;
        else if (truths[row] == no &&
                 possible.measured(points[row], self(row), reach, metres, ground))
            truths[row] = unknown;
    }
}

/// The segments of shapes, with the row of each.
struct Pieces {
    std::vector<Segment> segments;
    Rows rows;

    void add(const GeometryColumn& shapes, std::uint32_t row)
    {
        for (std::size_t part = 0; part < shapes.partCount(row); ++part) {
            const auto points = shapes.part(row, part);
            for (std::size_t i = 0; i < std::max<std::size_t>(points.size(), 2) - 1; ++i) {
                segments.push_back({points[i], points[std::min(i + 1, points.size() - 1)]});
                rows.push_back(row);
            }
        }
    }

    [[nodiscard]] RTree tree() const
    {
        std::vector<Box> boxes;
        for (const Segment& segment : segments)
            boxes.push_back(segment.box());
        return RTree(boxes);
    }
};

/// Lines as they are, everything else as points: distances to units are those to their seats.
GeometryColumn measuredShapes(const QueryContext& context, Entity entity)
{
    if (entity == Entity::Road)
        return context.snapshot.roads.line;
    GeometryColumn shapes(GeometryType::Point);
    for (const Point& point : pointsOf(context, entity))
        shapes.addPoint(point);
    return shapes;
}

/// Distances where one side has lines.
class LineDistances
{
public:
    LineDistances(const GeometryColumn& own, const GeometryColumn& theirs, const Truths& truths,
                  const GroundDistance& ground)
        : m_own(own), m_ground(ground)
    {
        for (std::uint32_t row = 0; row < truths.size(); ++row)
            if (truths[row] != no && theirs.hasGeometry(row))
                (truths[row] == yes ? m_certain : m_possible).add(theirs, row);
        m_certainTree = m_certain.tree();
        m_possibleTree = m_possible.tree();
    }

    [[nodiscard]] Truth judge(std::uint32_t row, bool same, double metres) const
    {
        Pieces pieces;
        pieces.add(m_own, row);
        const std::int64_t self = same ? std::int64_t{row} : -1;
        if (any(pieces, m_certain, m_certainTree, self, metres))
            return yes;
        return any(pieces, m_possible, m_possibleTree, self, metres) ? unknown : no;
    }

private:
    [[nodiscard]] bool any(const Pieces& own, const Pieces& theirs, const RTree& tree,
                           std::int64_t self, double metres) const
    {
        for (const Segment& segment : own.segments)
            for (const std::uint32_t item :
                 tree.search(segment.box().grown(m_ground.planeReach(metres)))) {
                if (std::int64_t{theirs.rows[item]} == self)
                    continue;
                const auto [a, b] = nearestPoints(segment, theirs.segments[item]);
                if (m_ground.within(a, b, std::hypot(a.x - b.x, a.y - b.y), metres))
                    return true;
            }
        return false;
    }

    const GeometryColumn& m_own;
    const GroundDistance& m_ground;
    Pieces m_certain, m_possible;
    RTree m_certainTree, m_possibleTree;
};

} // namespace

SpatialResult near(const QueryContext& context, Entity entity, const SpatialTargets& targets,
                   double metres)
{
    SpatialResult result;
    const bool same = entity == targets.entity && !targets.byName;
    if (entity != Entity::Road && targets.entity != Entity::Road) {
        const std::vector<Point> points = pointsOf(context, entity);
        const std::vector<Point> theirs =
            entity == targets.entity ? points : pointsOf(context, targets.entity);
        Box area = boxOf(points);
        area.add(boxOf(theirs));
        const GroundDistance ground(context.snapshot.crs, area);
        const double reach = ground.planeReach(metres);
        result.truths.assign(points.size(), unknown);
        const Neighbours certain(
            theirs, rowsOf(targets.truths, yes, theirs, &result.unlocatedTargets), reach);
        const Neighbours possible(theirs, rowsOf(targets.truths, unknown, theirs, nullptr), reach);
        judgePoints(points, same, certain, possible, metres, ground, result.truths);
    } else {
        const GeometryColumn own = measuredShapes(context, entity);
        const GeometryColumn theirs = measuredShapes(context, targets.entity);
        Box area = own.box();
        area.add(theirs.box());
        const GroundDistance ground(context.snapshot.crs, area);
        const LineDistances distances(own, theirs, targets.truths, ground);
        for (std::uint32_t row = 0; row < targets.truths.size(); ++row)
            result.unlocatedTargets += targets.truths[row] == yes && !theirs.hasGeometry(row);
        result.truths.assign(own.size(), unknown);
        for (std::uint32_t row = 0; row < own.size(); ++row)
            if (own.hasGeometry(row))
                result.truths[row] = distances.judge(row, same, metres);
    }
    if (targets.byName && result.unlocatedTargets > 0)
        for (Truth& one : result.truths)
            one = one == no ? unknown : one;
    return result;
}

std::vector<NearestTarget> nearestOf(const QueryContext& context, Entity entity,
                                     const SpatialTargets& targets,
                                     std::span<const std::uint32_t> rows)
{
    std::vector<NearestTarget> found(rows.size(),
                                     {targets.entity, 0, std::numeric_limits<double>::quiet_NaN()});
    const bool same = entity == targets.entity && !targets.byName;
    const GeometryColumn own = measuredShapes(context, entity);
    const GeometryColumn theirs = measuredShapes(context, targets.entity);
    Pieces pieces;
    for (std::uint32_t row = 0; row < targets.truths.size(); ++row)
        if (targets.truths[row] == yes && theirs.hasGeometry(row))
            pieces.add(theirs, row);
    if (pieces.segments.empty())
        return found;
    Box area = own.box();
    area.add(theirs.box());
    const GroundDistance ground(context.snapshot.crs, area);
    const RTree tree = pieces.tree();
    const double farthest = std::hypot(area.width(), area.height());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Pieces mine;
        if (own.hasGeometry(rows[i]))
            mine.add(own, rows[i]);
        // A circle that grows until something lies in it; what is nearest then is nearest at all.
        for (double reach = 250; !mine.segments.empty() && std::isnan(found[i].metres);
             reach *= 2) {
            double best = reach;
            for (const Segment& segment : mine.segments)
                for (const std::uint32_t item : tree.search(segment.box().grown(reach))) {
                    const auto [a, b] = nearestPoints(segment, pieces.segments[item]);
                    const double plane = std::hypot(a.x - b.x, a.y - b.y);
                    if (plane > best || (same && pieces.rows[item] == rows[i]))
                        continue;
                    if (plane == best && !std::isnan(found[i].metres))
                        continue; // the first of equals
                    best = plane;
                    found[i].row = pieces.rows[item];
                    found[i].metres = ground.between(a, b);
                }
            if (reach > farthest)
                break;
        }
    }
    return found;
}

} // namespace guatu::campaign::query
