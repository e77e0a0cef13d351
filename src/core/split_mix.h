// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace guatu
{

/// Mixes 64 bits well (the finaliser of SplitMix64, Steele, Lea and Flood 2014).
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t bits)
{
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
}

/// The same numbers on every machine from a seed: SplitMix64.
class SplitMix
{
public:
    explicit constexpr SplitMix(std::uint64_t seed) : m_state(seed) {}

    constexpr std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        return mix(m_state);
    }
    /// In [0, 1).
    constexpr double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

protected:
    std::uint64_t m_state;
};

} // namespace guatu
