// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

namespace fs = std::filesystem;

const std::string units = "code,name,is_poor_unit\n"
                          "532300000000,楚雄彝族自治州,\n"
                          "532329000000,武定县,1\n"
                          "532329102000,高桥镇,1\n"
                          "532329102214,小河村民委员会,1\n";

// Marks that must never be seen outside the personal-data file.
const std::vector<std::string> marks{"欧阳暗记", "18800009999", "6222000011112222333", "李四暗记",
                                     "53232919870304061X"};

std::string ledger()
{
    std::string text = "户编号,县,乡镇,行政村,家庭人口（人）,脱贫属性,人均纯收入（元）,经度,纬度,"
                       "户主姓名,联系电话,银行账号\n";
    for (int i = 1; i <= 7; ++i)
        text += "532329102214000" + std::to_string(i) +
                ",武定县,高桥镇,小河村委会,4,未脱贫,3612,102.12" + std::to_string(i) + ",25.58" +
                std::to_string(i) + ",欧阳暗记,18800009999," + "6222000011112222333\n";
    return text;
}

/// A workspace whose personal-data file holds the marks.
std::string markedWorkspace(const TemporaryFolder& folder)
{
    std::string file = (folder / "高桥.sqlite").string();
    REQUIRE(runGuatu({"new", file}).code == 0);
    const auto take = [&](const std::string& name, const std::string& text, const char* kind) {
        const Outcome taken = importTable(folder, file, name, text, kind);
        INFO(taken.out << taken.err);
        REQUIRE(taken.code == 0);
    };
    take("units.csv", units, "units");
    take("户.csv", ledger(), "households");
    take("人.csv", "户编号,人编号,姓名,证件号码\n5323291022140001,1,李四暗记,53232919870304061X\n",
         "persons");
    const std::string personal = readAll(folder / "高桥.pii.sqlite");
    for (const std::string& mark : marks)
        REQUIRE(personal.find(mark) != std::string::npos);
    return file;
}

const std::vector<std::string> formats{".gpkg", ".geojson", ".shp",  ".kml",
                                       ".kmz",  ".dxf",     ".xlsx", ".csv"};

/// Every file of a folder, archives unpacked, with the names of the files.
std::string everythingIn(const fs::path& folder)
{
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        all += entry.path().string() + "\n";
        if (!entry.is_regular_file())
            continue;
        all += readAll(entry.path());
        const std::string extension = entry.path().extension().string();
        if (extension == ".xlsx" || extension == ".kmz")
            all += run({"unzip", "-p", entry.path().string()}).out;
    }
    return all;
}

std::set<std::string> namesIn(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

/// The layer of a file as rows of text by column, as GDAL's own tool reads it.
std::vector<std::map<std::string, std::string>> rowsOf(const fs::path& file)
{
    const Outcome read = run({"ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file.string()});
    REQUIRE(read.code == 0);
    std::vector<std::map<std::string, std::string>> rows;
    const Json json = Json::parse(read.out);
    for (const Json& feature : json.at("features")) {
        std::map<std::string, std::string> row;
        for (const auto& [key, value] : feature.at("properties").items())
            row[key] = value.is_string() ? value.get<std::string>() : value.dump();
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

TEST_CASE("no export opens the personal-data file or holds anything of it", "[cli][export]")
{
    const TemporaryFolder folder;
    const std::string workspace = markedWorkspace(folder);
    const fs::path personal = folder / "高桥.pii.sqlite";
    for (const std::string audience : {"internal", "briefing", "field"}) {
        fs::create_directory(folder / audience);
        std::string said;
        // A folder of that name cannot be opened by anybody, the superuser included.
        fs::rename(personal, folder / "kept");
        fs::create_directory(personal);
        for (const std::string& format : formats) {
            const Outcome written =
                runGuatu({"export", workspace, "--layers", "household,boundary-village", "--for",
                          audience, "-o", (folder / audience / ("户" + format)).string()});
            INFO(audience << format << written.err);
            REQUIRE(written.code == 0);
            said += written.out + written.err;
        }
        fs::remove(personal);
        fs::rename(folder / "kept", personal);
        // And the same with the file there.
        for (const std::string& format : formats) {
            const Outcome written =
                runGuatu({"export", workspace, "--layers", "household", "--for", audience, "-o",
                          (folder / audience / ("又" + format)).string()});
            REQUIRE(written.code == 0);
            said += written.out + written.err;
        }
        const std::string all = said + everythingIn(folder / audience);
        for (const std::string& mark : marks) {
            INFO(audience << " " << mark);
            CHECK(all.find(mark) == std::string::npos);
        }
        const bool codes = all.find("5323291022140003") != std::string::npos;
        CHECK(codes == (audience != "briefing"));
    }
}

TEST_CASE("names of heads of households go to the field only when they are asked for",
          "[cli][export]")
{
    const TemporaryFolder folder;
    const std::string workspace = markedWorkspace(folder);
    const auto ask = [&](const char* audience, const char* name) {
        return runGuatu({"export", workspace, "--layers", "household", "--for", audience,
                         "--with-names", "-o", (folder / name).string()});
    };
    REQUIRE(ask("field", "外业.csv").code == 0);
    const std::string names = readAll(folder / "外业.csv");
    CHECK_THAT(names, Contains("户主") && Contains("欧阳暗记"));
    CHECK_THAT(names, !Contains("18800009999") && !Contains("6222000011112222333"));
    for (const char* audience : {"briefing", "public"}) {
        const Outcome refused = ask(audience, "不.csv");
        CHECK(refused.code == 2);
        CHECK_THAT(refused.err, Contains("姓名"));
    }
    CHECK_FALSE(fs::exists(folder / "不.csv"));
    const Outcome open = runGuatu({"export", workspace, "--layers", "household", "--for", "public",
                                   "-o", (folder / "公开.gpkg").string()});
    CHECK(open.code == 2);
    CHECK_THAT(open.err, Contains("公开"));
    CHECK_FALSE(fs::exists(folder / "公开.gpkg"));
}

TEST_CASE("a briefing puts households at a seat that at least five share", "[cli][export]")
{
    const TemporaryFolder folder;
    const fs::path file = folder / "户.geojson";
    REQUIRE(runGuatu({"export", sampleWorkspace(), "--layers", "household", "--unit", "532329102",
                      "--for", "briefing", "-o", file.string()})
                .code == 0);
    std::map<std::string, int> places;
    const Json written = Json::parse(readAll(file));
    for (const Json& feature : written.at("features"))
        if (!feature.at("geometry").is_null())
            ++places[feature.at("geometry").dump()];
    REQUIRE(places.size() > 5);
    for (const auto& [place, count] : places)
        CHECK(count >= 5);
}

TEST_CASE("nothing made of a secret dataset goes out", "[cli][export]")
{
    const TemporaryFolder folder;
    const std::string workspace = markedWorkspace(folder);
    const std::string roads = folder.write(
        "路.csv", "编号,名称,等级,wkt\nX1,密道,县道,\"LINESTRING (102.1 25.5, 102.2 25.6)\"\n");
    const Outcome taken = runGuatu({"import", workspace, roads, "--as", "roads", "--datum",
                                    "cgcs2000", "--secrecy", "secret", "--name", "某涉密路网"});
    INFO(taken.out << taken.err);
    REQUIRE(taken.code == 0);
    const auto export_ = [&](const char* layer, const char* name) {
        return runGuatu({"export", workspace, "--layers", layer, "--for", "internal", "-o",
                         (folder / name).string()});
    };
    const Outcome refused = export_("road", "路.gpkg");
    CHECK(refused.code == 2);
    CHECK_THAT(refused.err, Contains("某涉密路网"));
    CHECK_FALSE(fs::exists(folder / "路.gpkg"));
    CHECK(runGuatu({"export", workspace, "--qgis", "-o", (folder / "图.qgz").string()}).code == 2);
    CHECK(export_("boundary-village", "村.xlsx").code == 0);
    CHECK(runGuatu({"import", workspace, roads, "--as", "roads", "--secrecy", "top"}).code == 2);
}

TEST_CASE("what was exported can be imported again and is the same", "[cli][export]")
{
    const TemporaryFolder folder;
    const std::string workspace = (folder / "示例.sqlite").string();
    fs::copy_file(sampleWorkspace(), workspace);
    const Outcome query =
        runGuatu({"export", workspace, "--layers", "site", "--for", "internal", "-o",
                  (folder / "点.geojson").string(), "--field-names", "keys"});
    INFO(query.err);
    REQUIRE(query.code == 0);
    std::map<std::string, std::map<std::string, std::string>> expected;
    for (auto& row : rowsOf(folder / "点.geojson"))
        expected[row.at("code")] = row;
    REQUIRE(expected.size() > 30);
    for (const std::string format :
         {".gpkg", ".geojson", ".shp", ".kml", ".kmz", ".xlsx", ".csv"}) {
        const fs::path file = folder / ("安置点" + format);
        REQUIRE(runGuatu({"export", workspace, "--layers", "site", "--for", "internal", "-o",
                          file.string()})
                    .code == 0);
        const Outcome again = runGuatu({"import", workspace, file.string(), "--as", "sites",
                                        "--datum", "cgcs2000", "--dry-run"});
        INFO(format << again.out << again.err);
        CHECK(again.code == 0);
        CHECK_THAT(again.out, Contains(std::to_string(expected.size())));
        CHECK_THAT(again.out, Contains("新增 0，更新 0"));
    }
}

TEST_CASE("layers, conditions and queries say what goes out", "[cli][export]")
{
    const TemporaryFolder folder;
    const auto rows = [&](const std::vector<std::string>& words, const char* name) {
        std::vector<std::string> all{"export", sampleWorkspace()};
        all.insert(all.end(), words.begin(), words.end());
        all.insert(all.end(), {"-o", (folder / name).string()});
        const Outcome written = runGuatu(all);
        INFO(written.err);
        REQUIRE(written.code == 0);
        return rowsOf(folder / name);
    };
    // Figures of the campaign plan: 2,903 households remain, of 8,331 persons.
    const auto remaining = rows({"--query", "class = unexited or class = returned", "--for",
                                 "internal", "--field-names", "keys"},
                                "a.gpkg");
    CHECK(remaining.size() == 2903);
    long long persons = 0;
    for (const auto& row : remaining)
        persons += std::stoll(row.at("persons"));
    CHECK(persons == 8331);
    const auto byLayer =
        rows({"--layers", "household", "--where", "class = unexited or class = returned", "--for",
              "internal", "--field-names", "keys"},
             "b.gpkg");
    CHECK(byLayer.size() == 2903);
    // Ten counties as areas, and as seats.
    CHECK(rows({"--layers", "county", "--for", "public"}, "c.gpkg").size() == 10);
    CHECK(rows({"--layers", "county_seat", "--for", "public"}, "d.geojson").size() == 10);
}

TEST_CASE("what cannot be exported is said, and nothing stays behind", "[cli][export]")
{
    const TemporaryFolder folder;
    const auto refused = [&](const std::vector<std::string>& words, const char* name) {
        std::vector<std::string> all{"export", sampleWorkspace()};
        all.insert(all.end(), words.begin(), words.end());
        all.insert(all.end(), {"-o", (folder / name).string()});
        const Outcome outcome = runGuatu(all);
        CHECK(outcome.code == 2);
        CHECK(outcome.err.size() > 10);
        return outcome.err;
    };
    CHECK_THAT(refused({"--layers", "sites"}, "a.gpkg"), Contains("site"));
    CHECK_THAT(refused({"--layers", "site"}, "a.tab"), Contains(".gpkg"));
    CHECK_THAT(refused({"--layers", "site", "--for", "all"}, "a.gpkg"), Contains("briefing"));
    CHECK_THAT(refused({"--layers", "site", "--crs", "EPSG:1"}, "a.gpkg"), Contains("EPSG:1"));
    CHECK_THAT(refused({"--layers", "site", "--crs", "EPSG:4543"}, "a.kml"), Contains("KML"));
    CHECK_THAT(refused({"--layers", "site", "--where", "未销号户 且"}, "a.gpkg"), !Contains("?"));
    CHECK_THAT(refused({"--layers", "site", "--where", "户 且 人口 > 3"}, "a.gpkg"),
               Contains("安置点"));
    CHECK_THAT(refused({"--layers", "site", "--query", "安置点"}, "a.gpkg"), Contains("--query"));
    refused({"--layers", "site"}, "nowhere/a.gpkg");
    refused({}, "a.gpkg");
    CHECK(namesIn(folder.path()).empty());
    folder.write("a.gpkg", "mine");
    CHECK_THAT(refused({"--layers", "site"}, "a.gpkg"), Contains("a.gpkg"));
    CHECK(readAll(folder / "a.gpkg") == "mine");
}

TEST_CASE("a pack holds lists, sentences and slides with the numbers of the report",
          "[cli][export]")
{
    const TemporaryFolder folder;
    const fs::path output = folder / "材料";
    const std::vector<std::string> words{"pack", sampleWorkspace(), "special", "--unit", "武定县",
                                         "-o",   output.string()};
    const Outcome made = runGuatu(words);
    INFO(made.err);
    REQUIRE(made.code == 0);
    const std::string title = "武定县决战决胜脱贫攻坚百日总攻行动专题报告";
    const std::string stem = title + "-";
    CHECK(namesIn(output) == std::set<std::string>{title + ".pdf", stem + "附表.xlsx",
                                                   stem + "文字材料.docx", stem + "汇报片.pptx"});
    // The total of the report for the same unit.
    const Outcome report =
        runGuatu({"status", sampleWorkspace(), "--unit", "武定县", "--format", "json"});
    long long households = 0, persons = 0;
    for (const Json& row : Json::parse(report.out)) {
        households += row.at("remaining_households").get<long long>();
        persons += row.at("remaining_persons").get<long long>();
    }
    const auto said = [](long long number) {
        return number < 1000 ? std::to_string(number)
                             : std::to_string(number / 1000) + "," +
                                   std::to_string(number % 1000 + 1000).substr(1);
    };
    const std::string sentence = said(households) + "户" + said(persons) + "人";
    const std::string document =
        run({"unzip", "-p", (output / (stem + "文字材料.docx")).string(), "word/document.xml"}).out;
    CHECK_THAT(document, Contains("剩余贫困人口" + sentence));
    const std::string slides =
        run({"unzip", "-p", (output / (stem + "汇报片.pptx")).string(), "ppt/slides/slide1.xml"})
            .out;
    CHECK_THAT(slides, Contains(sentence));
    CHECK(runGuatu(words).code == 2); // the files are there
    CHECK(runGuatu({"pack", sampleWorkspace(), "weekly", "-o", output.string()}).code == 2);
}

TEST_CASE("a browser opens the page with a map", "[cli][export]")
{
    const TemporaryFolder folder;
    const fs::path page = folder / "武定.html";
    REQUIRE(runGuatu({"export", sampleWorkspace(), "--layers", "village-status,site", "--unit",
                      "武定县", "--for", "briefing", "-o", page.string()})
                .code == 0);
    const Outcome shown =
        run({"chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--virtual-time-budget=5000", "--dump-dom", "file://" + page.string()});
    CHECK_THAT(shown.out, Contains("class=\"layer\"") && Contains("内部使用 不得公开"));
}

TEST_CASE("layers carry their own fields, flows too, and say why they hold nothing",
          "[cli][export]")
{
    const TemporaryFolder folder;
    const auto made = [&](const char* layer, const char* name) {
        return runGuatu({"export", sampleWorkspace(), "--layers", layer, "--unit", "武定县",
                         "--for", "briefing", "-o", (folder / name).string()});
    };
    REQUIRE(made("village-status", "a.csv").code == 0);
    const std::string villages = readAll(folder / "a.csv");
    const std::string header = villages.substr(0, villages.find('\n'));
    // The list's columns, and what only the layer knows; nothing twice.
    for (const char* column : {"剩余户", "已销号占比", "未核实户", "正式名单"})
        CHECK_THAT(header, Contains(column));
    CHECK(header.find("名称") == header.rfind("名称"));
    CHECK(villages.find("voronoi") == std::string::npos); // words, not codes
    const Outcome flows = made("relocation-flow", "b.geojson");
    INFO(flows.err);
    REQUIRE(flows.code == 0);
    CHECK_THAT(readAll(folder / "b.geojson"), Contains("LineString"));
    const Outcome change = made("change", "c.csv");
    CHECK(change.code == 2);
    CHECK_THAT(change.err, Contains("guatu changes"));
    // Flows are of households: the public sees none.
    CHECK(runGuatu({"export", sampleWorkspace(), "--layers", "relocation-flow", "--for", "public",
                    "-o", (folder / "d.geojson").string()})
              .code == 2);
}
