// SPDX-License-Identifier: MIT
// The campaign's own ledgers, with the headers and words that offices write.
#include "exchange/import.h"

#include "fixtures.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::exchange;
using guatu::test::Imported;
using guatu::test::knownUnits;
using guatu::test::TempFolder;
using Record = std::map<std::string, std::string>;

namespace
{

Imported importText(std::string_view csv, EntityKind kind)
{
    const TempFolder folder;
    ImportOptions options{.kind = kind, .datum = Datum::Cgcs2000};
    options.asOf = Date::fromYmd(2020, 4, 17);
    return guatu::test::import(folder.write("ledger.csv", csv), options, knownUnits());
}

Record withoutCode(Record record)
{
    CHECK_FALSE(record.at("code").empty());
    record.erase("code");
    return record;
}

} // namespace

TEST_CASE("results of village criteria are read with their Chinese words", "[exchange]")
{
    const Imported imported = importText("乡镇,行政村,指标名称,是否达标,核查方式,核查时间,数值\n"
                                         "高桥镇,小河村,道路硬化到村,达标,实地核查,2020-04-09,\n"
                                         "高桥镇,小河村,广播电视,未达标,上报,,97.5\n"
                                         "高桥镇,小河村,自定指标,不适用,,2020.4.10,\n",
                                         EntityKind::CriterionValue);
    CHECK(imported.report.issues.empty());
    REQUIRE(imported.records.size() == 3);
    CHECK(withoutCode(imported.records[0]) == Record{{"subject_type", "unit"},
                                                     {"subject", "532329102207"},
                                                     {"criterion", "v_road"},
                                                     {"result", "met"},
                                                     {"method", "verified"},
                                                     {"as_of", "2020-04-09"}});
    CHECK(imported.records[1].at("criterion") == "v_tv");
    CHECK(imported.records[1].at("as_of") == "2020-04-17"); // the day of the file
    CHECK(imported.records[1].at("num") == "97.5");
    CHECK(imported.records[2].at("criterion") == "自定指标");
    CHECK(imported.records[2].at("result") == "exempt");
}

TEST_CASE("visits name a household by the header of its code", "[exchange]")
{
    const Imported imported = importText("户编号,入户时间,账实相符,发现情况\n"
                                         "5323291022070001,2020-04-09,否,房屋鉴定与实际不符\n",
                                         EntityKind::Visit);
    CHECK(imported.report.issues.empty());
    REQUIRE(imported.records.size() == 1);
    CHECK(withoutCode(imported.records[0]) == Record{{"subject_type", "household"},
                                                     {"subject", "5323291022070001"},
                                                     {"on_date", "2020-04-09"},
                                                     {"agrees", "0"},
                                                     {"finding", "房屋鉴定与实际不符"}});
}

TEST_CASE("help, reviews, signatures, aspects and successions are read", "[exchange]")
{
    const Imported plans = importText("户编号,帮扶类型,帮扶措施,完成时限,实施状态\n"
                                      "0001,产业,养牛两头,2020-06-30,实施中\n",
                                      EntityKind::PlanItem);
    CHECK(withoutCode(plans.records.at(0)) == Record{{"hh_code", "0001"},
                                                     {"topic", "产业"},
                                                     {"text", "养牛两头"},
                                                     {"due", "2020-06-30"},
                                                     {"state", "running"}});
    const Imported reviews = importText("乡镇,行政村,月份,分析时间,研判时间,调度时间\n"
                                        "高桥镇,小河村,2020-03-01,2020-03-30,2020-03-31,\n",
                                        EntityKind::Review);
    CHECK(reviews.records.at(0).at("subject") == "532329102207");
    CHECK(reviews.records.at(0).at("judged_on") == "2020-03-31");
    CHECK_FALSE(reviews.records.at(0).contains("dispatched_on"));
    const Imported signs = importText("户编号,审批层级,环节,签字时间\n0001,乡镇,审核,2020-04-09\n",
                                      EntityKind::ClosureSign);
    CHECK(signs.records.at(0).at("level") == "town");
    CHECK(signs.records.at(0).at("action") == "check");
    const Imported aspects = importText("挂牌编号,月份,督战方面,落实情况\n"
                                        "G1,2020-03-01,军令状,已落实\n",
                                        EntityKind::ListingAspect);
    CHECK(aspects.records.at(0).at("aspect") == "pledge");
    CHECK(aspects.records.at(0).at("result") == "met");
    const Imported units = importText("原区划代码,新区划代码,变更类型,变更时间,原名称\n"
                                      "532329102999,532329102207,合并,2019-12-31,旧村\n",
                                      EntityKind::Succession);
    CHECK(units.report.issues.empty());
    CHECK(withoutCode(units.records.at(0)) == Record{{"old_unit", "532329102999"},
                                                     {"new_unit", "532329102207"},
                                                     {"kind", "merge"},
                                                     {"on_date", "2019-12-31"},
                                                     {"old_name", "旧村"}});
}

TEST_CASE("a visit to a village that there is none of is refused with its row", "[exchange]")
{
    const Imported imported = importText(
        "乡镇,行政村,核查时间,是否相符\n高桥镇,失踪村,2020-04-09,是\n", EntityKind::Visit);
    CHECK(imported.records.empty());
    REQUIRE(imported.rejected().size() == 1);
    CHECK(imported.rejected()[0].row == 2);
    CHECK(imported.rejected()[0].reason.id == "import.unit_unknown_name");
}
