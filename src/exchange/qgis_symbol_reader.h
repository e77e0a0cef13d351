// SPDX-License-Identifier: MIT
#pragma once

#include "core/symbol.h"
#include "exchange/qgis_reading.h"

#include <map>

namespace guatu::exchange
{

/// The properties of an element of a QGIS style: `prop` elements of old files, `Option` of new.
using QgisProperties = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] QgisProperties qgisProperties(const XmlElement& holder);

/// Notes the properties of an element that follow an expression and so are taken as fixed.
void noteDataDefined(const XmlElement& holder, std::string_view collection, StyleReading& reading);

/// Reads a `symbol` element with its layers; `opacity` is that of what holds it, 0 to 1.
[[nodiscard]] Symbol readQgisSymbol(const XmlElement& symbol, double opacity,
                                    StyleReading& reading);

} // namespace guatu::exchange
