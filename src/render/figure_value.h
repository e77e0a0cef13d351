// SPDX-License-Identifier: MIT
#pragma once

#include "render/drawn_layer.h"

namespace guatu::render
{

/// What a figure of a row says: the number of its field, of a chart the sum of its known parts;
/// NaN when that is not known.
[[nodiscard]] double figureValue(const Figure& figure, const FeatureTable& table, std::size_t row);

/// The largest known value of a layer's rows, 0 when there is none above.
[[nodiscard]] double largestValue(const DrawnLayer& layer);

/// Millimetres across: the area is in proportion to the value, but never less than `least`.
[[nodiscard]] double discSize(double least, double most, double value, double largest);

/// Up to three round values (1, 2 or 5 times a power of ten) for a legend, largest first, the
/// first not above `largest`, the others about a third of the one before.
[[nodiscard]] std::vector<double> roundValues(double largest);

} // namespace guatu::render
