// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"

namespace guatu::briefing
{

/// The view of a map's inner frame at a resolution. Its size is that of the frame to within a
/// pixel, its scale the block's.
[[nodiscard]] render::MapView viewAt(const MapBlock& map, double dpi);

/// The smallest round scale denominator that is not below one: 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6,
/// 7.5 or 8 times a power of ten.
[[nodiscard]] double roundScale(double least);

/// Centres a map on a piece of ground, at the largest round scale that shows all of it with 2 mm to
/// spare, but none larger than 1:`leastDenominator`. Needs id, box and rim. Throws Error(Input)
/// when the frame has no room.
void fitMap(MapBlock& map, const Box& ground, const std::string& crs, double leastDenominator = 0);

/// Where the panel with scale and bar stands, and that of the arrow to the north, in the inner
/// frame: in the corners where they hide least of what the map is about.
struct MapPanels {
    RectMm scale, north;
};
[[nodiscard]] MapPanels panelsOf(const MapBlock& map);

/// A bar of round length, at most a quarter of the frame and 60 mm long in the hand.
[[nodiscard]] render::ScaleBar barOf(const MapBlock& map);

} // namespace guatu::briefing
