// SPDX-License-Identifier: MIT
#pragma once

#include "core/split_mix.h"

namespace guatu::trips
{

/// Numbers with what the search draws of them.
class Random : public SplitMix
{
public:
    using SplitMix::SplitMix;

    /// From 0 to `size` - 1; `size` is at least 1.
    std::uint32_t below(std::uint32_t size)
    {
        return static_cast<std::uint32_t>(((next() >> 32U) * size) >> 32U);
    }

    /// Exponentially distributed with mean 1, by comparisons only (von Neumann 1951), since
    /// logarithms differ in their last bit from machine to machine.
    double exponential()
    {
        for (double whole = 0;; whole += 1) {
            const double first = unit();
            double last = first;
            bool isOdd = true;
            for (double draw = unit(); draw < last; draw = unit()) {
                last = draw;
                isOdd = !isOdd;
            }
            if (isOdd)
                return whole + first;
        }
    }
};

} // namespace guatu::trips
