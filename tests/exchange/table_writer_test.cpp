// SPDX-License-Identifier: MIT
#include "exchange/table_writer.h"

#include "core/error.h"
#include "exchange/fixtures.h"
#include "exchange/whole_file.h"
#include "support/catch.h"

#include <gdal_priv.h>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>

#include <fstream>

using namespace guatu;
using namespace guatu::exchange;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

/// A town with two villages: a value, an unknown one, a text that looks like a formula.
Table units()
{
    Table table("units", {"各村情况", "Villages"},
                {{"code", {"编码", "Code"}},
                 {"name", {"名称", "Name"}},
                 {"remaining_persons", {"剩余人口", "Remaining persons"}, ColumnKind::Integer},
                 {"incidence_percent", {"贫困发生率", "Incidence"}, ColumnKind::Percent},
                 {"clear", {"销号", "Closure"}, ColumnKind::Word},
                 {"due", {"期限", "Due"}, ColumnKind::Date}});
    const Word uncleared{"uncleared", {"未销号", "uncleared"}};
    table.addNote({"截止 2020-04-17", "as of 2020-04-17"});
    table.addRow({std::string("532329102000"), std::string("高桥镇"), std::int64_t{1234}, 2.41,
                  uncleared, *Date::fromYmd(2020, 6, 30)});
    table.addRow({std::string("532329102214"), std::string("小河村委会"), Unknown{}, Unknown{},
                  uncleared, Blank{}},
                 1);
    table.addRow({std::string("532329102215"), std::string("=1+1"), std::int64_t{0}, 0.0, uncleared,
                  Blank{}},
                 1);
    table.setTotal({std::string("合计"), Blank{}, std::int64_t{1234}, 2.41, Blank{}, Blank{}});
    GeometryColumn places(GeometryType::Point);
    places.addPoint({102.1, 25.6});
    places.addPoint({102.12345678, 25.5});
    places.addPoint({});
    table.setGeometry(std::move(places));
    return table;
}

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t filesIn(const std::filesystem::path& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

GDALDatasetUniquePtr readBack(const std::filesystem::path& file)
{
    GDALAllRegister();
    return GDALDatasetUniquePtr(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
}

} // namespace

TEST_CASE("a terminal table lines up by the width of its glyphs", "[exchange][table]")
{
    CHECK(textOf(units(), Language::Chinese) ==
          "各村情况\n"
          "截止 2020-04-17\n"
          "编码            名称        剩余人口  贫困发生率  销号    期限\n"
          "──────────────  ──────────  ────────  ──────────  ──────  ──────────\n"
          "532329102000    高桥镇         1,234      2.41 %  未销号  2020-06-30\n"
          "  532329102214  小河村委会    未核实      未核实  未销号\n"
          "  532329102215  =1+1               0      0.00 %  未销号\n"
          "──────────────  ──────────  ────────  ──────────  ──────  ──────────\n"
          "合计                           1,234      2.41 %\n");
    CHECK(textOf(Table("t", {"表", "Table"}, {{"a", {}}}), Language::English) == "Table\n(none)\n");
}

TEST_CASE("CSV opens in Excel: BOM, CRLF, quotes, no formulas, unknown is empty",
          "[exchange][table]")
{
    CHECK(csvOf(units(), Language::English) ==
          "\xEF\xBB\xBF"
          "Code,Name,Remaining persons,Incidence (%),Closure,Due\r\n"
          "532329102000,高桥镇,1234,2.41,uncleared,2020-06-30\r\n"
          "532329102214,小河村委会,,,uncleared,\r\n"
          "532329102215,'=1+1,0,0.00,uncleared,\r\n"
          "合计,,1234,2.41,,\r\n");

    Table texts("t", {}, {{"a", {"甲,乙", ""}}});
    for (const char* text : {"说“好”, \"是\"", "两\n行", "-", "-1 且有余", "＝SUM(A1)", "@x"})
        texts.addRow({std::string(text)});
    CHECK(csvOf(texts, Language::Chinese) ==
          "\xEF\xBB\xBF\"甲,乙\"\r\n\"说“好”, \"\"是\"\"\"\r\n\"两\n行\"\r\n-\r\n'-1 "
          "且有余\r\n'＝SUM(A1)\r\n'@x\r\n");
}

TEST_CASE("JSON is an array of flat objects with stable keys", "[exchange][table]")
{
    const std::vector tables{units()};
    const Json rows = Json::parse(jsonOf(tables, Language::Chinese));
    REQUIRE(rows.is_array());
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == Json{{"code", "532329102000"},
                          {"name", "高桥镇"},
                          {"remaining_persons", 1234},
                          {"incidence_percent", 2.41},
                          {"clear", "uncleared"},
                          {"due", "2020-06-30"}});
    CHECK(rows[1]["remaining_persons"].is_null());
    CHECK(rows[1]["incidence_percent"].is_null());
    CHECK(rows[2]["name"] == "=1+1");

    const std::vector two{units(), units()};
    const Json both = Json::parse(jsonOf(two, Language::English));
    CHECK(both.size() == 6);
    CHECK(both[0]["table"] == "units");
    const std::vector<Table> none{Table("t", {}, {{"a", {}}})};
    CHECK(Json::parse(jsonOf(none, Language::English)) == Json::array());
}

TEST_CASE("GeoJSON is read by GIS programs with its places and properties", "[exchange][table]")
{
    const test::TempFolder folder;
    const std::filesystem::path file = folder.path() / "村.geojson";
    const std::vector tables{units()};
    writeTables({.file = file, .format = TableFormat::GeoJson}, tables, Language::Chinese);
    const auto dataset = readBack(file);
    REQUIRE(dataset);
    OGRLayer* layer = dataset->GetLayer(0);
    CHECK(std::string(layer->GetName()) == "units");
    REQUIRE(layer->GetFeatureCount() == 3);
    const OGRFeatureUniquePtr first(layer->GetNextFeature());
    const OGRFeatureUniquePtr second(layer->GetNextFeature());
    const OGRFeatureUniquePtr third(layer->GetNextFeature());
    CHECK(first->GetGeometryRef()->toPoint()->getX() == Approx(102.1));
    CHECK(first->GetFieldAsInteger("remaining_persons") == 1234);
    CHECK(second->IsFieldNull(second->GetFieldIndex("remaining_persons")));
    CHECK(second->GetGeometryRef()->toPoint()->getX() == Approx(102.1234568).epsilon(1e-12));
    CHECK(third->GetGeometryRef() == nullptr);

    const Table placeless("t", {"表", "Table"}, {{"a", {}}});
    CHECK_THROWS_AS(geoJsonOf(placeless, Language::English), Error);
}

TEST_CASE("GeoJSON keeps parts and holes of areas apart", "[exchange][table]")
{
    Table table("areas", {}, {{"a", {}}});
    table.addRow({std::string("x")});
    GeometryColumn areas(GeometryType::Polygon);
    areas.addPart(std::vector<Point>{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}});
    areas.addPart(std::vector<Point>{{1, 1}, {1, 2}, {2, 2}, {2, 1}, {1, 1}});
    areas.addPart(std::vector<Point>{{6, 0}, {7, 0}, {7, 1}, {6, 1}, {6, 0}});
    areas.endFeature();
    table.setGeometry(std::move(areas));
    const Json geometry =
        Json::parse(geoJsonOf(table, Language::English))["features"][0]["geometry"];
    CHECK(geometry["type"] == "MultiPolygon");
    REQUIRE(geometry["coordinates"].size() == 2);
    CHECK(geometry["coordinates"][0].size() == 2);
    CHECK(geometry["coordinates"][1].size() == 1);
}

TEST_CASE("a workbook comes back as it was: text stays text, figures are figures",
          "[exchange][table]")
{
    const test::TempFolder folder;
    const std::filesystem::path file = folder.path() / "表.xlsx";
    const std::vector tables{units(), units()};
    writeTables({.file = file, .overwrite = false, .workbook = {.titleBlock = false}}, tables,
                Language::Chinese);
    const auto dataset = readBack(file);
    REQUIRE(dataset);
    REQUIRE(dataset->GetLayerCount() == 2);
    OGRLayer* sheet = dataset->GetLayer(0);
    CHECK(std::string(sheet->GetName()) == "各村情况");
    CHECK(std::string(dataset->GetLayer(1)->GetName()) == "各村情况 2");
    CHECK(sheet->GetFeatureCount() == 4);
    CHECK(sheet->GetLayerDefn()->GetFieldIndex("剩余人口") == 2);
    const OGRFeatureUniquePtr town(sheet->GetNextFeature());
    const OGRFeatureUniquePtr village(sheet->GetNextFeature());
    const OGRFeatureUniquePtr formula(sheet->GetNextFeature());
    CHECK(std::string(town->GetFieldAsString("编码")) == "532329102000");
    CHECK(town->GetFieldAsDouble("剩余人口") == 1234);
    CHECK(town->GetFieldAsDouble("贫困发生率") == Approx(0.0241)); // as Excel keeps 2.41 %
    CHECK_THAT(town->GetFieldAsString("期限"), Contains("2020/06/30"));
    CHECK(std::string(village->GetFieldAsString("剩余人口")) == "未核实");
    CHECK(std::string(formula->GetFieldAsString("名称")) == "=1+1");
}

TEST_CASE("sheet names are what Excel accepts", "[exchange][table]")
{
    const std::vector<std::string> titles{
        "[村]出列:情况*?/\\", "", "'引号'", "History", "户", "户", std::string(40, 'a'),
        std::string(40, 'A')};
    CHECK(sheetNames(titles) ==
          std::vector<std::string>{"-村-出列-情况----", "-", "引号", "History 2", "户", "户 2",
                                   std::string(31, 'a'), std::string(29, 'A') + " 2"});
}

TEST_CASE("a file is written whole or not at all, and never over another unasked",
          "[exchange][table]")
{
    const test::TempFolder folder;
    const std::filesystem::path file = folder.path() / "a.csv";
    const std::vector tables{units()};
    const TableFile csv{.file = file, .format = TableFormat::Csv};
    writeTables(csv, tables, Language::English);
    const std::string before = contentOf(file);
    CHECK(before == csvOf(units(), Language::English));

    CHECK_THROWS_AS(writeTables(csv, tables, Language::Chinese), Error);
    CHECK(contentOf(file) == before);
    TableFile forced = csv;
    forced.overwrite = true;
    writeTables(forced, tables, Language::Chinese);
    CHECK(contentOf(file) == csvOf(units(), Language::Chinese));

    const std::vector two{units(), units()};
    forced.format = TableFormat::GeoJson; // holds one table: nothing is written
    CHECK_THROWS_AS(writeTables(forced, two, Language::Chinese), Error);
    CHECK(filesIn(folder.path()) == 1);
    { // given up half-way
        const WholeFile given(folder.path() / "b.csv", false);
        std::ofstream(given.path()) << "half";
    }
    CHECK(filesIn(folder.path()) == 1);
    CHECK_THROWS_AS(
        writeTables({.file = folder.path() / "no" / "a.xlsx"}, tables, Language::Chinese), Error);
    CHECK_THROWS_AS(writeTables({.file = folder.path()}, tables, Language::Chinese), Error);
}

TEST_CASE("formats go by their words and by extension", "[exchange][table]")
{
    CHECK(tableFormatFromString("xlsx") == TableFormat::Workbook);
    CHECK(tableFormatFromString("table") == TableFormat::Text);
    CHECK_FALSE(tableFormatFromString("pdf"));
    CHECK(tableFormatOf("a/b.GeoJSON") == TableFormat::GeoJson);
    CHECK_FALSE(tableFormatOf("a.sqlite"));
}
