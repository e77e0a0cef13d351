// SPDX-License-Identifier: MIT
#include "core/definition_reader.h"
#include "core/json_parser.h"
#include "core/json_schema.h"
#include "trips/json_form.h"
#include "trips/problem_check.h"

namespace guatu
{
namespace
{

using namespace trips;

void takeFlat(const JsonNode& rows, std::vector<std::int32_t>& cells)
{
    for (const JsonNode& row : rows.items())
        for (const JsonNode& cell : row.items())
            cells.push_back(cell.integer());
}

Wish wishOf(const std::string& word)
{
    return word == "must" ? Wish::Must : word == "must_not" ? Wish::MustNot : Wish::May;
}

LeftOut leftOutOf(const std::string& word)
{
    auto why = LeftOut::Done;
    while (toString(why) != word) // the schema allows no other word
        why = static_cast<LeftOut>(static_cast<int>(why) + 1);
    return why;
}

} // namespace

template <>
Window readAs(const JsonNode& node)
{
    const auto ends = node.items();
    return {ends[0].integer(), ends[1].integer()};
}

template <>
std::vector<Window> readAs(const JsonNode& node)
{
    std::vector<Window> windows;
    for (const JsonNode& item : node.items())
        windows.push_back(readAs<Window>(item));
    return windows;
}

template <>
Place readAs(const JsonNode& node)
{
    Place place;
    take(node, "name", place.name);
    take(node, "lon", place.lon);
    take(node, "lat", place.lat);
    take(node, "walk_s", place.walk);
    take(node, "walk_m", place.walkMetres);
    take(node, "set_up_s", place.setUp);
    take(node, "off_road_m", place.offRoad);
    return place;
}

template <>
Roads readAs(const JsonNode& node)
{
    Roads roads;
    take(node, "name", roads.name);
    take(node, "means", roads.means);
    take(node, "rain", roads.rain);
    take(node, "closed", roads.closed);
    takeFlat(node["seconds"], roads.seconds);
    takeFlat(node["metres"], roads.metres);
    return roads;
}

template <>
Base readAs(const JsonNode& node)
{
    Base base;
    take(node, "place", base.place);
    take(node, "teams_per_night", base.teamsPerNight);
    take(node, "cost_per_night", base.costPerNight);
    return base;
}

template <>
Lunch readAs(const JsonNode& node)
{
    return {node["earliest_s"].integer(), node["latest_s"].integer(), node["length_s"].integer()};
}

template <>
WorkDay readAs(const JsonNode& node)
{
    WorkDay day;
    take(node, "day", day.day);
    take(node, "begin_s", day.begin);
    take(node, "end_s", day.end);
    take(node, "lunch", day.lunch);
    take(node, "most_driving_s", day.mostDriving);
    take(node, "roads", day.roads);
    return day;
}

template <>
Team readAs(const JsonNode& node)
{
    Team team;
    take(node, "id", team.id);
    take(node, "name", team.name);
    take(node, "vehicle", team.vehicle);
    take(node, "people", team.people);
    take(node, "most_load", team.mostLoad);
    take(node, "skills", team.skills);
    take(node, "is_out", team.isOut);
    take(node, "start", team.start);
    take(node, "end", team.end);
    take(node, "nights", team.nights);
    take(node, "days", team.days);
    return team;
}

template <>
Stop readAs(const JsonNode& node)
{
    Stop stop;
    take(node, "id", stop.id);
    take(node, "name", stop.name);
    take(node, "purpose", stop.purpose);
    take(node, "area", stop.area);
    take(node, "subjects", stop.subjects);
    take(node, "place", stop.place);
    take(node, "priority", stop.priority);
    take(node, "visit_s", stop.visit);
    take(node, "windows", stop.windows);
    take(node, "skills", stop.skills);
    take(node, "people", stop.people);
    take(node, "load", stop.load);
    take(node, "done", stop.done);
    if (const auto wish = node.find("wish"))
        stop.wish = wishOf(wish->text());
    return stop;
}

template <>
Order readAs(const JsonNode& node)
{
    Order order;
    take(node, "first", order.first);
    take(node, "then", order.then);
    take(node, "least_days", order.leastDays);
    return order;
}

template <>
Visit readAs(const JsonNode& node)
{
    Visit visit;
    take(node, "stop", visit.stop);
    take(node, "arrival_s", visit.arrival);
    take(node, "start_s", visit.start);
    take(node, "end_s", visit.end);
    take(node, "departure_s", visit.departure);
    take(node, "drive_s", visit.drive);
    take(node, "drive_m", visit.metres);
    take(node, "walk_s", visit.walk);
    take(node, "slack_s", visit.slack);
    return visit;
}

template <>
DayPlan readAs(const JsonNode& node)
{
    DayPlan day;
    take(node, "team", day.team);
    take(node, "team_day", day.teamDay);
    take(node, "from", day.from);
    take(node, "to", day.to);
    take(node, "departure_s", day.departure);
    take(node, "back_s", day.back);
    take(node, "drive_back_s", day.driveBack);
    take(node, "drive_back_m", day.metresBack);
    take(node, "lunch_s", day.lunch);
    take(node, "lunch_before", day.lunchBefore);
    take(node, "visits", day.visits);
    return day;
}

template <>
LeftOutStop readAs(const JsonNode& node)
{
    LeftOutStop stop;
    take(node, "stop", stop.stop);
    stop.why = leftOutOf(node["why"].text());
    take(node, "road_m", stop.roadMetres);
    take(node, "instead", stop.instead);
    take(node, "added_driving_s", stop.addedDriving);
    take(node, "needs_other_night", stop.needsOtherNight);
    return stop;
}

namespace trips
{
namespace
{

void requireInside(const Plan& plan, const Problem& problem, const JsonNode& root)
{
    const auto require = [&root](bool isInside) {
        if (!isInside)
            throw root.error("trips.plan_of_another");
    };
    for (const DayPlan& day : plan.days) {
        require(day.team < problem.teams.size());
        require(day.teamDay < problem.teams[day.team].days.size());
        require(day.from < problem.bases.size() && day.to < problem.bases.size());
        require(!day.lunch || day.lunchBefore < day.visits.size());
        for (const Visit& visit : day.visits)
            require(visit.stop < problem.stops.size());
    }
    for (const LeftOutStop& stop : plan.leftOut) {
        require(stop.stop < problem.stops.size());
        for (const std::size_t other : stop.instead)
            require(other < problem.stops.size());
    }
}

Problem problemOf(const JsonNode& root)
{
    Problem problem;
    take(root, "name", problem.name);
    take(root, "days", problem.days);
    take(root, "places", problem.places);
    take(root, "roads", problem.roads);
    take(root, "bases", problem.bases);
    take(root, "teams", problem.teams);
    take(root, "stops", problem.stops);
    take(root, "orders", problem.orders);
    if (const auto costs = root.find("costs")) {
        take(*costs, "per_hour", problem.costs.perHour);
        take(*costs, "per_km", problem.costs.perKm);
    }
    take(root, "fair", problem.fair);
    requireSound(problem);
    return problem;
}

Plan planOf(const JsonNode& root, const Problem& problem)
{
    Plan plan;
    take(root, "days", plan.days);
    take(root, "left_out", plan.leftOut);
    requireInside(plan, problem, root);
    return plan;
}

} // namespace

Problem problemFromJson(std::string_view text, const std::string& file)
{
    const JsonValue value = parseJson(text, file);
    const JsonNode root(value, file, {});
    checkAgainstSchema(root, "trip_problem.schema.json");
    return problemOf(root);
}

Plan planFromJson(std::string_view text, const std::string& file, const Problem& problem)
{
    const JsonValue value = parseJson(text, file);
    const JsonNode root(value, file, {});
    checkAgainstSchema(root, "trip_plan.schema.json");
    return planOf(root, problem);
}

Trip tripFromJson(std::string_view text, const std::string& file)
{
    const JsonValue value = parseJson(text, file);
    const JsonNode root(value, file, {});
    checkAgainstSchema(root, "trip.schema.json");
    checkAgainstSchema(root["problem"], "trip_problem.schema.json");
    checkAgainstSchema(root["plan"], "trip_plan.schema.json");
    Trip trip{.problem = problemOf(root["problem"]), .plan = {}};
    trip.plan = planOf(root["plan"], trip.problem);
    return trip;
}

} // namespace trips
} // namespace guatu
