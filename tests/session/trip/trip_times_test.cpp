// SPDX-License-Identifier: MIT
#include "../../trips/added_times.h"
#include "../../trips/world.h"
#include "session/trip/trip_export.h"
#include "session/trip/trip_tables.h"
#include "support/catch.h"
#include "trips/reasons.h"
#include "trips/solver.h"

#include <map>
#include <regex>

using namespace guatu;
using namespace guatu::session;
using namespace guatu::test;

namespace
{

/// Seconds of the day in Beijing of "2020-05-06T00:24:00Z".
int beijing(const std::string& utc)
{
    const auto number = [&](std::size_t at) { return std::stoi(utc.substr(at, 2)); };
    return ((number(11) + 8) % 24) * 3600 + number(14) * 60 + number(17);
}

/// Times of the route points of a GPX file, in order: base, stops and base of each day.
std::vector<int> routeTimes(const std::string& gpx)
{
    static const std::regex point(R"(<rtept[^>]*>\s*<time>([^<]*)</time>)");
    std::vector<int> times;
    for (std::sregex_iterator at(gpx.begin(), gpx.end(), point), end; at != end; ++at)
        times.push_back(beijing((*at)[1]));
    return times;
}

} // namespace

TEST_CASE("sheet and GPX say the times that the matrix adds up to", "[session][trip]")
{
    std::size_t visits = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        trips::Trip trip{anyWorld(seed), {}};
        trip.plan =
            planOf(trip.problem, trips::solve(trip.problem, {.limit = {200, 1, {}}, .seed = seed}));
        std::vector<int> expected;
        std::map<std::string, std::string> clocks; // by stop
        for (const trips::DayPlan& day : trip.plan.days) {
            if (day.visits.empty() && day.departure == day.back)
                continue;
            const auto added = addedTimes(trip.problem, day);
            expected.push_back(day.departure);
            expected.insert(expected.end(), added.begin(), added.end());
            for (std::size_t i = 0; i < day.visits.size(); ++i, ++visits) {
                CHECK(day.visits[i].arrival == added[i]);
                clocks[trip.problem.stops[day.visits[i].stop].id] = clockText(added[i]);
            }
        }
        if (expected.empty())
            continue;
        std::vector<int> written = routeTimes(tripGpx(trip, {}, false, Language::Chinese));
        CHECK(written == expected);
        const Table sheet = tripStopTable(trip);
        REQUIRE(sheet.size() == clocks.size());
        for (std::size_t row = 0; row < sheet.size(); ++row)
            CHECK(std::get<std::string>(sheet.cell(row, "arrival")) ==
                  clocks.at(std::get<std::string>(sheet.cell(row, "code"))));
    }
    CHECK(visits > 200);
}
