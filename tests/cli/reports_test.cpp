// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

Json rowsOf(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"--format", "json"});
    const Outcome outcome = runGuatu(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK(outcome.err.empty());
    Json rows = Json::parse(outcome.out);
    REQUIRE(rows.is_array());
    for (const Json& row : rows) {
        REQUIRE(row.is_object());
        for (const Json& cell : row)
            CHECK_FALSE(cell.is_structured());
    }
    return rows;
}

long long sumOf(const Json& rows, const char* key)
{
    long long sum = 0;
    for (const Json& row : rows)
        sum += row.at(key).get<long long>();
    return sum;
}

} // namespace

// Figures of the campaign plan (楚贫组发〔2020〕8号), line numbers as the plan's.
TEST_CASE("status adds up to the plan's remaining poor over ten counties", "[cli][report]")
{
    const Json counties = rowsOf({"status", sampleWorkspace()});
    CHECK(counties.size() == 10);
    CHECK(sumOf(counties, "remaining_households") == 2903);
    CHECK(sumOf(counties, "remaining_persons") == 8331);
    for (const char* key : {"code", "name", "incidence_percent", "households", "cleared_households",
                            "uncleared_households", "unknown_households", "cleared_percent",
                            "unknown_percent", "open_problems"})
        CHECK(counties[0].contains(key));
    const Outcome table = runGuatu({"status", sampleWorkspace()});
    CHECK_THAT(table.out, Contains("武定县") && Contains("合计") && Contains("8,331"));
    const Outcome english = runGuatu({"--language", "en", "status", sampleWorkspace()});
    CHECK_THAT(english.out, Contains("remaining persons") && Contains("total") &&
                                Contains("8,331") && !Contains("合计"));
}

TEST_CASE(
    "the lists are the plan's: 3 of the prefecture, in 武定 3 townships, 10 villages, 10 sites",
    "[cli][report]")
{
    const Json rows = rowsOf({"list", sampleWorkspace()});
    std::set<std::string> prefecture;
    std::map<std::string, std::set<std::string>> county; // of the official lists, by subject
    std::vector<std::string> ruleOnly;
    for (const Json& row : rows) {
        const std::string code = row.at("code");
        const std::string basis = row.at("basis");
        CHECK(std::set<std::string>{"official", "rule", "both", "cannot_tell"}.contains(basis));
        for (const char* key : {"subject_type", "name", "issuer", "rule", "value", "limit"})
            CHECK(row.contains(key));
        if (basis == "rule")
            ruleOnly.push_back(row.at("subject_type"));
        if (basis != "official" && basis != "both")
            continue;
        if (row.at("issuer") == "prefecture")
            prefecture.insert(code);
        else if (row.at("issuer") == "county")
            county[row.at("subject_type")].insert(code);
    }
    CHECK(prefecture.size() == 3);
    CHECK(county["town"].size() == 3);
    CHECK(county["village"].size() == 10);
    CHECK(county["site"].size() == 10);
    CHECK(ruleOnly == std::vector<std::string>{"village"});
    CHECK(rowsOf({"list", sampleWorkspace(), "--difference"}).size() >= 1);
}

TEST_CASE("formats are right: BOM in CSV, places in GeoJSON, sheets in XLSX", "[cli][report]")
{
    const TemporaryFolder folder;
    const Outcome csv = runGuatu({"list", sampleWorkspace(), "--format", "csv"});
    CHECK(csv.out.starts_with("\xEF\xBB\xBF对象类型,编码,"));
    CHECK_THAT(csv.out, Contains("\r\n"));

    const std::string geojson = (folder / "挂牌.geojson").string();
    CHECK(runGuatu({"list", sampleWorkspace(), "-o", geojson}).code == 0);
    const Json places = Json::parse(readAll(geojson));
    CHECK(places["type"] == "FeatureCollection");
    const double lon = places["features"][0]["geometry"]["coordinates"][0];
    CHECK((lon > 100 && lon < 103)); // 楚雄

    const std::string workbook = (folder / "专题报告.xlsx").string();
    const Outcome report =
        runGuatu({"report", sampleWorkspace(), "special", "--unit", "武定县", "-o", workbook});
    INFO(report.err);
    CHECK(report.code == 0);
    const Outcome sheets = run({"ogrinfo", "-ro", "-q", workbook});
    CHECK_THAT(sheets.out, Contains("销号进度") && Contains("挂牌名单与规则差异") &&
                               Contains("问题整改清零率") && Contains("村出列卡") &&
                               Contains("到期与逾期"));
}

TEST_CASE("the briefing table is written to a workbook and its villages add up", "[cli][report]")
{
    const TemporaryFolder folder;
    const std::string workbook = (folder / "汇报.xlsx").string();
    CHECK(runGuatu({"report", sampleWorkspace(), "briefing", "-o", workbook}).code == 0);
    CHECK(readAll(workbook).starts_with("PK"));
    const Json rows = rowsOf({"report", sampleWorkspace(), "briefing", "--table", "briefing"});
    long long counties = 0;
    long long villages = 0;
    for (const Json& row : rows) {
        if (row.at("code").is_null())
            continue;
        const std::string code = row.at("code");
        if (code.ends_with("000000"))
            counties += row.at("remaining_persons").get<long long>();
        else if (!code.ends_with("000"))
            villages += row.at("remaining_persons").get<long long>();
    }
    CHECK(counties == 8331);
    CHECK(villages == 8331);
}

TEST_CASE("why answers for a unit by name or code, in both languages", "[cli][report]")
{
    const Outcome county = runGuatu({"why", sampleWorkspace(), "武定县"});
    INFO(county.err);
    CHECK(county.code == 0);
    CHECK_THAT(county.out, Contains("武定县") && Contains("未销号"));
    const Outcome english =
        runGuatu({"why", sampleWorkspace(), "532329", "--language", "en", "--depth", "1"});
    CHECK(english.code == 0);
    CHECK_THAT(english.out, Contains("武定县") && Contains("cleared"));
    const Json tree = rowsOf({"why", sampleWorkspace(), "武定县", "--depth", "1"});
    CHECK(tree[0].at("depth") == 0);
    CHECK(tree.size() > 1);
}

TEST_CASE("wrong arguments are named, and nothing is written", "[cli][report]")
{
    const TemporaryFolder folder;
    const std::string workspace = sampleWorkspace();
    const Outcome date = runGuatu({"status", workspace, "--as-of", "2020-02-30"});
    CHECK(date.code == 2);
    CHECK_THAT(date.err, Contains("2020-02-30"));
    const Outcome unit = runGuatu({"status", workspace, "--unit", "大村"});
    CHECK(unit.code == 2);
    CHECK(runGuatu({"status", workspace, "--format", "pdf"}).code == 2);
    CHECK(runGuatu({"status", workspace, "--format", "xlsx"}).code == 2);
    CHECK(runGuatu({"status", workspace, "-o", (folder / "a.doc").string()}).code == 2);
    CHECK(runGuatu({"status", workspace, "-o", workspace, "--force"}).code == 2);
    CHECK(runGuatu({"status", workspace, "-o", workspace, "--format", "csv", "--force"}).code == 2);
    CHECK(runGuatu({"report", workspace, "nonsense"}).code == 2);
    CHECK(runGuatu({"why", workspace, "没有这个地方"}).code == 2);
    CHECK(runGuatu({"changes", workspace, "2020-06-30", "2020-04-17"}).code == 2);
    CHECK(runGuatu({"list", (folder / "没有.sqlite").string()}).code == 3);
    CHECK(std::filesystem::is_empty(folder.path()));

    const std::string kept = folder.write("a.csv", "重要");
    CHECK(runGuatu({"status", workspace, "-o", kept}).code == 2);
    CHECK(readAll(kept) == "重要");
    CHECK(runGuatu({"status", workspace, "-o", kept, "--force"}).code == 0);
    CHECK(readAll(kept).starts_with("\xEF\xBB\xBF"));
}

TEST_CASE("each reading command shows an example in its help", "[cli][report]")
{
    for (const char* command : {"status", "why", "list", "changes", "report"}) {
        INFO(command);
        CHECK_THAT(runGuatu({command, "--help"}).out, Contains("例：guatu"));
        CHECK_THAT(runGuatu({command, "--help", "--language", "en"}).out,
                   Contains("Example: guatu"));
    }
}

TEST_CASE("a list in a file holds what its reader may see", "[cli][report]")
{
    const TemporaryFolder folder;
    const auto written = [&](const char* name, const char* audience) {
        std::vector<std::string> words{
            "report", sampleWorkspace(),       "households", "--unit", "武定县",
            "-o",     (folder / name).string()};
        if (audience != nullptr)
            words.insert(words.end(), {"--for", audience});
        return runGuatu(words);
    };
    // The campaign of the sample says `briefing` for what leaves the office: no household is named.
    const Outcome briefing = written("a.csv", nullptr);
    INFO(briefing.err);
    REQUIRE(briefing.code == 0);
    CHECK_THAT(briefing.err, Contains("--for internal"));
    CHECK(written("b.csv", "internal").code == 0);
    const auto header = [&](const char* name) {
        const std::string all = readAll(folder / name);
        return all.substr(0, all.find('\n'));
    };
    CHECK_THAT(header("b.csv"), Contains("户编号"));
    CHECK_THAT(header("a.csv"), !Contains("户编号"));
    CHECK(written("c.csv", "public").code == 2);
    CHECK_FALSE(std::filesystem::exists(folder / "c.csv"));
    CHECK(written("d.csv", "everybody").code == 2);
}

TEST_CASE("lists of gaps, journeys and changes are masked in files, too", "[cli][report]")
{
    const TemporaryFolder folder;
    const auto written = [&](std::vector<std::string> words, const char* audience) {
        words.insert(words.end(), {"--for", audience, "--force", "--language", "en", "-o",
                                   (folder / "list.json").string()});
        return runGuatu(words);
    };
    const std::string sample = sampleWorkspace();
    const std::vector<std::string> ofHouseholds{"gaps",   sample,   "--service",
                                                "clinic", "--unit", "532329102"};
    // The office sees all: no column of any list is one that nobody thought of.
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             ofHouseholds,
             {"gaps", sample, "--service", "clinic", "--unit", "532329102", "--by", "village"},
             {"gaps", sample, "--service", "clinic", "--unit", "532329102", "--grain", "village"},
             {"gaps", sample, "--service", "clinic", "--unit", "532329102", "--new",
              "532329102214"},
             {"siting", sample, "--service", "clinic", "--unit", "532329102"},
             {"coverage", sample, "--service", "clinic", "--unit", "532329102"},
             {"coverage", sample, "--service", "school", "--unit", "532329102", "--seats"},
             {"reach", sample, "532329102214"},
             {"reach", sample, "532329102214", "--as", "areas"},
             {"reach", sample, "532329102214", "--as", "network"},
             {"reach", sample, "532329102214", "--as", "off-network"},
             {"sites", sample, "--unit", "532329"},
             {"clusters", sample, "--unit", "532329102", "--table", "cluster_households"},
             {"changes", sample, "2020-05-01", "2020-05-30", "--table", "changes"}}) {
        INFO(words[0] << " " << words.back());
        const Outcome all = written(words, "internal");
        INFO(all.err);
        CHECK(all.code == 0);
        CHECK_THAT(all.err, !Contains("left out"));
    }
    const Outcome briefing = written(ofHouseholds, "briefing");
    CHECK(briefing.code == 0);
    CHECK_THAT(briefing.err, Contains("left out"));
    const Json rows = Json::parse(readAll(folder / "list.json"));
    REQUIRE_FALSE(rows.empty());
    CHECK_FALSE(rows[0].contains("household"));
    CHECK(rows[0].contains("verdict"));
    CHECK(written(ofHouseholds, "public").code == 2);
    CHECK(written({"changes", sample, "2020-05-01", "2020-05-30", "--table", "changes"}, "public")
              .code == 2);
}
