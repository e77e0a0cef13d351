// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <nlohmann/json.hpp>

#include <set>

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

std::string planned(const TemporaryFolder& folder, std::vector<std::string> more = {})
{
    const std::string file = (folder / "trip.json").string();
    std::vector<std::string> words{
        "trip", "plan",    sampleWorkspace(),  "--unit",   "武定县", "--days",  "3",   "--teams",
        "2",    "--start", "2020-05-06T08:00", "--nights", "高桥镇", "--steps", "300", "-o",
        file};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = runGuatu(words);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return file;
}

Json tableOf(const std::string& trip, const std::string& table)
{
    const Outcome outcome =
        runGuatu({"trip", "show", trip, "--table", table, "--format", "json", "--limit", "0"});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return Json::parse(outcome.out);
}

} // namespace

TEST_CASE("uncleared households and listed places become a trip that breaks no rule", "[cli][trip]")
{
    const TemporaryFolder folder;
    // 古柏 has households that live in no hamlet and is listed itself: two stops.
    const std::string trip = planned(folder, {"--listed"});
    CHECK(runGuatu({"trip", "check", trip}).code == 0);
    CHECK(tableOf(trip, "days").size() == 6);
    const Json stops = tableOf(trip, "stops"), left = tableOf(trip, "left_out");
    CHECK(stops.size() > 20);
    std::set<std::string> seen;
    for (const Json& table : {stops, left})
        for (const Json& row : table)
            CHECK(seen.insert(row.at("code")).second);
    for (const Json& row : left)
        CHECK(!row.at("why_left_out").get<std::string>().empty());
}

TEST_CASE("a village is visited on the day it is pinned to", "[cli][trip]")
{
    const TemporaryFolder folder;
    const std::string trip = planned(folder, {"--pin", "532329102205=2020-05-07T08:00-12:00"});
    int visited = 0;
    for (const Json& row : tableOf(trip, "stops")) {
        if (!row.at("code").get<std::string>().starts_with("532329102205"))
            continue;
        ++visited;
        CHECK(row.at("date") == "2020-05-07");
        CHECK(row.at("visit_start").get<std::string>() <= "12:00");
    }
    CHECK(visited > 0);
}

TEST_CASE("rain leaves out what only earth roads lead to, and says so", "[cli][trip]")
{
    const TemporaryFolder folder;
    const std::string dry = planned(folder);
    const auto outOfReach = [](const std::string& trip) {
        int count = 0;
        for (const Json& row : tableOf(trip, "left_out"))
            count += row.at("why_left_out") == "out_of_reach" ? 1 : 0;
        return count;
    };
    const int before = outOfReach(dry);
    const TemporaryFolder other;
    CHECK(outOfReach(planned(other, {"--rain"})) > before);
}

TEST_CASE("a trip that makes no sense is refused with what is wrong", "[cli][trip]")
{
    const TemporaryFolder folder;
    const auto plan = [](std::vector<std::string> more) {
        std::vector<std::string> words{"trip", "plan", sampleWorkspace(), "--unit", "武定县"};
        words.insert(words.end(), more.begin(), more.end());
        return runGuatu(words);
    };
    CHECK(plan({"--days", "0"}).code == 2);
    CHECK(plan({"--start", "2020-05-06T25:00"}).code == 2);
    CHECK(plan({"--start", "2020-05-06T18:00", "--end", "08:00"}).code == 2);
    CHECK(plan({"--targets", "roads"}).code == 2);
    CHECK_THAT(plan({"--must", "没有的村"}).err, Contains("没有的村"));
    CHECK(runGuatu({"trip", "show", folder.write("x.json", "{}")}).code == 2);
    const std::string trip = planned(folder);
    CHECK(runGuatu({"trip", "plan", sampleWorkspace(), "-o", trip}).code == 2); // exists
}

TEST_CASE("an edited trip that breaks a rule is found out", "[cli][trip]")
{
    const TemporaryFolder folder;
    const std::string trip = planned(folder);
    Json json = Json::parse(readAll(trip));
    for (Json& day : json["plan"]["days"])
        if (!day["visits"].empty())
            day["visits"][0]["start_s"] = 0;
    const Outcome outcome = runGuatu({"trip", "check", folder.write("edited.json", json.dump())});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.out, Contains("1 组"));
}

TEST_CASE("a trip is changed by hand and planned again on the road", "[cli][trip]")
{
    const TemporaryFolder folder;
    const std::string trip = planned(folder), edited = (folder / "edited.json").string();
    const std::string code = tableOf(trip, "stops").at(3).at("code");
    REQUIRE(
        runGuatu({"trip", "edit", trip, "--move", code + "=2@2020-05-08#1", "-o", edited}).code ==
        0);
    bool isMoved = false;
    for (const Json& row : tableOf(edited, "stops"))
        isMoved = isMoved || (row.at("code") == code && row.at("date") == "2020-05-08" &&
                              row.at("order") == 1);
    CHECK(isMoved);
    const std::string better = (folder / "better.json").string();
    REQUIRE(runGuatu({"trip", "edit", edited, "--lock", code, "--improve", "--steps", "100", "-o",
                      better})
                .code == 0);
    for (const Json& row : tableOf(better, "stops"))
        if (row.at("code") == code)
            CHECK(row.at("date") == "2020-05-08");
    const std::string rest = (folder / "rest.json").string();
    REQUIRE(runGuatu({"trip", "replan", trip, "--now", "2020-05-07T13:00", "--lost", "2", "--steps",
                      "100", "-o", rest})
                .code == 0);
    CHECK(runGuatu({"trip", "check", rest}).code == 0);
    for (const Json& row : tableOf(rest, "stops"))
        CHECK(row.at("team") == "1 组");
}

TEST_CASE("a trip goes out as files, and none is overwritten unasked", "[cli][trip]")
{
    const TemporaryFolder folder;
    const std::string trip = planned(folder);
    for (const char* name : {"t.gpx", "t.kml", "t.ics", "t.xlsx"}) {
        const std::string file = (folder / name).string();
        const std::vector<std::string> words{"trip", "export", trip, "--roads", sampleWorkspace(),
                                             "-o",   file};
        const Outcome outcome = runGuatu(words);
        INFO(outcome.err);
        CHECK(outcome.code == 0);
        CHECK(runGuatu(words).code == 2);
    }
    CHECK_THAT(readAll(folder / "t.gpx"), Contains("<trkpt"));
    CHECK(runGuatu({"trip", "export", trip, "-o", (folder / "t.doc").string()}).code == 2);
}

TEST_CASE("a sample check is drawn by lot and can be visited", "[cli][trip]")
{
    const TemporaryFolder folder;
    const std::string list = (folder / "households.csv").string();
    REQUIRE(runGuatu({"trip", "sample", sampleWorkspace(), "--unit", "武定县", "--from", "2020-05",
                      "--table", "households", "-o", list})
                .code == 0);
    const std::string trip = planned(folder, {"--list", list});
    CHECK(tableOf(trip, "stops").size() + tableOf(trip, "left_out").size() > 1);
}

TEST_CASE("a benchmark's solution is not overwritten unasked", "[cli][trip]")
{
    const TemporaryFolder folder;
    const std::string instance = (sourceFolder() / "tests/trips/data/s01.json").string();
    const std::vector<std::string> words{
        "trip", "bench", "--format", "small", instance, "--steps", "10", "-o", folder / "s01.sol"};
    CHECK(runGuatu(words).code == 0);
    const std::string first = readAll(folder / "s01.sol");
    CHECK(runGuatu(words).code == 2);
    CHECK(readAll(folder / "s01.sol") == first);
}

TEST_CASE("in English a trip says nothing in Chinese but names of places", "[cli][trip]")
{
    const TemporaryFolder folder;
    const std::string trip = planned(folder, {"--language", "en"});
    for (const Json& row : tableOf(trip, "stops"))
        CHECK_THAT(row.at("team").get<std::string>(), Catch::Matchers::StartsWith("Team "));
}

TEST_CASE("teams may have other cars, bases, hours and free days", "[cli][trip]")
{
    const TemporaryFolder folder;
    const std::string trip = planned(
        folder, {"--crew", "2=vehicle:four_by_four,people:3,seats:5,base:高桥镇,off:2020-05-07",
                 "--day-hours", "2020-05-08=08:00-15:00"});
    CHECK(runGuatu({"trip", "check", trip}).code == 0);
    int second = 0;
    for (const Json& row : tableOf(trip, "days")) {
        if (row.at("date") == "2020-05-08" && row.at("back").is_string())
            CHECK(row.at("back").get<std::string>() <= "15:00");
        if (row.at("team") != "2 组")
            continue;
        ++second;
        CHECK(row.at("date") != "2020-05-07");
    }
    CHECK(second == 2);
    const auto refused = [](std::vector<std::string> more) {
        std::vector<std::string> words{"trip",    "plan", sampleWorkspace(), "--unit", "武定县",
                                       "--teams", "2"};
        words.insert(words.end(), more.begin(), more.end());
        const Outcome outcome = runGuatu(words);
        CHECK(outcome.code == 2);
        return outcome.err;
    };
    CHECK_THAT(refused({"--crew", "2=people:6,seats:5"}), Contains("6 人") && Contains("5 座"));
    CHECK_THAT(refused({"--crew", "2=vehicle:飞机"}), Contains("飞机"));
    CHECK_THAT(refused({"--lunch", "14:00-11:00"}), Contains("14:00-11:00"));
    CHECK_THAT(refused({"--rain-on", "2021-01-01"}), Contains("2021-01-01"));
}
