// SPDX-License-Identifier: MIT
#include "cli/json_answer.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <fstream>
#include <map>
#include <sstream>

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

std::string file(const std::string& name)
{
    return (sourceFolder() / "tests/data/network" / name).string();
}

} // namespace

// Values of n5.p2p.csv and n5.p2p_turns.csv, which another program computed.
TEST_CASE("route answers from a bare network, with and without banned turns", "[cli][access]")
{
    const std::vector<std::string> network{"--network", file("n5.nodes.csv"), file("n5.links.csv")};
    const auto cost = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "route");
        words.insert(words.end(), network.begin(), network.end());
        return jsonOf(words).at(0).at("cost_ms").get<long long>();
    };
    CHECK(cost({"278", "1562"}) == 2272678);
    CHECK(cost({"1326", "879"}) == 1108317);
    CHECK(cost({"1326", "879", "--turns", file("n5.turns.csv")}) == 1177371);
}

TEST_CASE("reach gives every node its nearest facility, as another program computed",
          "[cli][access]")
{
    std::map<std::string, long long> times;
    for (const Json& row :
         jsonOf({"reach", "336", "1001", "1919", "2860", "3045", "--towards", "--minutes", "600",
                 "--network", file("n5.nodes.csv"), file("n5.links.csv")}))
        times[row.at("node")] = row.at("cost_ms");
    std::ifstream in(file("n5.nearest.csv"));
    std::size_t count = 0;
    for (std::string line; std::getline(in, line);) {
        const auto comma = line.find(',');
        if (line.empty() || line.front() < '0' || line.front() > '9')
            continue;
        CHECK(times.at(line.substr(0, comma)) == std::stoll(line.substr(comma + 1)));
        ++count;
    }
    CHECK(count > 100);
}

TEST_CASE("route and reach answer from a workspace", "[cli][access]")
{
    const Json way = jsonOf({"route", sampleWorkspace(), "532329102214", "532329"});
    const Json back = jsonOf({"route", sampleWorkspace(), "532329", "532329102214"});
    CHECK(way.at(0).at("cost_ms") == back.at(0).at("cost_ms"));
    const Json steps = jsonOf({"route", sampleWorkspace(), "532329102214", "532329", "--steps"});
    double metres = 0;
    for (const Json& step : steps)
        metres += step.at("road_metres").get<double>();
    CHECK(metres == Approx(way.at(0).at("road_metres").get<double>()));
    const Json near = jsonOf({"reach", sampleWorkspace(), "532329102", "--minutes", "15,30"});
    CHECK(near.size() > 10);
    for (const Json& row : near)
        CHECK(row.at("minutes").get<double>() <= row.at("within_minutes").get<double>());
}

TEST_CASE("what cannot be travelled is said, with what to do", "[cli][access]")
{
    const auto says = [](std::vector<std::string> words, const char* what) {
        const Outcome outcome = runGuatu(words);
        CHECK(outcome.code == 2);
        CHECK_THAT(outcome.err, Contains(what));
    };
    says({"route", sampleWorkspace(), "532329", "0,0"}, "不在路网上");
    says({"route", sampleWorkspace(), "532329", "没有此地"}, "没有此地");
    says({"route", sampleWorkspace(), "532329", "532301", "--means", "boat"}, "boat");
    says({"route", sampleWorkspace(), "532329", "532301", "--closed", "X"}, "X");
    says({"reach", sampleWorkspace(), "532329", "--minutes", "0"}, "--minutes");
    const TemporaryFolder folder;
    const std::string nodes = folder.write("nodes.csv", "node,x,y\n0,0,0\n1,5,0\n");
    const std::string bad =
        folder.write("links.csv", "link,from,to,cost_ms,open_fwd,open_back\n0,0,9,5,1,1\n");
    says({"route", "0", "1", "--network", nodes, bad}, "9");
    says({"route", "0", "1", "--network", nodes, nodes}, "link");
    const std::string good =
        folder.write("good.csv", "link,from,to,cost_ms,open_fwd,open_back\n0,0,1,-5,1,1\n");
    says({"route", "0", "1", "--network", nodes, good}, "-5");
}

TEST_CASE("gaps says for every household whether a clinic is near enough, and why", "[cli][access]")
{
    const Json rows = jsonOf({"gaps", sampleWorkspace(), "--service", "clinic", "--unit",
                              "532329102", "--means", "walk", "--max", "30min"});
    REQUIRE(rows.size() > 100);
    std::map<std::string, int> verdicts;
    for (const Json& row : rows) {
        ++verdicts[row.at("verdict")];
        CHECK(row.at("limit") == 30);
        CHECK_FALSE(row.at("reason").get<std::string>().empty());
        CHECK(row.contains("household"));
        if (row.at("verdict") == "met" || row.at("verdict") == "unmet")
            if (!row.at("minutes").is_null())
                CHECK((row.at("minutes").get<double>() <= 30) == (row.at("verdict") == "met"));
    }
    CHECK(verdicts["met"] > 0);
    CHECK(verdicts["unmet"] > 0);
    const Json unmet = jsonOf({"gaps", sampleWorkspace(), "--service", "clinic", "--unit",
                               "532329102", "--verdict", "unmet"});
    CHECK(static_cast<int>(unmet.size()) == verdicts["unmet"]);
    CHECK(jsonOf({"gaps", sampleWorkspace(), "--service", "water", "--grain", "village"}).size() >
          1000);
    CHECK(runGuatu({"gaps", sampleWorkspace(), "--service", "opera"}).code == 2);
    CHECK(runGuatu({"gaps", sampleWorkspace(), "--service", "clinic", "--max", "30"}).code == 2);
}
