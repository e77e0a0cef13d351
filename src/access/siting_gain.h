// SPDX-License-Identifier: MIT
#pragma once

#include "access/siting.h"

#include <cmath>
#include <limits>
#include <span>

namespace guatu::access
{

/// What a candidate would give a place.
struct GainEntry {
    std::uint32_t place = 0;
    double gain = 0; ///< above 0
};

/// The gains of candidates for places, without those that are 0: for Cover the persons of a place
/// that comes within the limit, for Median the time that its persons save.
class GainTable
{
public:
    explicit GainTable(const SitingProblem& problem);

    [[nodiscard]] std::size_t candidates() const { return m_starts.size() - 1; }
    [[nodiscard]] std::size_t places() const { return m_places; }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    /// What sums of gains are multiples of: 1 when all are whole numbers, else 0.
    [[nodiscard]] double unit() const { return m_unit; }
    [[nodiscard]] std::span<const GainEntry> of(std::uint32_t candidate) const
    {
        return std::span(m_entries).subspan(m_starts[candidate],
                                            m_starts[candidate + 1] - m_starts[candidate]);
    }

private:
    std::size_t m_places;
    double m_unit = 1;
    std::vector<std::size_t> m_starts{0};
    std::vector<GainEntry> m_entries;
};

/// Chooses `count` candidates that give most, by the gain of the best one of each place.
struct GainChoice {
    std::vector<std::uint32_t> candidates{};
    double gain = 0, bound = 0;
    bool proven = false;
};
/// What may be spent in all, and what each candidate costs (0 when there are no costs).
struct Spending {
    std::span<const double> costs{};
    double most = std::numeric_limits<double>::infinity();

    [[nodiscard]] bool limited() const { return !costs.empty() && most < INFINITY; }
    [[nodiscard]] double of(std::uint32_t candidate) const
    {
        return costs.empty() ? 0 : costs[candidate];
    }
};

[[nodiscard]] GainChoice chooseByGain(const GainTable& table, std::size_t count,
                                      std::span<const std::uint32_t> fixed,
                                      std::span<const std::uint32_t> forbidden, std::size_t effort,
                                      const Spending& spending = {});

} // namespace guatu::access
