// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace guatu::trips
{

/// The same numbers on every machine from a seed: SplitMix64 (Steele, Lea, Flood 2014).
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    /// From 0 to `size` - 1; `size` is at least 1.
    std::uint32_t below(std::uint32_t size)
    {
        return static_cast<std::uint32_t>(((next() >> 32U) * size) >> 32U);
    }

    /// From 0 to below 1.
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

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

private:
    std::uint64_t m_state;
};

} // namespace guatu::trips
