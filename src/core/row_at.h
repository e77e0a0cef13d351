// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

namespace guatu
{

/// A row as the index of a column's vector; not for noRow.
[[nodiscard]] constexpr std::size_t at(RowIndex row)
{
    return static_cast<std::size_t>(row);
}

} // namespace guatu
