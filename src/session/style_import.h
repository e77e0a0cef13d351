// SPDX-License-Identifier: MIT
#pragma once

#include "core/look.h"
#include "core/message.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::session
{

/// A style of another program as the look of a layer.
struct ImportedLook {
    LayerLook look;
    std::vector<Message> notes; ///< what could not be taken, and what is used instead
};

/// Reads a style of QGIS (.qml) or SLD for a layer; keepLook() keeps it. The file's scales replace
/// the layer's where it has any. Fields are the layer's columns, also under the headers that
/// imports know. Nothing is written. Throws Error(Input) as exchange::readQgisStyle() does, and
/// for a layer that is not there.
[[nodiscard]] ImportedLook importLook(const MapDefinition& definition, const FeatureTables& tables,
                                      const std::string& layer, const std::filesystem::path& file);

/// Writes a layer as it is drawn as a style of QGIS (.qml). Throws Error(Input) when there is no
/// such layer, when it draws discs, charts or badges, or when the file exists and may not be
/// overwritten.
void exportLook(const MapDefinition& definition, const FeatureTables& tables,
                const std::string& layer, const std::filesystem::path& file, bool overwrite,
                Language language);

} // namespace guatu::session
