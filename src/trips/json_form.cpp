// SPDX-License-Identifier: MIT
#include "trips/json_form.h"

#include "core/json_text.h"

#include <array>

namespace guatu::trips
{
namespace
{

using Object = JsonValue::Object;
using Array = JsonValue::Array;

template <typename Number>
JsonValue number(Number value)
{
    return {static_cast<double>(value)};
}

JsonValue json(const std::string& text)
{
    return {text};
}

JsonValue json(std::size_t index)
{
    return number(index);
}

JsonValue json(const Window& window)
{
    return {Array{number(window.open), number(window.close)}};
}

JsonValue json(const Place& value);
JsonValue json(const Base& value);
JsonValue json(const WorkDay& value);
JsonValue json(const Team& value);
JsonValue json(const Stop& value);
JsonValue json(const Order& value);
JsonValue json(const Visit& value);
JsonValue json(const DayPlan& value);
JsonValue json(const LeftOutStop& value);

template <typename Value>
JsonValue json(const std::vector<Value>& values)
{
    Array array;
    for (const Value& value : values)
        array.push_back(json(value));
    return {std::move(array)};
}

JsonValue json(const Place& place)
{
    Object object{{"name", {place.name}},         {"lon", {place.lon}},
                  {"lat", {place.lat}},           {"walk_s", number(place.walk)},
                  {"walk_m", {place.walkMetres}}, {"set_up_s", number(place.setUp)}};
    if (place.offRoad)
        object.push_back({"off_road_m", {*place.offRoad}});
    return {std::move(object)};
}

template <typename Number>
JsonValue rows(const std::vector<Number>& cells, std::size_t width)
{
    Array all;
    for (std::size_t at = 0; at < cells.size(); at += width) {
        Array row;
        for (std::size_t i = 0; i < width; ++i)
            row.push_back(number(cells[at + i]));
        all.push_back({std::move(row)});
    }
    return {std::move(all)};
}

JsonValue roadsJson(const Problem& problem)
{
    Array all;
    for (const Roads& roads : problem.roads)
        all.push_back({Object{{"name", {roads.name}},
                              {"means", {roads.means}},
                              {"rain", {roads.rain}},
                              {"closed", json(roads.closed)},
                              {"seconds", rows(roads.seconds, problem.places.size())},
                              {"metres", rows(roads.metres, problem.places.size())}}});
    return {std::move(all)};
}

JsonValue json(const Base& base)
{
    return {Object{{"place", json(base.place)},
                   {"teams_per_night", number(base.teamsPerNight)},
                   {"cost_per_night", {base.costPerNight}}}};
}

JsonValue json(const WorkDay& day)
{
    Object object{{"day", json(day.day)},
                  {"begin_s", number(day.begin)},
                  {"end_s", number(day.end)},
                  {"most_driving_s", number(day.mostDriving)},
                  {"roads", json(day.roads)}};
    if (day.lunch)
        object.push_back({"lunch",
                          {Object{{"earliest_s", number(day.lunch->earliest)},
                                  {"latest_s", number(day.lunch->latest)},
                                  {"length_s", number(day.lunch->length)}}}});
    return {std::move(object)};
}

JsonValue json(const Team& team)
{
    return {Object{{"id", {team.id}},
                   {"name", {team.name}},
                   {"vehicle", {team.vehicle}},
                   {"people", number(team.people)},
                   {"most_load", number(team.mostLoad)},
                   {"skills", json(team.skills)},
                   {"is_out", {team.isOut}},
                   {"start", json(team.start)},
                   {"end", json(team.end)},
                   {"nights", json(team.nights)},
                   {"days", json(team.days)}}};
}

JsonValue json(const Stop& stop)
{
    static constexpr std::array wishes{"must_not", "may", "must"};
    return {Object{{"id", {stop.id}},
                   {"name", {stop.name}},
                   {"purpose", {stop.purpose}},
                   {"area", {stop.area}},
                   {"subjects", json(stop.subjects)},
                   {"place", json(stop.place)},
                   {"priority", number(stop.priority)},
                   {"visit_s", number(stop.visit)},
                   {"windows", json(stop.windows)},
                   {"wish", {std::string(wishes.at(static_cast<std::size_t>(stop.wish)))}},
                   {"skills", json(stop.skills)},
                   {"people", number(stop.people)},
                   {"load", number(stop.load)},
                   {"done", {stop.done}}}};
}

JsonValue json(const Order& order)
{
    return {Object{{"first", json(order.first)},
                   {"then", json(order.then)},
                   {"least_days", number(order.leastDays)}}};
}

JsonValue json(const Visit& visit)
{
    return {Object{{"stop", json(visit.stop)},
                   {"arrival_s", number(visit.arrival)},
                   {"start_s", number(visit.start)},
                   {"end_s", number(visit.end)},
                   {"departure_s", number(visit.departure)},
                   {"drive_s", number(visit.drive)},
                   {"drive_m", number(visit.metres)},
                   {"walk_s", number(visit.walk)},
                   {"slack_s", number(visit.slack)}}};
}

JsonValue json(const DayPlan& day)
{
    Object object{{"team", json(day.team)},
                  {"team_day", json(day.teamDay)},
                  {"from", json(day.from)},
                  {"to", json(day.to)},
                  {"departure_s", number(day.departure)},
                  {"back_s", number(day.back)},
                  {"drive_back_s", number(day.driveBack)},
                  {"drive_back_m", number(day.metresBack)},
                  {"visits", json(day.visits)}};
    if (day.lunch) {
        object.push_back({"lunch_s", number(*day.lunch)});
        object.push_back({"lunch_before", json(day.lunchBefore)});
    }
    return {std::move(object)};
}

JsonValue json(const LeftOutStop& stop)
{
    Object object{{"stop", json(stop.stop)}, {"why", {std::string(toString(stop.why))}}};
    if (stop.roadMetres)
        object.push_back({"road_m", {*stop.roadMetres}});
    if (stop.why == LeftOut::Outweighed) {
        object.push_back({"instead", json(stop.instead)});
        object.push_back({"added_driving_s", number(stop.addedDriving)});
        if (stop.needsOtherNight)
            object.push_back({"needs_other_night", {true}});
    }
    return {std::move(object)};
}

} // namespace

std::string_view toString(LeftOut why)
{
    static constexpr std::array<std::string_view, 8> words{
        "done",      "excluded",     "off_network",   "no_team",
        "no_window", "out_of_reach", "first_missing", "outweighed"};
    return words.at(static_cast<std::size_t>(why));
}

namespace
{

JsonValue json(const Problem& problem)
{
    Array days;
    for (const Date day : problem.days)
        days.push_back({day.iso()});
    return {
        Object{{"name", {problem.name}},
               {"days", {std::move(days)}},
               {"places", json(problem.places)},
               {"roads", roadsJson(problem)},
               {"bases", json(problem.bases)},
               {"teams", json(problem.teams)},
               {"stops", json(problem.stops)},
               {"orders", json(problem.orders)},
               {"costs",
                {Object{{"per_hour", {problem.costs.perHour}}, {"per_km", {problem.costs.perKm}}}}},
               {"fair", {problem.fair}}}};
}

JsonValue json(const Plan& plan)
{
    return {Object{{"days", json(plan.days)}, {"left_out", json(plan.leftOut)}}};
}

} // namespace

std::string problemJson(const Problem& problem)
{
    return jsonText(json(problem)) + "\n";
}

std::string planJson(const Plan& plan)
{
    return jsonText(json(plan)) + "\n";
}

std::string tripJson(const Trip& trip)
{
    return jsonText({Object{{"problem", json(trip.problem)}, {"plan", json(trip.plan)}}}) + "\n";
}

} // namespace guatu::trips
