// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"
#include "core/table.h"

namespace guatu::briefing
{

/// How a table is to be set.
struct TableWish {
    std::vector<std::string> columns{}; ///< keys in order, `bar`, `blank`; empty: all
    double points = 9;
    double enlarge = 1;
    std::string title{};
    bool hasRules = false; ///< boxes round the cells
};

/// All rows of a table, set for a width; rows know their heights, columns their widths. The text is
/// made smaller, down to 7 points, before texts are wrapped. Throws Error(Input) for a column that
/// the table has not, or one too narrow for its longest number.
[[nodiscard]] TableBlock setTable(const Table& table, const TableWish& wish, double width,
                                  Language language);

/// Parts of a table, each as high as its box has room for, every row once and in order; the notes
/// are below the last. `first` is the room of the first part, `next` that of each other.
[[nodiscard]] std::vector<TableBlock> flowed(const TableBlock& whole, const RectMm& first,
                                             const RectMm& next, Language language);

/// Where the rows of a table stand, in order.
[[nodiscard]] std::vector<RectMm> rowBoxes(const TableBlock& table);

/// Millimetres that a table takes.
[[nodiscard]] double heightOf(const TableBlock& table);

} // namespace guatu::briefing
