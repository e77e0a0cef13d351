// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"
#include "support/source_folder.h"

using namespace guatu::test;
using Catch::Matchers::Contains;

namespace
{

/// A copy of the sample that a test may write to.
class WritableSample
{
public:
    WritableSample() : m_file((m_folder / "示例.sqlite").string())
    {
        std::filesystem::copy_file(sampleWorkspace(), m_file);
    }
    [[nodiscard]] const std::string& file() const { return m_file; }

private:
    TemporaryFolder m_folder;
    std::string m_file;
};

} // namespace

TEST_CASE("find takes a place by name, and else an expression or a query's name", "[cli][query]")
{
    const std::string workspace = sampleWorkspace();
    CHECK_THAT(runGuatu({"find", workspace, "gqz"}).out, Contains("532329102000"));
    const Outcome remaining =
        runGuatu({"find", workspace, "@remaining_households", "--limit", "1"});
    CHECK(remaining.code == 0);
    CHECK_THAT(remaining.out, Contains("命中 2,903 户 8,331 人")); // the plan's figures
    const Outcome nothing = runGuatu({"find", workspace, "没有这个地方"});
    CHECK(nothing.code == 0);
    CHECK_THAT(nothing.out, Contains("（没有）"));
    const Outcome wrong =
        runGuatu({"--language", "en", "find", workspace, "households where clas = unexited"});
    CHECK(wrong.code == 2);
    CHECK(wrong.out.empty());
    CHECK_THAT(wrong.err, Contains("                 ^\n") && Contains("class"));
}

TEST_CASE("a query is saved under a name, run, replaced and deleted", "[cli][query]")
{
    const WritableSample sample;
    const std::string& file = sample.file();
    CHECK(runGuatu({"query", "save", file, "缺水户", "饮水安全=未达标"}).code == 0);
    CHECK_THAT(runGuatu({"query", "list", file}).out, Contains("缺水户"));
    CHECK_THAT(runGuatu({"find", file, "@缺水户"}).out, Contains("饮水安全 = 未达标"));
    CHECK(runGuatu({"query", "save", file, "坏", "饮水安全=="}).code == 2);
    CHECK(runGuatu({"query", "delete", file, "缺水户"}).code == 0);
    CHECK(runGuatu({"query", "delete", file, "缺水户"}).code == 2);
    CHECK(runGuatu({"find", file, "@缺水户"}).code == 2);
}

TEST_CASE("a state is frozen under a name and read again", "[cli][freeze]")
{
    const WritableSample sample;
    const std::string& file = sample.file();
    CHECK(runGuatu({"freeze", file, "4月调度"}).code == 0);
    CHECK(runGuatu({"freeze", file, "4月调度"}).code == 2);
    CHECK_THAT(runGuatu({"freeze", file}).out, Contains("4月调度"));
    CHECK_THAT(runGuatu({"status", file, "--frozen", "4月调度"}).out, Contains("8,331"));
    CHECK(runGuatu({"status", file, "--frozen", "5月调度"}).code == 2);
    CHECK(runGuatu({"status", file, "--frozen", "4月调度", "--as-of", "2020-04-17"}).code == 2);
    CHECK(runGuatu({"freeze", file, "4月调度", "--delete"}).code == 0);
    CHECK(runGuatu({"status", file, "--frozen", "4月调度"}).code == 2);
}

TEST_CASE("closure is signed step by step, and a unit with open ends is not", "[cli][close]")
{
    const WritableSample sample;
    const std::string& file = sample.file();
    const Outcome refused = runGuatu({"close", file, "approve", "532329", "--role", "州扶贫办"});
    CHECK(refused.code == 2);
    CHECK_FALSE(refused.err.empty());
    CHECK(runGuatu({"close", file, "nonsense", "532329", "--role", "州扶贫办"}).code == 2);
    CHECK(runGuatu({"close", file, "approve", "532329"}).code == 2); // no office named
    CHECK(runGuatu({"close", file, "history", "532329"}).code == 0);
}

TEST_CASE("a look is shown, set, copied and reset, and the map follows", "[cli][look]")
{
    const WritableSample sample;
    const TemporaryFolder folder;
    const std::string& file = sample.file();
    const auto draw = [&](const char* name) {
        const std::string picture = (folder / name).string();
        REQUIRE(runGuatu({"map", file, "--unit", "高桥镇", "--layers", "village-status", "--plain",
                          "--size", "300x300", "-o", picture})
                    .code == 0);
        return readAll(picture);
    };
    const std::string usual = draw("usual.png");
    const Outcome shown = runGuatu({"style", "show", file, "village-status"});
    REQUIRE(shown.code == 0);
    std::string json = shown.out;
    const auto at = json.find("#F09A92"); // the tint of what is not cleared
    REQUIRE(at != std::string::npos);
    json.replace(at, 7, "#0000FF");
    const std::string changed = folder.write("look.json", json);
    CHECK(runGuatu({"style", "set", file, changed}).code == 0);
    CHECK_THAT(runGuatu({"style", "list", file, "--format", "csv"}).out,
               Contains("village-status") && Contains("自定"));
    CHECK_FALSE((draw("changed.png") == usual));
    CHECK(runGuatu({"style", "reset", file, "village-status"}).code == 0);
    CHECK((draw("reset.png") == usual));

    CHECK(runGuatu({"style", "copy", file, "village-remaining", "village-status"}).code == 0);
    CHECK_FALSE((draw("copied.png") == usual));
    const Outcome other = runGuatu({"style", "copy", file, "road", "village-status"});
    CHECK(other.code == 2);
    CHECK_THAT(other.err, Contains("road") && Contains("village-status"));
    const Outcome broken =
        runGuatu({"style", "set", file, folder.write("broken.json", R"({"layer": "road"})")});
    CHECK(broken.code == 2);
    CHECK_THAT(broken.err, Contains("broken.json") && Contains("style"));
    CHECK(runGuatu({"style", "show", file, "nothing"}).code == 2);
}

TEST_CASE("a layer takes a style of QGIS, and gives one", "[cli][look]")
{
    const WritableSample sample;
    const TemporaryFolder folder;
    const std::string& file = sample.file();
    const auto shown = [&file] { return runGuatu({"style", "show", file, "village-status"}).out; };
    const std::string usual = shown();
    const std::string own = (folder / "own.qml").string();
    CHECK(runGuatu({"style", "export", file, "village-status", "-o", own}).code == 0);
    CHECK(runGuatu({"style", "export", file, "village-status", "-o", own}).code == 2);

    const std::string theirs = (sourceFolder() / "tests/data/qgis/area_categories.qml").string();
    const Outcome taken = runGuatu({"style", "import", file, "village-status", theirs});
    CHECK(taken.code == 0);
    CHECK_THAT(taken.err, Contains("dense6")); // a brush that became dots
    CHECK_THAT(shown(), Contains("#1A9641") && Contains("#D7191C"));

    // Back by the file exported: the same look but for its style's id and English titles.
    CHECK(runGuatu({"style", "import", file, "village-status", own}).code == 0);
    CHECK_FALSE(shown().find("#F09A92") == std::string::npos);
    CHECK(usual.find("#F09A92") != std::string::npos);

    const std::string roads = (sourceFolder() / "tests/data/qgis/line_rules.qml").string();
    const Outcome lacking = runGuatu({"style", "import", file, "road", roads});
    CHECK(lacking.code == 2);
    CHECK_THAT(lacking.err, Contains("width") && Contains("line_rules.qml"));
    CHECK(runGuatu({"style", "import", file, "village-status", roads}).code == 2);
    CHECK(runGuatu({"style", "import", file, "nothing", theirs}).code == 2);
}

TEST_CASE("a map theme is saved, drawn and deleted", "[cli][look]")
{
    const WritableSample sample;
    const TemporaryFolder folder;
    const std::string& file = sample.file();
    const auto draw = [&](const char* name, std::vector<std::string> how) {
        const std::string picture = (folder / name).string();
        std::vector<std::string> words{"map",    file,      "--unit", "武定县", "--plain",
                                       "--size", "300x300", "-o",     picture};
        words.insert(words.end(), how.begin(), how.end());
        REQUIRE(runGuatu(words).code == 0);
        return readAll(picture);
    };
    CHECK(runGuatu({"theme", "save", file, "汇报", "--layers", "village-remaining", "--graticule",
                    "--colours", "grey"})
              .code == 0);
    CHECK(
        draw("theme.png", {"--theme", "汇报"}) ==
        draw("options.png", {"--layers", "village-remaining", "--graticule", "--colours", "grey"}));
    CHECK_THAT(runGuatu({"theme", "list", file}).out, Contains("汇报"));
    const Outcome unknown = runGuatu({"map", file, "--theme", "没有", "-o", "x.png"});
    CHECK(unknown.code == 2);
    CHECK_THAT(unknown.err, Contains("汇报"));
    CHECK(runGuatu({"theme", "delete", file, "汇报"}).code == 0);
    CHECK(runGuatu({"theme", "delete", file, "汇报"}).code == 2);
}
