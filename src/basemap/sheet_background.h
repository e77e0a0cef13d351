// SPDX-License-Identifier: MIT
#pragma once

#include "core/basemap.h"
#include "core/progress.h"
#include "render/map_picture.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace guatu::basemap
{

/// What shall lie under a map.
struct SheetSources {
    std::optional<Basemap> basemap{};
    KeyValues keys{};
    bool isOnline = false;
    std::filesystem::path tileFolder{};
    std::vector<std::filesystem::path> files{}; ///< pictures, the lowest first, and elevations

    [[nodiscard]] bool empty() const { return !basemap && files.empty(); }
};

/// What could not be had.
struct SheetReport {
    std::size_t missing = 0; ///< tiles
    Message why{};           ///< of the last of them
};

/// Lays basemap, pictures and the shade of elevations under a scene, as fine as the view, in place
/// of what lay there. Waits for the network when that is allowed; runs on any thread, which needs
/// no event loop. Throws Error(Input) when nothing of the basemap can be had, or a file is no
/// raster: the scene is then as it was; Cancelled when stopped.
SheetReport layUnder(render::MapScene& scene, const render::MapView& view,
                     const SheetSources& sources, const Progress& progress);

} // namespace guatu::basemap
