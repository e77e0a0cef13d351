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

/// Scale denominators as attributes of rules: `scalemindenom`, `scalemaxdenom`; 0 is no limit.
[[nodiscard]] std::string qgisDenominator(double denominator);

} // namespace guatu::exchange
