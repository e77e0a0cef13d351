// SPDX-License-Identifier: MIT
#include "desktop/trip_map_maker.h"

#include "briefing/trip_route_map.h"
#include "desktop/texts.h"
#include "desktop/trip_keeper.h"
#include "desktop/trip_words.h"
#include "session/trip/trip_position.h"

namespace guatu::desktop
{

TripMapMaker::TripMapMaker(const Texts& texts, TripKeeper& keeper, QObject* parent)
    : QObject(parent), m_texts(texts), m_keeper(keeper)
{
    connect(&keeper, &TripKeeper::changed, this, [this] {
        if (m_keeper.draft())
            findWays();
        rebuild();
    });
    connect(&keeper, &TripKeeper::choiceChanged, this, &TripMapMaker::rebuild);
    connect(&m_job, &BackgroundJob::failed, this, &TripMapMaker::failed);
    connect(&m_job, &BackgroundJob::ended, this, [this] {
        if (std::exchange(m_isPending, false) && m_keeper.draft())
            findWays();
    });
    connect(&texts, &Texts::changed, this, &TripMapMaker::rebuild);
}

void TripMapMaker::findWays()
{
    if (m_job.isRunning()) { // to start now would wait for it
        m_isPending = true;
        return;
    }
    const auto view = m_keeper.workbench().sharedView();
    if (!m_finder || m_finderView != view.get()) {
        m_finder = std::make_shared<session::TripWayFinder>(view);
        m_finderView = view.get();
        m_toPlane.emplace(std::string(storeCrs), view->snapshot.crs);
    }
    m_job.start([this, finder = m_finder, trip = m_keeper.draft()->trip(),
                 crs = view->snapshot.crs](const Progress&) -> BackgroundJob::Finish {
        session::TripWays ways = briefing::inPlane(finder->ways(trip), crs);
        return [this, plan = trip.plan, ways = std::move(ways)] {
            m_planOfWays = plan;
            m_ways = ways;
            rebuild();
        };
    });
}

Point TripMapMaker::planePoint(std::size_t place) const
{
    return m_toPlane ? briefing::inPlane(m_keeper.draft()->problem().places[place], *m_toPlane)
                     : Point{};
}

std::vector<render::RouteStop> TripMapMaker::stopsOf(const trips::DayPlan& day) const
{
    if (!m_toPlane)
        return {};
    return briefing::routeStops(
        m_keeper.draft()->problem(), day,
        [this](std::size_t stop) -> const session::StopFacts& { return m_keeper.facts(stop); },
        *m_toPlane);
}

void TripMapMaker::rebuild()
{
    if (!m_keeper.draft()) {
        m_map.reset();
        m_ways.clear();
        m_planOfWays = {};
        emit made(m_map);
        return;
    }
    const trips::Problem& problem = m_keeper.draft()->problem();
    const trips::Plan& plan = m_keeper.draft()->plan();
    auto map = std::make_shared<render::RouteMap>();
    for (std::size_t i = 0; i < plan.days.size(); ++i) {
        const trips::DayPlan& day = plan.days[i];
        render::Route route{day.team, problem.teams[day.team].days[day.teamDay].day};
        const bool isSame = i < m_planOfWays.days.size() && m_planOfWays.days[i] == day;
        if (isSame && i < m_ways.size())
            route.drives = m_ways[i];
        route.stops = stopsOf(day);
        map->routes.push_back(std::move(route));
    }
    for (const trips::LeftOutStop& left : plan.leftOut) {
        if (left.why == trips::LeftOut::Done || left.why == trips::LeftOut::Excluded)
            continue;
        const session::StopFacts& facts = m_keeper.facts(left.stop);
        const Point at = planePoint(problem.stops[left.stop].place);
        if (at.valid())
            map->leftOut.push_back({at, {}, facts.shortName, false, {left.stop}});
    }
    for (const trips::Team& team : problem.teams)
        map->teams.push_back(team.name);
    for (std::size_t day = 0; day < problem.days.size(); ++day)
        map->days.push_back(tripDayTitle(day, m_texts).toStdString());
    if (!map->leftOut.empty())
        map->leftOutTitle =
            m_texts("desktop.trip.left_out_count", {{"count", std::to_string(plan.leftOut.size())}})
                .toStdString();
    map->note = m_texts("desktop.trip.ground").toStdString();
    if (!plan.days.empty())
        map->chosen = m_keeper.route();
    map->chosenStop = m_keeper.stop();
    m_map = std::move(map);
    emit made(m_map);
}

std::vector<TripMapMaker::Standing> TripMapMaker::standings(trips::Seconds time) const
{
    std::vector<Standing> all;
    const session::TripDraft* draft = m_keeper.draft();
    if (!draft || draft->plan().days.empty() || m_planOfWays.days != draft->plan().days)
        return all;
    const trips::Problem& problem = draft->problem();
    const auto& days = draft->plan().days;
    const Date date = dateOf(problem, days[m_keeper.route()]);
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (dateOf(problem, days[i]) != date)
            continue;
        std::vector<Point> places{planePoint(problem.bases[days[i].from].place)};
        for (const trips::Visit& visit : days[i].visits)
            places.push_back(planePoint(problem.stops[visit.stop].place));
        places.push_back(planePoint(problem.bases[days[i].to].place));
        all.push_back({session::tripPosition(days[i], m_ways[i], places, time), days[i].team,
                       problem.teams[days[i].team].days[days[i].teamDay].day});
    }
    return all;
}

} // namespace guatu::desktop
