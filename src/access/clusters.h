// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace guatu::access
{

inline constexpr std::uint32_t noCluster = std::numeric_limits<std::uint32_t>::max();

/// Which cluster each point is in, numbered from 0 by the lowest point of each; noCluster for those
/// that stand alone or have no position. Points with `least` points within `within` metres, itself
/// counted, are dense; a cluster is all dense points that chains of such steps join, and what is
/// within a step of them (DBSCAN, Ester et al. 1996). A point within a step of several clusters is
/// in the one of the lowest number.
[[nodiscard]] std::vector<std::uint32_t> clustersOf(std::span<const Point> points, double within,
                                                    std::size_t least);

} // namespace guatu::access
