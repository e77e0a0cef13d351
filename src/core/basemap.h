// SPDX-License-Identifier: MIT
#pragma once

#include "core/datum.h"
#include "core/definition.h"
#include "core/tile_matrix.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guatu
{

/// A key of the user that a service asks for.
struct BasemapKey {
    std::string name; ///< its place in the address is {name}
    LocalText title{};
    LocalText help{}; ///< where a user gets one; may be empty
};

enum class BasemapKind : unsigned char { Xyz, Wmts, MbTiles, File };

/// What may lie under the map: data/basemaps/*.json, schema data/schema/basemap.schema.json.
struct Basemap {
    std::string id;
    LocalText title;
    int order = 0;
    BasemapKind kind = BasemapKind::Xyz;
    std::vector<std::string> urls{};  ///< of services: templates, bottom picture first
    std::filesystem::path file{};     ///< of files
    std::vector<std::string> hosts{}; ///< what {s} may stand for
    std::vector<BasemapKey> keys{};
    Datum datum = Datum::Cgcs2000;
    TileScheme scheme = TileScheme::WebMercator;
    int minZoom = 0, maxZoom = 18;
    int tileSize = 256;
    LocalText attribution{};
    std::string userAgent = "Guatu/{version} (map for county planners)";
    int parallel = 4; ///< requests to one host at a time
    int cacheDays = 30;

    [[nodiscard]] bool isService() const
    {
        return kind == BasemapKind::Xyz || kind == BasemapKind::Wmts;
    }
    [[nodiscard]] TileMatrix matrix() const { return TileMatrix(scheme, tileSize); }
};

using KeyValues = std::map<std::string, std::string, std::less<>>;

/// The first key that the basemap asks for and `keys` lacks.
[[nodiscard]] const BasemapKey* missingKey(const Basemap& basemap, const KeyValues& keys);

/// The address of a tile of the picture `layer`, keys put in and percent-encoded. It holds keys:
/// it must not be shown or written anywhere.
[[nodiscard]] std::string tileUrl(const Basemap& basemap, std::size_t layer, const TilePlace& tile,
                                  const KeyValues& keys);

/// Throws Error(Input) naming the file, JSON pointer and expectation.
[[nodiscard]] Basemap parseBasemap(std::string_view json, const std::string& name);
[[nodiscard]] Basemap readBasemap(const std::filesystem::path& file);

/// The basemaps of a folder by order, then id; none when there is no such folder. Throws as
/// readBasemap, and for an id that two files have.
[[nodiscard]] std::vector<Basemap> loadBasemaps(const std::filesystem::path& folder);

} // namespace guatu
