// SPDX-License-Identifier: MIT
#include "access/siting_gain.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <queue>

namespace guatu::access
{
namespace
{

using Chosen = std::vector<std::uint32_t>;

/// Which candidates a branch has taken or left out.
enum class State : std::uint8_t { Free, In, Out };

constexpr double hair = 1e-9; ///< of the value: gains are sums of many terms
constexpr int branchRounds = 40;
constexpr std::size_t mostLookUps = 200'000'000; ///< of gains, in the search for a proof

/// The best and second best gain of each place among chosen candidates.
class Standing
{
public:
    explicit Standing(const GainTable& table)
        : m_table(table), m_best(table.places()), m_second(table.places()), m_by(table.places())
    {
    }

    void set(const Chosen& chosen)
    {
        std::ranges::fill(m_best, 0);
        std::ranges::fill(m_second, 0);
        m_gain = 0;
        for (const std::uint32_t c : chosen)
            add(c);
    }
    void add(std::uint32_t candidate)
    {
        for (const auto [place, gain] : m_table.of(candidate)) {
            if (gain > m_best[place]) {
                m_gain += gain - m_best[place];
                m_second[place] = m_best[place];
                m_best[place] = gain;
                m_by[place] = candidate;
            } else {
                m_second[place] = std::max(m_second[place], gain);
            }
        }
    }
    [[nodiscard]] double gain() const { return m_gain; }
    [[nodiscard]] double added(std::uint32_t candidate) const
    {
        double sum = 0;
        for (const auto [place, gain] : m_table.of(candidate))
            sum += std::max(0.0, gain - m_best[place]);
        return sum;
    }
    /// What goes when a chosen candidate goes.
    [[nodiscard]] double lost(std::uint32_t candidate) const
    {
        double sum = 0;
        for (const auto [place, gain] : m_table.of(candidate))
            if (m_by[place] == candidate && m_best[place] > 0)
                sum += m_best[place] - m_second[place];
        return sum;
    }
    /// What the exchange of `out` for `in` brings.
    [[nodiscard]] double exchanged(std::uint32_t out, double outLost, std::uint32_t in) const
    {
        double sum = -outLost;
        for (const auto [place, gain] : m_table.of(in)) {
            const bool goes = m_by[place] == out && m_best[place] > 0;
            const double kept = goes ? m_second[place] : m_best[place];
            sum += std::max(0.0, gain - kept);
        }
        return sum;
    }

private:
    const GainTable& m_table;
    std::vector<double> m_best, m_second;
    std::vector<std::uint32_t> m_by;
    double m_gain = 0;
};

class Chooser
{
public:
    Chooser(const GainTable& table, std::size_t count, std::span<const std::uint32_t> fixed,
            std::span<const std::uint32_t> forbidden, std::size_t effort, const Spending& spending)
        : m_table(table),
          m_spending(spending),
          m_effort(effort),
          m_states(table.candidates(), State::Free),
          m_standing(table),
          m_prices(table.places()),
          m_worth(table.candidates()),
          m_uses(table.places())
    {
        for (const std::uint32_t c : forbidden)
            m_states[c] = State::Out;
        for (const std::uint32_t c : fixed)
            m_states[c] = State::In;
        const auto open = static_cast<std::size_t>(
            std::ranges::count_if(m_states, [](State s) { return s != State::Out; }));
        m_count = std::min(count, open);
    }

    GainChoice run()
    {
        offer(greedy(false));
        if (m_spending.limited())
            offer(greedy(true));
        startPrices();
        double bound = lowerBound(300);
        if (!closed(bound) && m_effort > 0) {
            m_open = std::min(m_effort, mostLookUps / (branchRounds * (m_table.size() + 1)) + 1);
            branch(bound);
            bound = m_open > 0 ? m_best.gain : std::max(m_best.gain, m_left);
        }
        m_best.proven = closed(bound);
        m_best.bound = m_best.proven ? m_best.gain : bound;
        return m_best;
    }

private:
    [[nodiscard]] bool closed(double bound) const
    {
        return bound <
               m_best.gain + std::max(m_table.unit() * 0.999, hair * std::max(1.0, m_best.gain));
    }
    [[nodiscard]] double spentOn(const Chosen& chosen) const
    {
        double sum = 0;
        for (const std::uint32_t c : chosen)
            sum += m_spending.of(c);
        return sum;
    }
    [[nodiscard]] double spentOnTaken() const
    {
        double sum = 0;
        for (std::uint32_t c = 0; c < m_states.size(); ++c)
            sum += m_states[c] == State::In ? m_spending.of(c) : 0;
        return sum;
    }
    [[nodiscard]] bool affordable(double cost) const
    {
        return cost <= m_spending.most + hair * std::max(1.0, m_spending.most);
    }
    Chosen greedy(bool perCost);
    void improve(Chosen& chosen);
    bool extend(Chosen& chosen);
    void dropIdle(Chosen& chosen);
    void offer(Chosen chosen);
    double topOf(std::vector<std::uint32_t>& free, std::size_t more) const;
    double knapsackOf(std::vector<std::uint32_t>& free, double money, double& part) const;
    void startPrices();
    double lowerBound(int rounds);
    double relax(Chosen& chosen);
    void branch(double bound);

    const GainTable& m_table;
    Spending m_spending;
    std::size_t m_count = 0, m_effort, m_open = 0;
    std::vector<State> m_states;
    Standing m_standing;
    std::vector<double> m_prices, m_worth;
    std::vector<double> m_uses;
    double m_left = 0; ///< the highest bound of branches that were not looked into
    GainChoice m_best;
};

/// Takes what adds most, or most for its cost, again and again; a gain that was computed earlier
/// can only have shrunk.
Chosen Chooser::greedy(bool perCost)
{
    Chosen chosen;
    for (std::uint32_t c = 0; c < m_states.size(); ++c)
        if (m_states[c] == State::In)
            chosen.push_back(c);
    m_standing.set(chosen);
    double spent = spentOn(chosen);
    const auto worth = [&](std::uint32_t c) {
        return perCost ? m_standing.added(c) / std::max(m_spending.of(c), hair * m_spending.most)
                       : m_standing.added(c);
    };
    using Entry = std::pair<double, std::uint32_t>; // (worth, ~candidate): the lowest number first
    std::priority_queue<Entry> queue;
    for (std::uint32_t c = 0; c < m_states.size(); ++c)
        if (m_states[c] == State::Free)
            queue.emplace(worth(c), ~c);
    while (chosen.size() < m_count && !queue.empty()) {
        const std::uint32_t candidate = ~queue.top().second;
        queue.pop();
        const double cost = m_spending.of(candidate), now = worth(candidate);
        if (!affordable(spent + cost) || (cost > 0 && !(now > 0)))
            continue;
        if (!queue.empty() && now < queue.top().first) {
            queue.emplace(now, ~candidate);
            continue;
        }
        chosen.push_back(candidate);
        spent += cost;
        m_standing.add(candidate);
    }
    return chosen;
}

/// Takes one more that the budget has room for, if one brings anything.
bool Chooser::extend(Chosen& chosen)
{
    if (chosen.size() >= m_count)
        return false;
    m_standing.set(chosen);
    const double spent = spentOn(chosen);
    double most = hair * std::max(1.0, m_standing.gain());
    std::optional<std::uint32_t> best;
    for (std::uint32_t c = 0; c < m_states.size(); ++c) {
        if (m_states[c] != State::Free || !affordable(spent + m_spending.of(c)) ||
            std::ranges::find(chosen, c) != chosen.end())
            continue;
        if (const double gain = m_standing.added(c); gain > most) {
            most = gain;
            best = c;
        }
    }
    if (best)
        chosen.push_back(*best);
    return best.has_value();
}

/// Takes out what costs something and brings nothing beside the others.
void Chooser::dropIdle(Chosen& chosen)
{
    for (std::size_t i = chosen.size(); i-- > 0;) {
        if (m_states[chosen[i]] == State::In || !(m_spending.of(chosen[i]) > 0))
            continue;
        m_standing.set(chosen);
        if (!(m_standing.lost(chosen[i]) > 0))
            chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

/// Exchanges one for another while that brings more.
void Chooser::improve(Chosen& chosen)
{
    for (bool better = true; better;) {
        better = m_spending.limited() && extend(chosen);
        m_standing.set(chosen);
        const double spent = spentOn(chosen);
        double most = hair * std::max(1.0, m_standing.gain());
        std::optional<std::size_t> at;
        std::uint32_t with = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (m_states[chosen[i]] == State::In)
                continue;
            const double lost = m_standing.lost(chosen[i]);
            for (std::uint32_t c = 0; c < m_states.size(); ++c) {
                if (m_states[c] != State::Free || std::ranges::find(chosen, c) != chosen.end() ||
                    !affordable(spent - m_spending.of(chosen[i]) + m_spending.of(c)))
                    continue;
                const double gain = m_standing.exchanged(chosen[i], lost, c);
                if (gain > most) {
                    most = gain;
                    at = i;
                    with = c;
                }
            }
        }
        if (at) {
            chosen[*at] = with;
            better = true;
        }
    }
}

/// Keeps a choice, without what it cannot pay, when it is the best so far.
void Chooser::offer(Chosen chosen)
{
    // A relaxed choice may be too dear, or more than are to be added.
    Chosen kept;
    double spent = 0;
    for (const std::uint32_t c : chosen)
        if (kept.size() < m_count && affordable(spent + m_spending.of(c))) {
            spent += m_spending.of(c);
            kept.push_back(c);
        }
    chosen = std::move(kept);
    improve(chosen);
    dropIdle(chosen);
    m_standing.set(chosen);
    if (m_standing.gain() <= m_best.gain && !m_best.candidates.empty())
        return;
    m_best.gain = m_standing.gain();
    m_best.candidates = std::move(chosen);
}

/// Prices from the best plan: what a place gets, since it counts once.
void Chooser::startPrices()
{
    std::ranges::fill(m_prices, 0);
    for (const std::uint32_t c : m_best.candidates)
        for (const auto [place, gain] : m_table.of(c))
            m_prices[place] = std::max(m_prices[place], gain);
}

/// The relaxed value at the prices, its choice, and how often it uses each place.
double Chooser::relax(Chosen& chosen)
{
    double sum = std::accumulate(m_prices.begin(), m_prices.end(), 0.0);
    std::vector<std::uint32_t> free;
    chosen.clear();
    for (std::uint32_t c = 0; c < m_states.size(); ++c) {
        if (m_states[c] == State::Out)
            continue;
        double worth = 0;
        for (const auto [place, gain] : m_table.of(c))
            worth += std::max(0.0, gain - m_prices[place]);
        m_worth[c] = worth;
        (m_states[c] == State::In ? chosen : free).push_back(c);
    }
    const std::size_t more = m_count - std::min(m_count, chosen.size());
    double part = 1; // of the last one
    double taken = 0;
    std::vector<std::uint32_t> top = free;
    taken = topOf(top, more);
    if (m_spending.limited()) {
        const double money = m_spending.most - spentOn(chosen);
        double share = 1;
        if (const double most = knapsackOf(free, money, share); most < taken) {
            taken = most;
            top = std::move(free);
            part = share;
        }
    }
    for (const std::uint32_t c : chosen)
        sum += m_worth[c];
    sum += taken;
    chosen.insert(chosen.end(), top.begin(), top.end());
    std::ranges::fill(m_uses, 0);
    for (const std::uint32_t c : chosen) {
        const double share = !top.empty() && c == top.back() ? part : 1;
        for (const auto [place, gain] : m_table.of(c))
            m_uses[place] += gain > m_prices[place] ? share : 0;
    }
    return sum;
}

/// Leaves the most worthy ones; what they are worth.
double Chooser::topOf(std::vector<std::uint32_t>& free, std::size_t more) const
{
    const auto order = [&](std::uint32_t a, std::uint32_t b) {
        return m_worth[a] != m_worth[b] ? m_worth[a] > m_worth[b] : a < b;
    };
    more = std::min(more, free.size());
    std::ranges::partial_sort(free, free.begin() + static_cast<std::ptrdiff_t>(more), order);
    free.resize(more);
    double sum = 0;
    for (const std::uint32_t c : free)
        sum += m_worth[c];
    return sum;
}

/// Leaves what the money buys of most worth for its cost, the last one in part (Dantzig 1957); what
/// it is worth, which no whole choice passes.
double Chooser::knapsackOf(std::vector<std::uint32_t>& free, double money, double& part) const
{
    std::erase_if(free, [&](std::uint32_t c) { return m_spending.of(c) > money + hair; });
    const auto order = [&](std::uint32_t a, std::uint32_t b) {
        const double left = m_worth[a] * m_spending.of(b), right = m_worth[b] * m_spending.of(a);
        return left != right ? left > right : a < b;
    };
    std::ranges::sort(free, [&](std::uint32_t a, std::uint32_t b) {
        const bool freeA = m_spending.of(a) <= 0, freeB = m_spending.of(b) <= 0;
        return freeA != freeB ? freeA : order(a, b);
    });
    double sum = 0;
    for (std::size_t i = 0; i < free.size(); ++i) {
        const double cost = m_spending.of(free[i]);
        if (cost > money && cost > 0) {
            part = std::max(0.0, money / cost);
            sum += part * m_worth[free[i]];
            free.resize(i + 1);
            return sum;
        }
        money -= cost;
        sum += m_worth[free[i]];
    }
    return sum;
}

/// Moves the prices along subgradients; the least relaxed value is what no plan can pass.
double Chooser::lowerBound(int rounds)
{
    double least = INFINITY, pace = 1.5;
    int stale = 0;
    std::vector<double> bestPrices = m_prices;
    Chosen chosen;
    for (int round = 0; round < rounds && pace > 1e-3; ++round) {
        const double value = relax(chosen);
        if (!(value >= least * (1 - hair))) {
            least = value;
            bestPrices = m_prices;
            stale = 0;
        } else if (++stale >= 12) {
            stale = 0;
            pace /= 2;
            m_prices = bestPrices;
        }
        if (round % 25 == 0)
            offer(chosen);
        if (closed(least))
            break;
        double norm = 0;
        for (std::size_t place = 0; place < m_prices.size(); ++place) {
            const double slope = 1 - m_uses[place];
            // A price of nothing that would fall stays.
            norm += slope > 0 && m_prices[place] <= 0 ? 0 : slope * slope;
        }
        if (norm == 0)
            break;
        const double step = pace * std::max(value - m_best.gain, hair) / norm;
        for (std::size_t place = 0; place < m_prices.size(); ++place)
            m_prices[place] = std::max(0.0, m_prices[place] - step * (1 - m_uses[place]));
    }
    m_prices = bestPrices;
    return least;
}

/// Takes a candidate in one branch and leaves it out in the other, as long as a branch may hold
/// something better and the effort lasts.
void Chooser::branch(double bound)
{
    if (closed(bound))
        return;
    if (m_open == 0) {
        m_left = std::max(m_left, bound);
        return;
    }
    --m_open;
    Chosen chosen;
    (void)relax(chosen);
    std::uint32_t pick = 0;
    double most = -1;
    for (const std::uint32_t c : chosen)
        if (m_states[c] == State::Free && m_worth[c] > most) {
            most = m_worth[c];
            pick = c;
        }
    if (most < 0) {
        // Nothing is free: the choice is the only one of this branch.
        offer(chosen);
        return;
    }
    const auto prices = m_prices;
    for (const State state : {State::In, State::Out}) {
        m_states[pick] = state;
        m_prices = prices;
        const auto usable = static_cast<std::size_t>(
            std::ranges::count_if(m_states, [](State s) { return s != State::Out; }));
        const auto taken = static_cast<std::size_t>(std::ranges::count(m_states, State::In));
        if (m_spending.limited() ? taken <= m_count && affordable(spentOnTaken())
                                 : usable >= m_count && taken <= m_count)
            branch(std::min(bound, lowerBound(branchRounds)));
    }
    m_states[pick] = State::Free;
}

} // namespace

GainTable::GainTable(const SitingProblem& problem) : m_places(problem.times.columns)
{
    const bool cover = problem.goal == SitingGoal::Cover;
    // Who nothing reaches saves as if the way took longer than any that is known.
    Time longest = 0;
    for (const auto* times : {&problem.times.times, &problem.today})
        for (const Time time : *times)
            longest = time == never ? longest : std::max(longest, time);
    const double beyond = 2.0 * longest;
    for (std::size_t c = 0; c < problem.candidates(); ++c) {
        for (std::uint32_t place = 0; place < m_places; ++place) {
            const Time time = problem.times.at(c, place), today = problem.today[place];
            if (time == never || time >= today)
                continue;
            const double saved =
                cover ? (time <= problem.limit && today > problem.limit ? 1 : 0)
                      : (today == never ? beyond : today) - static_cast<double>(time);
            if (const double gain = saved * problem.persons[place]; gain > 0) {
                m_entries.push_back({place, gain});
                m_unit = gain == std::floor(gain) ? m_unit : 0;
            }
        }
        m_starts.push_back(m_entries.size());
    }
}

GainChoice chooseByGain(const GainTable& table, std::size_t count,
                        std::span<const std::uint32_t> fixed,
                        std::span<const std::uint32_t> forbidden, std::size_t effort,
                        const Spending& spending)
{
    return Chooser(table, count, fixed, forbidden, effort, spending).run();
}

} // namespace guatu::access
