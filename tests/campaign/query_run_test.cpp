// SPDX-License-Identifier: MIT
#include "campaign/query/query.h"
#include "query_world.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::campaign::query;
using guatu::test::addFacility;
using guatu::test::offset;
using guatu::test::queryWorld;
using guatu::test::rowOf;
using Rows = std::vector<std::uint32_t>;

namespace
{

const auto& world()
{
    static const test::QueryWorld made = queryWorld();
    return made;
}

Rows units(std::initializer_list<const char*> codes)
{
    Rows rows;
    for (const char* code : codes)
        rows.push_back(static_cast<std::uint32_t>(rowOf(world().snapshot, code)));
    return rows;
}

struct Case {
    std::string text;
    Rows hits, unknown;
};

} // namespace

TEST_CASE("what is missing is unknown, never silently false", "[query]")
{
    // Of household 4 neither status nor income, water quality, persons or position are known.
    const Case one = GENERATE(values<Case>({
        {"class = unexited", {0}, {4}},
        {"class != unexited", {1, 2, 3}, {4}},
        {"not class = unexited", {1, 2, 3}, {4}},
        {"class in (unexited, returned)", {0, 1}, {4}},
        {"class in (unexited, unknown)", {0, 4}, {}},
        {"class is unknown", {4}, {}},
        {"class is known", {0, 1, 2, 3}, {}},
        {"class = unexited or dibao = no", {0, 1, 2, 3, 4}, {}},
        {"class = unexited and dibao = yes", {}, {}},
        {"class = unexited and income > 5000", {}, {4}},
        {"income < 4000", {0, 1}, {4}},
        {"income <= 4000 yuan", {0, 1, 2}, {4}},
        {"income in (3000, 8000)", {0, 3}, {4}},
        {"criterion water = unmet", {1}, {4}},
        {"criterion water = unknown", {4}, {}},
        {"persons >= 3 persons", {0, 2, 3}, {4}},
        {"located = no", {4}, {}},
        {"within 10 km of 高桥镇", {}, {0, 1, 2, 3, 4}},
    }));
    INFO(one.text);
    CHECK(world().hits(one.text) == one.hits);
    CHECK(world().unknown(one.text) == one.unknown);
}

TEST_CASE("records of a household, unit or site are counted where they belong", "[query]")
{
    const Case one = GENERATE(values<Case>({
        {"has problems[open = yes]", {0}, {}},
        {"no problems", {1, 2, 3, 4}, {}},
        {"count(problems) >= 2", {0}, {}},
        {"unit in 532329102215", {3, 4}, {}},
        {"unit not in 532329102215", {0, 1, 2}, {}},
        {"unit in 武定县", {0, 1, 2, 3, 4}, {}},
        {"unit in villages[listed = yes]", {0, 1, 2}, {}},
        {"unit in villages[poor = no]", {3, 4}, {}},
        {"problems where state = open", {0, 2}, {3}},
        {"problems where has households[class = unexited]", {0, 1}, {}},
        {"sites where households >= 100 households", {0}, {1}},
        {"sites where has problems[open = yes]", {0}, {}},
        {"relocation sites", {0}, {}},
    }));
    INFO(one.text);
    CHECK(world().hits(one.text) == one.hits);
    CHECK(world().unknown(one.text) == one.unknown);
}

TEST_CASE("villages are found by incidence, lists, rules and the households in them", "[query]")
{
    // 小河: 6 remaining persons of 400, 1.50 %, listed by prefecture and county.
    const char* xiaohe = "532329102214";
    const char* shugou = "532329102215";
    CHECK(world().hits("villages where incidence >= 1.5%") == units({xiaohe}));
    CHECK(world().hits("villages where incidence > 1.5%").empty());
    CHECK(world().hits("villages where listed by prefecture") == units({xiaohe}));
    CHECK(world().hits("villages where listed by county") == units({xiaohe}));
    CHECK(world().hits("villages where listed by province").empty());
    CHECK(world().hits("units where remaining_persons >= 6 persons and level != village") ==
          units({"5323", "532329", "532329102"}));
    const auto persons = world().run(
        "villages where count(households[formal in (unexited, returned)]) >= 6 persons");
    CHECK(persons.hits == units({xiaohe}));
    CHECK(persons.unknown == units({shugou})); // one household may be poor, of unknown size
    CHECK(world().hits("villages where count(households) = 0") == units({"532301101201"}));
    CHECK(world().hits("villages where unit in 武定县") == units({xiaohe, shugou}));
    CHECK(world().hits("counties where has villages[poor = yes]") == units({"532329"}));
    CHECK(world().hits("村 其中 名称 包含 \"树沟\"") == units({shugou}));
}

TEST_CASE("a result counts households and persons, hit, missed and not told", "[query]")
{
    const QueryResult result = world().run("class = unexited");
    CHECK(result.hit == Amount{1, 4});
    CHECK(result.cannotTell == Amount{1, 0});
    CHECK(result.miss == Amount{3, 10});
}

TEST_CASE("days are compared with dates and counted from the as-of date", "[query]")
{
    auto dated = queryWorld(); // as of 2020-04-17
    const auto day = [](int month, int date) { return Date::fromYmd(2020, month, date); };
    dated.snapshot.problems.dueOn = {day(4, 17), day(4, 24), day(4, 25), std::nullopt};
    dated.snapshot.problems.foundOn = {day(4, 10), day(4, 9), day(1, 1), day(4, 17)};
    dated.judge();
    CHECK(dated.hits("problems where due within 7 days") == Rows{0, 1});
    CHECK(dated.unknown("problems where due within 7 days") == Rows{3});
    CHECK(dated.hits("problems where found within 7 days") == Rows{0, 3});
    CHECK(dated.hits("problems where due < today").empty());
    CHECK(dated.hits("problems where due > today + 7 days") == Rows{2});
    CHECK(dated.hits("problems where found < 2020年4月10日") == Rows{1, 2});
}

TEST_CASE("persons are refused where they are not read", "[query]")
{
    try {
        static_cast<void>(world().run("persons where dropout = yes"));
        FAIL("there are no persons");
    } catch (const Error& error) {
        CHECK(error.message().id == "query.no_persons");
    }
    PersonColumns persons;
    persons.id = {1, 2};
    persons.household = {0, 3};
    persons.birthYear = {2010, 0};
    for (auto* words : {&persons.relation, &persons.studentState, &persons.healthState,
                        &persons.labour, &persons.dropout})
        *words = {{"unknown", "yes"}, {1, 1}};
    for (auto* flags : {&persons.medicalInsurance, &persons.criticalInsurance,
                        &persons.medicalAidScope, &persons.pension})
        flags->assign(2, Flag::Yes);
    persons.workMonths = {-1, 3};
    const auto run = [&](const std::string& text) {
        return runQuery(world().parse(text), world().context(&persons));
    };
    CHECK(run("persons where age >= 6 and age <= 15 and dropout = yes").hits == Rows{0});
    CHECK(run("persons where age >= 6 and age <= 15 and dropout = yes").unknown == Rows{1});
    CHECK(run("has persons[age >= 6 years]").hits == Rows{0});
    CHECK(run("villages where count(persons) >= 1").hits.size() == 2);
}

TEST_CASE("the nearest are chosen among those that meet the rest", "[query]")
{
    auto placed = queryWorld();
    addFacility(placed.snapshot, "clinic", "working", offset(900, 0));
    CHECK(placed.hits("households nearest 2 to clinics") == Rows{1, 0});
    CHECK(placed.unknown("households nearest 2 to clinics") == Rows{4});
    CHECK(placed.hits("class = exited nearest 1 to clinics") == Rows{2});
    CHECK(placed.hits("农户 其中 类别 != 返贫户 取 距 卫生室 最近 1") == Rows{0});
    const auto nearest =
        nearestTargets(placed.parse("not within 500 m of clinics"), placed.context(), {0, 3, 4});
    REQUIRE(nearest.size() == 3);
    CHECK(nearest[0].metres == Approx(900).margin(0.01));
    CHECK(nearest[1].metres == Approx(4100).margin(0.01));
    CHECK(std::isnan(nearest[2].metres));
}

TEST_CASE("a unit that was merged is found under the one that came after it", "[query]")
{
    auto merged = queryWorld();
    const Query query = merged.parse("unit in 532329102214");
    Query old = query;
    old.where->values = {*UnitCode::parse("532329102999")};
    const auto run = [&] { return runQuery(old, merged.context()).hits; };
    CHECK_THROWS_AS(run(), Error);
    SuccessionColumns& successions = merged.snapshot.successions;
    successions.oldCode = {*UnitCode::parse("532329102999")};
    successions.newCode = {*UnitCode::parse("532329102215")};
    successions.oldName = {"旧村"};
    successions.kind = {"merge"};
    successions.on = {*Date::fromYmd(2020, 1, 1)};
    successions.share = {1};
    CHECK(run() == Rows{3, 4});
}
