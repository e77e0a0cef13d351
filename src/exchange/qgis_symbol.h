// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "core/symbol.h"
#include "exchange/xml_writer.h"

#include <filesystem>
#include <map>
#include <string>

namespace guatu::exchange
{

/// Pictograms as QGIS embeds them. Throws Error(Input) naming the file that cannot be read.
class EmbeddedMarkers
{
public:
    explicit EmbeddedMarkers(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    /// "base64:..." of the SVG of that name.
    [[nodiscard]] const std::string& operator[](const std::string& symbol);

private:
    std::filesystem::path m_folder;
    std::map<std::string, std::string> m_embedded;
};

/// Writes one `symbol` element of a QGIS style (QGIS 3): sizes in millimetres as ours. Lines inside
/// areas are lines of twice the width that QGIS clips to the area. Line casings are on the lower of
/// two symbol levels.
void writeQgisSymbol(XmlWriter& xml, const std::string& name, const Symbol& symbol,
                     GeometryType geometry, EmbeddedMarkers& markers);

/// The symbol of places that stand together: a ring with their number.
void writeQgisClusterSymbol(XmlWriter& xml);

/// "r,g,b,a".
[[nodiscard]] std::string qgisColour(const Colour& colour);

} // namespace guatu::exchange
