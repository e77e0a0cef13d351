// SPDX-License-Identifier: MIT
#include "exchange/import.h"

#include "core/error.h"
#include "fixtures.h"
#include "support/catch.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::exchange;
using guatu::test::errorOf;
using guatu::test::Imported;
using guatu::test::knownUnits;
using guatu::test::TempFolder;
using Record = std::map<std::string, std::string>;
using Severity = RowIssue::Severity;

namespace
{

Imported importText(std::string_view csv, ImportOptions options)
{
    const TempFolder folder;
    return guatu::test::import(folder.write("ledger.csv", csv), options, knownUnits());
}

Imported importText(std::string_view csv, EntityKind kind)
{
    return importText(csv, ImportOptions{.kind = kind, .datum = Datum::Cgcs2000});
}

std::vector<std::string> reasons(const std::vector<RowIssue>& issues)
{
    std::vector<std::string> ids;
    for (const RowIssue& issue : issues)
        ids.push_back(std::to_string(issue.row) + " " + issue.reason.id);
    return ids;
}

using Reasons = std::vector<std::string>;

} // namespace

TEST_CASE("a household ledger becomes records with their village and position", "[exchange]")
{
    const Imported imported =
        importText("武定县农户台账,,,,,,,\n"
                   "户编号,县,乡(镇),行政村,户主姓名,户类型,人均纯收入(元),是否低保户,经度,纬度\n"
                   "0001,武定县,高桥镇,小河村委会,张某,未脱贫户,\"3,900\",是,102.1,25.9\n"
                   "0002,武定县,高桥镇,大村,李某,脱贫监测户,5100,,102°06′,25°54′\n"
                   "0003,武定县,高桥镇,大村,王某,边缘户,—,否,,\n",
                   EntityKind::Household);
    CHECK(imported.report.issues.empty());
    CHECK(imported.report.rows == 3);
    CHECK(imported.report.sourceRows == std::vector<std::size_t>{3, 4, 5});
    REQUIRE(imported.records.size() == 3);
    CHECK(imported.records[0] == Record{{"hh_code", "0001"},
                                        {"origin_unit", "532329102207"},
                                        {"head_name", "张某"},
                                        {"formal_status", "unexited"},
                                        {"watch", "none"},
                                        {"income_pc", "3900"},
                                        {"dibao", "1"},
                                        {"lon", "102.100000"},
                                        {"lat", "25.900000"}});
    CHECK(imported.records[1].at("watch") == "monitored");
    CHECK(imported.records[1].at("formal_status") == "exited");
    CHECK(imported.records[1].at("lat") == "25.900000");
    CHECK_FALSE(imported.records[1].contains("dibao"));
    CHECK(imported.records[2].at("formal_status") == "never_registered");
    CHECK_FALSE(imported.records[2].contains("income_pc"));
    CHECK_FALSE(imported.records[2].contains("lon"));
}

TEST_CASE("every row that is not taken is listed with its reason", "[exchange]")
{
    const Imported imported = importText("户编号,县,乡镇,村,人数,电话\n"
                                         "0001,武定县,高桥镇,小河村,4,13900000000\n"
                                         ",武定县,高桥镇,小河村,3,\n"
                                         "1.23E+17,武定县,高桥镇,小河村,3,\n"
                                         "0004,,,中村,3,\n"
                                         "0005,武定县,高桥镇,无此村,3,\n"
                                         "0006,武定县,高桥镇,,3,\n"
                                         "0001,武定县,高桥镇,大村,4,\n"
                                         "0008,武定县,高桥镇,大村,四点五,1.39E+10\n"
                                         "小计,,,,17,\n"
                                         "\n"
                                         "填表人：某某,,,,,\n",
                                         EntityKind::Household);
    CHECK(reasons(imported.rejected()) ==
          Reasons{"3 import.required_missing", "4 import.digits_lost", "5 import.unit_ambiguous",
                  "6 import.unit_unknown_name", "7 import.unit_too_wide", "8 import.key_twice",
                  "9 import.digits_lost"});
    CHECK(reasons(imported.issues(Severity::Warning)) == Reasons{"9 import.no_number"});
    CHECK(reasons(imported.issues(Severity::Note)) ==
          Reasons{"10 import.row_subtotal", "12 import.row_remark"});
    CHECK(imported.report.accepted == 1);
    for (const RowIssue& issue : imported.rejected()) {
        CHECK_FALSE(issue.remedy.id.empty());
        for (const Language language : {Language::Chinese, Language::English}) {
            CHECK(hasText(issue.reason.id, language));
            CHECK(hasText(issue.remedy.id, language));
        }
    }
    const auto twice = imported.rejected()[5];
    CHECK(twice.column == "户编号");
    CHECK(twice.value == "0001");
    CHECK(twice.reason.parameters == Message::Parameters{{"row", "2"}});
}

TEST_CASE("reports and previews never show what is personal", "[exchange]")
{
    const TempFolder folder;
    const auto file = folder.write("ledger.csv", "户编号,人编号,姓名,身份证号,出生年份\n"
                                                 "0001,01,张某某,5.3232919800101E+17,1980\n"
                                                 "0001,02,李某某,532329198001010000,不明年\n");
    const ImportOptions options{.kind = EntityKind::Person};
    const ImportPreview preview = previewFile(file, options, {});
    CHECK(preview.sample.at(0) == std::vector<std::string>{"0001", "01", "***", "***", "1980"});
    const Imported imported = guatu::test::import(file, options);
    CHECK(reasons(imported.rejected()) == Reasons{"2 import.digits_lost"});
    CHECK(reasons(imported.issues(Severity::Warning)) ==
          Reasons{"3 import.digits_rounded", "3 import.no_number"});
    for (const RowIssue& issue : imported.report.issues) {
        CHECK(issue.value.find("5323291980") == std::string::npos);
        for (const Message& message : {issue.reason, issue.remedy})
            for (const auto& [name, value] : message.parameters)
                CHECK(value.find("1980") == std::string::npos);
    }
}

TEST_CASE("rows of persons make one household each, and disagreements are told", "[exchange]")
{
    constexpr std::string_view sheet =
        "县,乡(镇),行政村,户编号,人编号,姓名,与户主关系,人数,脱贫属性,"
        "人均纯收入,联系电话\n"
        "武定县,高桥镇,小河村,0001,000101,配偶某,配偶,3,未脱贫,3900,111\n"
        "武定县,高桥镇,小河村,0001,000102,户主某,户主,3,未脱贫,3900,222\n"
        "武定县,高桥镇,大村,0002,000201,独居某,户主,1,已脱贫,5000,\n"
        "武定县,高桥镇,小河村,0001,000103,儿子某,之子,4,未脱贫,,333\n";
    const Imported households = importText(sheet, EntityKind::Household);
    REQUIRE(households.records.size() == 2);
    CHECK(households.records[0] == Record{{"hh_code", "0001"},
                                          {"origin_unit", "532329102207"},
                                          {"head_name", "户主某"},
                                          {"phone", "222"},
                                          {"persons", "3"},
                                          {"formal_status", "unexited"},
                                          {"income_pc", "3900"}});
    CHECK(households.records[1].at("head_name") == "独居某");
    CHECK(households.report.sourceRows == std::vector<std::size_t>{2, 4});
    REQUIRE(households.report.issues.size() == 1);
    CHECK(reasons(households.report.issues) == Reasons{"5 import.rows_disagree"});
    CHECK(households.report.issues[0].column == "人数");
    CHECK(households.report.issues[0].severity == Severity::Warning);

    const Imported persons = importText(sheet, EntityKind::Person);
    REQUIRE(persons.records.size() == 4);
    CHECK(persons.records[3] ==
          Record{
              {"p_code", "000103"}, {"hh_code", "0001"}, {"name", "儿子某"}, {"relation", "之子"}});
}

TEST_CASE("a valid ID number gives the year of birth when no column does", "[exchange]")
{
    const Imported imported =
        importText("户编号,人编号,证件号码\n1,2,11010519491231002X\n", EntityKind::Person);
    CHECK(imported.records.at(0).at("birth_year") == "1949");
}

TEST_CASE("units take short codes, and their level from the code", "[exchange]")
{
    const Imported imported = importText("code,name,agri_persons\n"
                                         "532329,武定县,\n532329102,高桥镇,\"12,345\"\n"
                                         "532329102207,小河村委会,\n532329102207001,上村小组,\n"
                                         "53232910,坏代码,\n",
                                         EntityKind::Unit);
    REQUIRE(imported.records.size() == 4);
    CHECK(imported.records[0].at("code") == "532329000000");
    CHECK(imported.records[0].at("level") == "county");
    CHECK(imported.records[1] == Record{{"code", "532329102000"},
                                        {"name", "高桥镇"},
                                        {"level", "town"},
                                        {"agri_persons", "12345"}});
    CHECK(imported.records[3].at("level") == "group");
    CHECK(reasons(imported.rejected()) == Reasons{"6 import.unit_bad_code"});
}

TEST_CASE("unit figures carry the date they are of", "[exchange]")
{
    const Imported imported =
        importText("code,name,户数\n532329,武定县,100\n",
                   ImportOptions{.kind = EntityKind::Unit, .asOf = Date::fromYmd(2020, 4, 17)});
    CHECK(imported.records.at(0).at("stat_as_of") == "2020-04-17");
}

TEST_CASE("a code and a name that disagree refuse the row", "[exchange]")
{
    const Imported imported = importText("户编号,行政村编码,行政村\n"
                                         "1,532329102207,小河村委会\n2,532329102207,大村\n",
                                         EntityKind::Household);
    CHECK(reasons(imported.rejected()) == Reasons{"3 import.unit_contradiction"});
}

TEST_CASE("groups are taken where known and remarked on once where not", "[exchange]")
{
    const Imported imported =
        importText("户编号,县,乡镇,行政村,自然村(组)\n"
                   "1,武定县,高桥镇,小河村,上村\n2,武定县,高桥镇,小河村,下村\n"
                   "3,武定县,高桥镇,小河村,下村\n",
                   EntityKind::Household);
    REQUIRE(imported.records.size() == 3);
    CHECK(imported.records[0].at("group") == "532329102207001");
    CHECK_FALSE(imported.records[1].contains("group"));
    CHECK(imported.report.issues.size() == 1);
    CHECK(imported.report.issues[0].severity == Severity::Warning);
}

TEST_CASE("records without a code get one that stays the same", "[exchange]")
{
    constexpr std::string_view sheet = "类型,名称,县,乡镇,村\n"
                                       "村卫生室,小河卫生室,武定县,高桥镇,小河村\n"
                                       "村卫生室,大村卫生室,武定县,高桥镇,大村\n";
    const Imported first = importText(sheet, EntityKind::Facility);
    const Imported again = importText("序号,名称,类型,县,乡镇,村\n"
                                      "9,大村卫生室,卫生室,武定,高桥,大村村民委员会\n",
                                      EntityKind::Facility);
    REQUIRE(first.records.size() == 2);
    CHECK(first.records[0].at("code") != first.records[1].at("code"));
    CHECK(first.records[0].at("unit") == "532329102207");
    CHECK(again.records.at(0).at("code") == first.records[1].at("code"));
    const Imported twice = importText(std::string(sheet) + "诊所,小河卫生室,武定县,高桥镇,小河村\n",
                                      EntityKind::Facility);
    CHECK(reasons(twice.rejected()) == Reasons{"4 import.key_twice"});
}

TEST_CASE("an official list keeps a name that no unit has", "[exchange]")
{
    const Imported imported = importText("县,乡镇,行政村,挂牌层级,挂牌时间\n"
                                         "武定县,高桥镇,小河村委会,州级,2020-03-06\n"
                                         "武定县,高桥镇,失踪村,县级,2020.3.6\n",
                                         EntityKind::Listing);
    REQUIRE(imported.records.size() == 2);
    CHECK(imported.records[0].at("subject") == "532329102207");
    CHECK(imported.records[0].at("subject_type") == "village");
    CHECK(imported.records[0].at("issuer_level") == "prefecture");
    CHECK(imported.records[0].at("from") == "2020-03-06");
    CHECK(imported.records[1].at("subject_name") == "失踪村");
    CHECK_FALSE(imported.records[1].contains("subject"));
    CHECK(reasons(imported.issues(Severity::Warning)) == Reasons{"3 import.unit_unknown_name"});
}

TEST_CASE("problems find their household or their village", "[exchange]")
{
    const Imported households = importText("问题编号,对象类型,户编号,问题描述,整改状态,发现时间\n"
                                           "W1,农户,0001,住房漏雨,整改中,43957\n",
                                           EntityKind::Problem);
    CHECK(households.records.at(0) == Record{{"code", "W1"},
                                             {"subject_type", "household"},
                                             {"subject", "0001"},
                                             {"text", "住房漏雨"},
                                             {"state", "fixing"},
                                             {"found_on", "2020-05-06"}});
    const Imported villages =
        importText("乡镇,行政村,问题描述\n高桥镇,小河村,路未硬化\n", EntityKind::Problem);
    CHECK(villages.records.at(0).at("subject_type") == "unit");
    CHECK(villages.records.at(0).at("subject") == "532329102207");
    CHECK_FALSE(villages.records.at(0).at("code").empty());
}

TEST_CASE("money is read in the unit of its header", "[exchange]")
{
    const Imported imported = importText(
        "项目编号,项目名称,总投资（元）,区划代码\nX1,饮水工程,\"1,250,000\",532329102207\n",
        EntityKind::Project);
    CHECK(imported.records.at(0).at("budget_wan") == "125");
    CHECK(imported.records.at(0).at("unit") == "532329102207");
}

TEST_CASE("coordinates without a datum are asked for, not guessed", "[exchange]")
{
    const TempFolder folder;
    const auto file =
        folder.write("sites.csv", "名称,类型,经度,纬度\n红土田,易地扶贫搬迁,102.4,25.5\n");
    const ImportOptions options{.kind = EntityKind::Site};
    const ImportPreview preview = previewFile(file, options, knownUnits());
    REQUIRE(preview.issues.size() == 1);
    CHECK(preview.issues[0].reason.id == "import.datum_needed");
    CHECK(preview.issues[0].remedy.id == "import.look_degrees");
    CHECK_THROWS_AS(guatu::test::import(file, options, knownUnits()), Error);
    ImportOptions declared = options;
    declared.datum = Datum::Wgs84;
    CHECK(guatu::test::import(file, declared, knownUnits()).records.size() == 1);
}

TEST_CASE("positions that cannot be are refused row by row", "[exchange]")
{
    const Imported imported =
        importText("名称,类型,经度,纬度\n甲,学校,102.4,25.5\n乙,学校,0,0\n丙,学校,25.5,102.4\n"
                   "丁,学校,102.4,\n戊,学校,,\n",
                   EntityKind::Facility);
    CHECK(reasons(imported.rejected()) == Reasons{"3 import.position_zero",
                                                  "4 import.position_swapped",
                                                  "5 import.position_no_number"});
    CHECK(imported.records.size() == 2);
}

TEST_CASE("records come in batches, in file order, and the work can be stopped", "[exchange]")
{
    const TempFolder folder;
    std::string csv = "code,name\n";
    for (int village = 0; village < 12'000; ++village)
        csv += std::to_string(532329000000 + 1000 * (village / 900 + 100) + village % 900 + 1) +
               ",村\n";
    const auto file = folder.write("units.csv", csv);
    std::vector<std::size_t> sizes;
    const ReadReport report = readFile(file, {.kind = EntityKind::Unit}, {},
                                       [&](RecordBatch&& batch) { sizes.push_back(batch.size()); });
    CHECK(report.accepted == 12'000);
    CHECK(sizes == std::vector<std::size_t>{5'000, 5'000, 2'000});
    CHECK(std::ranges::is_sorted(report.sourceRows));
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    progress.report = [&](const ProgressStep& step) {
        if (step.done >= 5'000)
            stop.request_stop();
    };
    CHECK_THROWS_AS(readFile(
                        file, {.kind = EntityKind::Unit}, {}, [](RecordBatch&&) {}, progress),
                    Cancelled);
}

TEST_CASE("a saved mapping decides, whatever the headers say", "[exchange]")
{
    const TempFolder folder;
    const auto file = folder.write("u.csv", "甲,乙\n532329,武定县\n");
    ImportOptions options{.kind = EntityKind::Unit};
    CHECK(errorOf(file, options) == "import.fields_missing");
    options.mapping = ColumnMapping::fromJson(
        R"({"layout":"","kind":"units","entries":[{"column":0,"header":"甲","field":"code"},
            {"column":1,"header":"乙","field":"name"}]})",
        "m.json");
    CHECK(guatu::test::import(file, options).records.at(0).at("name") == "武定县");
}
