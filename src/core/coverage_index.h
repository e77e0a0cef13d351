// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace guatu
{

/// Finds the polygon that holds a point, for many points: a grid whose cells lie in one place each,
/// save those that an edge may cross.
///
/// Answers are exact, at any distance to an edge. Polygons may have holes and parts, overlap and
/// leave gaps; features without geometry hold nothing. Searches may run from many threads at once.
class CoverageIndex
{
public:
    static constexpr std::int32_t nowhere = -1;

    CoverageIndex() = default;
    /// Over all features of a polygon column.
    explicit CoverageIndex(const GeometryColumn& areas);
    /// Over some of its features; answers still number the features of the column.
    CoverageIndex(const GeometryColumn& areas, std::span<const std::uint32_t> features);

    /// The polygon that a point is counted in, by the half-open rule of contains(): a point on a
    /// shared edge is in exactly one of the neighbours. Where polygons overlap, the first.
    [[nodiscard]] std::int32_t locate(Point point) const;

    /// locate() for many points on all cores. Points without a position are nowhere.
    [[nodiscard]] std::vector<std::int32_t> locateAll(std::span<const Point> points) const;

    /// Whether some polygon covers the point, its boundary included, as ST_Covers has it.
    [[nodiscard]] bool covers(Point point) const;

private:
    struct Edge {
        std::uint32_t vertex; ///< its start in m_vertices; its end is the next one
        std::uint32_t feature;
    };
    /// Neighbouring cells of a row that edges may cross, up to one that no edge crosses.
    struct Run {
        std::uint32_t firstEdge = 0, endEdge = 0;
        std::uint32_t behind = 0; ///< in m_sets: the polygons that hold the cell behind it
    };
    using Set = std::vector<std::uint32_t>; ///< ascending features

    void makeGrid(std::size_t edges);
    template <typename Visit>
    void forEachCellRow(Point a, Point b, const Visit& visit) const;
    void placeRuns();
    void placeEdges(const GeometryColumn& areas, std::span<const std::uint32_t> features);
    void fillRow(std::size_t row, std::map<Set, std::uint32_t>& known);
    [[nodiscard]] std::uint32_t setOf(const Set& features, std::map<Set, std::uint32_t>& known);
    [[nodiscard]] Set toggled(const Run& run, double y) const;
    [[nodiscard]] std::size_t column(double x) const;
    [[nodiscard]] std::size_t row(double y) const;

    Box m_box{};
    std::size_t m_side = 0; ///< cells along each side
    double m_perX = 0, m_perY = 0;
    std::vector<std::int32_t> m_cells; ///< set of polygons; -1 - run where an edge may cross
    std::vector<Run> m_runs;
    std::vector<Point> m_vertices; ///< of all rings
    std::vector<Edge> m_edges;     ///< by run
    std::vector<Set> m_sets;       ///< 0 is the empty set
    std::vector<std::int32_t> m_firstOf;
};

} // namespace guatu
