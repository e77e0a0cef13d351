// SPDX-License-Identifier: MIT
#include "access/walk_surface.h"

#include "access/bucket_queue.h"
#include "access/place.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu::access
{
namespace
{

struct Move {
    int east, north;
};

constexpr std::array<Move, 16> moves{{{1, 0},
                                      {-1, 0},
                                      {0, 1},
                                      {0, -1},
                                      {1, 1},
                                      {-1, -1},
                                      {1, -1},
                                      {-1, 1},
                                      {2, 1},
                                      {-2, -1},
                                      {1, 2},
                                      {-1, -2},
                                      {2, -1},
                                      {-2, 1},
                                      {1, -2},
                                      {-1, 2}}};

/// A step that takes longer than this is a cliff: nobody goes there.
constexpr Time longestStep = 2 * 3600 * 1000;
/// Cells from where a road crosses a barrier within which the bridge is used.
constexpr double bridgeReach = 1.5;

/// Twice the area of a triangle; positive for a turn to the left.
double turn(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Whether two segments have a point in common, ends included.
bool meet(Point a, Point b, Point c, Point d)
{
    const double abc = turn(a, b, c), abd = turn(a, b, d), cda = turn(c, d, a), cdb = turn(c, d, b);
    const auto apart = [](double s, double t) { return (s > 0 && t > 0) || (s < 0 && t < 0); };
    return !apart(abc, abd) && !apart(cda, cdb) && std::max(a.x, b.x) >= std::min(c.x, d.x) &&
           std::max(c.x, d.x) >= std::min(a.x, b.x) && std::max(a.y, b.y) >= std::min(c.y, d.y) &&
           std::max(c.y, d.y) >= std::min(a.y, b.y);
}

double apart(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

Point between(Point a, Point b, double share)
{
    return {std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share)};
}

/// Lines in pieces no longer than `metres`.
GeometryColumn cutUp(const GeometryColumn& lines, double metres)
{
    GeometryColumn made(GeometryType::Line);
    for (std::size_t line = 0; line < lines.size(); ++line)
        for (std::size_t p = 0; p < lines.partCount(line); ++p) {
            const auto part = lines.part(line, p);
            std::vector<Point> fine;
            for (std::size_t v = 0; v + 1 < part.size(); ++v) {
                if (!part[v].valid() || !part[v + 1].valid())
                    continue;
                const double pieces =
                    std::clamp(std::ceil(apart(part[v], part[v + 1]) / metres), 1.0, 1e6);
                for (double i = 0; i < pieces; ++i)
                    fine.push_back(between(part[v], part[v + 1], i / pieces));
                if (v + 2 == part.size())
                    fine.push_back(part[v + 1]);
            }
            if (fine.size() < 2)
                continue;
            made.addPart(fine);
            made.endFeature();
        }
    return made;
}

} // namespace

WalkSurface::WalkSurface(Lattice heights, double levelKmh, SlopeRule slope,
                         const GeometryColumn& barriers, const GeometryColumn& roads)
    : m_heights(std::move(heights)),
      m_levelKmh(levelKmh),
      m_slope(slope),
      m_lines(cutUp(barriers, m_heights.cell)),
      m_barred(m_heights.values.size(), 0)
{
    m_barriers = SegmentIndex(m_lines);
    bar(roads);
}

bool WalkSurface::isKnown(int column, int row) const
{
    return column >= 0 && row >= 0 && column < m_heights.columns && row < m_heights.rows &&
           std::isfinite(m_heights.at(column, row));
}

/// Whether a straight step crosses a barrier away from any bridge.
bool WalkSurface::isBarred(Point a, Point b) const
{
    const Point middle = between(a, b, 0.5);
    for (const OnLine& on : m_barriers.within(middle, apart(a, b) / 2 + m_heights.cell)) {
        const auto line = m_lines.part(on.line, 0);
        // The nearest piece of each line and those a few steps along it.
        const std::size_t span = 4 + static_cast<std::size_t>(apart(a, b) / m_heights.cell) * 2;
        const std::size_t first = on.vertex > span ? on.vertex - span : 0;
        const std::size_t last = std::min<std::size_t>(line.size() - 1, on.vertex + span + 1);
        for (std::size_t v = first; v < last; ++v)
            if (meet(a, b, line[v], line[v + 1]) &&
                std::ranges::none_of(m_bridges, [&](Point bridge) {
                    return apart(bridge, between(line[v], line[v + 1], 0.5)) <=
                           bridgeReach * m_heights.cell;
                }))
                return true;
    }
    return false;
}

/// Finds the bridges, then the steps that cross a barrier elsewhere.
void WalkSurface::bar(const GeometryColumn& roads)
{
    if (m_lines.size() == 0)
        return;
    for (std::size_t road = 0; road < roads.size(); ++road)
        for (std::size_t p = 0; p < roads.partCount(road); ++p) {
            const auto part = roads.part(road, p);
            for (std::size_t v = 0; v + 1 < part.size(); ++v)
                if (part[v].valid() && part[v + 1].valid() && isBarred(part[v], part[v + 1]))
                    for (const OnLine& on :
                         m_barriers.within(between(part[v], part[v + 1], 0.5),
                                           apart(part[v], part[v + 1]) / 2 + m_heights.cell)) {
                        const auto line = m_lines.part(on.line, 0);
                        for (std::size_t i = 0; i + 1 < line.size(); ++i)
                            if (meet(part[v], part[v + 1], line[i], line[i + 1]))
                                m_bridges.push_back(between(line[i], line[i + 1], 0.5));
                    }
        }
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        const auto part = m_lines.part(line, 0);
        for (std::size_t v = 0; v + 1 < part.size(); ++v) {
            Box box;
            box.add(part[v]);
            box.add(part[v + 1]);
            const auto index = [&](double at, double origin) {
                return static_cast<int>(std::floor((at - origin) / m_heights.cell));
            };
            for (int row = index(box.minY, m_heights.origin.y) - 2;
                 row <= index(box.maxY, m_heights.origin.y) + 3; ++row)
                for (int column = index(box.minX, m_heights.origin.x) - 2;
                     column <= index(box.maxX, m_heights.origin.x) + 3; ++column) {
                    if (!isKnown(column, row))
                        continue;
                    const Point from = m_heights.place(column, row);
                    for (std::size_t m = 0; m < moves.size(); ++m) {
                        const Point to =
                            m_heights.place(column + moves[m].east, row + moves[m].north);
                        if (meet(from, to, part[v], part[v + 1]) &&
                            std::ranges::none_of(m_bridges, [&](Point bridge) {
                                return apart(bridge, between(part[v], part[v + 1], 0.5)) <=
                                       bridgeReach * m_heights.cell;
                            }))
                            m_barred[nodeAt(column, row)] |= static_cast<std::uint16_t>(1U << m);
                    }
                }
        }
    }
}

Time WalkSurface::step(std::uint32_t from, std::uint32_t to, double metres) const
{
    const double slope = (m_heights.values[to] - m_heights.values[from]) / metres;
    const Time time = timeFor(metres, m_levelKmh * slopeFactor(m_slope, slope));
    return time <= longestStep ? time : never;
}

std::vector<WalkSurface::Entry> WalkSurface::entriesOf(Point place) const
{
    std::vector<Entry> entries;
    if (!place.valid())
        return entries;
    const double x = (place.x - m_heights.origin.x) / m_heights.cell;
    const double y = (place.y - m_heights.origin.y) / m_heights.cell;
    if (!(x > -1 && y > -1 && x < m_heights.columns && y < m_heights.rows))
        return entries;
    const int column = static_cast<int>(std::floor(x)), row = static_cast<int>(std::floor(y));
    for (const Move corner : {Move{0, 0}, Move{1, 0}, Move{0, 1}, Move{1, 1}}) {
        const int c = column + corner.east, r = row + corner.north;
        if (!isKnown(c, r) || isBarred(place, m_heights.place(c, r)))
            continue;
        entries.push_back({nodeAt(c, r), timeFor(apart(place, m_heights.place(c, r)), m_levelKmh)});
    }
    return entries;
}

bool WalkSurface::holds(Point place) const
{
    return !entriesOf(place).empty();
}

WalkReach::WalkReach(const WalkSurface& surface, std::vector<Point> facilities, Sense sense)
    : m_surface(surface),
      m_facilities(std::move(facilities)),
      m_grid(m_facilities),
      m_sense(sense),
      m_labels(surface.m_heights.values.size(), Reach::unreached)
{
    search();
}

void WalkReach::search()
{
    const Lattice& ground = m_surface.m_heights;
    BucketQueue queue(longestStep);
    for (std::uint32_t f = 0; f < m_facilities.size(); ++f)
        for (const auto& entry : m_surface.entriesOf(m_facilities[f]))
            if (const auto label = Reach::labelOf(entry.time, f);
                entry.time <= longestStep && label < m_labels[entry.node]) {
                m_labels[entry.node] = label;
                queue.put(entry.node, entry.time);
            }
    while (auto* bucket = queue.front())
        while (!bucket->empty()) {
            const auto [node, time] = queue.take(*bucket);
            const std::uint64_t label = m_labels[node];
            if (time != static_cast<Time>(label >> 32U))
                continue;
            const int column = static_cast<int>(node) % ground.columns;
            const int row = static_cast<int>(node) / ground.columns;
            for (std::size_t m = 0; m < moves.size(); ++m) {
                const int c = column + moves[m].east, r = row + moves[m].north;
                if (((m_surface.m_barred[node] >> m) & 1U) != 0 || !m_surface.isKnown(c, r))
                    continue;
                const std::uint32_t other = m_surface.nodeAt(c, r);
                const double metres = ground.cell * std::hypot(moves[m].east, moves[m].north);
                // People who come to a facility step from there to here.
                const Time own = m_sense == Sense::To ? m_surface.step(other, node, metres)
                                                      : m_surface.step(node, other, metres);
                const Time there = sum(time, own);
                if (own == never || there == never)
                    continue;
                const auto next = Reach::labelOf(there, static_cast<std::uint32_t>(label));
                if (next < m_labels[other]) {
                    m_labels[other] = next;
                    queue.put(other, there);
                }
            }
        }
}

Found WalkReach::of(Point place) const
{
    const auto entries = m_surface.entriesOf(place);
    std::uint64_t best = Reach::unreached;
    for (const auto& entry : entries)
        if (const Time time = sum(static_cast<Time>(m_labels[entry.node] >> 32U), entry.time);
            time != never)
            best = std::min(best,
                            Reach::labelOf(time, static_cast<std::uint32_t>(m_labels[entry.node])));
    // Next door nobody goes round by the lattice.
    if (!entries.empty())
        m_grid.anyWithin(place, 2 * m_surface.m_heights.cell, [&](std::uint32_t f, double squared) {
            if (!m_surface.isBarred(place, m_facilities[f]))
                best = std::min(
                    best, Reach::labelOf(timeFor(std::sqrt(squared), m_surface.m_levelKmh), f));
            return false;
        });
    if (best == Reach::unreached)
        return {};
    return {static_cast<std::uint32_t>(best), static_cast<Time>(best >> 32U)};
}

std::vector<Found> WalkReach::of(std::span<const Point> places) const
{
    std::vector<Found> found(places.size());
    tbb::parallel_for(std::size_t{0}, places.size(),
                      [&](std::size_t i) { found[i] = of(places[i]); });
    return found;
}

Lattice WalkReach::times() const
{
    Lattice times = m_surface.m_heights;
    for (std::size_t node = 0; node < m_labels.size(); ++node) {
        const auto time = static_cast<Time>(m_labels[node] >> 32U);
        times.values[node] =
            time == never ? std::numeric_limits<double>::infinity() : static_cast<double>(time);
    }
    return times;
}

} // namespace guatu::access
