// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <string>

namespace guatu
{

/// Geodesic metres on the ground for one metre east-west of a projected CRS, at a place of that
/// CRS: close to 1 in Gauss-Krüger, cos(latitude) in Web Mercator. Measured along 1 km.
[[nodiscard]] double groundScale(const std::string& crs, Point at);

} // namespace guatu
