// SPDX-License-Identifier: MIT
#include "trips/reasons.h"

#include "core/text.h"
#include "trips/solution.h"
#include "trips/timing.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace guatu::trips
{
namespace
{

/// What it would take to include a stop.
struct Price {
    int musts = 0;
    std::int64_t priority = 0;
    Seconds driving = 0;
    std::vector<std::size_t> stops{};

    [[nodiscard]] auto rank() const { return std::tuple(musts, priority, driving); }
};

class Explainer
{
public:
    Explainer(const Model& model, const Itinerary& itinerary)
        : m_model(model), m_problem(model.problem()), m_solution(model, itinerary)
    {
    }

    [[nodiscard]] bool isVisited(std::size_t stop) const { return m_solution.isVisited(stop); }

    [[nodiscard]] LeftOutStop explain(std::uint32_t stop) const
    {
        const Stop& what = m_problem.stops[stop];
        const Place& place = m_problem.places[what.place];
        if (what.done)
            return {stop, LeftOut::Done};
        if (what.wish == Wish::MustNot)
            return {stop, LeftOut::Excluded};
        if (place.offRoad)
            return {.stop = stop, .why = LeftOut::OffNetwork, .roadMetres = place.offRoad};
        if (std::none_of(m_problem.teams.begin(), m_problem.teams.end(),
                         [&what](const Team& team) { return isFit(team, what); }))
            return {stop, LeftOut::NoTeam};
        if (!isOpen(stop))
            return {stop, LeftOut::NoWindow};
        if (!fitsAlone(stop))
            return {stop, LeftOut::OutOfReach};
        for (const std::uint32_t first : m_model.firstsOf(stop))
            if (!m_solution.isVisited(first))
                return {stop, LeftOut::FirstMissing};
        return outweighed(stop);
    }

private:
    /// Whether it may begin while a team that could go works.
    [[nodiscard]] bool isOpen(std::uint32_t stop) const
    {
        for (std::size_t r = 0; r < m_model.routeCount(); ++r) {
            const Model::Route& day = m_model.route(r);
            const Model::Openings& openings = m_model.openings(r, stop);
            if (openings.count == 0)
                continue;
            const Seconds start = m_model.nextStart(openings, day.begin);
            if (start < Model::never && start + m_model.visit(stop) <= day.end)
                return true;
        }
        return false;
    }

    [[nodiscard]] std::vector<std::size_t> nightsOf(const Team& team) const
    {
        return team.nights.empty() ? std::vector{team.start} : team.nights;
    }

    [[nodiscard]] bool fitsAlone(std::uint32_t stop) const
    {
        for (std::size_t r = 0; r < m_model.routeCount(); ++r) {
            if (!m_model.mayVisit(r, stop))
                continue;
            const Team& team = m_problem.teams[m_model.route(r).team];
            const std::size_t day = m_model.route(r).teamDay;
            const auto mornings = day == 0 ? std::vector{team.start} : nightsOf(team);
            const auto evenings =
                day + 1 == team.days.size() ? std::vector{team.end} : nightsOf(team);
            for (const std::size_t from : mornings)
                for (const std::size_t to : evenings)
                    if (Route(m_model, r, from, to).drivingInstead(0, 0, stop))
                        return true;
        }
        return false;
    }

    [[nodiscard]] LeftOutStop outweighed(std::uint32_t stop) const
    {
        std::optional<Price> best;
        for (std::size_t r = 0; r < m_model.routeCount(); ++r) {
            if (!m_model.mayVisit(r, stop))
                continue;
            const std::size_t size = m_solution.route(r).stops().size();
            for (std::size_t at = 0; at <= size; ++at)
                for (std::size_t count = 0; at + count <= size; ++count) {
                    auto price = priceOf(r, at, count, stop);
                    if (!price)
                        continue;
                    if (!best || price->rank() < best->rank())
                        best = std::move(price);
                    break; // longer strings cost more
                }
        }
        LeftOutStop result{stop, LeftOut::Outweighed};
        if (best) {
            result.instead = best->stops;
            result.addedDriving = best->driving;
        }
        result.needsOtherNight = !best;
        return result;
    }

    [[nodiscard]] std::optional<Price> priceOf(std::size_t r, std::size_t at, std::size_t count,
                                               std::uint32_t stop) const
    {
        const auto added = m_solution.route(r).drivingInstead(at, count, stop);
        if (!added || !followsFirsts(r, at, stop))
            return {};
        Price price{.driving = *added};
        const auto& stops = m_solution.route(r).stops();
        for (std::size_t i = at; i < at + count; ++i)
            take(price, stops[i]);
        for (std::size_t i = 0; i < price.stops.size(); ++i) // those that follow go as well
            for (const std::uint32_t then : m_model.thensOf(price.stops[i]))
                if (m_solution.isVisited(then))
                    take(price, then);
        for (const std::uint32_t first : m_model.firstsOf(stop))
            if (std::find(price.stops.begin(), price.stops.end(), first) != price.stops.end())
                return {};
        return price;
    }

    void take(Price& price, std::size_t stop) const
    {
        if (std::find(price.stops.begin(), price.stops.end(), stop) != price.stops.end())
            return;
        price.stops.push_back(stop);
        price.musts += m_problem.stops[stop].wish == Wish::Must;
        price.priority += m_problem.stops[stop].priority;
    }

    [[nodiscard]] bool followsFirsts(std::size_t r, std::size_t at, std::uint32_t stop) const
    {
        for (const std::uint32_t first : m_model.firstsOf(stop)) {
            const std::size_t other = m_solution.routeOf(first);
            const int days =
                static_cast<int>(m_model.route(r).day) - static_cast<int>(m_model.route(other).day);
            if (days < m_model.leastDays(first, stop) || days < 0)
                return false;
            if (days > 0)
                continue;
            const auto& stops = m_solution.route(other).stops();
            const auto position = static_cast<std::size_t>(
                std::find(stops.begin(), stops.end(), first) - stops.begin());
            if (other == r ? position >= at
                           : m_solution.route(r).earliestStart(at, stop) <
                                 m_solution.route(other).earliestEnd(position))
                return false;
        }
        return true;
    }

    const Model& m_model;
    const Problem& m_problem;
    Solution m_solution;
};

std::string names(const Problem& problem, const std::vector<std::size_t>& stops)
{
    constexpr std::size_t most = 4;
    std::string all;
    for (std::size_t i = 0; i < std::min(most, stops.size()); ++i)
        all += (i == 0 ? "" : "、") + problem.stops[stops[i]].name;
    return stops.size() > most ? all + "……" : all;
}

} // namespace

std::vector<LeftOutStop> leftOutOf(const Problem& problem, const Itinerary& itinerary)
{
    const Model model(problem);
    const Explainer explainer(model, itinerary);
    std::vector<LeftOutStop> all;
    for (std::uint32_t stop = 0; stop < problem.stops.size(); ++stop)
        if (!explainer.isVisited(stop))
            all.push_back(explainer.explain(stop));
    return all;
}

Plan planOf(const Problem& problem, const Itinerary& itinerary)
{
    return {timed(problem, itinerary), leftOutOf(problem, itinerary)};
}

Message reasonText(const Problem& problem, const LeftOutStop& stop)
{
    switch (stop.why) {
    case LeftOut::Done:
        return {"trips.left_out.done"};
    case LeftOut::Excluded:
        return {"trips.left_out.excluded"};
    case LeftOut::OffNetwork:
        if (!stop.roadMetres || *stop.roadMetres >= Place::nowhere)
            return {"trips.left_out.nowhere"};
        return {"trips.left_out.off_network",
                {{"metres", withThousands(std::llround(*stop.roadMetres))}}};
    case LeftOut::NoTeam:
        return {"trips.left_out.no_team"};
    case LeftOut::NoWindow:
        return {"trips.left_out.no_window"};
    case LeftOut::OutOfReach:
        return {"trips.left_out.out_of_reach"};
    case LeftOut::FirstMissing:
        return {"trips.left_out.first_missing"};
    case LeftOut::Outweighed:
        break;
    }
    if (stop.needsOtherNight)
        return {"trips.left_out.other_night"};
    const std::string minutes = std::to_string((stop.addedDriving + 59) / 60);
    if (stop.instead.empty())
        return {"trips.left_out.fits", {{"minutes", minutes}}};
    return {"trips.left_out.outweighed",
            {{"count", std::to_string(stop.instead.size())},
             {"stops", names(problem, stop.instead)},
             {"minutes", minutes}}};
}

} // namespace guatu::trips
