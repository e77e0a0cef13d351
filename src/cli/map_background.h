// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"
#include "render/map_picture.h"

namespace guatu::cli
{

/// What the user wants under a map.
struct BackgroundOptions {
    std::vector<std::string> files{}; ///< pictures, the lowest first, and elevations
    std::string basemap{};            ///< an id, or a definition's file; empty: none
    bool online = false;
};

void addBackgroundOptions(CLI::App& command, const Console& console, BackgroundOptions& options);

/// Lays basemap, pictures and the shade of elevations under the map, as fine as the sheet. Says
/// how many tiles are missing. Throws Error(Input) when there is no such basemap, none of it can be
/// had, or a file is no raster; Cancelled when stopped.
void addBackground(render::MapScene& scene, const render::MapView& view,
                   const BackgroundOptions& options, const CommandContext& context);

} // namespace guatu::cli
