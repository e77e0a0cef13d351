// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/qgis_filter.h"

namespace guatu::exchange
{

/// Reads a `labeling` element of a QGIS style: simple or rule-based.
[[nodiscard]] std::vector<LabelStyle> readQgisLabels(const XmlElement& labeling,
                                                     StyleReading& reading);

/// Scale denominators of attributes, where 0 and what is empty set no limit.
[[nodiscard]] double leastScale(const std::string& text);
[[nodiscard]] double largestScale(const std::string& text);

/// A label without what styles may not hold: size and halo within their limits.
[[nodiscard]] LabelStyle withinLimits(LabelStyle label);

} // namespace guatu::exchange
