// SPDX-License-Identifier: MIT
#include "core/coverage_index.h"

#include "core/orientation.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace guatu
{
namespace
{

constexpr std::int32_t mixed = -1; ///< of a cell, until its run has a number

template <typename Visit>
void forEachEdge(const GeometryColumn& areas, std::span<const std::uint32_t> features,
                 const Visit& visit)
{
    for (const std::uint32_t feature : features)
        for (std::size_t part = 0; part < areas.partCount(feature); ++part) {
            const std::span<const Point> ring = areas.part(feature, part);
            const auto first = static_cast<std::uint32_t>(ring.data() - areas.vertices().data());
            for (std::uint32_t v = 0; v + 1 < ring.size(); ++v)
                visit(ring[v], ring[v + 1], feature, first + v);
        }
}

/// Features that a ray has met an odd number of times; a handful, so a list will do.
class Parity
{
public:
    void flip(std::uint32_t feature)
    {
        const auto found = std::ranges::find(m_odd, feature);
        if (found == m_odd.end()) {
            m_odd.push_back(feature);
            return;
        }
        *found = m_odd.back();
        m_odd.pop_back();
    }
    void clear() { m_odd.clear(); }
    [[nodiscard]] std::vector<std::uint32_t>& odd() { return m_odd; }

private:
    std::vector<std::uint32_t> m_odd;
};

std::vector<std::uint32_t> allFeatures(const GeometryColumn& areas)
{
    std::vector<std::uint32_t> features(areas.size());
    std::iota(features.begin(), features.end(), 0);
    return features;
}

} // namespace

CoverageIndex::CoverageIndex(const GeometryColumn& areas) : CoverageIndex(areas, allFeatures(areas))
{
}

CoverageIndex::CoverageIndex(const GeometryColumn& areas, std::span<const std::uint32_t> features)
{
    std::size_t edges = 0;
    for (const std::uint32_t feature : features)
        m_box.add(areas.box(feature));
    forEachEdge(areas, features, [&](Point, Point, std::uint32_t, std::uint32_t) { ++edges; });
    if (m_box.empty())
        return;
    m_vertices.assign(areas.vertices().begin(), areas.vertices().end());
    makeGrid(edges);
    forEachEdge(areas, features, [&](Point a, Point b, std::uint32_t, std::uint32_t) {
        forEachCellRow(a, b, [&](std::size_t y, std::size_t from, std::size_t to) {
            std::fill_n(m_cells.begin() + static_cast<std::ptrdiff_t>(y * m_side + from),
                        to - from + 1, mixed);
        });
    });
    placeRuns();
    placeEdges(areas, features);
    m_sets.assign(1, {});
    for (std::uint32_t feature = 0; feature < areas.size(); ++feature)
        m_sets.push_back({feature});
    std::map<Set, std::uint32_t> known;
    for (std::size_t y = 0; y < m_side; ++y)
        fillRow(y, known);
    for (const Set& set : m_sets)
        m_firstOf.push_back(set.empty() ? nowhere : static_cast<std::int32_t>(set.front()));
}

void CoverageIndex::makeGrid(std::size_t edges)
{
    const double wanted = std::sqrt(static_cast<double>(edges));
    m_side = static_cast<std::size_t>(std::clamp(wanted, 8.0, 2048.0));
    const auto cells = static_cast<double>(m_side);
    m_perX = m_box.width() > 0 ? cells / m_box.width() : 0;
    m_perY = m_box.height() > 0 ? cells / m_box.height() : 0;
    m_cells.assign(m_side * m_side, 0);
}

std::size_t CoverageIndex::column(double x) const
{
    return std::min(static_cast<std::size_t>((x - m_box.minX) * m_perX), m_side - 1);
}

std::size_t CoverageIndex::row(double y) const
{
    return std::min(static_cast<std::size_t>((y - m_box.minY) * m_perY), m_side - 1);
}

/// Calls visit(row, first column, last column) for cells that together hold the edge. An edge over
/// many rows is cut at each, a little generously, so that it does not take its whole box.
template <typename Visit>
void CoverageIndex::forEachCellRow(Point a, Point b, const Visit& visit) const
{
    if (a.y > b.y)
        std::swap(a, b);
    const std::size_t first = row(a.y), last = row(b.y);
    const double least = std::min(a.x, b.x), most = std::max(a.x, b.x);
    if (last - first < 2) {
        for (std::size_t y = first; y <= last; ++y)
            visit(y, column(least), column(most));
        return;
    }
    const double slope = (b.x - a.x) / (b.y - a.y);
    const double spare = 1e-6 * m_box.width() / static_cast<double>(m_side);
    const auto xAt = [&](std::size_t line) {
        return a.x + slope * (m_box.minY + static_cast<double>(line) / m_perY - a.y);
    };
    for (std::size_t y = first; y <= last; ++y) {
        const double low = y == first ? a.x : xAt(y), high = y == last ? b.x : xAt(y + 1);
        visit(y, column(std::clamp(std::min(low, high) - spare, least, most)),
              column(std::clamp(std::max(low, high) + spare, least, most)));
    }
}

void CoverageIndex::placeRuns()
{
    for (std::size_t y = 0; y < m_side; ++y)
        for (std::size_t x = 0; x < m_side; ++x) {
            std::int32_t& cell = m_cells[y * m_side + x];
            if (cell != mixed)
                continue;
            if (x == 0 || m_cells[y * m_side + x - 1] >= 0)
                m_runs.emplace_back();
            cell = -static_cast<std::int32_t>(m_runs.size());
        }
}

/// Copies each edge to the one run of each row that holds it.
void CoverageIndex::placeEdges(const GeometryColumn& areas, std::span<const std::uint32_t> features)
{
    const auto runAt = [&](std::size_t y, std::size_t x) -> Run& {
        return m_runs[static_cast<std::size_t>(-1 - m_cells[y * m_side + x])];
    };
    forEachEdge(areas, features, [&](Point a, Point b, std::uint32_t, std::uint32_t) {
        forEachCellRow(
            a, b, [&](std::size_t y, std::size_t from, std::size_t) { ++runAt(y, from).endEdge; });
    });
    std::uint32_t total = 0;
    for (Run& run : m_runs) {
        run.firstEdge = total;
        total += run.endEdge;
        run.endEdge = run.firstEdge;
    }
    m_edges.resize(total);
    forEachEdge(areas, features,
                [&](Point a, Point b, std::uint32_t feature, std::uint32_t vertex) {
                    forEachCellRow(a, b, [&](std::size_t y, std::size_t from, std::size_t) {
                        m_edges[runAt(y, from).endEdge++] = {vertex, feature};
                    });
                });
}

/// The polygons in front of a run that are not behind it, and the other way round, at height y.
CoverageIndex::Set CoverageIndex::toggled(const Run& run, double y) const
{
    Parity parity;
    for (std::uint32_t e = run.firstEdge; e < run.endEdge; ++e)
        if ((m_vertices[m_edges[e].vertex].y <= y) != (m_vertices[m_edges[e].vertex + 1].y <= y))
            parity.flip(m_edges[e].feature);
    std::ranges::sort(parity.odd());
    Set set;
    std::ranges::set_symmetric_difference(parity.odd(), m_sets[run.behind],
                                          std::back_inserter(set));
    return set;
}

std::uint32_t CoverageIndex::setOf(const Set& features, std::map<Set, std::uint32_t>& known)
{
    if (features.empty())
        return 0;
    if (features.size() == 1)
        return features.front() + 1;
    const auto [place, isNew] =
        known.try_emplace(features, static_cast<std::uint32_t>(m_sets.size()));
    if (isNew)
        m_sets.push_back(features);
    return place->second;
}

/// Gives the cells that no edge crosses their polygons, from the right, where there is nothing.
void CoverageIndex::fillRow(std::size_t y, std::map<Set, std::uint32_t>& known)
{
    const double middle =
        m_box.minY + (static_cast<double>(y) + 0.5) * m_box.height() / static_cast<double>(m_side);
    std::uint32_t here = 0;
    std::int32_t inRun = 0;
    for (std::size_t x = m_side; x-- > 0;) {
        std::int32_t& cell = m_cells[y * m_side + x];
        if (cell >= 0) {
            cell = static_cast<std::int32_t>(here);
            inRun = 0;
        } else if (cell != inRun) {
            inRun = cell;
            Run& run = m_runs[static_cast<std::size_t>(-1 - cell)];
            run.behind = here;
            here = setOf(toggled(run, middle), known);
        }
    }
}

std::int32_t CoverageIndex::locate(Point point) const
{
    if (!m_box.contains(point)) // nor does it contain a point without a position
        return nowhere;
    const std::int32_t cell = m_cells[row(point.y) * m_side + column(point.x)];
    if (cell >= 0)
        return m_firstOf[static_cast<std::size_t>(cell)];
    const Run& run = m_runs[static_cast<std::size_t>(-1 - cell)];
    thread_local Parity parity;
    parity.clear();
    for (const std::uint32_t feature : m_sets[run.behind])
        parity.flip(feature);
    for (std::uint32_t e = run.firstEdge; e < run.endEdge; ++e) {
        const Point a = m_vertices[m_edges[e].vertex], b = m_vertices[m_edges[e].vertex + 1];
        // Most edges lie above, below or to the left: told without a call.
        if ((a.y <= point.y) == (b.y <= point.y) || (a.x < point.x && b.x < point.x))
            continue;
        if (rayMeets(point, a, b))
            parity.flip(m_edges[e].feature);
    }
    const auto first = std::ranges::min_element(parity.odd());
    return first == parity.odd().end() ? nowhere : static_cast<std::int32_t>(*first);
}

std::vector<std::int32_t> CoverageIndex::locateAll(std::span<const Point> points) const
{
    std::vector<std::int32_t> found(points.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, points.size(), 8192),
                      [&](const tbb::blocked_range<std::size_t>& range) {
                          for (std::size_t i = range.begin(); i < range.end(); ++i)
                              found[i] = locate(points[i]);
                      });
    return found;
}

bool CoverageIndex::covers(Point point) const
{
    if (!m_box.contains(point))
        return false;
    const std::int32_t cell = m_cells[row(point.y) * m_side + column(point.x)];
    if (cell < 0) {
        const Run& run = m_runs[static_cast<std::size_t>(-1 - cell)];
        for (std::uint32_t e = run.firstEdge; e < run.endEdge; ++e)
            if (onSegment(m_vertices[m_edges[e].vertex], m_vertices[m_edges[e].vertex + 1], point))
                return true;
    }
    return locate(point) != nowhere;
}

} // namespace guatu
