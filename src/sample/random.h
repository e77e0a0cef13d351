// SPDX-License-Identifier: MIT
#pragma once

#include "core/split_mix.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace guatu::sample
{

/// SplitMix64 with distributions of our own: those of the standard library differ between
/// libraries, and the sample must not.
class Random : public SplitMix
{
public:
    using SplitMix::SplitMix;

    /// An independent stream for one purpose and one item.
    [[nodiscard]] constexpr Random fork(std::uint64_t purpose, std::uint64_t item = 0) const
    {
        return Random(mix(m_state + mix(purpose * 0x9e3779b97f4a7c15U + mix(item + 1))));
    }

    constexpr double between(double low, double high) { return low + (high - low) * unit(); }
    /// In [0, n).
    constexpr std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    /// In [low, high].
    constexpr int within(int low, int high)
    {
        return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
    }
    constexpr bool chance(double probability) { return unit() < probability; }

    /// An index with a probability in proportion to its weight; the weights must not all be 0.
    constexpr std::size_t weighted(std::span<const double> weights)
    {
        double sum = 0;
        for (const double weight : weights)
            sum += weight;
        double left = unit() * sum;
        std::size_t last = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] <= 0)
                continue;
            last = i;
            left -= weights[i];
            if (left < 0)
                break;
        }
        return last;
    }

    template <class T>
    constexpr const T& pick(const T* first, std::size_t count)
    {
        return first[below(count)];
    }
    template <class Range>
    constexpr const auto& pick(const Range& range)
    {
        return std::data(range)[below(std::size(range))];
    }

    template <class T>
    constexpr void shuffle(std::vector<T>& items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(i)]);
    }
};

} // namespace guatu::sample
