// SPDX-License-Identifier: MIT
#include "session/trip/trip_problem.h"

#include "core/crs.h"
#include "core/error.h"
#include "core/text.h"
#include "session/trip/trip_roads.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace guatu::session
{
namespace
{

using trips::Place;
using trips::Problem;
using trips::Seconds;
using trips::Stop;

constexpr std::size_t mostPlaces = 3000;

void require(bool isRight, const char* what)
{
    if (!isRight)
        throw inputError({what});
}

void requireDay(const TripRequest& request, Date day)
{
    if (day < request.firstDay || day.days() >= request.firstDay.days() + request.days)
        throw inputError({"trips.request.pin_day", {{"date", day.iso()}}});
}

/// "高桥镇:1" as a place and how many teams; without a number `otherwise`.
std::pair<std::string, int> nightOf(const std::string& text, int otherwise)
{
    const auto colon = text.rfind(':');
    int teams = 0;
    const char* end = text.data() + text.size();
    if (colon == std::string::npos ||
        std::from_chars(text.data() + colon + 1, end, teams).ptr != end || teams < 1)
        return {text, otherwise};
    return {text.substr(0, colon), teams};
}

void checkRequest(const TripRequest& request)
{
    require(request.days >= 1 && request.days <= 60, "trips.request.days");
    require(request.teams >= 1 && request.teams <= 50 && request.people >= 1,
            "trips.request.teams");
    require(request.begin < request.end, "trips.request.hours");
    for (const TripCrew& crew : request.crews) {
        require(crew.team >= 1 && crew.team <= request.teams, "trips.request.skills");
        if (const int people = crew.people.value_or(request.people);
            crew.seats && people > *crew.seats)
            throw inputError({"trips.request.seats",
                              {{"team", std::to_string(crew.team)},
                               {"people", std::to_string(people)},
                               {"seats", std::to_string(*crew.seats)}}});
        require(!crew.hours || crew.hours->open < crew.hours->close, "trips.request.hours");
        for (const Date day : crew.off)
            requireDay(request, day);
    }
    for (const TripDayHours& each : request.dayHours) {
        requireDay(request, each.day);
        require(each.hours.open < each.hours.close, "trips.request.hours");
    }
    for (const TripSkills& each : request.skills)
        require(each.team >= 1 && each.team <= request.teams, "trips.request.skills");
    for (const TripHours& each : request.hours)
        for (const trips::Window& window : each.windows)
            require(window.open <= window.close, "trips.request.windows");
    require(request.setUp >= 0 && request.perHousehold >= 0 && request.visit >= 0 &&
                request.mostDriving >= 0 && request.householdsPerStop >= 1,
            "trips.request.minutes");
    for (const Date day : request.rainDays)
        requireDay(request, day);
}

/// With what is needed to find the ways again.
trips::Roads described(trips::Roads roads, const TravelOptions& travel)
{
    roads.means = travel.means;
    roads.rain = travel.season == access::Season::Rain;
    roads.closed = travel.closed;
    return roads;
}

class ProblemMaker
{
public:
    ProblemMaker(const WorkspaceView& view, const TripRequest& request, Language language)
        : m_view(view),
          m_request(request),
          m_language(language),
          m_toLonLat(view.snapshot.crs, std::string(storeCrs))
    {
    }

    Problem make(const std::vector<TripTarget>& targets) &&
    {
        for (int day = 0; day < m_request.days; ++day)
            m_problem.days.emplace_back(m_request.firstDay.days() + day);
        m_problem.name = unitName();
        m_problem.costs = m_request.costs;
        m_problem.fair = m_request.fair;
        addBases();
        for (const TripTarget& target : targets)
            addStop(target);
        if (m_problem.places.size() > mostPlaces)
            throw inputError(
                {"trips.request.too_many",
                 {{"count", withThousands(static_cast<long long>(m_problem.places.size()))},
                  {"most", withThousands(mostPlaces)}}});
        addRoads();
        addTeams();
        applyWishes(targets);
        return std::move(m_problem);
    }

private:
    [[nodiscard]] std::string unitName() const
    {
        return m_view.snapshot.units.name[static_cast<std::size_t>(m_request.unit)];
    }

    std::size_t placeAt(Point at, const std::string& name)
    {
        const auto [found, isNew] = m_placeAt.try_emplace({at.x, at.y}, m_points.size());
        if (!isNew)
            return found->second;
        Place place{.name = name};
        if (at.valid()) {
            const Point lonLat = m_toLonLat.forward(at);
            place.lon = lonLat.x;
            place.lat = lonLat.y;
        }
        m_problem.places.push_back(std::move(place));
        m_points.push_back(at);
        return found->second;
    }

    void addBases()
    {
        const auto add = [this](const std::string& text, int teams) {
            const NamedPlace place = namedPlace(m_view.snapshot, text);
            m_problem.bases.push_back({placeAt(place.at, place.name), teams,
                                       m_problem.bases.empty() ? 0 : m_request.costPerNight});
        };
        const int all = m_request.teamsPerNight > 0 ? m_request.teamsPerNight : m_request.teams;
        const auto& units = m_view.snapshot.units;
        add(m_request.base.empty() ? units.code[static_cast<std::size_t>(m_request.unit)].str()
                                   : m_request.base,
            m_request.teams);
        for (const std::string& night : m_request.nights) {
            const auto [place, teams] = nightOf(night, all);
            add(place, teams);
        }
        m_nights = m_problem.bases.size();
        for (const TripCrew& crew : m_request.crews)
            if (!crew.base.empty()) {
                m_baseOf[crew.team] = m_problem.bases.size();
                add(crew.base, m_request.teams);
            }
    }

    /// What a team has otherwise; null: nothing.
    [[nodiscard]] const TripCrew* crewOf(int team) const
    {
        const auto found = std::ranges::find(m_request.crews, team, &TripCrew::team);
        return found == m_request.crews.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::string vehicleOf(int team) const
    {
        const TripCrew* crew = crewOf(team);
        return crew && !crew->vehicle.empty() ? crew->vehicle : m_request.travel.means;
    }

    void addStop(const TripTarget& target)
    {
        Stop stop{.id = target.id,
                  .name = target.name,
                  .purpose = target.purpose,
                  .area = target.area,
                  .subjects = target.households,
                  .place = placeOf(target),
                  .priority = std::min(target.priority, 1'000'000),
                  .visit = m_request.visit};
        if (!target.households.empty()) {
            stop.visit = m_request.perHousehold * static_cast<Seconds>(target.households.size());
            m_problem.places[stop.place].setUp = m_request.setUp;
        }
        m_problem.stops.push_back(std::move(stop));
    }

    std::size_t placeOf(const TripTarget& target)
    {
        if (target.at.valid())
            return placeAt(target.at, target.name);
        // Nothing to share: each is nowhere by itself.
        m_problem.places.push_back({.name = target.name, .offRoad = Place::nowhere});
        m_points.push_back(target.at);
        return m_points.size() - 1;
    }

    /// One set of roads for each kind of vehicle, dry and in rain.
    void addRoads()
    {
        for (int team = 1; team <= m_request.teams; ++team)
            for (std::size_t day = 0; day < m_problem.days.size(); ++day) {
                const auto [known, isNew] =
                    m_roadsOf.try_emplace({vehicleOf(team), seasonOf(day)}, m_problem.roads.size());
                if (isNew)
                    addNetwork(known->first.first, known->first.second);
            }
    }

    [[nodiscard]] access::Season seasonOf(std::size_t day) const
    {
        return std::ranges::count(m_request.rainDays, m_problem.days[day]) > 0
                   ? access::Season::Rain
                   : m_request.travel.season;
    }

    void addNetwork(const std::string& vehicle, access::Season season)
    {
        TravelOptions travel = m_request.travel;
        travel.means = vehicle;
        travel.season = season;
        const RoadAccess access = roadAccess(m_view.snapshot, travel);
        const std::vector<access::Snapped> snapped = access.network.snapAll(m_points);
        if (m_problem.roads.empty())
            for (std::size_t i = 0; i < snapped.size(); ++i)
                takeSnapped(m_problem.places[i], snapped[i]);
        m_problem.roads.push_back(
            described(roadsBetween(access.network, snapped, access.means.id), travel));
    }

    void takeSnapped(Place& place, const access::Snapped& snapped) const
    {
        if (!snapped.onNetwork()) {
            place.offRoad = std::isfinite(snapped.distance) ? snapped.distance : Place::nowhere;
            return;
        }
        place.walk = static_cast<Seconds>((snapped.place.walk + 999ULL) / 1000);
        place.walkMetres = snapped.distance;
        // A team sleeps where its car stands; a walk that is shorter than a minute is none.
        const bool isBase = std::ranges::any_of(m_problem.bases, [&](const trips::Base& base) {
            return &m_problem.places[base.place] == &place;
        });
        if (isBase || place.walk < 60)
            place.walk = 0;
    }

    void addTeams()
    {
        for (const trips::Base& base : m_problem.bases)
            if (const Place& place = m_problem.places[base.place]; place.offRoad)
                throw inputError({"access.off_network",
                                  {{"place", place.name},
                                   {"metres", withThousands(std::llround(*place.offRoad))}}});
        for (int i = 1; i <= m_request.teams; ++i)
            addTeam(i);
    }

    void addTeam(int number)
    {
        const TripCrew* crew = crewOf(number);
        trips::Team team{.id = std::to_string(number),
                         .vehicle = vehicleOf(number),
                         .people = crew && crew->people ? *crew->people : m_request.people};
        team.name = text(Message{"trips.team_name", {{"number", team.id}}}, m_language);
        if (const auto base = m_baseOf.find(number); base != m_baseOf.end())
            team.start = team.end = base->second;
        // A team sleeps at its own base, or at the places for the night; at that of all others too.
        if (m_nights > 1) {
            if (team.start != 0)
                team.nights.push_back(team.start);
            for (std::size_t base = 0; base < m_nights; ++base)
                team.nights.push_back(base);
        }
        for (std::size_t day = 0; day < m_problem.days.size(); ++day)
            addDay(team, day, crew);
        for (const TripSkills& each : m_request.skills)
            if (each.team == number)
                team.skills.insert(team.skills.end(), each.skills.begin(), each.skills.end());
        m_problem.teams.push_back(std::move(team));
    }

    void addDay(trips::Team& team, std::size_t day, const TripCrew* crew) const
    {
        const Date date = m_problem.days[day];
        if (crew && std::ranges::count(crew->off, date) > 0)
            return;
        trips::Window hours{m_request.begin, m_request.end};
        for (const TripDayHours& each : m_request.dayHours)
            if (each.day == date)
                hours = each.hours;
        if (crew && crew->hours)
            hours = *crew->hours;
        team.days.push_back({.day = day,
                             .begin = hours.open,
                             .end = hours.close,
                             .lunch = m_request.lunch,
                             .mostDriving = m_request.mostDriving,
                             .roads = m_roadsOf.at({team.vehicle, seasonOf(day)})});
    }

    /// Changes the stops that are meant: one, or all of a hamlet, village or township.
    template <typename Change>
    void change(const std::vector<TripTarget>& targets, const std::string& text, Change apply)
    {
        bool isFound = false;
        for (std::size_t i = 0; i < targets.size(); ++i)
            if (targets[i].id == text || targets[i].name == text || isPartOf(targets[i], text)) {
                apply(m_problem.stops[i]);
                isFound = true;
            }
        if (!isFound)
            throw inputError({"trips.request.no_target", {{"target", text}}});
    }

    /// Whether a village or township is meant that the target lies in.
    static bool isPartOf(const TripTarget& target, const std::string& text)
    {
        const bool isCode =
            text.size() >= 9 && text.find_first_not_of("0123456789") == std::string::npos;
        return isCode ? target.id.starts_with(text)
                      : target.area == text || target.name.starts_with(text);
    }

    void applyWishes(const std::vector<TripTarget>& targets)
    {
        for (const std::string& each : m_request.must)
            change(targets, each, [](Stop& stop) { stop.wish = trips::Wish::Must; });
        for (std::size_t i = 0; i < targets.size(); ++i)
            if (m_request.mustListed && targets[i].isListed)
                m_problem.stops[i].wish = trips::Wish::Must;
        for (const std::string& each : m_request.mustNot)
            change(targets, each, [](Stop& stop) { stop.wish = trips::Wish::MustNot; });
        for (const TripHours& hours : m_request.hours)
            change(targets, hours.target,
                   [&](Stop& stop) { stop.windows.assign(m_problem.days.size(), hours.windows); });
        for (const TripClosed& closed : m_request.closed)
            close(targets, closed);
        for (const TripPin& pin : m_request.pins)
            change(targets, pin.target, [&, day = dayOf(pin.day)](Stop& stop) {
                stop.wish = trips::Wish::Must;
                stop.windows.assign(m_problem.days.size(), {});
                stop.windows[day] = {pin.window};
            });
        for (const TripNeed& need : m_request.needs)
            change(targets, need.target, [&](Stop& stop) {
                stop.skills.insert(stop.skills.end(), need.skills.begin(), need.skills.end());
                stop.people = std::max(stop.people, need.people);
            });
        for (const TripBefore& before : m_request.before)
            order(targets, before);
        for (const TripRevisit& revisit : m_request.revisits)
            repeat(targets, revisit);
    }

    [[nodiscard]] std::size_t dayOf(Date date) const
    {
        const auto day = std::ranges::find(m_problem.days, date);
        if (day == m_problem.days.end())
            throw inputError({"trips.request.pin_day", {{"date", date.iso()}}});
        return static_cast<std::size_t>(day - m_problem.days.begin());
    }

    void close(const std::vector<TripTarget>& targets, const TripClosed& closed)
    {
        for (const Date date : closed.days)
            change(targets, closed.target, [&, day = dayOf(date)](Stop& stop) {
                if (stop.windows.empty())
                    stop.windows.assign(m_problem.days.size(), {{0, 86400}});
                stop.windows[day].clear();
            });
    }

    void order(const std::vector<TripTarget>& targets, const TripBefore& before)
    {
        const auto indexes = [&](const std::string& text) {
            std::vector<std::size_t> found;
            change(targets, text, [&](const Stop& stop) {
                found.push_back(static_cast<std::size_t>(&stop - m_problem.stops.data()));
            });
            return found;
        };
        for (const std::size_t first : indexes(before.first))
            for (const std::size_t then : indexes(before.then))
                m_problem.orders.push_back({first, then, before.leastDays});
    }

    /// The stops that are meant once more, each behind its first visit.
    void repeat(const std::vector<TripTarget>& targets, const TripRevisit& revisit)
    {
        std::vector<std::pair<std::size_t, Stop>> again;
        change(targets, revisit.target, [&](const Stop& stop) {
            again.emplace_back(static_cast<std::size_t>(&stop - m_problem.stops.data()), stop);
        });
        for (auto& [first, stop] : again) {
            stop.id += "-r";
            stop.name = text(Message{"trips.revisit", {{"stop", stop.name}}}, m_language);
            m_problem.orders.push_back({first, m_problem.stops.size(), revisit.leastDays});
            m_problem.stops.push_back(std::move(stop));
        }
    }

    const WorkspaceView& m_view;
    const TripRequest& m_request;
    Language m_language;
    Transform m_toLonLat;
    Problem m_problem;
    std::vector<Point> m_points;
    std::map<std::pair<double, double>, std::size_t> m_placeAt;
    std::map<std::pair<std::string, access::Season>, std::size_t> m_roadsOf; ///< by vehicle
    std::size_t m_nights = 0;              ///< bases that all teams may sleep at: the first ones
    std::map<int, std::size_t> m_baseOf{}; ///< of teams that have their own
};

} // namespace

Problem tripProblem(const WorkspaceView& view, const TripRequest& request, Language language,
                    const Progress& progress)
{
    checkRequest(request);
    const auto targets = tripTargets(view, request, language, progress);
    progress.checkpoint();
    require(!targets.empty(), "trips.request.nothing");
    return ProblemMaker(view, request, language).make(targets);
}

Problem withRoads(const WorkspaceView& view, Problem problem, const TravelOptions& travel)
{
    const Transform toMetres(std::string(storeCrs), view.snapshot.crs);
    std::vector<Point> points;
    for (const Place& place : problem.places)
        points.push_back(place.offRoad == Place::nowhere
                             ? Point{NAN, NAN}
                             : toMetres.forward({place.lon, place.lat}));
    std::map<std::string, std::size_t> known;
    problem.roads.clear();
    for (trips::Team& team : problem.teams) {
        TravelOptions own = travel;
        if (!team.vehicle.empty())
            own.means = team.vehicle;
        const auto [roads, isNew] = known.try_emplace(own.means, problem.roads.size());
        if (isNew) {
            const RoadAccess access = roadAccess(view.snapshot, own);
            problem.roads.push_back(described(
                roadsBetween(access.network, access.network.snapAll(points), access.means.id),
                own));
        }
        for (trips::WorkDay& day : team.days)
            day.roads = roads->second;
    }
    return problem;
}

} // namespace guatu::session
