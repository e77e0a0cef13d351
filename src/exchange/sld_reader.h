// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/qgis_reading.h"

namespace guatu::exchange
{

/// Reads a StyledLayerDescriptor of SLD 1.0 or 1.1; notes are left in `reading`. See
/// readQgisStyle().
[[nodiscard]] ImportedStyle readSld(const XmlElement& root, StyleReading& reading);

} // namespace guatu::exchange
