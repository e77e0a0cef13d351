// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

namespace guatu::render
{

/// The view on a sheet of `width` by `height` logical pixels that shows all that `seen` shows, as
/// large as it fits.
[[nodiscard]] MapView sheetView(const MapView& seen, int width, int height, double dpi);

/// The same beside the furniture: clear of the title above and of the legend at the right, under
/// which the map goes on. Set `furniture.legendAtRight` when painting. Very small sheets keep at
/// least half their width and height for the map.
[[nodiscard]] MapView sheetViewBeside(const MapScene& scene, const Furniture& furniture,
                                      const MapView& seen, int width, int height, double dpi);

} // namespace guatu::render
