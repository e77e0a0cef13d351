// SPDX-License-Identifier: MIT
#pragma once

#include "core/classification.h"

#include <span>

namespace guatu
{

/// The breaks between at most `classes` classes of the values, ascending: class i holds what is
/// >= break i - 1 and < break i. Values must be finite; their order does not matter. Fewer breaks
/// come back where values are few or alike; none for no values.
///
/// Breaks are moved to the roundest number near them that leaves every value in its class.
[[nodiscard]] std::vector<double> classBreaks(ClassMethod method, std::vector<double> values,
                                              std::size_t classes);

/// How many values are in each of at most `classes` natural classes, lowest first: the division
/// into runs of the ascending values with the least sum of squared deviations from the means of
/// the classes. Equal values stay together.
///
/// Fisher, "On grouping for maximum homogeneity", JASA 53 (1958) 789; Jenks, "The data model
/// concept in statistical mapping", Int. Yearbook of Cartography 7 (1967) 186. Exact, by dynamic
/// programming over the m different values; as the best start of the last class only moves
/// upwards, halving the range finds it in O(classes m log m) (Song and Zhong, Bioinformatics 36
/// (2020) 5027).
[[nodiscard]] std::vector<std::size_t> naturalClasses(std::span<const double> ascending,
                                                      std::size_t classes);

} // namespace guatu
