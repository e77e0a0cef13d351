// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "core/style.h"
#include "exchange/xml_writer.h"

namespace guatu::exchange
{

/// Writes how QGIS draws a style's figure at points: charts as diagrams whose area follows the
/// whole; discs as circles whose area follows the number; badges as squares with it. Legends keep
/// the classes. What is 0 or not known is not drawn; charts are pies or stacked bars. For tables of
/// other geometry it writes a renderer that draws nothing but the charts.
void writeQgisFigure(XmlWriter& xml, const Style& style, const FeatureTable& table,
                     Language language);

} // namespace guatu::exchange
