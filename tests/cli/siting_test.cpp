// SPDX-License-Identifier: MIT
#include "cli/json_answer.h"
#include "support/catch.h"

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

std::vector<std::string> siting(std::vector<std::string> more)
{
    std::vector<std::string> words{"siting",    sampleWorkspace(), "--unit", "532329102",
                                   "--service", "clinic",          "--add",  "2"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

} // namespace

TEST_CASE("two new clinics: who they reach, and that nothing else does more", "[cli][siting]")
{
    const Json plan = jsonOf(siting({}));
    REQUIRE(plan.size() == 2);
    CHECK(plan[0].at("gained_persons") >= plan[1].at("gained_persons"));
    const auto within = plan[1].at("persons_within").get<long long>();
    CHECK(within == plan[0].at("persons_within").get<long long>() +
                        plan[1].at("gained_persons").get<long long>());
    CHECK_THAT(runGuatu(siting({})).out, Contains("已证明没有更好的方案"));

    // A place that is forbidden is not taken, and the plan is no better without it.
    const auto best = plan[0].at("place_code").get<std::string>();
    const Json other = jsonOf(siting({"--forbidden", best}));
    for (const Json& row : other)
        CHECK(row.at("place_code") != best);
    CHECK(other[1].at("persons_within").get<long long>() <= within);

    // What the plan promises, the coverage with these places says too.
    const Json after = jsonOf({"coverage", sampleWorkspace(), "--unit", "532329102", "--service",
                               "clinic", "--within", "30", "--new",
                               best + ";" + plan[1].at("place_code").get<std::string>()});
    CHECK(after[0].at("persons_after").get<long long>() == within);
    CHECK(after[0].at("persons_change").get<long long>() ==
          within - after[0].at("persons_within").get<long long>());
}

TEST_CASE("other goals: the mean and the longest time come down", "[cli][siting]")
{
    const Json median = jsonOf(siting({"--method", "median"}));
    CHECK(median[1].at("mean_minutes").get<double>() <= median[0].at("mean_minutes").get<double>());
    const Json center = jsonOf(siting({"--method", "center"}));
    CHECK(center[1].at("longest_minutes").get<double>() <=
          median[1].at("longest_minutes").get<double>() + 1e-6);
    CHECK(median[1].at("mean_minutes").get<double>() <=
          center[1].at("mean_minutes").get<double>() + 1e-6);
}

TEST_CASE("more people are covered within more time, and closing a road takes none in",
          "[cli][coverage]")
{
    const Json curve = jsonOf({"coverage", sampleWorkspace(), "--unit", "532329102", "--service",
                               "clinic", "--within", "15,30,60,120", "--closing", "R00001;R00002"});
    REQUIRE(curve.size() == 5);
    for (std::size_t i = 0; i + 2 < curve.size(); ++i)
        CHECK(curve[i].at("persons_within") <= curve[i + 1].at("persons_within"));
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(curve[i].at("persons_change").get<long long>() <= 0);
}

TEST_CASE("seats are given out, and nobody twice", "[cli][coverage]")
{
    const Json seats = jsonOf({"coverage", sampleWorkspace(), "--unit", "532329102", "--service",
                               "school", "--seats", "--ages", "6-12"});
    REQUIRE(!seats.empty());
    for (const Json& row : seats) {
        CHECK(row.at("seated_persons") <= row.at("seats"));
        CHECK(row.at("free_seats").get<long long>() ==
              row.at("seats").get<long long>() - row.at("seated_persons").get<long long>());
    }
}

TEST_CASE("areas and roads within minutes go to files that others open", "[cli][reach]")
{
    const TemporaryFolder folder;
    const std::string areas = (folder / "areas.geojson").string();
    const std::string roads = (folder / "roads.gpkg").string();
    CHECK(runGuatu({"reach", sampleWorkspace(), "532329102", "--minutes", "15,30", "--as", "areas",
                    "--cell", "500", "-o", areas})
              .code == 0);
    const Json made = Json::parse(readAll(areas));
    REQUIRE(made.at("features").size() == 2);
    CHECK(made.at("features")[0].at("properties").at("area_km2").get<double>() <
          made.at("features")[1].at("properties").at("area_km2").get<double>());
    CHECK(runGuatu({"reach", sampleWorkspace(), "532329102", "--minutes", "15,30", "--as",
                    "network", "-o", roads})
              .code == 0);
    const Outcome info = run({"ogrinfo", "-so", roads, "coloured_network"});
    CHECK_THAT(info.out, Contains("Multi Line String") && Contains("within_minutes"));
}

TEST_CASE("every service of the standards is answered for a village", "[cli][gaps]")
{
    for (const char* service :
         {"school", "clinic", "water", "road", "power", "broadband", "market"}) {
        const Json rows = jsonOf({"gaps", sampleWorkspace(), "--service", service, "--grain",
                                  "village", "--unit", "532329102"});
        INFO(service);
        CHECK(rows.size() > 10);
        for (const Json& row : rows) {
            CHECK(!row.at("reason").get<std::string>().empty());
            CHECK(!row.at("rule_source").get<std::string>().empty());
            CHECK(row.at("data_date").is_string());
        }
    }
    CHECK(runGuatu({"gaps", sampleWorkspace(), "--service", "power", "--max", "30min"}).code == 2);
}

TEST_CASE("a wrong question about sites is told", "[cli][siting]")
{
    CHECK(runGuatu(siting({"--method", "best"})).code == 2);
    CHECK(runGuatu(siting({"--candidates", "moon"})).code == 2);
    CHECK(runGuatu(siting({"--forbidden", "没有此地"})).code == 2);
    CHECK(runGuatu(siting({"--ages", "12-6"})).code == 2);
    CHECK(runGuatu({"siting", sampleWorkspace(), "--service", "power", "--add", "1"}).code == 2);
    CHECK(runGuatu({"reach", sampleWorkspace(), "532329", "--as", "cake"}).code == 2);
}
