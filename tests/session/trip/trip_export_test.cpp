// SPDX-License-Identifier: MIT
#include "session/trip/trip_export.h"

#include "session/trip/trip_sheet.h"
#include "support/catch.h"
#include "trips/reasons.h"

using namespace guatu;
using namespace guatu::session;
using Catch::Matchers::Contains;

namespace
{

/// One team, one morning, one hamlet with two households.
trips::Trip oneStop()
{
    trips::Trip trip;
    trips::Problem& problem = trip.problem;
    problem.name = "武定县";
    problem.days = {*Date::fromIso("2020-05-06")};
    problem.places = {
        {.name = "武定县", .lon = 102.40, .lat = 25.53},
        {.name = "小河", .lon = 102.11, .lat = 25.75, .walk = 300, .walkMetres = 250}};
    problem.roads = {
        {.name = "car", .seconds = {0, 3600, 3600, 0}, .metres = {0, 30000, 30000, 0}}};
    problem.bases = {{.place = 0, .teamsPerNight = 1}};
    problem.teams = {
        {.id = "1", .name = "1 组", .days = {{.day = 0, .begin = 8 * 3600, .end = 18 * 3600}}}};
    problem.stops = {{.id = "532329102214001",
                      .name = "小河村委会1组 <甲>",
                      .purpose = "2 户：饮水安全, 2",
                      .subjects = {"5323291022140001", "5323291022140002"},
                      .place = 1,
                      .visit = 1800}};
    trip.plan = planOf(problem, {{.from = 0, .to = 0, .stops = {0}}});
    return trip;
}

std::size_t count(const std::string& text, const std::string& what)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++found;
    return found;
}

} // namespace

TEST_CASE("times of Beijing are written as UTC, also before eight in the morning",
          "[session][trip]")
{
    CHECK(utcText(*Date::fromIso("2020-05-06"), 9 * 3600 + 61) == "2020-05-06T01:01:01Z");
    CHECK(utcText(*Date::fromIso("2020-03-01"), 7 * 3600) == "2020-02-29T23:00:00Z");
}

TEST_CASE("a GPX file has the stops with Chinese names and times to the second", "[session][trip]")
{
    const TripWays ways{{{{102.40, 25.53}, {102.2, 25.6}, {102.11, 25.75}}, {}}};
    const std::string gpx = tripGpx(oneStop(), ways, false, Language::Chinese);
    CHECK(count(gpx, "<wpt ") == 1);
    CHECK(count(gpx, "<rtept ") == 3);
    CHECK(count(gpx, "<trkpt ") == 3);
    CHECK_THAT(gpx, Contains("lat=\"25.7500000\" lon=\"102.1100000\""));
    CHECK_THAT(gpx, Contains("<name>1 组-01 小河村委会1组 &lt;甲&gt;</name>"));
    CHECK_THAT(gpx, Contains("<time>2020-05-06T01:00:00Z</time>")); // 08:00 and an hour's drive
    CHECK_THAT(gpx, Contains("<time>2020-05-06T02:40:00Z</time>")); // walk, visit, walk, drive
}

TEST_CASE("codes of households go only to those who go there", "[session][trip]")
{
    const trips::Trip trip = oneStop();
    for (const bool forField : {false, true})
        for (const std::string& file : {tripGpx(trip, {}, forField, Language::Chinese),
                                        tripKml(trip, {}, forField, Language::Chinese),
                                        tripCalendar(trip, forField, Language::Chinese)})
            CHECK((file.find("5323291022140002") != std::string::npos) == forField);
}

TEST_CASE("a calendar has an event for each visit, in lines that calendars take", "[session][trip]")
{
    const std::string calendar = tripCalendar(oneStop(), true, Language::Chinese);
    CHECK(count(calendar, "BEGIN:VEVENT") == 1);
    CHECK_THAT(calendar, Contains("DTSTART:20200506T010000Z\r\nDTEND:20200506T014000Z\r\n"));
    CHECK_THAT(calendar, Contains("饮水安全\\, 2"));
    for (std::size_t at = 0; at < calendar.size();) {
        const std::size_t end = calendar.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        CHECK(end - at <= 75);
        CHECK((static_cast<unsigned char>(calendar[at]) & 0xC0U) != 0x80U); // no broken character
        at = end + 2;
    }
}

// The position is the example of the coordtransform library's manual.
TEST_CASE("links open the stop in the datum of each map", "[session][trip]")
{
    CHECK_THAT(amapLink({116.404, 39.915}, "小河 1"), Contains("position=116.41024") &&
                                                          Contains(",39.91640") &&
                                                          Contains("name=%E5%B0%8F%E6%B2%B3%201"));
    CHECK_THAT(baiduLink({116.404, 39.915}, "小河"),
               Contains("location=39.92") && Contains(",116.416") && Contains("coord_type=bd09ll"));
    CHECK(tripLinkTable(oneStop()).size() == 1);
}

TEST_CASE("a part of a trip has the days of one team or one date", "[session][trip]")
{
    const trips::Trip trip = oneStop();
    CHECK(tripPart(trip, {.team = 0}).plan.days.size() == 1);
    CHECK(tripPart(trip, {.team = 1}).plan.days.empty());
    CHECK(tripPart(trip, {.day = Date::fromIso("2020-05-07")}).plan.days.empty());
}
