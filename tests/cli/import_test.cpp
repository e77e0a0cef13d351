// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

#include <sstream>

using namespace guatu::test;
using Catch::Matchers::Contains;

namespace
{

const std::string unitsTable = "code,name,is_poor_unit\n"
                               "532300000000,楚雄彝族自治州,\n"
                               "532329000000,武定县,1\n"
                               "532329102000,高桥镇,1\n"
                               "532329102214,小河村民委员会,1\n"
                               "532329102215,老滔村民委员会,0\n";

const std::string households =
    "户编号,县,乡镇,行政村,家庭人口（人）,脱贫属性,人均纯收入（元）,经度,纬度\n"
    "5323291022140001,武定县,高桥镇,小河村委会,4,未脱贫,3612,102.128,25.581\n"
    "5323291022140002,武定县,高桥镇,小河,3,已脱贫,6204,102.129,25.582\n";

/// A new workspace with the units of one township.
std::string workspaceWithUnits(const TemporaryFolder& folder)
{
    std::string file = (folder / "高桥.sqlite").string();
    REQUIRE(runGuatu({"new", file}).code == 0);
    const Outcome imported =
        runGuatu({"import", file, folder.write("units.csv", unitsTable), "--as", "units"});
    INFO(imported.out << imported.err);
    REQUIRE(imported.code == 0);
    return file;
}

std::string householdCount(const std::string& workspace)
{
    return run({"spatialite", "-silent", workspace,
                "SELECT count(*) FROM household WHERE row_to IS NULL;"})
        .out;
}

} // namespace

TEST_CASE("a ledger goes in whole and an independent reader counts it", "[cli]")
{
    const TemporaryFolder folder;
    const std::string workspace = workspaceWithUnits(folder);
    const Outcome imported = runGuatu({"import", workspace, folder.write("台账.csv", households),
                                       "--as", "households", "--datum", "cgcs2000"});
    INFO(imported.out << imported.err);
    CHECK(imported.code == 0);
    CHECK(householdCount(workspace) == "2\n");

    const Outcome info = runGuatu({"info", workspace});
    CHECK_THAT(info.out, Contains("2 户"));
    const Outcome layers = run({"ogrinfo", "-ro", "-so", workspace, "household"});
    CHECK_THAT(layers.out, Contains("Geometry: Point") && Contains("Feature Count: 2"));
}

TEST_CASE("a file with one bad row is refused whole, and taken in part when asked", "[cli]")
{
    const TemporaryFolder folder;
    const std::string workspace = workspaceWithUnits(folder);
    const std::string ledger = folder.write(
        "台账.csv", households +
                        "5.32329E+15,武定县,高桥镇,小河,2,已脱贫,5000,102.13,25.58\n"
                        "5323291022140004,武定县,高桥镇,小山,2,已脱贫,5000,102.13,25.58\n");
    const std::vector<std::string> words{"import",     workspace, ledger,    "--as",
                                         "households", "--datum", "cgcs2000"};

    const Outcome refused = runGuatu(words);
    CHECK(refused.code == 2);
    CHECK_THAT(refused.out, Contains("5.32329E+15") && Contains("小山"));
    CHECK(householdCount(workspace) == "0\n");

    auto partial = words;
    partial.push_back("--accept-partial");
    CHECK(runGuatu(partial).code == 0);
    CHECK(householdCount(workspace) == "2\n");
}

TEST_CASE("a dry run reports and writes nothing", "[cli]")
{
    const TemporaryFolder folder;
    const std::string workspace = workspaceWithUnits(folder);
    const std::string before = readAll(workspace);
    const Outcome tried = runGuatu({"import", workspace, folder.write("台账.csv", households),
                                    "--as", "households", "--datum", "cgcs2000", "--dry-run"});
    INFO(tried.out << tried.err);
    CHECK(tried.code == 0);
    CHECK(readAll(workspace) == before);
}

TEST_CASE("looking at a workspace leaves its bytes and its folder as they are", "[cli]")
{
    const TemporaryFolder folder;
    const std::string workspace = workspaceWithUnits(folder);
    const std::string before = readAll(workspace);
    CHECK(runGuatu({"info", workspace}).code == 0);
    CHECK(runGuatu({"show", workspace, "--unit", "小河"}).code == 0);
    CHECK(runGuatu({"find", workspace, "gqz"}).code == 0);
    CHECK(readAll(workspace) == before);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE("importing a ledger again says what changed", "[cli]")
{
    const TemporaryFolder folder;
    const std::string workspace = workspaceWithUnits(folder);
    const std::vector<std::string> common{"--as",     "households", "--datum",
                                          "cgcs2000", "--language", "en"};
    const auto import = [&](const std::string& content) {
        std::vector<std::string> words{"import", workspace, folder.write("台账.csv", content)};
        words.insert(words.end(), common.begin(), common.end());
        return runGuatu(words);
    };
    REQUIRE(import(households).code == 0);
    const Outcome same = import(households);
    CHECK_THAT(same.out, Contains("unchanged 2"));

    std::string changed = households.substr(0, households.rfind("5323291022140002"));
    changed.replace(changed.find("3612"), 4, "4100");
    const Outcome again = import(changed);
    INFO(again.out);
    CHECK_THAT(again.out, Contains("changed 1") && Contains("5323291022140002"));
}

TEST_CASE("Ctrl-C in a long import leaves the workspace as it was", "[cli]")
{
    const TemporaryFolder folder;
    const std::string workspace = workspaceWithUnits(folder);
    const std::string before = readAll(workspace);
    std::ostringstream ledger;
    ledger << households.substr(0, households.find('\n') + 1);
    for (int row = 10000; row < 310000; ++row)
        ledger << "53232910221" << row << ",武定县,高桥镇,小河,3,已脱贫,6204,102.129,25.582\n";
    const Outcome stopped =
        runGuatuInterrupted({"import", workspace, folder.write("台账.csv", ledger.str()), "--as",
                             "households", "--datum", "cgcs2000"},
                            workspace + "-journal");
    INFO(stopped.out << stopped.err);
    CHECK(stopped.code == 130);
    CHECK(readAll(workspace) == before);
    CHECK_FALSE(std::filesystem::exists(workspace + "-journal"));
}
