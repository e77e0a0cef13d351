// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"
#include "core/table.h"

#include <span>
#include <string>
#include <vector>

namespace guatu::session
{

/// A number that is about to be handed out, with what it says. The same quantity of the same unit
/// at the same day must be the same wherever it stands.
struct CheckedFigure {
    std::string quantity; ///< key of a column, with the words that tell rows of one unit apart
    std::string unit;     ///< code
    Date asOf;
    double value; ///< NaN: not known
    std::string shown;
    std::string place; ///< where it stands, for people
};

/// The figures of a list: of each row that has a unit's code, and of its total, which is `unit`'s.
/// `place` says where the list stands.
[[nodiscard]] std::vector<CheckedFigure> figuresOf(const Table& table, const std::string& unit,
                                                   Date asOf, const std::string& place,
                                                   Language language);

/// Throws Error(Input) when two figures that say the same thing differ, naming both numbers and
/// both places. Decimals may differ by half of what two digits show.
void requireAgreement(std::span<const CheckedFigure> figures);

/// Throws Error(Input) when a total of whole numbers is not the sum of the list's widest rows,
/// naming the column and both numbers. Columns with a row that is not known have no such sum.
void requireTotals(const Table& table, const std::string& place, Language language);

} // namespace guatu::session
