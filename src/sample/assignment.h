// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace guatu::sample
{

/// The cheapest one-to-one assignment of n rows to n columns (Kuhn 1955, Munkres 1957, as the
/// O(n³) shortest augmenting path of Jonker and Volgenant). `cost` is row by row; the result
/// is the column of each row.
[[nodiscard]] std::vector<std::size_t> cheapestAssignment(const std::vector<double>& cost,
                                                          std::size_t n);

} // namespace guatu::sample
