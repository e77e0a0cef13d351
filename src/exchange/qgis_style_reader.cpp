// SPDX-License-Identifier: MIT
#include "exchange/qgis_style_reader.h"

#include "exchange/qgis_reading.h"
#include "exchange/qml_reader.h"
#include "exchange/sld_reader.h"
#include "exchange/xml_reader.h"

namespace guatu::exchange
{

ImportedStyle readQgisStyle(const std::filesystem::path& file, const StyleTarget& target)
{
    const XmlElement root = readXml(file);
    StyleReading reading(file, target);
    ImportedStyle imported;
    if (root.name == "qgis")
        imported = readQml(root, reading);
    else if (root.name == "StyledLayerDescriptor")
        imported = readSld(root, reading);
    else
        throw reading.error("style_import.not_style", root.line, {{"found", root.name}});
    imported.style.id = "imported";
    imported.notes = reading.takeNotes();
    return imported;
}

} // namespace guatu::exchange
