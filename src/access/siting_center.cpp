// SPDX-License-Identifier: MIT
#include "access/siting_center.h"

#include <algorithm>
#include <optional>

namespace guatu::access
{
namespace
{

using Bits = std::vector<std::uint64_t>;

bool holds(const Bits& bits, std::size_t i)
{
    return ((bits[i / 64] >> (i % 64)) & 1U) != 0;
}

/// Whether a few candidates reach all places within a time.
class Cover
{
public:
    Cover(const SitingProblem& problem, const std::vector<std::uint8_t>& usable, Time within,
          std::size_t effort)
        : m_problem(problem), m_effort(effort), m_words((problem.times.columns + 63) / 64)
    {
        const std::size_t places = problem.times.columns;
        m_by.resize(places);
        for (std::uint32_t c = 0; c < problem.candidates(); ++c) {
            Bits& reached = m_reached.emplace_back(m_words);
            for (std::uint32_t place = 0; usable[c] != 0 && place < places; ++place)
                if (problem.times.at(c, place) <= within) {
                    reached[place / 64] |= std::uint64_t{1} << (place % 64);
                    m_by[place].push_back(c);
                }
        }
    }

    /// The candidates beside the fixed ones; nothing when there are none or the effort is spent.
    std::optional<std::vector<std::uint32_t>> find(Bits left, std::size_t count)
    {
        double money = m_problem.budget;
        for (const std::uint32_t c : m_problem.fixed) {
            take(left, c);
            money -= costOf(c);
        }
        m_chosen.clear();
        m_decided = true;
        if (search(left, count, money))
            return m_chosen;
        return std::nullopt;
    }
    /// Whether the last answer is certain.
    [[nodiscard]] bool decided() const { return m_decided; }

private:
    void take(Bits& left, std::uint32_t candidate) const
    {
        for (std::size_t w = 0; w < m_words; ++w)
            left[w] &= ~m_reached[candidate][w];
    }
    [[nodiscard]] std::size_t gain(const Bits& left, std::uint32_t candidate) const
    {
        std::size_t count = 0;
        for (std::size_t w = 0; w < m_words; ++w)
            count +=
                static_cast<std::size_t>(__builtin_popcountll(left[w] & m_reached[candidate][w]));
        return count;
    }
    /// Places of which no candidate reaches two: each needs one of its own.
    [[nodiscard]] std::size_t apart(Bits left, std::size_t enough) const
    {
        std::size_t count = 0;
        for (std::uint32_t place = 0; place < m_by.size() && count <= enough; ++place) {
            if (!holds(left, place))
                continue;
            ++count;
            for (const std::uint32_t c : m_by[place])
                take(left, c);
        }
        return count;
    }
    [[nodiscard]] double costOf(std::uint32_t candidate) const
    {
        return m_problem.costs.empty() ? 0 : m_problem.costs[candidate];
    }
    bool search(const Bits& left, std::size_t count, double money)
    {
        std::optional<std::uint32_t> hardest;
        for (std::uint32_t place = 0; place < m_by.size(); ++place)
            if (holds(left, place) && (!hardest || m_by[place].size() < m_by[*hardest].size()))
                hardest = place;
        if (!hardest)
            return true;
        if (count == 0 || apart(left, count) > count)
            return false;
        if (m_effort == 0) {
            m_decided = false;
            return false;
        }
        --m_effort;
        std::vector<std::pair<std::size_t, std::uint32_t>> order;
        for (const std::uint32_t c : m_by[*hardest])
            order.emplace_back(gain(left, c), c);
        std::ranges::sort(order, [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        for (const auto& [reached, c] : order) {
            // A hair more, since costs may be sums of fractions.
            if (costOf(c) > money + 1e-9 * std::max(1.0, costOf(c)))
                continue;
            Bits next = left;
            take(next, c);
            m_chosen.push_back(c);
            if (search(next, count - 1, money - costOf(c)))
                return true;
            m_chosen.pop_back();
        }
        return false;
    }

    const SitingProblem& m_problem;
    std::size_t m_effort, m_words;
    std::vector<Bits> m_reached;                  ///< of each candidate
    std::vector<std::vector<std::uint32_t>> m_by; ///< candidates that reach each place
    std::vector<std::uint32_t> m_chosen;
    bool m_decided = true;
};

std::vector<std::uint8_t> usableOf(const SitingProblem& problem)
{
    std::vector<std::uint8_t> usable(problem.candidates(), 1);
    for (const std::uint32_t c : problem.forbidden)
        usable[c] = 0;
    return usable;
}

/// Times that the longest one may come to, ascending: those of places that something reaches.
std::vector<Time> radii(const SitingProblem& problem, const std::vector<std::uint8_t>& usable)
{
    std::vector<Time> times{0};
    for (std::uint32_t place = 0; place < problem.times.columns; ++place) {
        if (!(problem.persons[place] > 0))
            continue;
        times.push_back(problem.today[place]);
        for (std::uint32_t c = 0; c < usable.size(); ++c)
            if (usable[c] != 0)
                times.push_back(problem.times.at(c, place));
    }
    std::erase(times, never);
    std::ranges::sort(times);
    const auto rest = std::ranges::unique(times);
    times.erase(rest.begin(), rest.end());
    return times;
}

} // namespace

CenterChoice chooseByLongest(const SitingProblem& problem)
{
    const auto usable = usableOf(problem);
    const auto times = radii(problem, usable);
    const std::size_t free = problem.add - problem.fixed.size();
    bool allDecided = true;
    const auto within = [&](Time radius) {
        Bits left((problem.times.columns + 63) / 64);
        for (std::uint32_t place = 0; place < problem.times.columns; ++place) {
            bool can = problem.today[place] != never;
            for (std::uint32_t c = 0; c < usable.size() && !can; ++c)
                can = usable[c] != 0 && problem.times.at(c, place) != never;
            if (can && problem.persons[place] > 0 && problem.today[place] > radius)
                left[place / 64] |= std::uint64_t{1} << (place % 64);
        }
        Cover cover(problem, usable, radius, problem.effort);
        auto found = cover.find(std::move(left), free);
        allDecided = cover.decided();
        return found;
    };
    CenterChoice best;
    std::size_t low = 0, high = times.size(), proven = 0;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (auto found = within(times[middle])) {
            best.candidates = std::move(*found);
            best.longest = times[middle];
            high = middle;
        } else {
            low = middle + 1;
            if (allDecided)
                proven = low;
        }
    }
    if (high == times.size())
        best.longest = never; // too few to reach everybody that can be reached
    best.bound = high < times.size() ? times[std::min(proven, high)] : best.longest;
    best.proven = high == times.size() ? allDecided : proven >= high;
    best.candidates.insert(best.candidates.end(), problem.fixed.begin(), problem.fixed.end());
    return best;
}

} // namespace guatu::access
