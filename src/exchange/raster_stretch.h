// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/raster_dataset.h"

#include <cstdint>
#include <span>

namespace guatu::exchange
{

/// Which values of a band become black and white.
struct Stretch {
    double black = 0, white = 255;

    /// Linear between; NaN is black.
    [[nodiscard]] std::uint8_t at(double value) const;
};

/// From the 2nd to the 98th percentile of a band's values: a few glaring or missing ones leave the
/// rest readable. Looks at up to 250,000 values spread over the band (the nearest overview),
/// without those that mean nothing is there. 0 to 255 for bands of bytes, and where all values are
/// the same they become grey.
[[nodiscard]] Stretch stretchOf(const Dataset& raster, int band);

/// The same of values; exposed for tests. Empty gives 0 to 255.
[[nodiscard]] Stretch stretchOf(std::span<double> values);

} // namespace guatu::exchange
