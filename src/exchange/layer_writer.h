// SPDX-License-Identifier: MIT
#pragma once

#include "core/colour.h"
#include "core/date.h"
#include "core/progress.h"
#include "core/table.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::exchange
{

enum class LayerFormat : std::uint8_t {
    GeoPackage,
    GeoJson,
    Shapefile,
    Kml,
    Kmz, ///< KML with its signs in a ZIP archive
    Dxf,
    Workbook,
    Csv,
    WebPage ///< one HTML file with a map to look at, that needs no network
};

/// gpkg geojson shp kml kmz dxf xlsx csv html, as of a file's extension; none for another.
[[nodiscard]] std::optional<LayerFormat> layerFormatOf(const std::filesystem::path& file);
[[nodiscard]] std::string_view extensionOf(LayerFormat format); ///< ".gpkg"

/// How one class of features is drawn on the map, as far as other programs can say it.
struct FeatureLook {
    LocalText title;
    std::optional<Colour> fill{}; ///< of areas, and of signs of points
    std::optional<Colour> line{};
    double width = 0.25;     ///< mm, of the line
    std::string marker{};    ///< pictogram of points, of styles/symbols; or none
    double markerSize = 2.6; ///< mm
};

/// A layer on its way out.
struct LayerData {
    Table table;                         ///< geometry in lon/lat, EPSG:4490
    std::vector<FeatureLook> looks{};    ///< may be empty
    std::vector<std::uint16_t> lookOf{}; ///< by row, into `looks`; as many as rows, or none
};

/// What fields are called and words are written as.
enum class FieldNames : std::uint8_t {
    Titles, ///< for people: 剩余户数, 未销号
    Keys    ///< for programs: remaining_households, uncleared
};

struct LayerFile {
    std::filesystem::path file;
    LayerFormat format = LayerFormat::GeoPackage;
    std::string crs{}; ///< EPSG:n; empty: the format's own (lon/lat; drawings: `drawingCrs`)
    std::string drawingCrs = "EPSG:4543"; ///< metres, of DXF
    bool gbk = false;                     ///< of shapefiles; else UTF-8
    FieldNames names = FieldNames::Titles;
    bool overwrite = false;
    Language language = Language::Chinese;
    // What a page says around its map.
    std::string title{}, subtitle{}, stamp{}, footer{};
    Date date{0}; ///< stands as time of writing in files that hold one
};

/// What was written, and what is not in it as it was: fields with other names, texts cut short,
/// rows without a place, shapes and attributes that a format cannot hold.
struct LayersWritten {
    std::vector<std::filesystem::path> files;
    std::vector<Message> notes;
};

/// Writes the layers, all or none. Formats of one layer (GeoJSON, Shapefile, CSV) make a file
/// NAME-TITLE of each when there are several. Throws Error(Input) naming file and remedy; Cancelled
/// when stopped.
LayersWritten writeLayers(const LayerFile& to, std::span<const LayerData> layers,
                          const Progress& progress = {});

} // namespace guatu::exchange
