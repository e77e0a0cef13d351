// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

#include <array>
#include <filesystem>
#include <string>

namespace guatu::bench
{

/// The scene that peers draw too: villages by class with their names, buildings, roads by class,
/// households by status, all of it at every scale; and the four places at which it is drawn.
struct PrefectureScene {
    render::MapScene scene;
    std::array<std::pair<std::string, Box>, 4> places; ///< prefecture, county, township, village
    bool made = false;                                 ///< made up here for want of the data
};

/// Reads the packed arrays of `folder` (raw/*.bin and meta.json), or makes a prefecture of about
/// that size when it has none. With `households` other than 0 so many are drawn: repeated a little
/// aside when the data has fewer.
[[nodiscard]] PrefectureScene prefectureScene(const std::filesystem::path& folder,
                                              std::size_t households);

} // namespace guatu::bench
