// SPDX-License-Identifier: MIT
#pragma once

#include "access/link_table.h"
#include "core/table.h"

#include <span>

namespace guatu::session
{

/// Times as cells; Blank for what cannot be reached, since that is known.
[[nodiscard]] TableCell minutesCell(access::Time time);
[[nodiscard]] TableCell millisecondsCell(access::Time time);

/// Minutes as whole milliseconds; what is too long to be told apart is as long as can be.
[[nodiscard]] access::Time millisecondsOf(double minutes);

/// The first of the limits (minutes, ascending) that a time keeps; Blank beyond the last.
[[nodiscard]] TableCell bandOf(access::Time time, std::span<const double> minutes);

} // namespace guatu::session
