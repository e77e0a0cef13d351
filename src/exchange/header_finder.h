// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/lexicon.h"
#include "exchange/row_source.h"

namespace guatu::exchange
{

/// Where the header of a table stands among its first rows, and what it says.
struct HeaderPlace {
    std::vector<std::size_t>
        rows; ///< indexes into the rows looked at: one, or two one below the other
    std::vector<std::string> headers; ///< two rows joined as "upper/lower"
};

/// How many rows the finder wants to see.
inline constexpr std::size_t headerSearchRows = 40;

/// Finds the header below title rows: the row, or pair of rows, with the most headers known for
/// `kind`; when none is known, the first row that is filled as widely as the table. Null when
/// no row has two texts (one, for one-column tables).
[[nodiscard]] std::optional<HeaderPlace> findHeader(const std::vector<SourceRow>& rows,
                                                    EntityKind kind, const Lexicon& lexicon);

} // namespace guatu::exchange
