// SPDX-License-Identifier: MIT
#include "trips/search.h"

#include "trips/timing.h"
#include "trips/tour.h"

#include <algorithm>
#include <limits>

namespace guatu::trips
{
namespace
{

// Sizes as in the paper: about ten stops go in one step, in strings of at most ten.
constexpr double meanRemoved = 10;
constexpr double longestString = 10;
constexpr std::uint32_t meanBlink = 100;
// Routes from this length on are also searched as tours, this many kicks at a time.
constexpr std::size_t longRoute = 50;
constexpr int kicksInStep = 200;
constexpr std::uint64_t longestShortPause = 64; ///< in steps, when there is nothing to shorten

} // namespace

Search::Search(const Model& model, Solution start, std::vector<char> isLocked, std::uint64_t seed)
    : m_model(&model),
      m_isLocked(std::move(isLocked)),
      m_random(seed),
      m_current(std::move(start)),
      m_best(m_current),
      m_isRuined(model.routeCount(), 0)
{
    for (std::uint32_t stop = 0; stop < model.stopCount(); ++stop)
        for (std::size_t route = 0; route < model.routeCount(); ++route)
            if (model.mayVisit(route, stop)) {
                m_possible.push_back(stop);
                break;
            }
    lockFirsts();
    m_brokenAtStart = brokenLocks();
    m_current.mark();
    recreate();
    if (isBrokenNow())
        m_current.takeBack();
    m_best = m_current;
    restart();
}

/// What a locked stop must follow is locked as well.
void Search::lockFirsts()
{
    std::vector<std::uint32_t> locked;
    for (std::uint32_t stop = 0; stop < m_isLocked.size(); ++stop)
        if (m_isLocked[stop])
            locked.push_back(stop);
    for (std::size_t i = 0; i < locked.size(); ++i)
        for (const std::uint32_t first : m_model->firstsOf(locked[i]))
            if (!m_isLocked[first] && m_current.isVisited(first)) {
                m_isLocked[first] = 1;
                locked.push_back(first);
            }
}

/// Around locked stops a route may stay impossible, or a locked stop get before what it must
/// follow.
bool Search::isBrokenNow() const
{
    return !m_current.areChangesPossible() ||
           (m_model->hasOrders() && brokenLocks() > m_brokenAtStart);
}

std::size_t Search::brokenLocks() const
{
    std::size_t broken = 0;
    for (const std::uint32_t stop : m_possible)
        broken += m_isLocked[stop] && !m_model->firstsOf(stop).empty() &&
                  m_current.isVisited(stop) && isTooEarly(stop);
    return broken;
}

/// While stops are left out their priority leads; once all are in, the cost does.
void Search::weigh()
{
    if (m_possible.empty())
        return;
    double priorities = 0;
    for (const std::uint32_t stop : m_possible)
        priorities += m_model->problem().stops[stop].priority;
    const double meanPriority = std::max(priorities / static_cast<double>(m_possible.size()), 1e-3);
    const double legs = static_cast<double>(m_best.visitedCount() + m_model->routeCount());
    const double meanLeg = std::max(-static_cast<double>(m_best.worth().thrift) / legs, 1.0);
    const bool isComplete = m_best.visitedCount() == m_possible.size();
    // In mean priorities or in mean legs.
    m_priorityWeight = 1 / meanPriority * (isComplete ? 8 : 1);
    m_costWeight = (isComplete ? 1 : 0.03) / meanLeg;
    m_mustWeight = 1e3;
    m_warm = isComplete ? 0.5 : 0.4;
    m_cold = isComplete ? 0.01 : 0.02;
}

double Search::energy(const Worth& worth) const
{
    const double fairness = m_model->problem().fair ? 0.2 * m_costWeight : 0;
    return -m_mustWeight * worth.musts - m_priorityWeight * static_cast<double>(worth.priority) -
           fairness * static_cast<double>(worth.fairness) -
           m_costWeight * static_cast<double>(worth.thrift);
}

void Search::restart()
{
    m_current = m_best;
    m_current.mark();
    weigh();
    m_energy = energy(m_current.worth());
}

bool Search::step(double done)
{
    if (m_possible.empty())
        return false;
    if (++m_steps >= m_nextTour && improveTour())
        return true;
    const double left = 1 - done;
    const double temperature = m_cold + (m_warm - m_cold) * left * left * left;
    ruin();
    recreate();
    const double energyNow = energy(m_current.worth());
    const bool isBetter = m_current.worth() > m_best.worth();
    const bool isBroken = isBrokenNow();
    if (isBroken || (!isBetter && energyNow >= m_energy + temperature * m_random.exponential())) {
        m_current.takeBack();
        return false;
    }
    m_energy = energyNow;
    m_current.mark();
    if (isBetter)
        m_best = m_current;
    return isBetter;
}

/// Shortens a long route of the best solution as a tour. Where windows are narrow the shorter order
/// is not in time, and is tried less and less often.
bool Search::improveTour()
{
    m_nextTour = m_steps + 2;
    if (m_model->hasOrders())
        return false;
    std::vector<std::size_t> longRoutes;
    for (std::size_t route = 0; route < m_model->routeCount(); ++route)
        if (m_best.route(route).stops().size() >= longRoute)
            longRoutes.push_back(route);
    if (longRoutes.empty())
        return false;
    const std::size_t r = longRoutes[m_random.below(static_cast<std::uint32_t>(longRoutes.size()))];
    const Route& route = m_best.route(r);
    Tour tour(*m_model, r, route.from(), route.to(), route.stops());
    tour.descend();
    for (int kick = 0; kick < kicksInStep; ++kick)
        tour.kick(m_random);
    if (tour.cost() >= route.cost()) {
        m_tourPause = std::min(2 * m_tourPause, std::max(m_tourPause, longestShortPause));
        m_nextTour = m_steps + m_tourPause;
        return false;
    }
    Solution shorter = m_best;
    shorter.mark();
    shorter.reorder(r, tour.stops());
    if (!shorter.route(r).isPossible() || shorter.worth() <= m_best.worth()) {
        m_tourPause = std::min<std::uint64_t>(2 * m_tourPause, 100'000);
        m_nextTour = m_steps + m_tourPause;
        return false;
    }
    m_tourPause = 1;
    m_best = shorter;
    m_current = std::move(shorter);
    m_current.mark();
    m_energy = energy(m_current.worth());
    return true;
}

void Search::ruin()
{
    const double routes = static_cast<double>(m_model->routeCount());
    const double meanLength = std::max(1.0, static_cast<double>(m_current.visitedCount()) / routes);
    const double longest = std::min(longestString, meanLength);
    const double mostRoutes = 4 * meanRemoved / (1 + longest) - 1;
    auto count = static_cast<std::size_t>(1 + m_random.unit() * mostRoutes);
    const std::uint32_t seed =
        m_possible[m_random.below(static_cast<std::uint32_t>(m_possible.size()))];
    std::fill(m_isRuined.begin(), m_isRuined.end(), char{0});
    const auto ruinAt = [&](std::uint32_t stop) {
        const std::uint32_t route = m_current.routeOf(stop);
        if (route == Solution::nowhere || m_isRuined[route])
            return;
        m_isRuined[route] = 1;
        ruinRoute(route, stop, static_cast<std::size_t>(longest));
        --count;
    };
    ruinAt(seed);
    for (const std::uint32_t stop : m_model->neighbours(seed)) {
        if (count == 0)
            break;
        ruinAt(stop);
    }
    if (m_model->hasOrders())
        dropOrphans();
    if (m_random.below(16) == 0)
        moveAnyNight();
}

/// Takes out a string of stops that holds `stop`, now and then with some in its middle kept.
void Search::ruinRoute(std::size_t route, std::uint32_t stop, std::size_t longest)
{
    const std::vector<std::uint32_t>& stops = m_current.route(route).stops();
    const std::size_t size = stops.size();
    const auto at =
        static_cast<std::size_t>(std::find(stops.begin(), stops.end(), stop) - stops.begin());
    const std::size_t most = std::min(longest, size);
    const auto draw = [this](std::size_t below) {
        return std::size_t{m_random.below(static_cast<std::uint32_t>(below))};
    };
    const std::size_t length = 1 + draw(most);
    std::size_t kept = 0;
    if (length > 1 && length < size && m_random.below(2) == 0)
        while (length + kept < size && m_random.below(2) == 0)
            ++kept;
    const std::size_t span = length + kept;
    const std::size_t lowest = at + 1 >= span ? at + 1 - span : 0;
    const std::size_t highest = std::min(at, size - span);
    const std::size_t begin = lowest + draw(highest - lowest + 1);
    if (kept == 0) {
        eraseStops(route, begin, length);
        return;
    }
    const std::size_t head = 1 + draw(length - 1);
    eraseStops(route, begin + head + kept, length - head);
    eraseStops(route, begin, head);
}

void Search::eraseStops(std::size_t route, std::size_t at, std::size_t count)
{
    const auto isLocked = [&](std::size_t i) {
        return m_isLocked[m_current.route(route).stops()[i]] != 0;
    };
    // An erasure before this one may have taken more than it was asked for, as below.
    for (std::size_t end = std::min(at + count, m_current.route(route).stops().size()); end > at;) {
        std::size_t begin = end;
        while (begin > at && !isLocked(begin - 1))
            --begin;
        if (begin < end)
            m_current.erase(route, begin, end - begin);
        end = begin == end ? end - 1 : begin;
    }
    // Without the triangle inequality a route may get worse by losing a stop.
    for (std::size_t i = m_current.route(route).stops().size();
         i > 0 && !m_current.route(route).isPossible(); --i)
        if (!isLocked(i - 1))
            m_current.erase(route, i - 1, 1);
}

/// Takes out what must follow a stop that is not visited any more.
void Search::dropOrphans()
{
    for (bool isChanged = true; isChanged;) {
        isChanged = false;
        for (const std::uint32_t stop : m_possible) {
            if (!m_current.isVisited(stop) || m_isLocked[stop])
                continue;
            const auto& firsts = m_model->firstsOf(stop);
            if (std::all_of(firsts.begin(), firsts.end(),
                            [this](std::uint32_t first) { return m_current.isVisited(first); }))
                continue;
            const std::size_t route = m_current.routeOf(stop);
            const auto& stops = m_current.route(route).stops();
            const auto at = std::find(stops.begin(), stops.end(), stop) - stops.begin();
            eraseStops(route, static_cast<std::size_t>(at), 1);
            isChanged = true;
        }
    }
}

/// Whether a stop begins before the end of one that must come first and is on another team's way
/// on the same day. Teams do not wait for each other.
bool Search::isTooEarly(std::uint32_t stop) const
{
    const std::size_t route = m_current.routeOf(stop);
    const auto visitOf = [this](std::size_t r, std::uint32_t what) {
        const Model::Route& day = m_model->route(r);
        const Route& way = m_current.route(r);
        const DayPlan plan = timed(m_model->problem(), {{day.team,
                                                         day.teamDay,
                                                         way.from(),
                                                         way.to(),
                                                         {way.stops().begin(), way.stops().end()}}})
                                 .front();
        return *std::find_if(plan.visits.begin(), plan.visits.end(),
                             [what](const Visit& visit) { return visit.stop == what; });
    };
    for (const std::uint32_t first : m_model->firstsOf(stop)) {
        const std::size_t other = m_current.routeOf(first);
        if (other == Solution::nowhere || other == route ||
            m_model->route(other).day != m_model->route(route).day)
            continue;
        if (visitOf(route, stop).start < visitOf(other, first).end)
            return true;
    }
    return false;
}

void Search::dropTooEarly()
{
    for (bool isChanged = true; isChanged;) {
        isChanged = false;
        for (const std::uint32_t stop : m_possible) {
            if (!m_current.isVisited(stop) || m_isLocked[stop] || m_model->firstsOf(stop).empty() ||
                !isTooEarly(stop))
                continue;
            const std::size_t route = m_current.routeOf(stop);
            const auto& stops = m_current.route(route).stops();
            eraseStops(route,
                       static_cast<std::size_t>(std::find(stops.begin(), stops.end(), stop) -
                                                stops.begin()),
                       1);
            dropOrphans();
            isChanged = true;
        }
    }
}

void Search::moveAnyNight()
{
    const std::vector<Team>& teams = m_model->problem().teams;
    const std::size_t team = m_random.below(static_cast<std::uint32_t>(teams.size()));
    const Team& what = teams[team];
    if (what.days.size() < 2 || what.nights.size() < 2)
        return;
    const std::size_t evening = m_random.below(static_cast<std::uint32_t>(what.days.size() - 1));
    const std::size_t base =
        what.nights[m_random.below(static_cast<std::uint32_t>(what.nights.size()))];
    if (m_current.moveNight(team, evening, base))
        return;
    // Make room: the ends of both days go, then it is tried once more.
    const std::size_t route = m_model->firstRoute(team) + evening;
    for (const std::size_t r : {route, route + 1}) {
        const std::size_t size = m_current.route(r).stops().size();
        const std::size_t part = (size + 1) / 2;
        if (size != 0)
            eraseStops(r, r == route ? size - part : 0, part);
    }
    if (m_model->hasOrders())
        dropOrphans();
    static_cast<void>(m_current.moveNight(team, evening, base));
}

void Search::recreate()
{
    m_missing.clear();
    for (const std::uint32_t stop : m_possible)
        if (!m_current.isVisited(stop))
            m_missing.push_back(stop);
    sortMissing();
    for (std::size_t i = 0; i < m_missing.size(); ++i) {
        const std::uint32_t stop = m_missing[i];
        if (m_current.isVisited(stop) || !place(stop) || !m_model->hasOrders())
            continue;
        for (const std::uint32_t then : m_model->thensOf(stop))
            if (!m_current.isVisited(then))
                m_missing.push_back(then);
    }
    if (m_model->hasOrders())
        dropTooEarly();
}

void Search::sortMissing()
{
    const std::uint32_t way = m_random.below(8);
    m_keys.clear();
    for (const std::uint32_t stop : m_missing) {
        const Stop& what = m_model->problem().stops[stop];
        const double noise = m_random.unit();
        double key = noise;
        if (way < 3)
            key = -what.priority * (0.7 + 0.3 * noise);
        else if (way < 5)
            key = -what.priority * (0.7 + 0.3 * noise) / (1.0 + m_model->visit(stop));
        else if (way < 6) {
            const Model::Openings& openings = m_model->openings(0, stop);
            key = openings.last - openings.first;
        }
        if (what.wish == Wish::Must)
            key -= 1e12;
        m_keys.emplace_back(key, stop);
    }
    std::sort(m_keys.begin(), m_keys.end());
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        m_missing[i] = m_keys[i].second;
}

/// Inserts the stop where it costs least; now and then a slot is overlooked.
bool Search::place(std::uint32_t stop)
{
    std::size_t bestRoute = Solution::nowhere;
    Slot best{0, std::numeric_limits<std::int64_t>::max()};
    for (std::size_t route = 0; route < m_model->routeCount(); ++route) {
        Allowed allowed;
        if (m_model->hasOrders()) {
            const auto behind = allowedBehindFirsts(route, stop);
            if (!behind)
                continue;
            allowed = *behind;
        }
        const Route& way = m_current.route(route);
        way.forEachSlot(stop, allowed.at, [&](const Slot& slot) {
            if (--m_blink == 0)
                m_blink = 1 + m_random.below(2 * meanBlink);
            else if (slot.cost < best.cost &&
                     (allowed.notBefore == 0 ||
                      way.earliestStart(slot.at, stop) >= allowed.notBefore)) {
                best = slot;
                bestRoute = route;
            }
        });
    }
    if (bestRoute == Solution::nowhere)
        return false;
    m_current.insert(bestRoute, best.at, stop);
    return true;
}

std::optional<Search::Allowed> Search::allowedBehindFirsts(std::size_t route,
                                                           std::uint32_t stop) const
{
    Allowed allowed;
    for (const std::uint32_t first : m_model->firstsOf(stop)) {
        if (!m_current.isVisited(first))
            return {};
        const std::size_t other = m_current.routeOf(first);
        const auto days = static_cast<int>(m_model->route(route).day) -
                          static_cast<int>(m_model->route(other).day);
        if (days < m_model->leastDays(first, stop) || days < 0)
            return {};
        if (days > 0)
            continue;
        const auto& stops = m_current.route(other).stops();
        const auto position =
            static_cast<std::size_t>(std::find(stops.begin(), stops.end(), first) - stops.begin());
        if (other == route)
            allowed.at = std::max(allowed.at, position + 1);
        else
            allowed.notBefore =
                std::max(allowed.notBefore, m_current.route(other).earliestEnd(position));
    }
    return allowed;
}

} // namespace guatu::trips
