// SPDX-License-Identifier: MIT
#include "session/trip/trip_draft.h"

#include "session/trip/trip_comparison.h"
#include "session/trip/trip_position.h"
#include "support/catch.h"
#include "trips/reasons.h"

using namespace guatu;
using namespace guatu::session;

namespace
{

constexpr trips::Seconds hour = 3600;

/// Two days from one base, three places in a row ten minutes of driving apart, an hour at each; the
/// third stop is of the same village as the second.
trips::Trip rowOfThree()
{
    trips::Trip trip;
    trips::Problem& problem = trip.problem;
    problem.days = {*Date::fromIso("2020-05-05"), *Date::fromIso("2020-05-06")}; // Tuesday
    for (int i = 0; i < 4; ++i)
        problem.places.push_back({.name = std::to_string(i), .lon = 102.0 + i, .lat = 25});
    trips::Roads roads{.name = "car"};
    for (int from = 0; from < 4; ++from)
        for (int to = 0; to < 4; ++to) {
            roads.seconds.push_back(600 * std::abs(from - to));
            roads.metres.push_back(5000 * std::abs(from - to));
        }
    problem.roads = {roads};
    problem.bases = {{.place = 0, .teamsPerNight = 1}};
    problem.teams = {{.id = "1",
                      .name = "1 组",
                      .days = {{.day = 0, .begin = 8 * hour, .end = 12 * hour},
                               {.day = 1, .begin = 8 * hour, .end = 12 * hour}}}};
    problem.stops = {{.id = "532329102213001", .name = "A", .place = 1, .visit = hour},
                     {.id = "532329102214001", .name = "B", .place = 2, .visit = hour},
                     {.id = "532329102214002", .name = "C", .place = 3, .visit = hour}};
    trip.plan = planOf(problem, {{.from = 0, .to = 0, .stops = {0, 1}},
                                 {.team = 0, .teamDay = 1, .from = 0, .to = 0, .stops = {2}}});
    return trip;
}

} // namespace

TEST_CASE("a stop that is dragged has the times it then gets, and undo returns", "[session][trip]")
{
    TripDraft draft(rowOfThree());
    const trips::Plan before = draft.plan();
    CHECK(draft.violations().empty());
    CHECK_FALSE(draft.canUndo());

    const trips::CheckedPlan tried = draft.tried(2, {0, 2});
    draft.move(2, {0, 2});
    CHECK(draft.plan().days == tried.plan.days);
    CHECK(draft.violations() == tried.violations);
    // Out at 8:00: A 8:10-9:10, B 9:20-10:20, C 10:30-11:30, back half an hour later at 12:00.
    REQUIRE(draft.plan().days[0].visits.size() == 3);
    CHECK(draft.plan().days[0].visits[2].start == 10 * hour + 1800);
    CHECK(draft.plan().days[0].back == 12 * hour);
    CHECK(draft.violations().empty());

    draft.undo();
    CHECK(draft.plan() == before);
    REQUIRE(draft.canRedo());
    draft.redo();
    CHECK(draft.plan().days[0].visits.size() == 3);
    draft.undo();
    draft.remove(0);
    CHECK_FALSE(draft.canRedo());
    REQUIRE(draft.plan().leftOut.size() == 1);
    CHECK(draft.plan().leftOut[0].stop == 0);
}

TEST_CASE("a village fixed to Tuesday morning breaks the plan until its stops are there",
          "[session][trip]")
{
    TripDraft draft(rowOfThree());
    const auto village = stopsOfVillage(draft.problem(), 1);
    CHECK(village == std::vector<std::size_t>{1, 2});
    draft.pin(village, 0, {0, 11 * hour});
    REQUIRE(draft.violations().size() == 1); // C is on Wednesday
    CHECK(draft.violations()[0].rule == trips::Rule::Closed);
    CHECK(draft.violations()[0].stop == 2);
    draft.move(2, {0, 2});
    CHECK(draft.violations().empty());
    draft.undo();
    draft.undo();
    CHECK(draft.problem().stops[1].windows.empty());
    CHECK(draft.violations().empty());
}

TEST_CASE("an impossible drop stays, and says which rule it breaks", "[session][trip]")
{
    trips::Trip trip = rowOfThree();
    for (trips::Stop& stop : trip.problem.stops)
        stop.visit = 5400;
    trip.plan = planOf(trip.problem, itineraryOf(trip.plan));
    TripDraft draft(std::move(trip));
    // 8:10-9:40, 9:50-11:20, 11:30-13:00, back at 13:30: an hour and a half too late.
    draft.move(2, {0, 2});
    REQUIRE(draft.violations().size() == 1);
    CHECK(draft.violations()[0].rule == trips::Rule::End);
    CHECK(draft.violations()[0].by == 5400);
}

TEST_CASE("locks follow undo, and end when the stop is taken out", "[session][trip]")
{
    TripDraft draft(rowOfThree());
    draft.setLocked({2, 0}, true);
    CHECK(draft.locked() == std::vector<std::size_t>{0, 2});
    draft.remove(2);
    CHECK(draft.locked() == std::vector<std::size_t>{0});
    draft.undo();
    CHECK(draft.isLocked(2));
    draft.undo();
    CHECK(draft.locked().empty());
}

TEST_CASE("a stop is added on the day where it breaks nothing and drives least", "[session][trip]")
{
    TripDraft draft(rowOfThree());
    draft.remove(1);
    draft.add(1); // on the way to C on Wednesday as to A on Tuesday: only there no detour
    CHECK(draft.violations().empty());
    CHECK(spotOf(draft.itinerary(), 1)->route == 1);
}

TEST_CASE("two plans are told apart by their stops", "[session][trip]")
{
    TripDraft draft(rowOfThree());
    const trips::Trip first = draft.trip();
    draft.move(2, {0, 2});
    const Table table = tripDifferenceTable(first, draft.trip());
    REQUIRE(table.size() == 1);
    CHECK(std::get<std::string>(table.row(0)[0]) == "C");
    CHECK(std::get<std::string>(table.row(0)[1]) == "2020-05-06 1 组");
    CHECK(std::get<std::string>(table.row(0)[2]) == "2020-05-05 1 组");
}

TEST_CASE("a team is where its plan says at every time", "[session][trip]")
{
    const trips::Trip trip = rowOfThree();
    const trips::DayPlan& day = trip.plan.days[0];
    const std::vector<std::vector<Point>> drives{
        {{0, 0}, {0, 1000}, {1000, 1000}}, {{1000, 1000}, {2000, 1000}}, {{2000, 1000}, {0, 0}}};
    const std::vector<Point> places{{0, 0}, {1000, 1000}, {2000, 1000}, {0, 0}};
    const auto at = [&](trips::Seconds time) { return tripPosition(day, drives, places, time); };
    CHECK(at(7 * hour) == Point{0, 0});
    CHECK(at(8 * hour + 300) == Point{0, 1000}); // half of the way in half of the time
    CHECK(at(8 * hour + 1200) == Point{1000, 1000});
    CHECK(at(9 * hour + 900) == Point{1500, 1000});
    CHECK(at(day.back + 1) == Point{0, 0});
}
