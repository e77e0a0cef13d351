// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

/// Two roads that meet but for some 5 m, and a third that crosses the first.
const std::string roads = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"A","class":"village","surface":"concrete"},
 "geometry":{"type":"LineString","coordinates":[[102.0,25.5],[102.01,25.5]]}},
{"type":"Feature","properties":{"code":"B","class":"village","surface":"concrete"},
 "geometry":{"type":"LineString","coordinates":[[102.01005,25.5],[102.02,25.5]]}},
{"type":"Feature","properties":{"code":"C","class":"village","surface":"earth"},
 "geometry":{"type":"LineString","coordinates":[[102.005,25.49],[102.005,25.51]]}}]})";

std::string workspaceWithRoads(const TemporaryFolder& folder)
{
    std::string file = (folder / "路.sqlite").string();
    REQUIRE(runGuatu({"new", file}).code == 0);
    const std::string units = folder.write("units.csv", "code,name\n532300000000,楚雄州\n");
    REQUIRE(runGuatu({"import", file, units, "--as", "units"}).code == 0);
    const Outcome imported = runGuatu(
        {"import", file, folder.write("r.geojson", roads), "--as", "roads", "--datum", "cgcs2000"});
    INFO(imported.out << imported.err);
    REQUIRE(imported.code == 0);
    return file;
}

Json findings(const std::string& file, std::vector<std::string> more = {})
{
    std::vector<std::string> words{"roads", "check", file, "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = runGuatu(words);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return Json::parse(outcome.out);
}

bool canDrive(const std::string& file)
{
    const Outcome outcome =
        runGuatu({"route", file, "102.0,25.5", "102.02,25.5", "--format", "json"});
    REQUIRE(outcome.code == 0);
    return !Json::parse(outcome.out).at(0).at("minutes").is_null();
}

} // namespace

TEST_CASE("roads are checked, mended one by one, and taken back", "[cli][roads]")
{
    const TemporaryFolder folder;
    const std::string file = workspaceWithRoads(folder);
    const Json near = findings(file, {"--kind", "near_end"});
    REQUIRE(near.size() == 1);
    CHECK(near.at(0).at("finding") == "near_end:A+B");
    CHECK(near.at(0).at("mend") == "snap");
    CHECK(near.at(0).at("metres").get<double>() == Approx(5.0).margin(0.1));
    CHECK(findings(file, {"--kind", "crossing"}).size() == 1);
    CHECK_FALSE(canDrive(file));

    CHECK(runGuatu({"roads", "check", file, "--accept", "near_end:A+B"}).code == 0);
    CHECK(findings(file, {"--kind", "near_end"}).empty());
    CHECK(canDrive(file));
    CHECK(runGuatu({"roads", "undo", file}).code == 0);
    CHECK(findings(file, {"--kind", "near_end"}) == near);
    CHECK_FALSE(canDrive(file));
    // What came with the import stays.
    const Outcome again = runGuatu({"roads", "undo", file});
    CHECK(again.code == 2);
    CHECK_THAT(again.err, Contains("导入"));
}

TEST_CASE("all proposals are carried out in one change, and findings drawn", "[cli][roads]")
{
    const TemporaryFolder folder;
    const std::string file = workspaceWithRoads(folder);
    const std::string map = (folder / "f.geojson").string();
    CHECK(runGuatu({"roads", "check", file, "--accept", "all", "-o", map}).code == 0);
    CHECK(Json::parse(readAll(map)).at("features").size() < 6);
    CHECK(findings(file, {"--kind", "crossing"}).empty());
    const Outcome links = runGuatu({"roads", "build", file, "--means", "foot", "--format", "json"});
    REQUIRE(links.code == 0);
    CHECK(Json::parse(links.out).size() == 5);
    CHECK(runGuatu({"roads", "undo", file}).code == 0);
    CHECK(findings(file, {"--kind", "crossing"}).size() == 1);
}

TEST_CASE("a wrong word for roads is told", "[cli][roads]")
{
    const TemporaryFolder folder;
    const std::string file = workspaceWithRoads(folder);
    CHECK(runGuatu({"roads", "paint", file}).code == 2);
    CHECK(runGuatu({"roads", "check", file, "--kind", "hole"}).code == 2);
    CHECK(runGuatu({"roads", "check", file, "--accept", "near_end:X"}).code == 2);
}
