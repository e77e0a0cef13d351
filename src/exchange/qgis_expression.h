// SPDX-License-Identifier: MIT
#pragma once

#include "core/style.h"

#include <string>
#include <vector>

namespace guatu::exchange
{

/// The condition as an expression of QGIS and of OGR's SQL. Both have the three values of ours: a
/// comparison with NULL is neither true nor false. An empty All is TRUE.
[[nodiscard]] std::string qgisExpression(const Condition& condition);

/// Filters of rules, which QGIS tests one by one, for conditions of which the first that is met
/// wins: each leaves out what an earlier one takes, where it could. `ELSE` stands for the last when
/// it takes all that is left; not where rules have scales of their own (`scaled`), as ELSE then
/// takes what other rules hide.
[[nodiscard]] std::vector<std::string> qgisFilters(const std::vector<Condition>& conditions,
                                                   bool scaled);

/// Whether it shows that nothing can meet both conditions.
[[nodiscard]] bool areDisjoint(const Condition& a, const Condition& b);

/// The shortest decimal that reads back as the number.
[[nodiscard]] std::string shortNumber(double number);

} // namespace guatu::exchange
