// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

#include <xlsxwriter.h>

using namespace guatu::test;
using Catch::Matchers::Contains;

namespace
{

/// A workspace with one village, and what an import into it must never change.
class Workspace
{
public:
    Workspace() : m_file((m_folder / "w.sqlite").string())
    {
        REQUIRE(runGuatu({"new", m_file}).code == 0);
        REQUIRE(runGuatu({"import", m_file,
                          write("units.csv",
                                "code,name\n532300000000,楚雄彝族自治州\n532329000000,武定县\n"
                                "532329102000,高桥镇\n532329102214,小河村民委员会\n"),
                          "--as", "units"})
                    .code == 0);
        m_before = readAll(m_file);
    }

    [[nodiscard]] std::string write(const std::string& name, const std::string& content) const
    {
        return m_folder.write(name, content);
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const
    {
        return m_folder / name;
    }
    [[nodiscard]] const std::string& file() const { return m_file; }
    [[nodiscard]] bool untouched() const { return readAll(m_file) == m_before; }

    [[nodiscard]] Outcome import(const std::string& file, const std::string& kind,
                                 std::vector<std::string> more = {}) const
    {
        std::vector<std::string> words{"import", m_file, file, "--as", kind};
        words.insert(words.end(), more.begin(), more.end());
        return runGuatu(words);
    }

private:
    TemporaryFolder m_folder;
    std::string m_file;
    std::string m_before;
};

/// Refused with a sentence that names the file, and the workspace as it was.
void checkRefused(const Workspace& workspace, const Outcome& outcome, const std::string& name)
{
    INFO(outcome.out << outcome.err);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.out + outcome.err, Contains(name));
    CHECK(workspace.untouched());
}

const std::string square =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
    R"({"code":"532329102214"},"geometry":{"type":"Polygon","coordinates":)";

} // namespace

TEST_CASE("files that hold nothing usable are refused by name", "[cli]")
{
    const Workspace workspace;
    checkRefused(workspace, workspace.import(workspace.write("空.csv", ""), "households"),
                 "空.csv");
    checkRefused(
        workspace,
        workspace.import(workspace.write("图片.csv", readAll(GUATU_PROGRAM).substr(0, 100000)),
                         "households"),
        "图片.csv");
    checkRefused(workspace, workspace.import(workspace.path("没有.csv").string(), "households"),
                 "没有.csv");
    checkRefused(workspace,
                 workspace.import(workspace.write("半个.geojson", square + "[[[102.1,25.5],[102.2"),
                                  "boundaries"),
                 "半个.geojson");
}

TEST_CASE("a GBK ledger declared as UTF-8 is refused, and read when it is recognised", "[cli]")
{
    const Workspace workspace;
    // 户编号,行政村编码 / 5323291022140001,532329102214 in GBK.
    const std::string ledger = workspace.write(
        "台账.csv", "\xbb\xa7\xb1\xe0\xba\xc5,\xd0\xd0\xd5\xfe\xb4\xe5\xb1\xe0\xc2\xeb\n"
                    "5323291022140001,532329102214\n");
    checkRefused(workspace, workspace.import(ledger, "households", {"--encoding", "UTF-8"}),
                 "台账.csv");
    CHECK(workspace.import(ledger, "households").code == 0);
}

TEST_CASE("a shapefile without its .dbf or .prj says what is missing", "[cli]")
{
    const Workspace workspace;
    const std::string source = workspace.write(
        "area.geojson", square + "[[[102.1,25.5],[102.2,25.5],[102.2,25.6],[102.1,25.5]]]}}]}");
    const std::string shape = workspace.path("村界.shp").string();
    REQUIRE(run({"ogr2ogr", "-f", "ESRI Shapefile", shape, source}).code == 0);
    std::filesystem::remove(workspace.path("村界.prj"));
    checkRefused(workspace, workspace.import(shape, "boundaries"), "村界");
    std::filesystem::remove(workspace.path("村界.dbf"));
    checkRefused(workspace, workspace.import(shape, "boundaries", {"--datum", "wgs84"}), "村界");
}

TEST_CASE("monstrous tables are refused before memory runs out", "[cli]")
{
    const Workspace workspace;
    checkRefused(
        workspace,
        workspace.import(workspace.write("大.csv", "code,name\n\"" + std::string(200'000'000, 'x')),
                         "units"),
        "大.csv");
    std::string wide = "code,name";
    for (int column = 0; column < 10'000; ++column)
        wide += ",c" + std::to_string(column);
    checkRefused(workspace, workspace.import(workspace.write("宽.csv", wide + "\n1,2\n"), "units"),
                 "宽.csv");
}

TEST_CASE("a workbook with a title and merged two-row headers is read", "[cli]")
{
    const Workspace workspace;
    const std::string file = workspace.path("台账.xlsx").string();
    lxw_workbook* book = workbook_new(file.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, "汇总");
    worksheet_merge_range(sheet, 0, 0, 0, 4, "高桥镇2020年建档立卡贫困户基本情况台账", nullptr);
    worksheet_merge_range(sheet, 1, 0, 2, 0, "户编号", nullptr);
    worksheet_merge_range(sheet, 1, 1, 1, 2, "所在位置", nullptr);
    worksheet_write_string(sheet, 2, 1, "乡镇", nullptr);
    worksheet_write_string(sheet, 2, 2, "村委会", nullptr);
    worksheet_merge_range(sheet, 1, 3, 2, 3, "家庭人口（人）", nullptr);
    worksheet_merge_range(sheet, 1, 4, 2, 4, "脱贫属性", nullptr);
    worksheet_write_string(sheet, 3, 0, "5323291022140001", nullptr);
    worksheet_write_string(sheet, 3, 1, "高桥镇", nullptr);
    worksheet_write_string(sheet, 3, 2, "小河", nullptr);
    worksheet_write_number(sheet, 3, 3, 4, nullptr);
    worksheet_write_string(sheet, 3, 4, "未脱贫", nullptr);
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);

    const Outcome imported = workspace.import(file, "households");
    INFO(imported.out << imported.err);
    CHECK(imported.code == 0);
    CHECK(run({"spatialite", "-silent", workspace.file(),
               "SELECT hh_code, persons, formal_status FROM household;"})
              .out == "5323291022140001|4|unexited\n");
}

TEST_CASE("a code that stands twice is listed with both rows", "[cli]")
{
    const Workspace workspace;
    const Outcome twice = workspace.import(
        workspace.write("units.csv",
                        "code,name\n532329102215,老滔村委会\n532329102215,海子村委会\n"),
        "units");
    checkRefused(workspace, twice, "532329102215");
    CHECK_THAT(twice.out, Contains("2") && Contains("3"));
}

TEST_CASE("an area that crosses itself is mended and said", "[cli]")
{
    const Workspace workspace;
    const std::string bowTie = workspace.write(
        "村界.geojson",
        square + "[[[102.1,25.5],[102.2,25.6],[102.2,25.5],[102.1,25.6],[102.1,25.5]]]}}]}");
    const Outcome imported = workspace.import(bowTie, "boundaries", {"--datum", "wgs84"});
    INFO(imported.out << imported.err);
    CHECK(imported.code == 0);
    CHECK(run({"spatialite", "-silent", workspace.file(),
               "SELECT ST_IsValid(geom) FROM admin_unit WHERE geom IS NOT NULL;"})
              .out == "1\n");
}

TEST_CASE("when the disk is full the workspace stays as it was", "[cli]")
{
    const Workspace workspace;
    std::string ledger = "户编号,行政村编码\n";
    for (int row = 100000; row < 200000; ++row)
        ledger += "5323291022" + std::to_string(row) + ",532329102214\n";
    const std::string file = workspace.write("台账.csv", ledger);
    const auto size = std::filesystem::file_size(workspace.file());
    const std::string blocks = std::to_string(size / 512 + 256);
    const Outcome full = run(
        {"sh", "-c",
         "trap '' XFSZ; ulimit -f " + blocks + "; exec \"$0\" import \"$1\" \"$2\" --as households",
         GUATU_PROGRAM, workspace.file(), file});
    INFO(full.out << full.err);
    CHECK(full.code == 3);
    CHECK(runGuatu({"info", workspace.file()}).code == 0);
    CHECK(workspace.untouched());
}
