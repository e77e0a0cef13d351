// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/qgis_filter.h"

namespace guatu::exchange
{

/// Reads an OGC `Filter`: comparisons, PropertyIsBetween and PropertyIsNull joined by And, Or and
/// Not. None for what has more to it. Throws Error(Input) for a field the table lacks.
[[nodiscard]] std::optional<StyleFilter> filterFromOgc(const XmlElement& filter,
                                                       StyleReading& reading);

/// The name of the operation a filter begins with, for notes.
[[nodiscard]] std::string filterName(const XmlElement& filter);

} // namespace guatu::exchange
