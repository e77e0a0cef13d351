// SPDX-License-Identifier: MIT
#include "trips/tour.h"

#include <algorithm>

namespace guatu::trips
{
namespace
{

constexpr std::size_t neighboursLookedAt = 8;
constexpr std::size_t longestMoved = 3;
constexpr std::uint32_t longestKicked = 30;

} // namespace

Tour::Tour(const Model& model, std::size_t route, std::size_t from, std::size_t to,
           const std::vector<std::uint32_t>& stops)
    : m_model(&model), m_costs(model.route(route).costs)
{
    const auto count = static_cast<std::uint32_t>(model.stopCount());
    for (std::uint32_t stop = 0; stop < count; ++stop)
        m_place.push_back(static_cast<std::uint32_t>(model.place(stop)));
    for (const std::size_t base : {from, to})
        m_place.push_back(static_cast<std::uint32_t>(model.problem().bases[base].place));
    m_order.push_back(count);
    m_order.insert(m_order.end(), stops.begin(), stops.end());
    m_order.push_back(count + 1);
    m_at.assign(count + 2, 0);
    m_isLookedAt.assign(count + 2, 1);
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_at[m_order[i]] = i;
    for (std::size_t i = 0; i + 1 < m_order.size(); ++i) {
        m_cost += way(i, i + 1);
        m_isSymmetric = m_isSymmetric && way(i, i + 1) == way(i + 1, i);
    }
    for (std::size_t i = 1; m_isSymmetric && i + 1 < m_order.size(); ++i)
        for (std::size_t j = i + 1; m_isSymmetric && j + 1 < m_order.size(); ++j)
            m_isSymmetric = way(i, j) == way(j, i);
    m_turn.resize(m_order.size(), 0);
    updateTurn(0);
}

void Tour::updateTurn(std::size_t from)
{
    if (m_isSymmetric)
        return;
    for (std::size_t i = std::max<std::size_t>(from, 1); i < m_order.size(); ++i)
        m_turn[i] = m_turn[i - 1] + way(i, i - 1) - way(i - 1, i);
}

void Tour::reverse(std::size_t first, std::size_t last)
{
    if (first >= last)
        return;
    m_log.push_back({first, last});
    std::reverse(m_order.begin() + static_cast<std::ptrdiff_t>(first),
                 m_order.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    for (std::size_t i = first; i <= last; ++i)
        m_at[m_order[i]] = i;
    updateTurn(first);
}

void Tour::look(std::uint32_t stop)
{
    if (stop >= m_model->stopCount() || !m_isLookedAt[stop])
        return;
    m_isLookedAt[stop] = 0;
    m_toLookAt.push_back(stop);
}

void Tour::descend()
{
    for (std::size_t i = m_order.size() - 1; i > 0; --i)
        look(m_order[i]);
    work();
    m_log.clear();
}

void Tour::work()
{
    while (!m_toLookAt.empty()) {
        const std::uint32_t stop = m_toLookAt.back();
        m_toLookAt.pop_back();
        m_isLookedAt[stop] = 1;
        while (improve(stop)) {
        }
    }
}

bool Tour::improve(std::uint32_t stop)
{
    const auto neighbours = m_model->neighbours(stop);
    for (const std::uint32_t other :
         neighbours.first(std::min(neighbours.size(), neighboursLookedAt)))
        if (m_at[other] != 0 && tryTwoOpt(m_at[stop], other))
            return true;
    const std::size_t i = m_at[stop];
    for (std::size_t length = 1; length <= longestMoved; ++length) {
        if (i + length < m_order.size() && tryMove(i, i + length - 1))
            return true;
        if (length > 1 && i >= length && tryMove(i + 1 - length, i))
            return true;
    }
    return false;
}

/// Lets the stop at `i` be followed, or preceded, by another stop.
bool Tour::tryTwoOpt(std::size_t i, std::uint32_t other)
{
    const std::size_t j = m_at[other];
    const std::size_t low = std::min(i, j), high = std::max(i, j);
    const auto attempt = [&](std::size_t first, std::size_t last) {
        if (first >= last || first == 0 || last + 1 >= m_order.size())
            return false;
        const std::int64_t delta = way(first - 1, last) + way(first, last + 1) -
                                   way(first - 1, first) - way(last, last + 1) +
                                   turned(first, last);
        if (delta >= 0)
            return false;
        for (const std::size_t end : {first - 1, first, last, last + 1})
            look(m_order[end]);
        reverse(first, last);
        m_cost += delta;
        return true;
    };
    return attempt(low + 1, high) || attempt(low, high - 1);
}

/// Moves a short string beside a neighbour of one of its ends.
bool Tour::tryMove(std::size_t first, std::size_t last)
{
    if (first == 0 || last + 1 >= m_order.size())
        return false;
    const std::int64_t gain =
        way(first - 1, first) + way(last, last + 1) - way(first - 1, last + 1);
    if (gain <= 0)
        return false;
    for (const std::uint32_t end : {m_order[first], m_order[last]}) {
        const auto neighbours = m_model->neighbours(end);
        for (const std::uint32_t other :
             neighbours.first(std::min(neighbours.size(), neighboursLookedAt))) {
            const std::size_t at = m_at[other];
            if (at != 0 && (at < first || at > last) && moveBeside(first, last, other, gain))
                return true;
        }
        if (first == last)
            break;
    }
    return false;
}

bool Tour::moveBeside(std::size_t first, std::size_t last, std::uint32_t other, std::int64_t gain)
{
    const std::size_t at = m_at[other];
    for (const std::size_t gap : {at - 1, at}) { // behind which position
        if (gap + 1 >= m_order.size() || (gap + 1 >= first && gap <= last))
            continue;
        const std::int64_t open = way(gap, gap + 1);
        const std::int64_t straight = way(gap, first) + way(last, gap + 1) - open - gain;
        const std::int64_t back =
            way(gap, last) + way(first, gap + 1) - open - gain + turned(first, last);
        if (std::min(straight, back) >= 0)
            continue;
        for (const std::size_t end : {first - 1, first, last, last + 1, gap, gap + 1})
            look(m_order[end]);
        moveTo(first, last, gap, back < straight);
        m_cost += std::min(straight, back);
        return true;
    }
    return false;
}

/// By turning strings: A B becomes B A when A, B and the whole are turned.
void Tour::moveTo(std::size_t first, std::size_t last, std::size_t gap, bool isTurned)
{
    const std::size_t length = last - first + 1;
    if (gap > last) {
        reverse(first, gap);
        reverse(first, gap - length);
        if (!isTurned)
            reverse(gap - length + 1, gap);
    } else {
        reverse(gap + 1, last);
        reverse(gap + 1 + length, last);
        if (!isTurned)
            reverse(gap + 1, gap + length);
    }
}

void Tour::kick(Random& random)
{
    const std::size_t stops = m_order.size() - 2;
    if (stops < 8)
        return;
    const std::int64_t before = m_cost;
    m_log.clear();
    const auto longest =
        static_cast<std::uint32_t>(std::min<std::size_t>(longestKicked, (stops - 2) / 2));
    const std::size_t head = 1 + random.below(longest), tail = 1 + random.below(longest);
    const std::size_t first = 1 + random.below(static_cast<std::uint32_t>(stops + 1 - head - tail));
    const std::size_t middle = first + head, end = middle + tail; // [first, middle) [middle, end)
    m_cost += way(first - 1, middle) + way(end - 1, first) + way(middle - 1, end) -
              way(first - 1, first) - way(middle - 1, middle) - way(end - 1, end);
    for (const std::size_t each : {first - 1, first, middle - 1, middle, end - 1, end})
        look(m_order[each]);
    moveTo(first, middle - 1, end - 1, false);
    work();
    if (m_cost <= before)
        return;
    for (std::vector<Reversal> log = std::move(m_log); !log.empty(); log.pop_back())
        reverse(log.back().first, log.back().last);
    m_cost = before;
}

} // namespace guatu::trips
