// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/layer_writer.h"

namespace guatu::exchange
{

// The writers of single formats. Each writes to `path`; what a reader must know goes to `notes`.
// `names` are those of the layers in the file.

struct LayerJob {
    const LayerFile& to;
    std::filesystem::path path;
    std::span<const LayerData> layers;
    std::vector<std::string> names{};
    std::vector<Message>& notes;
    const Progress& progress;

    [[nodiscard]] std::string title(const LayerData& layer) const
    {
        return layer.table.title().in(to.language);
    }
    /// Throws the Error(Input) that says why the file could not be written.
    [[noreturn]] void fail(const std::string& reason) const;
};

/// GeoPackage, GeoJSON or Shapefile.
void writeOgrLayers(const LayerJob& job);
void writeKml(const LayerJob& job);
void writeDxf(const LayerJob& job);
/// Workbook and CSV: points as two columns.
void writeLayerTables(const LayerJob& job);

/// One HTML file with its own viewer.
void writeWebPage(const LayerJob& job);

/// The geometry of a layer in the CRS asked for, to the millimetre.
[[nodiscard]] GeometryColumn geometryIn(const LayerData& layer, const std::string& crs);
/// How many rows have no place.
[[nodiscard]] std::size_t unplaced(const Table& table);
/// Says that rows of the layer without a place are left out, if there are any.
void noteUnplaced(const LayerJob& job, const LayerData& layer);

} // namespace guatu::exchange
