// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace guatu
{

/// A packed, static R-tree over boxes, bulk-loaded along the Hilbert curve.
///
/// Items are numbered as the boxes were given; empty boxes are never found. Searches may run
/// from many threads at once.
class RTree
{
public:
    RTree() = default;
    explicit RTree(std::span<const Box> boxes);
    /// Over the features of a column; those without geometry are never found.
    explicit RTree(const GeometryColumn& column);

    [[nodiscard]] std::size_t size() const { return m_size; }

    /// Items whose box touches `box`, in ascending order.
    [[nodiscard]] std::vector<std::uint32_t> search(const Box& box) const;

    /// Calls `visit` for each item whose box touches `box`, in no particular order.
    void visit(const Box& box, const std::function<void(std::uint32_t)>& visit) const;

    /// The `count` items whose boxes are nearest to the point, nearest first, none farther than
    /// `within`; ties by item number. Distances are those of the plane.
    [[nodiscard]] std::vector<std::uint32_t>
    nearest(Point point, std::size_t count,
            double within = std::numeric_limits<double>::infinity()) const;

private:
    std::size_t m_size = 0;
    std::vector<Box> m_boxes;           ///< leaves first, then each level up, the root last
    std::vector<std::uint32_t> m_items; ///< item of each leaf; first child of each node above
    std::vector<std::size_t> m_levelEnds;
};

} // namespace guatu
