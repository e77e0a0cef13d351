// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace guatu::campaign::query
{

/// Truth of one row in two bits, certain and possible, so that `and` and `or` of Kleene's logic are
/// those of bits.
using Truth = std::uint8_t;
inline constexpr Truth no = 0, unknown = 2, yes = 3;

/// Truth of every row of a table.
using Truths = std::vector<Truth>;

[[nodiscard]] constexpr Truth truth(bool holds)
{
    return holds ? yes : no;
}
[[nodiscard]] constexpr Truth opposite(Truth t)
{
    return t == unknown ? unknown : static_cast<Truth>(yes - t);
}

inline void conjoin(Truths& into, const Truths& other)
{
    for (std::size_t row = 0; row < into.size(); ++row)
        into[row] = static_cast<Truth>(into[row] & other[row]);
}
inline void disjoin(Truths& into, const Truths& other)
{
    for (std::size_t row = 0; row < into.size(); ++row)
        into[row] = static_cast<Truth>(into[row] | other[row]);
}
inline void negate(Truths& truths)
{
    for (Truth& one : truths)
        one = opposite(one);
}

} // namespace guatu::campaign::query
