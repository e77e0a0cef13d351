// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/query.h"

#include <string>
#include <vector>

namespace guatu::campaign::query
{

/// A query that comes with the program (data/queries/*.json).
struct NamedQuery {
    std::string id; ///< as "uncleared_households"
    LocalText title;
    LocalText description;
    int standard = 0; ///< number among the 28 standard queries; 0: none of them
    std::string text; ///< in English words, with its entity
};

/// All of them, by number and id. Throws Error(Internal) when a file is not as it should be.
[[nodiscard]] const std::vector<NamedQuery>& namedQueries();

} // namespace guatu::campaign::query
