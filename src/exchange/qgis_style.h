// SPDX-License-Identifier: MIT
#pragma once

#include "core/style.h"
#include "exchange/qgis_symbol.h"

namespace guatu::exchange
{

/// Writes `renderer-v2` with a rule for each class of the style; `description` holds the class's
/// id.
void writeQgisRenderer(XmlWriter& xml, const Style& style, GeometryType geometry,
                       EmbeddedMarkers& markers, Language language);

/// Writes `labeling` with a rule for each kind of label; nothing for styles without.
void writeQgisLabels(XmlWriter& xml, const Style& style, GeometryType geometry);

/// A layer's style as a file of its own.
struct QgisStyleFile {
    Style style; ///< of classes only: see classified()
    GeometryType geometry = GeometryType::None;
    double minScale = 0, maxScale = 1e12; ///< of the layer
    std::filesystem::path symbols;        ///< folder of the pictograms
    Language language = Language::Chinese;
};

/// Writes a style as QGIS 3 loads it (.qml). readQgisStyle() reads it back with the same classes,
/// conditions, symbols and scales, and labels but for priorities below ten. Throws Error(Input)
/// when the file exists and may not be overwritten, or cannot be written.
void writeQgisStyle(const std::filesystem::path& file, const QgisStyleFile& style, bool overwrite);

/// Scale denominators as attributes of rules: `scalemindenom`, `scalemaxdenom`; 0 is no limit.
[[nodiscard]] std::string qgisDenominator(double denominator);

} // namespace guatu::exchange
