// SPDX-License-Identifier: MIT
#pragma once

#include "access/link_table.h"

#include <vector>

namespace guatu::access
{

/// Roads cut into links where they meet.
struct RoadLinks {
    std::vector<Point> nodes;
    std::vector<std::uint32_t> from, to;
    std::vector<std::uint32_t> road; ///< feature of the lines that each link is part of
    std::vector<double> metres;
    GeometryColumn line{GeometryType::Line}; ///< of each link

    [[nodiscard]] std::size_t size() const { return road.size(); }
};

/// Links of any column of lines, in metres: ends that are within `tolerance` of each other become
/// one node, and a line that passes an end within the tolerance is cut there. Lines that merely
/// cross are not joined, since one may pass over the other. A part with fewer than two vertices, or
/// with a vertex that has no place, makes no link.
[[nodiscard]] RoadLinks linksOf(const GeometryColumn& lines, double tolerance);

} // namespace guatu::access
