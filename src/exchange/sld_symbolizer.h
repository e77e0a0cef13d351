// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/qgis_reading.h"

namespace guatu::exchange
{

/// Reads the symbolizers of a rule, bottom to top, into one symbol; those of text are left to
/// sldLabel(). Those for other geometry than the layer's are noted.
[[nodiscard]] Symbol sldSymbol(const XmlElement& rule, StyleReading& reading);

/// Whether the rule draws anything but text.
[[nodiscard]] bool hasSymbolizer(const XmlElement& rule);

/// Reads a TextSymbolizer; none, and a note, when its label is more than a field.
[[nodiscard]] std::optional<LabelStyle> sldLabel(const XmlElement& symbolizer,
                                                 StyleReading& reading);

} // namespace guatu::exchange
