// SPDX-License-Identifier: MIT
#include "core/basemap.h"

#include "core/braced_words.h"
#include "core/definition_reader.h"
#include "core/json_schema.h"
#include "core/percent_encoding.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace guatu
{

template <>
BasemapKey readAs(const JsonNode& node)
{
    BasemapKey key;
    take(node, "name", key.name);
    take(node, "title", key.title);
    take(node, "help", key.help);
    return key;
}

namespace
{

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> ownWords{"z", "x", "y", "-y", "s"};

std::set<std::string, std::less<>> wordsOf(std::string_view text)
{
    std::set<std::string, std::less<>> words;
    static_cast<void>(filled(text, [&words](std::string_view word) {
        words.emplace(word);
        return std::string();
    }));
    return words;
}

/// Every word in braces is one of ours or a key; a tile must be told by its place.
void checkUrl(const JsonNode& node, const Basemap& basemap)
{
    const auto words = wordsOf(node.text());
    for (const std::string& word : words) {
        const bool known =
            std::ranges::find(ownWords, word) != ownWords.end() ||
            std::ranges::find(basemap.keys, word, &BasemapKey::name) != basemap.keys.end();
        if (!known)
            throw node.error("definition.url_word", {{"word", word}});
    }
    if (!words.contains("z") || !words.contains("x") ||
        (!words.contains("y") && !words.contains("-y")))
        throw node.error("definition.url_place");
    if (words.contains("s") && basemap.hosts.empty())
        throw node.error("definition.url_hosts");
}

void checkUrls(const JsonNode& node, const Basemap& basemap)
{
    if (!basemap.isService())
        return;
    for (const JsonNode& url : node["urls"].items()) // required of services
        checkUrl(url, basemap);
    if (basemap.minZoom > basemap.maxZoom)
        throw node["max_zoom"].error("definition.zoom_range");
}

BasemapKind kindOf(const std::string& word)
{
    if (word == "wmts")
        return BasemapKind::Wmts;
    if (word == "mbtiles")
        return BasemapKind::MbTiles;
    return word == "file" ? BasemapKind::File : BasemapKind::Xyz;
}

Basemap basemapOf(const JsonNode& node)
{
    checkAgainstSchema(node, "basemap.schema.json");
    Basemap basemap;
    take(node, "id", basemap.id);
    take(node, "title", basemap.title);
    take(node, "order", basemap.order);
    basemap.kind = kindOf(node["kind"].text());
    take(node, "urls", basemap.urls);
    take(node, "hosts", basemap.hosts);
    take(node, "keys", basemap.keys);
    if (const auto datum = node.find("datum"))
        basemap.datum = *datumFromString(datum->text());
    if (const auto matrix = node.find("matrix"))
        basemap.scheme =
            matrix->text() == "EPSG:4490" ? TileScheme::Degrees : TileScheme::WebMercator;
    take(node, "min_zoom", basemap.minZoom);
    take(node, "max_zoom", basemap.maxZoom);
    take(node, "tile_size", basemap.tileSize);
    take(node, "attribution", basemap.attribution);
    take(node, "user_agent", basemap.userAgent);
    take(node, "parallel", basemap.parallel);
    take(node, "cache_days", basemap.cacheDays);
    if (!basemap.isService())
        basemap.file = node["file"].text();
    checkUrls(node, basemap);
    return basemap;
}

} // namespace

const BasemapKey* missingKey(const Basemap& basemap, const KeyValues& keys)
{
    for (const BasemapKey& key : basemap.keys) {
        const auto value = keys.find(key.name);
        if (value == keys.end() || value->second.empty())
            return &key;
    }
    return nullptr;
}

std::string tileUrl(const Basemap& basemap, std::size_t layer, const TilePlace& tile,
                    const KeyValues& keys)
{
    return filled(basemap.urls[layer], [&](std::string_view word) -> std::string {
        if (word == "z")
            return std::to_string(tile.zoom);
        if (word == "x")
            return std::to_string(tile.column);
        if (word == "y")
            return std::to_string(tile.row);
        if (word == "-y")
            return std::to_string(basemap.matrix().rows(tile.zoom) - 1 - tile.row);
        if (word == "s")
            return basemap
                .hosts[static_cast<std::size_t>(tile.column + tile.row) % basemap.hosts.size()];
        const auto key = keys.find(word);
        return key == keys.end() ? std::string() : percentEncoded(key->second);
    });
}

Basemap parseBasemap(std::string_view json, const std::string& name)
{
    return basemapOf(JsonDocument(json, name).root());
}

Basemap readBasemap(const fs::path& file)
{
    Basemap basemap = basemapOf(JsonDocument::read(file).root());
    if (!basemap.file.empty())
        basemap.file = file.parent_path() / basemap.file;
    return basemap;
}

std::vector<Basemap> loadBasemaps(const fs::path& folder)
{
    std::error_code none;
    std::vector<Basemap> basemaps;
    for (const fs::path& file : definitionFiles(folder, none)) {
        Basemap basemap = readBasemap(file);
        if (std::ranges::find(basemaps, basemap.id, &Basemap::id) != basemaps.end())
            throw JsonDocument::read(file).root()["id"].error("definition.repeated");
        basemaps.push_back(std::move(basemap));
    }
    std::ranges::stable_sort(basemaps, {}, &Basemap::order);
    return basemaps;
}

} // namespace guatu
