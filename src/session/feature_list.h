// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "core/table.h"
#include "session/workspace_view.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace guatu::session
{

/// Columns of a map source as a list has them, with titles: those that are no ids. Cells are in the
/// order of `features`, rows of the table.
struct FeatureColumns {
    std::vector<TableColumn> columns;
    std::vector<Table::Row> rows; ///< as many as features
};
[[nodiscard]] FeatureColumns featureColumns(const FeatureTable& table,
                                            std::span<const std::uint32_t> features);

/// Whether a list says under another name what a field of a map source says.
[[nodiscard]] bool saysSame(const Table& list, std::string_view field);

/// A map source as a list with its places in degrees, EPSG:4490.
[[nodiscard]] Table featureList(const WorkspaceView& view, const FeatureTable& table,
                                std::span<const std::uint32_t> features, const LocalText& title);

} // namespace guatu::session
