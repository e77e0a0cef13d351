// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace guatu::desktop
{

/// A title that wants to stand centred at a place of a row. Pixels.
struct RowTitle {
    double at;
    double width;
};

/// Left ends of titles in one row from `from` to `to`, in their order and `gap` apart, moved from
/// where they want to stand by the least sum of squares (isotonic regression by pooling adjacent
/// violators; Barlow et al. 1972). Nothing when the row is too short for them.
[[nodiscard]] std::optional<std::vector<double>> placeInRow(std::span<const RowTitle> titles,
                                                            double gap, double from, double to);

} // namespace guatu::desktop
