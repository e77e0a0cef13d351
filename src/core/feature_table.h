// SPDX-License-Identifier: MIT
#pragma once

#include "core/category_column.h"
#include "core/condition.h"
#include "core/geometry.h"
#include "core/text_column.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guatu
{

/// Numbers; NaN is unknown.
using NumberColumn = std::vector<double>;

/// What one map source gives to draw and to point at: features of one geometry type with named
/// attributes, in columns of equal length. Projected to the workspace's metric CRS.
///
/// Tables are the only thing the map engine knows of the domain.
struct FeatureTable {
    std::string source; ///< the name layers use: county, town, village, household, road, ...
    GeometryColumn geometry;
    std::vector<std::int64_t> ids{}; ///< row ids of the workspace's table
    std::vector<std::pair<std::string, std::variant<CategoryColumn, NumberColumn, TextColumn>>>
        columns{};

    [[nodiscard]] std::size_t size() const { return geometry.size(); }
    [[nodiscard]] const CategoryColumn* category(std::string_view name) const;
    [[nodiscard]] const NumberColumn* number(std::string_view name) const;
    [[nodiscard]] const TextColumn* text(std::string_view name) const;

    /// The value of any column at a row; unknown when the column, or the value, is missing.
    [[nodiscard]] FieldValue value(std::string_view column, std::size_t row) const;
};

using FeatureTables = std::vector<std::shared_ptr<const FeatureTable>>;

} // namespace guatu
