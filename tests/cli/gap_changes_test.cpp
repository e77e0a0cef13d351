// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <map>

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

Json gaps(std::vector<std::string> more)
{
    std::vector<std::string> words{"gaps",      sampleWorkspace(), "--unit",   "532329102",
                                   "--service", "clinic",          "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = runGuatu(words);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return Json::parse(outcome.out);
}

std::map<std::string, std::string> verdicts(const Json& rows)
{
    std::map<std::string, std::string> made;
    for (const Json& row : rows)
        made[row.at("household")] = row.at("verdict");
    return made;
}

} // namespace

TEST_CASE("gaps have the fields that other programs read", "[cli][access]")
{
    const Json rows = gaps({"--means", "walk", "--max", "30min"});
    REQUIRE(!rows.empty());
    for (const char* field :
         {"household", "unit", "verdict", "facility", "minutes", "limit", "rule", "reason"})
        CHECK(rows[0].contains(field));
    CHECK(gaps({"--max", "800m"})[0].contains("metres"));
}

TEST_CASE("a closed road: who loses the clinic is who has none when it is closed", "[cli][access]")
{
    const Json roads =
        Json::parse(runGuatu({"find", sampleWorkspace(), "roads where name = 庄良村委会公路",
                              "--format", "json"})
                        .out);
    std::string codes, commas;
    for (const Json& road : roads) {
        codes += road.at("code").get<std::string>() + ";";
        commas += road.at("code").get<std::string>() + ",";
    }
    const auto before = verdicts(gaps({})), after = verdicts(gaps({"--closed", commas}));
    std::map<std::string, std::string> lost;
    for (const auto& [household, verdict] : before)
        if (verdict == "met" && after.at(household) != "met")
            lost[household] = after.at(household);
    REQUIRE(!lost.empty());
    std::map<std::string, std::string> listed;
    for (const Json& row : gaps({"--close", codes})) {
        const auto household = row.at("household").get<std::string>();
        CHECK(row.at("verdict_before") == before.at(household));
        CHECK(row.at("verdict_after") == after.at(household));
        CHECK(row.at("change") != "gained");
        if (row.at("change") == "lost")
            listed[household] = row.at("verdict_after");
    }
    CHECK(listed == lost);

    const Outcome unknown =
        runGuatu({"gaps", sampleWorkspace(), "--service", "clinic", "--close", "no-such-road"});
    CHECK(unknown.code == 2);
    CHECK_THAT(unknown.err, Contains("no-such-road"));
}

TEST_CASE("a new clinic takes nothing from anybody", "[cli][access]")
{
    const Json rows = gaps({"--new", "532329102209"});
    REQUIRE(!rows.empty());
    bool gained = false;
    for (const Json& row : rows) {
        CHECK(row.at("change") != "lost");
        CHECK(row.at("change") != "farther");
        gained = gained || row.at("change") == "gained";
    }
    CHECK(gained);
}

TEST_CASE("siting keeps to its budget, and its costs are those of the file", "[cli][siting]")
{
    const TemporaryFolder folder;
    const std::string places = folder.write(
        "places.csv",
        "名称,经度,纬度,费用\n甲,102.11,25.75,30\n乙,102.20,25.72,50\n丙,102.15,25.68,\n");
    const auto plan = [&](std::vector<std::string> more) {
        std::vector<std::string> words{
            "site",   sampleWorkspace(), "--unit", "532329102", "--service",
            "clinic", "--candidates",    places,   "--format",  "json"};
        words.insert(words.end(), more.begin(), more.end());
        return runGuatu(words);
    };
    const Json both = Json::parse(plan({"--new", "3"}).out);
    CHECK(both.size() <= 2); // the third has no cost
    const Json cheap = Json::parse(plan({"--budget", "40"}).out);
    double spent = 0;
    for (const Json& row : cheap)
        spent += row.at("cost").get<double>();
    CHECK(spent <= 40);
    CHECK_THAT(plan({"--new", "1", "--fixed", "102.11,25.75", "--budget", "10"}).err,
               Contains("30"));
    const std::string bad = folder.write("bad.csv", "名称,经度,纬度\n甲,1o2.1,25.7\n");
    const Outcome refused =
        runGuatu({"site", sampleWorkspace(), "--service", "clinic", "--candidates", bad});
    CHECK(refused.code == 2);
    CHECK_THAT(refused.err, Contains("bad.csv") && Contains("1o2.1") && Contains("2"));
    CHECK(runGuatu({"siting", sampleWorkspace(), "--service", "clinic", "--budget", "5"}).code ==
          2);
}
