// SPDX-License-Identifier: MIT
#include "session/trip/trip_replan.h"

#include "core/error.h"
#include "session/trip/trip_problem.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

/// Of each team's vehicle; one for all where they have the same.
std::vector<trips::Roads> roadsOfTeams(const WorkspaceView& view, const trips::Problem& problem,
                                       const TripNow& now)
{
    TravelOptions travel{.season = now.rain ? access::Season::Rain : access::Season::Dry,
                         .closed = now.closed};
    if (!problem.roads.empty() && !problem.roads.front().means.empty())
        travel.means = problem.roads.front().means;
    trips::Problem other = withRoads(view, problem, travel);
    if (other.roads.size() == 1)
        return std::move(other.roads);
    std::vector<trips::Roads> roads;
    for (const trips::Team& team : other.teams)
        roads.push_back(other.roads[team.days.empty() ? 0 : team.days.front().roads]);
    return roads;
}

} // namespace

trips::RoadState roadStateOf(const trips::Trip& trip, const TripNow& now, const WorkspaceView* view)
{
    const trips::Problem& problem = trip.problem;
    const auto day = std::ranges::find(problem.days, now.day);
    if (day == problem.days.end())
        throw inputError({"trips.request.pin_day", {{"date", now.day.iso()}}});
    trips::RoadState state{.day = static_cast<std::size_t>(day - problem.days.begin()),
                           .now = now.now,
                           .done = now.done.value_or(std::vector<std::size_t>{}),
                           .lostTeams = now.lostTeams};
    for (std::size_t i = 0; i < problem.stops.size(); ++i)
        if (problem.stops[i].done)
            state.done.push_back(i);
    for (const trips::DayPlan& each : trip.plan.days) {
        const std::size_t when = problem.teams[each.team].days[each.teamDay].day;
        for (const trips::Visit& visit : each.visits)
            if (!now.done &&
                (when < state.day || (when == state.day && visit.departure <= state.now)))
                state.done.push_back(visit.stop);
    }
    if (view != nullptr)
        state.roads = roadsOfTeams(*view, problem, now);
    return state;
}

} // namespace guatu::session
