// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <string>
#include <utility>
#include <vector>

namespace guatu::briefing
{

/// A place that has a page of its own though it is no unit: a relocation site, a facility, a
/// project. What stands here may be seen by the audience.
struct Spot {
    std::string code, name, kind;                             ///< kind in words
    Point place;                                              ///< in the metric CRS
    std::vector<std::pair<std::string, std::string>> facts{}; ///< label and value
};

} // namespace guatu::briefing
