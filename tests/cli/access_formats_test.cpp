// SPDX-License-Identifier: MIT
// What scripts read: every command about access in every format.
#include "cli/river_valley.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <fstream>

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

using Words = std::vector<std::string>;

Words with(Words words, const Words& more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

std::string outputOf(const Words& words)
{
    const Outcome outcome = runGuatu(words);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK(outcome.err.empty());
    return outcome.out;
}

std::size_t linesOf(const std::string& text)
{
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

/// The same rows in all formats, with a place in GeoJSON of the type named.
void checkFormats(const Words& words, const std::string& geometry, const TemporaryFolder& folder)
{
    CAPTURE(words.front());
    const Json rows = Json::parse(outputOf(with(words, {"--format", "json"})));
    REQUIRE(rows.is_array());
    REQUIRE(!rows.empty());
    const std::string csv = outputOf(with(words, {"--format", "csv"}));
    CHECK(csv.starts_with("\xEF\xBB\xBF"));
    CHECK(linesOf(csv) == rows.size() + 1);
    CHECK(linesOf(outputOf(with(words, {"--format", "table", "--limit", "0"}))) > rows.size());
    const Json features = Json::parse(outputOf(with(words, {"--format", "geojson"})));
    REQUIRE(features.at("features").size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Json& feature = features.at("features")[i];
        CHECK(feature.at("properties") == rows[i]);
        if (!feature.at("geometry").is_null())
            CHECK_THAT(feature.at("geometry").at("type").get<std::string>(), Contains(geometry));
    }
    CHECK_FALSE(features.at("features")[0].at("geometry").is_null());
    const std::string book = (folder / (words.front() + ".xlsx")).string();
    CHECK(runGuatu(with(words, {"--format", "xlsx", "-o", book, "--force"})).code == 0);
    std::ifstream in(book, std::ios::binary);
    std::string magic(2, ' ');
    in.read(magic.data(), 2);
    CHECK(magic == "PK");
    CHECK(runGuatu(with(words, {"--format", "xlsx"})).code == 2); // needs a file
    CHECK(runGuatu(with(words, {"--format", "pdf"})).code == 2);
}

} // namespace

TEST_CASE("every command about access answers in every format", "[cli][access]")
{
    const TemporaryFolder folder;
    const RiverValley valley(folder);
    const std::string& file = valley.workspace;
    checkFormats({"roads", "build", file}, "LineString", folder);
    checkFormats({"gaps", file, "--service", "clinic"}, "Point", folder);
    checkFormats({"gaps", file, "--service", "clinic", "--grain", "village"}, "Point", folder);
    checkFormats({"gaps", file, "--service", "clinic", "--close", "R1"}, "Point", folder);
    checkFormats({"reach", file, RiverValley::south, "--minutes", "15,30,60"}, "Point", folder);
    checkFormats({"reach", file, RiverValley::south, "--as", "areas"}, "Polygon", folder);
    checkFormats({"reach", file, RiverValley::south, "--as", "network"}, "LineString", folder);
    checkFormats({"route", file, RiverValley::south, RiverValley::north}, "LineString", folder);
    checkFormats({"route", file, RiverValley::south, RiverValley::north, "--steps"}, "LineString",
                 folder);
    checkFormats({"site", file, "--service", "clinic", "--new", "1"}, "Point", folder);
    const std::string nodes =
        folder.write("nodes.csv", "node,x,y\n1,102,25\n2,102.1,25\n3,102.2,25\n");
    const std::string links = folder.write("links.csv", "link,from,to,cost_ms,open_fwd,open_back\n"
                                                        "a,1,2,60000,1,1\nb,2,3,120000,1,0\n");
    const Words bare{"--network", nodes, links};
    checkFormats(with({"route", "1", "3"}, bare), "LineString", folder);
    checkFormats(with({"route", "1", "3", "--steps"}, bare), "LineString", folder);
    checkFormats(with({"reach", "1"}, bare), "Point", folder);
}

TEST_CASE("the line of a route is the way that is travelled", "[cli][access]")
{
    const TemporaryFolder folder;
    const RiverValley valley(folder);
    const Json made = Json::parse(outputOf(
        {"route", valley.workspace, "102.01,25.5", "102.02,25.52", "--format", "geojson"}));
    const Json& parts = made.at("features")[0].at("geometry").at("coordinates");
    const Json& line = parts[0].is_array() && parts[0][0].is_array() ? parts[0] : parts;
    const std::vector<std::pair<double, double>> expected{
        {102.01, 25.5}, {102.03, 25.5}, {102.03, 25.52}, {102.02, 25.52}};
    REQUIRE(line.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(line[i][0].get<double>() == Approx(expected[i].first).margin(1e-5));
        CHECK(line[i][1].get<double>() == Approx(expected[i].second).margin(1e-5));
    }
}

TEST_CASE("verdicts by a straight line say so where programs look", "[cli][access]")
{
    const TemporaryFolder folder;
    const RiverValley bare(folder, false);
    for (const Json& row : Json::parse(
             outputOf({"gaps", bare.workspace, "--service", "clinic", "--format", "json"}))) {
        CHECK(row.at("approximate") == "yes");
        CHECK(row.at("unit_code").get<std::string>().starts_with("532329102"));
    }
    const TemporaryFolder other;
    const RiverValley joined(other);
    for (const Json& row : Json::parse(
             outputOf({"gaps", joined.workspace, "--service", "clinic", "--format", "json"})))
        CHECK(row.at("approximate") == "no");
}

TEST_CASE("a number that stands twice in a bare network is refused", "[cli][access]")
{
    const TemporaryFolder folder;
    const std::string nodes = folder.write("nodes.csv", "node,x,y\n1,0,0\n1,5,0\n");
    const std::string links =
        folder.write("links.csv", "link,from,to,cost_ms,open_fwd,open_back\n0,1,1,5,1,1\n");
    const Outcome outcome = runGuatu({"route", "1", "1", "--network", nodes, links});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Contains("nodes.csv") && Contains("1"));
}
