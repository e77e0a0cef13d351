// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <vector>

namespace guatu::sample
{

/// Rounds of 1-2-1 means; both ends stay, of a closed line the first vertex.
[[nodiscard]] std::vector<Point> smoothed(std::vector<Point> line, int rounds);

/// One round of corner cutting (Chaikin 1974); the ends stay.
[[nodiscard]] std::vector<Point> cornersCut(const std::vector<Point>& line);

/// Leaves out vertices that lie within `tolerance` of the line without them (Douglas, Peucker
/// 1973).
[[nodiscard]] std::vector<Point> simplified(const std::vector<Point>& line, double tolerance);

} // namespace guatu::sample
