// SPDX-License-Identifier: MIT
#include "session/trip/trip_draft.h"

#include "trips/reasons.h"
#include "trips/timing.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

constexpr std::size_t mostStates = 200; ///< changes that can be taken back
constexpr std::size_t villageDigits = 12;

} // namespace

TripDraft::TripDraft(trips::Trip trip)
{
    m_checked.plan = std::move(trip.plan);
    m_checked.violations = violationsOf(trip.problem, m_checked.plan);
    m_states.push_back({std::make_shared<const trips::Problem>(std::move(trip.problem)),
                        itineraryOf(m_checked.plan),
                        {}});
}

bool TripDraft::isLocked(std::size_t stop) const
{
    return std::ranges::binary_search(state().locked, stop);
}

trips::CheckedPlan TripDraft::tried(std::size_t stop, trips::RouteSpot to) const
{
    trips::CheckedPlan checked;
    checked.plan.days = timed(problem(), moved(itinerary(), stop, to));
    checked.plan.leftOut = plan().leftOut;
    std::erase_if(checked.plan.leftOut,
                  [stop](const trips::LeftOutStop& left) { return left.stop == stop; });
    checked.violations = violationsOf(problem(), checked.plan);
    return checked;
}

void TripDraft::move(std::size_t stop, trips::RouteSpot to)
{
    changeItinerary(moved(itinerary(), stop, to));
}

void TripDraft::add(std::size_t stop, std::optional<std::size_t> route)
{
    if (route) {
        changeItinerary(added(problem(), itinerary(), stop, *route));
        return;
    }
    std::optional<trips::Itinerary> best;
    std::pair<std::size_t, std::int64_t> least;
    for (std::size_t each = 0; each < itinerary().size(); ++each) {
        trips::Itinerary attempt = added(problem(), itinerary(), stop, each);
        const auto spot = spotOf(attempt, stop);
        const trips::CheckedPlan checked = tried(stop, spot.value_or(trips::RouteSpot{each, 0}));
        std::int64_t driving = 0;
        for (const trips::DayPlan& day : checked.plan.days)
            driving += totalsOf(problem(), day).driving;
        const std::pair rank(checked.violations.size(), driving);
        if (!best || rank < least) {
            best = std::move(attempt);
            least = rank;
        }
    }
    if (best)
        changeItinerary(std::move(*best));
}

void TripDraft::remove(std::size_t stop)
{
    changeItinerary(removed(itinerary(), stop));
}

void TripDraft::swap(std::size_t a, std::size_t b)
{
    changeItinerary(swapped(itinerary(), a, b));
}

void TripDraft::sleepAt(std::size_t route, std::size_t base)
{
    changeItinerary(withNight(itinerary(), route, base));
}

void TripDraft::setLocked(const std::vector<std::size_t>& stops, bool isLocked)
{
    State next = state();
    for (const std::size_t stop : stops)
        std::erase(next.locked, stop);
    if (isLocked)
        next.locked.insert(next.locked.end(), stops.begin(), stops.end());
    std::ranges::sort(next.locked);
    change(std::move(next));
}

void TripDraft::pin(const std::vector<std::size_t>& stops, std::size_t day, trips::Window window)
{
    trips::Problem next = problem();
    for (const std::size_t stop : stops) {
        next.stops.at(stop).wish = trips::Wish::Must;
        next.stops[stop].windows.assign(next.days.size(), {});
        next.stops[stop].windows.at(day) = {window};
    }
    drive(std::move(next));
}

void TripDraft::drive(trips::Problem problem)
{
    State next = state();
    next.problem = std::make_shared<const trips::Problem>(std::move(problem));
    change(std::move(next));
}

void TripDraft::goOn(trips::Problem problem, trips::Itinerary itinerary)
{
    State next{std::make_shared<const trips::Problem>(std::move(problem)), std::move(itinerary),
               state().locked};
    std::erase_if(next.locked, [&next](std::size_t stop) { return !spotOf(next.itinerary, stop); });
    change(std::move(next));
}

void TripDraft::take(trips::Itinerary itinerary)
{
    if (itinerary != state().itinerary)
        changeItinerary(std::move(itinerary));
}

void TripDraft::undo()
{
    if (!canUndo())
        return;
    --m_at;
    check();
}

void TripDraft::redo()
{
    if (!canRedo())
        return;
    ++m_at;
    check();
}

std::optional<trips::Trip> TripDraft::before() const
{
    if (!canUndo())
        return {};
    const State& last = m_states[m_at - 1];
    return trips::Trip{*last.problem, checkedPlan(*last.problem, last.itinerary).plan};
}

void TripDraft::changeItinerary(trips::Itinerary itinerary)
{
    State next = state();
    next.itinerary = std::move(itinerary);
    std::erase_if(next.locked, [&next](std::size_t stop) { return !spotOf(next.itinerary, stop); });
    change(std::move(next));
}

void TripDraft::change(State next)
{
    m_states.resize(m_at + 1);
    m_states.push_back(std::move(next));
    if (m_states.size() > mostStates)
        m_states.erase(m_states.begin());
    m_at = m_states.size() - 1;
    check();
}

void TripDraft::check()
{
    m_checked = checkedPlan(problem(), itinerary());
}

std::vector<std::size_t> stopsOfVillage(const trips::Problem& problem, std::size_t stop)
{
    const std::string& code = problem.stops.at(stop).id;
    if (code.size() < villageDigits)
        return {stop};
    std::vector<std::size_t> stops;
    for (std::size_t i = 0; i < problem.stops.size(); ++i)
        if (problem.stops[i].id.compare(0, villageDigits, code, 0, villageDigits) == 0)
            stops.push_back(i);
    return stops;
}

} // namespace guatu::session
