// SPDX-License-Identifier: MIT
#pragma once

#include "render/vertex_levels.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace guatu::render
{

struct PackedPoint {
    std::int32_t x, y;
    friend bool operator==(const PackedPoint&, const PackedPoint&) = default;
};

struct PackedBox {
    std::int32_t minX, minY, maxX, maxY;
    [[nodiscard]] bool intersects(const PackedBox& o) const
    {
        return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY;
    }
    [[nodiscard]] bool contains(PackedPoint p) const
    {
        return minX <= p.x && p.x <= maxX && minY <= p.y && p.y <= maxY;
    }
};

/// The geometry of one table as drawing wants it: whole numbers, features in Hilbert order, in
/// blocks with boxes, vertices with their level of detail. One stretch of memory without
/// pointers, so that it can lie in a file that is mapped.
///
/// Features of points have one vertex each: `rows` and `vertices` run side by side. Lines and
/// areas are items made of runs, short pieces of a line or ring that follow each other; two runs
/// of one part share the vertex between them. Vertices that are not finite are left out.
struct PackedTable {
    static constexpr std::size_t pointsPerBlock = 256;
    static constexpr std::size_t itemsPerBlock = 32;

    GeometryType type = GeometryType::None;
    Point origin{};
    double unit = 0.001;                 ///< metres a step
    std::span<const std::uint32_t> rows; ///< row of each item
    std::span<const PackedBox> blocks;   ///< of 256 points or 32 items
    std::span<const PackedPoint> vertices;
    std::span<const std::uint8_t> levels;    ///< of each vertex; lines and areas
    std::span<const PackedBox> boxes;        ///< of each item; lines and areas
    std::span<const std::uint32_t> itemRuns; ///< first run of each item, and the end
    std::span<const std::uint32_t> runs;     ///< first vertex of each run, and the end
    std::span<const PackedBox> runBoxes;
    std::span<const std::uint8_t> partBegins; ///< of each run: 1 when a line or ring begins
    std::shared_ptr<const void> memory;       ///< holds what the spans show

    [[nodiscard]] std::size_t size() const { return rows.size(); }
    [[nodiscard]] std::size_t perBlock() const
    {
        return type == GeometryType::Point ? pointsPerBlock : itemsPerBlock;
    }
    [[nodiscard]] Point place(PackedPoint p) const
    {
        return {origin.x + p.x * unit, origin.y + p.y * unit};
    }
    /// The steps that cover a box of the plane; far away becomes the farthest there is.
    [[nodiscard]] PackedBox cover(const Box& box) const;

    /// Calls visit(first, last) with the ranges of items whose block touches `box`.
    template <class Visit>
    void visitBlocks(const PackedBox& box, const Visit& visit) const
    {
        for (std::size_t block = 0; block < blocks.size(); ++block) {
            if (blocks[block].intersects(box)) {
                const std::size_t first = block * perBlock();
                visit(first, std::min(first + perBlock(), rows.size()));
            }
        }
    }
    /// The items that may touch a box of the plane: all whose own box does, and perhaps some within
    /// two steps of it.
    [[nodiscard]] std::vector<std::uint32_t> itemsIn(const Box& box) const;
    /// Their rows, in ascending order.
    [[nodiscard]] std::vector<std::uint32_t> rowsIn(const Box& box) const;

    /// Whether the line or ring ends with this run.
    [[nodiscard]] bool endsPart(std::size_t run) const
    {
        return run + 1 >= partBegins.size() || partBegins[run + 1] != 0;
    }
};

/// Calls give(vertex) for the vertices of a run that are drawn at a level, its ends among them.
template <class Give>
void visitRun(const PackedTable& table, std::size_t run, int level, const Give& give)
{
    const std::uint32_t end = table.runs[run + 1];
    for (std::uint32_t i = table.runs[run]; i < end; ++i) {
        if (table.levels[i] >= level)
            give(table.vertices[i]);
    }
}

/// Calls give(vertices) with each line or ring of an item as it is drawn at a level.
template <class Give>
void visitParts(const PackedTable& table, std::size_t item, int level, const Give& give)
{
    std::vector<Point> part;
    for (std::uint32_t run = table.itemRuns[item]; run < table.itemRuns[item + 1]; ++run) {
        visitRun(table, run, level, [&](PackedPoint p) {
            const Point place = table.place(p);
            if (part.empty() || !(part.back() == place))
                part.push_back(place);
        });
        if (table.endsPart(run)) {
            give(std::span<const Point>(part));
            part.clear();
        }
    }
}

/// Metres of line before each run, as long as drawn at `level`; every part begins at 0.
[[nodiscard]] std::vector<float> lineStarts(const PackedTable& table, int level);

/// Packs a column. Features without a place are left out.
[[nodiscard]] PackedTable pack(const GeometryColumn& column);

} // namespace guatu::render
