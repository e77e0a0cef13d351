// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"

#include <algorithm>

namespace guatu
{

/// The table of a source, or null where there is none.
[[nodiscard]] inline std::shared_ptr<const FeatureTable> findTable(const FeatureTables& tables,
                                                                   std::string_view source)
{
    const auto found =
        std::ranges::find_if(tables, [&](const auto& table) { return table->source == source; });
    return found == tables.end() ? nullptr : *found;
}

} // namespace guatu
