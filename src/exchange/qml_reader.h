// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/qgis_reading.h"

namespace guatu::exchange
{

/// Reads the root of a .qml of QGIS; notes are left in `reading`. See readQgisStyle().
[[nodiscard]] ImportedStyle readQml(const XmlElement& root, StyleReading& reading);

} // namespace guatu::exchange
