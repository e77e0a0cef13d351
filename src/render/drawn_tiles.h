// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

namespace guatu::render
{

/// Drops the tiles that are drawn already, so that the next picture is drawn anew; what is prepared
/// of the scene stays.
void forgetTiles(const MapScene& scene);

} // namespace guatu::render
