// SPDX-License-Identifier: MIT
#include "cli/json_answer.h"
#include "cli/river_valley.h"
#include "support/catch.h"

#include <cmath>
#include <map>

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

std::map<std::string, Json> clinicOf(const RiverValley& valley, std::vector<std::string> more)
{
    std::vector<std::string> words{"gaps",   valley.workspace, "--service",
                                   "clinic", "--friction",     valley.heights};
    words.insert(words.end(), more.begin(), more.end());
    std::map<std::string, Json> rows;
    for (const Json& row : jsonOf(words))
        rows[row.at("household")] = row;
    return rows;
}

// At 25.5 N a hundredth of a degree is 1,005 m to the east and 1,108 m to the north; the pace off
// roads is 3 km/h, so 50 m a minute; ways over a lattice are up to 2.8 % longer than straight ones.
const double east = 1005, north = 1108, metresAMinute = 50;

} // namespace

TEST_CASE("over the ground a river counts, its bridge too, and a closed bridge not",
          "[cli][access]")
{
    const TemporaryFolder folder;
    const RiverValley valley(folder);
    const double straight = std::hypot(0.5 * east, 1.9 * north) / metresAMinute;
    const auto open = clinicOf(valley, {});
    CHECK(open.at("H2").at("minutes").get<double>() == Approx(straight).epsilon(0.035));
    CHECK(open.at("H2").at("verdict") == "unmet");
    CHECK(open.at("H2").at("approximate") == "no");
    CHECK(open.at("H1").at("verdict") == "met");

    // By the bridge: to where the road crosses the river, then back to the clinic.
    const double round =
        (std::hypot(3 * east, 0.9 * north) + std::hypot(2.5 * east, north)) / metresAMinute;
    const std::vector<std::string> river{"--barriers", valley.river};
    const auto byBridge = clinicOf(valley, river);
    CHECK(byBridge.at("H2").at("minutes").get<double>() == Approx(round).epsilon(0.045));
    CHECK(byBridge.at("H1").at("minutes") == open.at("H1").at("minutes"));

    const auto closed = clinicOf(valley, {"--barriers", valley.river, "--closed", "R1"});
    CHECK(closed.at("H2").at("minutes").is_null());
    CHECK(closed.at("H2").at("verdict") == "unmet");
    const Json changes =
        jsonOf({"gaps", valley.workspace, "--service", "clinic", "--max", "150min", "--friction",
                valley.heights, "--barriers", valley.river, "--close", "R1"});
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].at("household") == "H2");
    CHECK(changes[0].at("change") == "lost");
}

TEST_CASE("reach over the ground: a disc where it is level, cut by a river", "[cli][access]")
{
    const TemporaryFolder folder;
    const RiverValley valley(folder);
    const std::vector<std::string> words{"reach",     valley.workspace, RiverValley::south,
                                         "--minutes", "15,30",          "--as",
                                         "areas",     "--friction",     valley.heights};
    const Json discs = jsonOf(words);
    REQUIRE(discs.size() == 2);
    // 15 and 30 minutes are 750 and 1,500 m.
    CHECK(discs[0].at("area_km2").get<double>() == Approx(M_PI * 0.75 * 0.75).epsilon(0.08));
    CHECK(discs[1].at("area_km2").get<double>() == Approx(M_PI * 1.5 * 1.5).epsilon(0.06));
    CHECK(discs[1].at("households_within") == 1);

    // The river cuts off the cap beyond 1,108 m.
    std::vector<std::string> cut = words;
    cut.insert(cut.end(), {"--barriers", valley.river});
    const double d = north / 1000, r = 1.5;
    const double cap = r * r * std::acos(d / r) - d * std::sqrt(r * r - d * d);
    CHECK(jsonOf(cut)[1].at("area_km2").get<double>() == Approx(M_PI * r * r - cap).epsilon(0.06));

    // The other village is 2.2 km away.
    const Json places = jsonOf({"reach", valley.workspace, RiverValley::south, "--minutes", "60",
                                "--friction", valley.heights});
    REQUIRE(places.size() == 2);
    CHECK(places[1].at("unit_code") == RiverValley::north);
    CHECK(places[1].at("minutes").get<double>() ==
          Approx(2 * north / metresAMinute).epsilon(0.035));
}

TEST_CASE("what cannot be walked over the ground is said", "[cli][access]")
{
    const TemporaryFolder folder;
    const RiverValley valley(folder);
    const auto says = [&](std::vector<std::string> more, const char* what) {
        std::vector<std::string> words{"reach", valley.workspace};
        words.insert(words.end(), more.begin(), more.end());
        const Outcome outcome = runGuatu(words);
        CHECK(outcome.code == 2);
        CHECK_THAT(outcome.err, Contains(what));
    };
    says({RiverValley::south, "--friction", valley.heights, "--means", "car"}, "car");
    says({RiverValley::south, "--friction", valley.heights, "--as", "network"}, "--friction");
    says({RiverValley::south, "--friction", valley.river}, "river.geojson");
    says({"103.5,25.5", "--friction", valley.heights}, "level.asc");
    says({RiverValley::south, "--friction", valley.heights, "--closed", "X"}, "X");
}
