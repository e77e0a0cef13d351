// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "store/statement.h"

#include <optional>
#include <vector>

namespace guatu::store
{

// SpatiaLite's blob: 00, byte order, SRID, box, 7C, class, body, FE. Ours are little-endian with
// SRID 4490; those that other programs wrote may be big-endian, and are refused.

/// A feature as SpatiaLite blob: POINT, MULTILINESTRING or MULTIPOLYGON by the column's type.
/// The feature must have a geometry.
[[nodiscard]] std::vector<unsigned char> encodeGeometry(const GeometryColumn& column,
                                                        std::size_t feature);

/// The point of a POINT blob; null when the blob is something else or has a coordinate that is
/// no number. This is the hot path of loading: one length, five markers, two doubles.
[[nodiscard]] std::optional<Point> decodePoint(Bytes blob);

/// Adds one feature to `column` from a blob of its type, single or multi; rings are closed and
/// turned to the column's rule. False, and an empty feature, when the blob is not well-formed.
[[nodiscard]] bool decodeGeometry(Bytes blob, GeometryColumn& column);

} // namespace guatu::store
