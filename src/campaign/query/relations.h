// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/expression.h"

#include <string_view>

namespace guatu::campaign::query
{

/// Whether things of `related` belong to each of `entity` by the records (problems of a household,
/// households of a unit and all below it), or one of them does (the household of a person).
[[nodiscard]] bool areRelated(Entity entity, Entity related);

/// Whether it has a place of its own, or that of what it is about.
[[nodiscard]] bool hasPlace(Entity entity);

/// Whether the days of a field lie ahead, as a due day, so that "within 7 days" counts forward.
[[nodiscard]] bool liesAhead(std::string_view field);

} // namespace guatu::campaign::query
