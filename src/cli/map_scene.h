// SPDX-License-Identifier: MIT
#pragma once

#include "core/map_theme.h"
#include "render/map_picture.h"
#include "session/workspace_view.h"

namespace guatu::cli
{

/// A unit on a map of these tables, as the theme says; noRow for a workspace without units.
[[nodiscard]] render::MapScene mapScene(const session::WorkspaceView& view, FeatureTables tables,
                                        RowIndex unit, const MapDefinition& definition,
                                        const MapTheme& theme, Language language);

/// Title, day and notes around it.
[[nodiscard]] render::Furniture mapFurniture(const session::WorkspaceView& view, RowIndex unit,
                                             const render::MapScene& scene,
                                             double scaleDenominator);

} // namespace guatu::cli
