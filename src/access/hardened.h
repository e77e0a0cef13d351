// SPDX-License-Identifier: MIT
#pragma once

#include "access/road_links.h"
#include "access/segment_index.h"
#include "core/snapshot.h"

#include <span>
#include <string>
#include <vector>

namespace guatu::access
{

/// Whether hardened roads lead from places to others, by ways in any direction.
class HardenedRoads
{
public:
    /// The roads of these surfaces, and those of which none is recorded if `unknownToo`.
    HardenedRoads(const RoadColumns& roads, std::span<const std::string> surfaces, bool unknownToo,
                  double tolerance = 1);

    /// Metres to the nearest such road; infinite without one.
    [[nodiscard]] double metresTo(Point at) const;
    /// Whether both places are within `metres` of one and the same connected set of roads.
    [[nodiscard]] bool joined(Point a, Point b, double metres) const;

private:
    [[nodiscard]] std::vector<std::uint32_t> partsNear(Point at, double metres) const;

    RoadLinks m_links;
    std::vector<std::uint32_t> m_parts;
    SegmentIndex m_index;
};

} // namespace guatu::access
