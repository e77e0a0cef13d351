// SPDX-License-Identifier: MIT
// Networks with next to nothing in them: clear answers, or errors that say what to do.
#include "cli/json_answer.h"
#include "cli/river_valley.h"
#include "support/catch.h"

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

Outcome answered(const std::vector<std::string>& words)
{
    Outcome outcome = runGuatu(words);
    INFO(outcome.err);
    CHECK(outcome.code == 0);
    return outcome;
}

void refuses(const std::vector<std::string>& words, const char* what)
{
    const Outcome outcome = runGuatu(words);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, Contains(what));
}

const std::string allRoads = "R1,R2,R3";

} // namespace

TEST_CASE("no roads at all", "[cli][access]")
{
    const TemporaryFolder folder;
    const RiverValley valley(folder, false);
    const std::string& file = valley.workspace;
    refuses({"roads", "check", file}, "道路");
    refuses({"roads", "build", file}, "道路");
    refuses({"route", file, RiverValley::south, RiverValley::north}, "道路");
    refuses({"reach", file, RiverValley::south}, "道路");
    refuses({"gaps", file, "--service", "road"}, "道路");
    CHECK_THAT(answered({"gaps", file, "--service", "clinic"}).out, Contains("近似"));
    // 2.1 km times 1.6 by car, at what the car does at least.
    for (const Json& row :
         jsonOf({"gaps", file, "--service", "clinic", "--means", "car", "--max", "30min"})) {
        CHECK(row.at("verdict") == "met");
        CHECK_THAT(row.at("reason").get<std::string>(), !Contains("步行"));
        CHECK(row.at("rule") == "clinic_own"); // the shipped rule is one on foot
    }
    CHECK(jsonOf({"site", file, "--service", "clinic", "--new", "1"}).size() == 1);
}

TEST_CASE("a kind of which nothing is recorded is not known, not missing", "[cli][access]")
{
    const TemporaryFolder folder;
    const RiverValley valley(folder);
    for (const Json& row : jsonOf({"gaps", valley.workspace, "--service", "school"})) {
        CHECK(row.at("verdict") == "unknown");
        CHECK(row.at("approximate") == "no");
        CHECK_THAT(row.at("reason").get<std::string>(), Contains("没有登记"));
    }
}

TEST_CASE("all roads closed", "[cli][access]")
{
    const TemporaryFolder folder;
    const RiverValley valley(folder);
    const std::string& file = valley.workspace;
    const Json way =
        jsonOf({"route", file, RiverValley::south, RiverValley::north, "--closed", allRoads});
    CHECK(way[0].at("minutes").is_null());
    for (const Json& row : jsonOf({"gaps", file, "--service", "clinic", "--closed", allRoads}))
        CHECK(row.at("verdict") == "unmet");
    const Outcome reach = answered({"reach", file, RiverValley::south, "--closed", allRoads});
    CHECK_THAT(reach.out, Contains("不能通行") && Contains("南村委会"));
    CHECK(jsonOf({"reach", file, RiverValley::south, "--closed", allRoads}).empty());
    // A new place reaches nobody either, and is not proposed.
    const Outcome site =
        answered({"site", file, "--service", "clinic", "--new", "1", "--closed", allRoads});
    CHECK_THAT(site.out, Contains("不能多覆盖人") && !Contains("第 1 处"));
}

TEST_CASE("a facility far from any road is named", "[cli][access]")
{
    const TemporaryFolder folder;
    const RiverValley valley(folder);
    importInto(valley.workspace,
               folder.write("far.csv", "编码,设施类型,名称,村编码,状态,医生数,经度,纬度\n"
                                       "F2,clinic,山顶卫生室,532329102202,在用,2,102.0,25.9\n"),
               "facilities");
    const Outcome gaps = answered({"gaps", valley.workspace, "--service", "clinic"});
    CHECK_THAT(gaps.out, Contains("山顶卫生室") && Contains("不在路网上"));
    refuses({"route", valley.workspace, RiverValley::south, "F2"}, "不在路网上");
}

TEST_CASE("one link, none, links without length, and none that is open", "[cli][access]")
{
    const TemporaryFolder folder;
    const std::string nodes = folder.write("nodes.csv", "node,x,y\n1,0,0\n2,5,0\n");
    const std::string header = "link,from,to,cost_ms,open_fwd,open_back\n";
    const auto cost = [&](const std::string& links) {
        return jsonOf({"route", "1", "2", "--network", nodes,
                       folder.write("links.csv", header + links)})[0]
            .at("cost_ms");
    };
    CHECK(cost("0,1,2,700,1,1\n") == 700);
    CHECK(cost("0,1,2,0,1,1\n") == 0);
    CHECK(cost("0,1,2,700,0,1\n").is_null());
    CHECK(cost("").is_null());
    CHECK_THAT(
        answered({"route", "1", "2", "--network", nodes, folder.write("none.csv", header)}).out,
        Contains("不通"));
    refuses({"route", "1", "7", "--network", nodes, folder.write("l.csv", header)}, "7");
}
