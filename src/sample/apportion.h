// SPDX-License-Identifier: MIT
#pragma once

#include "sample/random.h"

#include <vector>

namespace guatu::sample
{

/// Divides `total` in proportion to the weights by largest remainders (Hamilton); ties go to the
/// first. Each share is at least `least`, if its weight is not 0. The weights must not all be 0.
[[nodiscard]] std::vector<int> apportioned(int total, const std::vector<double>& weights,
                                           const std::vector<int>& least = {});

/// Sizes of `households` that hold `persons` in all, from 1 to 8 each and mostly near the mean.
[[nodiscard]] std::vector<int> householdSizes(int households, int persons, Random& random);

} // namespace guatu::sample
