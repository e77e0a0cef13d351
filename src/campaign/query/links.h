// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/kleene.h"
#include "campaign/query/query.h"

#include <optional>

namespace guatu::campaign::query
{

/// How many related things belong to a row: at least and at most, as some may be unknown.
struct Counts {
    std::vector<double> least, most;
};

/// The row of `entity` that each row of `related` belongs to; noRow for none. Null when they belong
/// the other way round.
[[nodiscard]] std::optional<std::vector<RowIndex>> ownersOf(const QueryContext& context,
                                                            Entity entity, Entity related);

/// The one row of `related` that each row of `entity` belongs to. Null when there may be several.
[[nodiscard]] std::optional<std::vector<RowIndex>> holdersOf(const QueryContext& context,
                                                             Entity entity, Entity related);

/// Counts what belongs to each row of `entity`; of units also to all below. `weights` holds what
/// each related row adds, NaN when that is not known.
[[nodiscard]] Counts countRelated(const QueryContext& context, Entity entity, Entity related,
                                  const Truths& truths, const std::vector<double>& weights);

/// For each unit whether it or one above it is meant.
[[nodiscard]] Truths inherited(const UnitColumns& units, Truths truths);

} // namespace guatu::campaign::query
