// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/row_source.h"

#include <string_view>

class OGRGeometry;

namespace guatu::exchange
{

/// A geometry as a Shape: curves cut into lines, heights dropped, rings closed and oriented. A
/// polygon that crosses itself is repaired, with a note of how its area changed. Null when the
/// geometry is empty.
[[nodiscard]] std::optional<Shape> shapeFrom(const OGRGeometry& geometry);

/// Reads well-known text; the shape has a problem when it is none.
[[nodiscard]] std::optional<Shape> shapeFromWkt(std::string_view wkt);

} // namespace guatu::exchange
