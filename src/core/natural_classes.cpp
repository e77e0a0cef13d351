// SPDX-License-Identifier: MIT
#include "core/class_breaks.h"

#include <algorithm>
#include <limits>

namespace guatu
{
namespace
{

/// Squared deviations of runs of the different values, each counted as often as it stands.
class Deviations
{
public:
    explicit Deviations(std::span<const double> ascending)
    {
        // Around the middle value, so that squares of large values do not eat their differences.
        const double middle = ascending[ascending.size() / 2];
        for (std::size_t i = 0; i < ascending.size(); ++i) {
            const bool isNew = i == 0 || ascending[i] != ascending[i - 1];
            if (isNew) {
                m_count.push_back(m_count.back());
                m_sum.push_back(m_sum.back());
                m_squares.push_back(m_squares.back());
            }
            const long double value = ascending[i] - middle;
            m_count.back() += 1;
            m_sum.back() += value;
            m_squares.back() += value * value;
        }
    }

    /// Different values.
    [[nodiscard]] std::size_t size() const { return m_count.size() - 1; }
    [[nodiscard]] std::size_t countBefore(std::size_t value) const { return m_count[value]; }

    /// Of the values first to last - 1.
    [[nodiscard]] long double of(std::size_t first, std::size_t last) const
    {
        const auto count = static_cast<long double>(m_count[last] - m_count[first]);
        const long double sum = m_sum[last] - m_sum[first];
        return std::max(0.0L, m_squares[last] - m_squares[first] - sum * sum / count);
    }

private:
    std::vector<std::size_t> m_count{0};
    std::vector<long double> m_sum{0}, m_squares{0};
};

/// One step of the programme: the least deviations of the first values in one class more.
class Step
{
public:
    Step(const Deviations& deviations, const std::vector<long double>& before, std::size_t least)
        : best(before.size(), std::numeric_limits<long double>::infinity()),
          starts(before.size(), 0),
          m_deviations(deviations),
          m_before(before)
    {
        fill(least, before.size() - 1, least - 1, before.size() - 2);
    }

    std::vector<long double> best;   ///< by number of values
    std::vector<std::size_t> starts; ///< of the last class

private:
    void fill(std::size_t first, std::size_t last, std::size_t from, std::size_t to)
    {
        const std::size_t middle = first + (last - first) / 2;
        for (std::size_t start = from; start <= std::min(to, middle - 1); ++start) {
            const long double cost = m_before[start] + m_deviations.of(start, middle);
            if (cost < best[middle]) {
                best[middle] = cost;
                starts[middle] = start;
            }
        }
        if (middle > first)
            fill(first, middle - 1, from, starts[middle]);
        if (middle < last)
            fill(middle + 1, last, starts[middle], to);
    }

    const Deviations& m_deviations;
    const std::vector<long double>& m_before;
};

} // namespace

std::vector<std::size_t> naturalClasses(std::span<const double> ascending, std::size_t classes)
{
    if (ascending.empty() || classes == 0)
        return {};
    const Deviations deviations(ascending);
    const std::size_t size = deviations.size();
    const std::size_t wanted = std::min(classes, size);
    std::vector<long double> best{0};
    for (std::size_t values = 1; values <= size; ++values)
        best.push_back(deviations.of(0, values));
    std::vector<std::vector<std::size_t>> starts;
    for (std::size_t made = 2; made <= wanted; ++made) {
        Step step(deviations, best, made);
        best = std::move(step.best);
        starts.push_back(std::move(step.starts));
    }
    std::vector<std::size_t> counts;
    std::size_t end = size;
    for (std::size_t made = wanted; made-- > 0;) {
        const std::size_t start = made == 0 ? 0 : starts[made - 1][end];
        counts.push_back(deviations.countBefore(end) - deviations.countBefore(start));
        end = start;
    }
    std::ranges::reverse(counts);
    return counts;
}

} // namespace guatu
