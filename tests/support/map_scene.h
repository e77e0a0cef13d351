// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

namespace guatu::test
{

/// A made-up county of 40 by 40 km with 64 villages of all statuses, four townships, seats,
/// households in hamlets, sites, roads and facilities, drawn with the shipped layers and styles.
/// The same seed gives the same scene.
[[nodiscard]] render::MapScene countyScene(unsigned seed = 1, std::size_t households = 3000);

/// Likewise 9 counties, 121 townships and 1,089 villages, 165 by 165 km from (480000, 2830000).
[[nodiscard]] render::MapScene prefectureScene(std::size_t households);

/// A table of points with a category column "kind" whose words are `words` behind "unknown".
[[nodiscard]] std::shared_ptr<FeatureTable> pointTable(const std::string& source,
                                                       const std::vector<Point>& points,
                                                       const std::vector<std::string>& words,
                                                       const std::vector<std::uint8_t>& kinds);

/// A table of axis-parallel boxes with a category column "kind".
[[nodiscard]] std::shared_ptr<FeatureTable> boxTable(const std::string& source,
                                                     const std::vector<Box>& boxes,
                                                     const std::vector<std::string>& words,
                                                     const std::vector<std::uint8_t>& kinds);

/// A definition of one layer and its style, from JSON.
void addLayer(MapDefinition& definition, std::string_view layerJson, std::string_view styleJson);

} // namespace guatu::test
