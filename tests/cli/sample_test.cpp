// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

using namespace guatu::test;
using Catch::Matchers::Contains;

namespace
{

std::string sql(const std::string& query)
{
    return run({"spatialite", "-silent", sampleWorkspace(), query}).out;
}

} // namespace

// The figures are those of the campaign plan (楚贫组发〔2020〕8号), read with another program.
TEST_CASE("the sample holds the plan's figures", "[cli][sample]")
{
    CHECK(sql("SELECT count(*), sum(persons) FROM household "
              "WHERE formal_status IN ('unexited', 'returned') AND row_to IS NULL;") ==
          "2903|8331\n");
    CHECK(sql("SELECT count(*), sum(persons) FROM household "
              "WHERE watch = 'monitored' AND formal_status = 'exited' AND row_to IS NULL;") ==
          "4700|16266\n");
    CHECK(sql("SELECT count(*), sum(persons) FROM household WHERE watch = 'marginal' AND row_to IS "
              "NULL;") == "7569|23774\n");
    CHECK(sql("SELECT count(*) FROM admin_unit WHERE level = 'town';") == "103\n");
    CHECK(sql("SELECT count(*) FROM admin_unit WHERE level = 'village' AND valid_to IS NULL;") ==
          "1106\n");
    CHECK(sql("SELECT count(*) FROM admin_unit WHERE level = 'village' AND is_poor_unit;") ==
          "644\n");
    CHECK(
        sql("SELECT group_concat(u.name) FROM admin_unit u JOIN unit_status s ON s.unit_id = u.id "
            "WHERE u.level = 'village' AND s.formal_status = 'unexited';") == "小河村委会\n");
    CHECK(sql("SELECT DISTINCT name FROM dataset;") == "示例数据\n");
}

TEST_CASE("the sample's geometries are valid and registered", "[cli][sample]")
{
    CHECK(sql("SELECT count(*) FROM admin_unit WHERE geom IS NOT NULL AND NOT ST_IsValid(geom);") ==
          "0\n");
    CHECK(sql("SELECT count(*) FROM admin_unit WHERE level = 'village' AND geom IS NULL AND "
              "valid_to IS NULL;") == "0\n");
    const Outcome layers = run({"ogrinfo", "-ro", "-so", sampleWorkspace(), "admin_unit(geom)"});
    CHECK_THAT(layers.out,
               Contains("CGCS2000") || Contains("China Geodetic Coordinate System 2000"));
}

TEST_CASE("the command line tells who is not cleared in 小河", "[cli][sample]")
{
    const Outcome shown = runGuatu({"show", sampleWorkspace(), "--unit", "532329102214"});
    CHECK(shown.code == 0);
    CHECK_THAT(shown.out, Contains("小河") && Contains("未销号") && Contains("532329102214"));
    const Outcome found = runGuatu({"find", sampleWorkspace(), "gqz"});
    CHECK_THAT(found.out, Contains("高桥镇"));
}

TEST_CASE("a map is drawn without a display", "[cli][sample]")
{
    const TemporaryFolder folder;
    const std::string picture = (folder / "高桥.png").string();
    const Outcome drawn = runGuatu(
        {"map", sampleWorkspace(), "--unit", "532329102", "--size", "800x600", "-o", picture});
    INFO(drawn.out << drawn.err);
    CHECK(drawn.code == 0);
    CHECK(readAll(picture).starts_with("\x89PNG"));
    CHECK_THAT(drawn.err, !Contains("字体"));
}

TEST_CASE("a map whose font is missing is drawn, and the one used instead is named once",
          "[cli][sample]")
{
    const TemporaryFolder folder;
    const std::string picture = (folder / "高桥.png").string();
    const Outcome drawn =
        run({"env", "GUATU_MAP_FONT=No Such Family", GUATU_PROGRAM, "map", sampleWorkspace(),
             "--unit", "532329102", "--size", "400x300", "-o", picture});
    CHECK(drawn.code == 0);
    CHECK(readAll(picture).starts_with("\x89PNG"));
    const auto first = drawn.err.find("No Such Family");
    REQUIRE(first != std::string::npos);
    CHECK(drawn.err.find("No Such Family", first + 1) == std::string::npos);
}
