// SPDX-License-Identifier: MIT
#include "core/feature_table.h"

#include <algorithm>
#include <cmath>

namespace guatu
{
namespace
{

template <class Column>
const Column* find(const FeatureTable& table, std::string_view name)
{
    const auto found =
        std::ranges::find(table.columns, name, [](const auto& column) { return column.first; });
    return found == table.columns.end() ? nullptr : std::get_if<Column>(&found->second);
}

} // namespace

const CategoryColumn* FeatureTable::category(std::string_view name) const
{
    return find<CategoryColumn>(*this, name);
}

const NumberColumn* FeatureTable::number(std::string_view name) const
{
    return find<NumberColumn>(*this, name);
}

const TextColumn* FeatureTable::text(std::string_view name) const
{
    return find<TextColumn>(*this, name);
}

FieldValue FeatureTable::value(std::string_view column, std::size_t row) const
{
    if (const CategoryColumn* categories = category(column)) {
        const std::uint8_t word = categories->rows[row];
        if (word != 0)
            return categories->words[word];
    } else if (const NumberColumn* numbers = number(column)) {
        if (!std::isnan((*numbers)[row]))
            return (*numbers)[row];
    } else if (const TextColumn* texts = text(column)) {
        if (!(*texts)[row].empty())
            return std::string((*texts)[row]);
    }
    return {};
}

} // namespace guatu
