// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/field_columns.h"
#include "campaign/query/kleene.h"

namespace guatu::campaign::query
{

/// A comparison on every row of a column. What is missing is unknown.
[[nodiscard]] Truths compareColumn(const QueryContext& context, const FieldColumn& column,
                                   const Expression& comparison);

/// Whether the value of each row is unknown: itself always known.
[[nodiscard]] Truths missingIn(const FieldColumn& column);

/// The rows of a unit's subtree, or of those that came after it. Throws Error(Input) when the
/// snapshot has neither.
[[nodiscard]] std::vector<std::pair<RowIndex, RowIndex>> subtreesOf(const Snapshot& snapshot,
                                                                    UnitCode unit);

/// How a number that lies between `low` and `high` compares with a bound.
[[nodiscard]] Truth compareInterval(double low, double high, Operator op, double bound);

} // namespace guatu::campaign::query
