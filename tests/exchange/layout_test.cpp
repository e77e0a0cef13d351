// SPDX-License-Identifier: MIT
// The layouts that offices hold, as domain knowledge lists them.
#include "exchange/column_mapper.h"

#include "core/error.h"
#include "core/text.h"
#include "exchange/header_finder.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <fstream>
#include <sstream>

using namespace guatu;
using namespace guatu::exchange;
using Fields = std::map<std::string, std::string>;

namespace
{

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> result;
    for (const std::string_view word : split(text, ' '))
        result.emplace_back(word);
    return result;
}

/// header: field, of the columns that are imported.
Fields mapped(std::string_view headers, EntityKind kind, bool cutNames = false)
{
    Fields fields;
    for (const auto& entry : mapColumns(words(headers), kind, Lexicon::load(), cutNames).entries)
        if (!entry.field.empty())
            fields[entry.header] = entry.field;
    return fields;
}

std::vector<SourceRow> rows(const std::vector<std::vector<std::string>>& cells)
{
    std::vector<SourceRow> result;
    for (const auto& row : cells)
        result.push_back({result.size() + 1, row});
    return result;
}

std::string readText(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

constexpr std::string_view personSheet =
    "省 市 县 乡(镇) 行政村 自然村(组) 户编号 人编号 姓名 证件号码 人数 与户主关系 民族 文化程度 "
    "在校生状况 健康状况 劳动技能 务工状况 务工时间 参加大病医疗 脱贫属性 脱贫年度 贫困户属性 "
    "主要致贫原因 危房户 饮水安全 饮水困难 人均纯收入 联系电话";

} // namespace

TEST_CASE("the sheet with one row a person gives households", "[exchange]")
{
    const Fields fields = mapped(personSheet, EntityKind::Household);
    CHECK(fields == Fields{{"县", "county"},
                           {"乡(镇)", "town"},
                           {"行政村", "village"},
                           {"自然村(组)", "group"},
                           {"户编号", "hh_code"},
                           {"人编号", "p_code"},
                           {"姓名", "member_name"},
                           {"人数", "persons"},
                           {"与户主关系", "relation"},
                           {"脱贫属性", "formal_status"},
                           {"脱贫年度", "exit_year"},
                           {"贫困户属性", "special"},
                           {"主要致贫原因", "cause_main"},
                           {"饮水困难", "water_hard"},
                           {"人均纯收入", "income_pc"},
                           {"联系电话", "phone"}});
    CHECK(
        missingFields(mapColumns(words(personSheet), EntityKind::Household, Lexicon::load(), false),
                      EntityKind::Household)
            .empty());
}

TEST_CASE("the sheet with one row a person gives persons", "[exchange]")
{
    const Fields fields = mapped(personSheet, EntityKind::Person);
    CHECK(fields.at("人编号") == "p_code");
    CHECK(fields.at("户编号") == "hh_code");
    CHECK(fields.at("证件号码") == "id_no");
    CHECK(fields.at("姓名") == "name");
    CHECK(fields.at("务工时间") == "work_months");
    CHECK(fields.at("参加大病医疗") == "critins");
    CHECK(fields.at("在校生状况") == "student_state");
    CHECK_FALSE(fields.contains("脱贫属性"));
}

TEST_CASE("national field ids are headers like any other", "[exchange]")
{
    CHECK(mapped("AAC001 AAD001 AAC007 AAC322 AAC999", EntityKind::Household) ==
          Fields{{"AAC001", "hh_code"},
                 {"AAD001", "origin_unit"},
                 {"AAC007", "cause_main"},
                 {"AAC322", "house_grade"}});
    CHECK(mapped("AAC001 AAB004", EntityKind::Person) ==
          Fields{{"AAC001", "hh_code"}, {"AAB004", "id_no"}});
    CHECK(mapped("AAD001 AAD005 AAD010 AAR101 AAR102", EntityKind::Unit) ==
          Fields{{"AAD001", "code"},
                 {"AAD005", "households"},
                 {"AAD010", "persons"},
                 {"AAR101", "lon"},
                 {"AAR102", "lat"}});
}

TEST_CASE("the monitoring sheet of 2021 and later is known", "[exchange]")
{
    CHECK(
        mapped("户编号 户类型 监测对象类别 致贫/返贫风险1 识别监测时间 风险是否已消除 消除监测时间 "
               "整户无劳动能力兜底保障户 享受低保政策情况",
               EntityKind::Household) == Fields{{"户编号", "hh_code"},
                                                {"户类型", "hh_class"},
                                                {"监测对象类别", "watch"},
                                                {"致贫/返贫风险1", "cause_main"},
                                                {"识别监测时间", "watch_from"},
                                                {"风险是否已消除", "risk_cleared"},
                                                {"消除监测时间", "watch_cleared_on"},
                                                {"整户无劳动能力兜底保障户", "no_labour"},
                                                {"享受低保政策情况", "dibao"}});
}

TEST_CASE("width, blanks, stars and bracketed units make no difference", "[exchange]")
{
    for (const char* header :
         {"人均纯收入（元）", "*人均 纯收入", "人均纯收入(元/年)", "人均纯收入："}) {
        const ColumnMapping mapping =
            mapColumns({header}, EntityKind::Household, Lexicon::load(), false);
        CHECK(mapping.entries.front().field == "income_pc");
    }
    CHECK(mapped("ＨＨ_ＣＯＤＥ Village_Code PERSONS", EntityKind::Household).size() == 3);
}

TEST_CASE("of two columns for one field the better known wins", "[exchange]")
{
    const Fields fields = mapped("id ext_id name ext_name", EntityKind::Unit);
    CHECK(fields == Fields{{"ext_id", "code"}, {"ext_name", "name"}});
}

TEST_CASE("names that a DBF cut off are completed when only one field fits", "[exchange]")
{
    CHECK(mapped("行政区 主要致 人均纯收", EntityKind::Household, true) ==
          Fields{{"行政区", "origin_unit"}, {"主要致", "cause_main"}, {"人均纯收", "income_pc"}});
    CHECK(mapped("主要致", EntityKind::Household, false).empty());
}

TEST_CASE("a header is found below title rows", "[exchange]")
{
    const auto place = findHeader(rows({{"武定县高桥镇建档立卡户花名册", "", "", ""},
                                        {"填报单位：高桥镇", "", "2020年4月", ""},
                                        {"序号", "户编号", "行政村", "人数"},
                                        {"1", "001", "小河村", "4"}}),
                                  EntityKind::Household, Lexicon::load());
    REQUIRE(place);
    CHECK(place->rows == std::vector<std::size_t>{2});
    CHECK(place->headers == words("序号 户编号 行政村 人数"));
}

TEST_CASE("a header of two merged rows is joined", "[exchange]")
{
    const auto place = findHeader(rows({{"花名册"},
                                        {"户编号", "行政村", "饮水", "", "住房等级"},
                                        {"", "", "水量达标", "水质达标", ""},
                                        {"001", "小河村", "是", "否", "A"}}),
                                  EntityKind::Household, Lexicon::load());
    REQUIRE(place);
    CHECK(place->rows == std::vector<std::size_t>{1, 2});
    CHECK(place->headers == words("户编号 行政村 饮水/水量达标 饮水/水质达标 住房等级"));
    const ColumnMapping mapping =
        mapColumns(place->headers, EntityKind::Household, Lexicon::load(), false);
    CHECK(mapping.entries[2].field == "w_quantity");
    CHECK(mapping.entries[3].field == "w_quality");
}

TEST_CASE("a table of texts only keeps its first row as header", "[exchange]")
{
    const auto place = findHeader(rows({{"户编号", "行政村", "脱贫属性"},
                                        {"甲一", "小河村", "未脱贫"},
                                        {"甲二", "大村", "已脱贫"}}),
                                  EntityKind::Household, Lexicon::load());
    REQUIRE(place);
    CHECK(place->rows == std::vector<std::size_t>{0});
    const auto unknown = findHeader(rows({{"标题"}, {"甲", "乙", "丙"}, {"1", "2", "3"}}),
                                    EntityKind::Household, Lexicon::load());
    REQUIRE(unknown);
    CHECK(unknown->rows == std::vector<std::size_t>{1});
    CHECK_FALSE(findHeader(rows({{"1", "2"}, {"3", "4"}}), EntityKind::Household, Lexicon::load()));
}

TEST_CASE("a mapping is saved, edited and fitted to the same layout again", "[exchange]")
{
    ColumnMapping mapping =
        mapColumns(words("户编号 行政村 备用"), EntityKind::Household, Lexicon::load(), false);
    mapping.entries[2].field = "cause_main";
    const ColumnMapping read = ColumnMapping::fromJson(mapping.toJson(), "mapping.json");
    CHECK(read.toJson() == mapping.toJson());
    CHECK(read.layout == layoutOf(words("户编号 行政村　 备用（个）")));
    // Columns that moved are found by their headers.
    const ColumnMapping moved =
        fitMapping(read, words("备用 户编号 行政村"), EntityKind::Household);
    CHECK(moved.entries[0].field == "cause_main");
    CHECK(moved.entries[1].field == "hh_code");
    CHECK_THROWS_AS(fitMapping(read, words("甲 乙 丙"), EntityKind::Household), Error);
}

TEST_CASE("a broken mapping says where it is broken", "[exchange]")
{
    const auto complaint = [](std::string_view json) -> std::string {
        try {
            (void)ColumnMapping::fromJson(json, "m.json");
        } catch (const Error& error) {
            return error.message().id + " " + error.message().parameters.at(1).second;
        }
        return {};
    };
    CHECK(complaint("[1") == "import.lexicon_no_json /");
    CHECK(complaint(R"({"layout":"x"})") == "import.mapping_no_text /kind");
    CHECK(complaint(R"({"layout":"x","kind":"people"})") == "import.mapping_no_kind /kind");
    CHECK(complaint(R"({"layout":"x","kind":"units"})") == "import.mapping_no_entries /entries");
    CHECK(complaint(R"({"layout":"x","kind":"units","entries":[{"column":-1}]})") ==
          "import.mapping_no_column /entries/0/column");
    CHECK(
        complaint(
            R"({"layout":"x","kind":"units","entries":[{"column":0,"header":"a","field":"phone"}]})") ==
        "import.lexicon_no_field /entries/0/field");
}

TEST_CASE("a slip in the header and word lists is named", "[exchange]")
{
    const std::string headers = readText(guatu::test::sourceFolder() / "data/import/headers.json");
    const std::string known = readText(guatu::test::sourceFolder() / "data/import/words.json");
    const auto changed = [](std::string text, const std::string& from, const std::string& to) {
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        return text.replace(at, from.size(), to);
    };
    const auto complaint = [](const std::string& headersJson, const std::string& wordsJson) {
        try {
            (void)Lexicon::parse(headersJson, wordsJson);
        } catch (const Error& error) {
            return error.message().id;
        }
        return std::string();
    };
    CHECK(complaint(headers, known).empty());
    CHECK(complaint(headers + "}", known) == "import.lexicon_no_json");
    CHECK(complaint(changed(headers, "\"exit_year\"", "\"exit_yaer\""), known) ==
          "import.lexicon_no_field");
    CHECK(complaint(changed(headers, "\"脱贫年度\"", "\"户编号\""), known) ==
          "import.lexicon_twice");
    CHECK(complaint(changed(headers, "\"脱贫年度\"", "7"), known) == "import.lexicon_no_texts");
    CHECK(complaint(headers, changed(known, "\"returned\"", "\"retruned\"")) ==
          "import.lexicon_no_code");
    CHECK(complaint(headers, changed(known, "\"返贫\"", "\"未出列\"")) == "import.lexicon_twice");
}
