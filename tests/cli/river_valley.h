// SPDX-License-Identifier: MIT
#pragma once

#include "cli/program.h"

namespace guatu::test
{

/// A workspace of two villages 2.2 km apart with a river between them, made through the command
/// line: the clinic F1 and household H1 in the south, H2 in the north. Roads go from both villages
/// (R2 south, R3 north) to the bridge R1, 3 km in the east.
struct RiverValley {
    explicit RiverValley(const TemporaryFolder& folder, bool withRoads = true);

    std::string workspace, river; ///< files; the river as GeoJSON
    std::string heights;          ///< level ground at 1900 m

    static constexpr const char* south = "532329102201";
    static constexpr const char* north = "532329102202";
};

/// Imports a file as a kind, and requires that it is taken.
void importInto(const std::string& workspace, const std::string& file, const std::string& kind);

} // namespace guatu::test
