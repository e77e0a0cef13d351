// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"
#include "core/feature_table.h"
#include "core/layer.h"
#include "core/map_theme.h"
#include "core/progress.h"

#include <filesystem>
#include <set>
#include <string>

namespace guatu::exchange
{

/// A map as QGIS is to open it.
struct QgisProject {
    std::string title;
    MapDefinition definition; ///< of classes only: see classified()
    FeatureTables tables;
    std::set<std::string> hiddenLayers{};
    std::vector<MapTheme> themes{}; ///< become map themes of QGIS
    std::string crs;                ///< of the tables, as "EPSG:4522" or WKT
    Box extent;                     ///< shown at first
    Date asOf{0};
    std::filesystem::path symbols; ///< folder of the pictograms
    Language language = Language::Chinese;
};

/// Writes NAME.qgz (a project of QGIS 3) and beside it NAME.gpkg with its tables: layers in their
/// order and groups, with scales, filters, rules, symbols and labels. Layers without a table are
/// left out. Points that we gather to rings stand singly at large scales, and at small ones in a
/// second layer that QGIS gathers. Hidden layers are there, not ticked.
///
/// Both files are written whole or not at all. Throws Error(Input) when one exists and may not be
/// overwritten or cannot be written, Cancelled when stopped.
void writeQgisProject(const std::filesystem::path& file, const QgisProject& project, bool overwrite,
                      const Progress& progress = {});

/// The file of the tables that belongs to a project: NAME.gpkg of NAME.qgz.
[[nodiscard]] std::filesystem::path qgisDataFile(const std::filesystem::path& file);

/// The text of NAME.qgs inside the project, for tables in `dataFile` beside it.
[[nodiscard]] std::string qgisProjectText(const QgisProject& project, const std::string& dataFile);

} // namespace guatu::exchange
