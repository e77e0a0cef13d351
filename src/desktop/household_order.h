// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "session/household_list.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace guatu::desktop
{

/// Columns of the household table, left to right.
enum class HouseholdColumn {
    Code,
    Class,
    Village,
    Group,
    Persons,
    Livelihood,
    Unmet,
    Unknown,
    Due,
    Clear,
    Located,
};
inline constexpr int householdColumnCount = 11;

/// Which households are in the table, and in what order.
struct HouseholdQuery {
    /// Per column the values that pass; a column without an entry lets everything pass.
    std::map<HouseholdColumn, std::set<std::string>> filters{};
    HouseholdColumn sortBy = HouseholdColumn::Code;
    bool descending = false;

    friend bool operator==(const HouseholdQuery&, const HouseholdQuery&) = default;
};

/// The values of a cell as the same words in every language; several where a cell lists criteria,
/// one empty value where it lists none or nothing is known.
[[nodiscard]] std::vector<std::string> cellValues(const session::WorkspaceView& view,
                                                  const session::HouseholdRow& row,
                                                  HouseholdColumn column);

/// A value in words, for the filter's list and the table.
[[nodiscard]] std::string valueText(const session::WorkspaceView& view, HouseholdColumn column,
                                    const std::string& value, Language language);

/// The whole cell in words.
[[nodiscard]] std::string cellText(const session::WorkspaceView& view,
                                   const session::HouseholdRow& row, HouseholdColumn column,
                                   Language language);

/// Households of `households` that pass, in order. Unknown values stand last either way.
[[nodiscard]] std::vector<std::uint32_t> arrange(const session::WorkspaceView& view,
                                                 const std::vector<std::uint32_t>& households,
                                                 const HouseholdQuery& query,
                                                 const Progress& progress = {});

/// The values of a column with the number of households, under the filters of the other columns.
[[nodiscard]] std::map<std::string, std::size_t>
valuesOf(const session::WorkspaceView& view, const std::vector<std::uint32_t>& households,
         const HouseholdQuery& query, HouseholdColumn column, const Progress& progress = {});

} // namespace guatu::desktop
