// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <ogr_geometry.h>

#include <memory>

namespace guatu::exchange
{

/// Point, MultiLineString or MultiPolygon: what every feature of a column is written as.
[[nodiscard]] OGRwkbGeometryType ogrTypeOf(GeometryType type);

/// A feature as GDAL has it; null without a geometry.
[[nodiscard]] std::unique_ptr<OGRGeometry> ogrGeometryOf(const GeometryColumn& geometry,
                                                         std::size_t row);

} // namespace guatu::exchange
