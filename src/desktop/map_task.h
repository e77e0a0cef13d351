// SPDX-License-Identifier: MIT
#pragma once

#include "core/definition.h"
#include "core/feature_table.h"

#include <string>

namespace guatu::desktop
{

/// What a mode shows on the map beside the workspace's own tables; layers that these replace give
/// way (layer_ways.h).
struct MapTask {
    FeatureTables tables{};
    LocalText title{};        ///< the question, for the title of map and sheet
    std::string households{}; ///< the source in which chosen households are outlined
};

} // namespace guatu::desktop
