// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstddef>
#include <span>
#include <vector>

namespace guatu
{

/// Adds the geometry of an OGC well-known binary as one feature, its Z and M left out.
///
/// Takes points, lines, polygons and their multi forms in either byte order, in the ISO and the
/// extended (PostGIS, old OGR) coding. Rings are closed and turned as GeometryColumn wants them;
/// rings without area, lines of one vertex and empty points are left out, so that a feature may
/// end up without geometry. No bytes at all are a feature without geometry.
///
/// Throws Error(Input), and leaves the column as it was, when the bytes are damaged, hold a
/// coordinate that is no number, or are of another type than the column.
void appendWkb(GeometryColumn& column, std::span<const std::byte> wkb);

/// Whether a feature of one part is written in its single or in its multi form.
enum class WkbForm { Simplest, Multi };

/// The feature as two-dimensional little-endian WKB; nothing when it has no geometry.
[[nodiscard]] std::vector<std::byte> writeWkb(const GeometryColumn& column, std::size_t feature,
                                              WkbForm form = WkbForm::Simplest);

} // namespace guatu
