// SPDX-License-Identifier: MIT
#include "core/definition.h"
#include "core/entity.h"
#include "core/profile.h"
#include "core/status.h"
#include "support/catch.h"

#include <algorithm>
#include <set>

using namespace guatu;
using Operator = Condition::Operator;

namespace
{

Profile shipped(const std::string& code)
{
    return loadProfile(dataRoot() / "data" / "profiles" / (code + ".json"));
}

Profile hundredDays()
{
    return shipped("chuxiong-2020-100days");
}

const ListingRule& ruleOf(const Profile& profile, const std::string& id)
{
    const auto found = std::ranges::find(profile.listingRules, id, &ListingRule::id);
    REQUIRE(found != profile.listingRules.end());
    return *found;
}

const Criterion& criterionOf(const Profile& profile, const std::string& set, const std::string& id)
{
    const auto& criteria = profile.criteria.at(set);
    const auto found = std::ranges::find(criteria, id, &Criterion::id);
    REQUIRE(found != criteria.end());
    return *found;
}

void checkComparison(const Condition& condition, std::string_view field, Operator op, double bound)
{
    CHECK(condition.kind == Condition::Kind::Compare);
    CHECK(condition.field == field);
    CHECK(condition.op == op);
    CHECK(condition.values == std::vector<FieldValue>{bound});
}

std::vector<std::string> idsOf(const std::vector<Criterion>& criteria)
{
    std::vector<std::string> ids;
    for (const Criterion& criterion : criteria)
        ids.push_back(criterion.id);
    return ids;
}

std::set<std::string> codesOf(const Profile& profile, const std::string& list)
{
    std::set<std::string> codes;
    for (const auto& [code, title] : profile.codeLists.at(list))
        codes.insert(code);
    return codes;
}

} // namespace

TEST_CASE("the 2020 profile is the plan of 17 April 2020", "[core]")
{
    const Profile profile = hundredDays();
    CHECK(profile.basis == std::vector<std::string>{"楚贫组发〔2020〕8号", "云开组〔2020〕4号"});
    CHECK(profile.start.iso() == "2020-03-30");
    REQUIRE(profile.end);
    CHECK(profile.end->iso() == "2020-06-30");
    CHECK(daysBetween(profile.start, *profile.end) + 1 == 93); // "a hundred days", both ends in
    CHECK(profile.measureCrs == "EPSG:4543");
    CHECK(profile.incidenceNumerator == std::vector<std::string>{"unexited", "returned"});
    CHECK(profile.incidenceDenominator == "agri_persons");
    CHECK(profile.closure.scope == "in_scope");
    CHECK(profile.closure.visitDays == 90);
    REQUIRE(profile.closure.own.size() == 2);
    CHECK(profile.closure.own[0].set == "village_consolidate");
    CHECK(profile.closure.own[1].set == "village_exit");
    CHECK(profile.closure.own[1].level == Level::Village);
    CHECK(profile.reviewSteps == std::vector<std::string>{"analyse", "judge", "dispatch"});
    CHECK(profile.incidenceDenominatorAsOf->iso() == "2014-12-31");
    CHECK(profile.aspects.size() == 6);
    CHECK(profile.minExportGroup == 5);
    CHECK(profile.defaultExportClass == "briefing");
}

TEST_CASE("the 2020 baseline adds up to the plan's sums", "[core]")
{
    const auto baseline = hundredDays().baseline;
    long long households = 0, persons = 0;
    for (const std::string name : {"remaining", "monitored", "marginal"}) {
        households += baseline.at(name).households.value();
        persons += baseline.at(name).persons.value();
    }
    CHECK(households == 15172);
    CHECK(persons == 48371);
    CHECK(baseline.at("remaining").households == 2903);
    CHECK(baseline.at("remaining").persons == 8331);
    CHECK(baseline.at("exited").villages.value() + baseline.at("remaining").villages.value() ==
          644);
    CHECK(baseline.at("exited").counties.value() + baseline.at("remaining").counties.value() == 7);
    CHECK(baseline.at("exited").towns == 25);
}

TEST_CASE("超过 is over and 以上 is at least in the 2020 listing rules", "[core]")
{
    const Profile profile = hundredDays();
    CHECK(profile.listingRules.size() == 6);

    const ListingRule& lp1 = ruleOf(profile, "LP1");
    CHECK(lp1.issuer == "prefecture");
    CHECK(lp1.subject == "village");
    CHECK_FALSE(lp1.within);
    checkComparison(lp1.condition, "incidence", Operator::Greater, 10);

    for (const auto& [id, kind] :
         {std::pair{"LP2", "poverty_relocation"}, std::pair{"LP3", "hydropower_resettlement"}}) {
        const ListingRule& rule = ruleOf(profile, id);
        CHECK(rule.subject == "site");
        CHECK(rule.where->values == std::vector<FieldValue>{kind});
        checkComparison(rule.condition, "persons", Operator::GreaterEqual, 1000);
    }

    const ListingRule& lc1 = ruleOf(profile, "LC1");
    CHECK(lc1.issuer == "county");
    CHECK(lc1.within == UnitCode::parse("532329"));
    CHECK(lc1.subject == "town");
    checkComparison(lc1.condition, "remaining_p", Operator::GreaterEqual, 300);

    const ListingRule& lc2 = ruleOf(profile, "LC2");
    CHECK(lc2.within == UnitCode::parse("532329"));
    CHECK(lc2.subject == "village");
    checkComparison(*lc2.where, "is_poor_unit", Operator::Equal, 1);
    REQUIRE(lc2.condition.kind == Condition::Kind::Any);
    REQUIRE(lc2.condition.children.size() == 2);
    checkComparison(lc2.condition.children[0], "incidence", Operator::Greater, 3);
    checkComparison(lc2.condition.children[1], "remaining_p", Operator::GreaterEqual, 50);

    const ListingRule& lc3 = ruleOf(profile, "LC3");
    CHECK(lc3.within == UnitCode::parse("532329"));
    CHECK(lc3.where->values == std::vector<FieldValue>{"poverty_relocation"});
    checkComparison(lc3.condition, "households", Operator::GreaterEqual, 100);
}

TEST_CASE("the 2020 criteria are those of the plan, with operators and days", "[core]")
{
    const Profile profile = hundredDays();
    CHECK(idsOf(profile.criteria.at("household")) ==
          std::vector<std::string>{"income", "livelihood", "food", "clothing", "education",
                                   "medical", "housing", "water"});
    CHECK(profile.criteria.at("village_exit").size() == 7 + 3);
    CHECK(profile.criteria.at("village_consolidate").size() == 5);

    const Criterion& income = criterionOf(profile, "household", "income");
    CHECK(income.field == "income_pc");
    CHECK(income.op == ">=");
    CHECK(profile.parameters.at(income.parameter) == 4000);
    CHECK(income.due == Date::fromYmd(2020, 12, 31));
    CHECK(income.bureau.zh == "扶贫办");

    CHECK(criterionOf(profile, "household", "livelihood").switchField == "livelihood_mode");
    CHECK(criterionOf(profile, "household", "livelihood").due == Date::fromYmd(2020, 4, 30));

    const Criterion& education = criterionOf(profile, "household", "education");
    CHECK(education.grain == "person");
    CHECK(education.age == std::pair{6, 15});
    CHECK(education.ok == std::vector<std::string>{"no", "home_teaching"});
    CHECK(education.exempt == std::vector<std::string>{"health_exempt"});
    CHECK(education.continuous);

    CHECK(criterionOf(profile, "household", "medical").all ==
          std::vector<std::string>{"medins", "critins", "medaid_scope"});

    const Criterion& housing = criterionOf(profile, "household", "housing");
    CHECK(housing.in == std::vector<std::string>{"A", "B"});
    CHECK(housing.due == Date::fromYmd(2020, 5, 31));
    CHECK(housing.dueScope == "class4_new");
    CHECK(housing.elseDue == Date::fromYmd(2020, 6, 30));

    CHECK(criterionOf(profile, "household", "water").all.size() == 4);
    const Criterion& incidence = criterionOf(profile, "village_exit", "v_incidence");
    CHECK(incidence.op == "<");
    CHECK(incidence.value == 3.0);
    CHECK(criterionOf(profile, "village_exit", "v_tv").value == 99.0);
}

TEST_CASE("the 2020 deadlines are those of the plan", "[core]")
{
    std::vector<std::string> days;
    for (const Deadline& deadline : hundredDays().deadlines)
        days.push_back(deadline.id + " " + deadline.on.iso());
    CHECK(days == std::vector<std::string>{"D1 2020-04-30", "D2 2020-05-31", "D3 2020-06-20",
                                           "D4 2020-06-30", "D5 2020-12-31"});
}

TEST_CASE("the profile after 2020 follows the watched households and lists nobody", "[core]")
{
    const Profile profile = shipped("monitoring-2021plus");
    CHECK(profile.subjects == std::vector<std::string>{"monitored", "marginal", "sudden"});
    CHECK(profile.listingRules.empty());
    CHECK_FALSE(profile.end);
    CHECK(profile.codeLists.at("risk").size() == 11);
    CHECK(profile.parameters.at("identify_days") == 15);
    CHECK(profile.parameters.at("notice_days") == 5);
}

TEST_CASE("every word that ledgers may hold has a title in both profiles", "[core]")
{
    struct Case {
        EntityKind kind;
        std::string field, list;
    };
    const std::vector<Case> cases{
        {EntityKind::Household, "formal_status", "formal_status"},
        {EntityKind::Unit, "formal_status", "unit_status"},
        {EntityKind::Household, "watch", "watch"},
        {EntityKind::Household, "livelihood_mode", "livelihood_mode"},
        {EntityKind::Household, "income_basis", "income_basis"},
        {EntityKind::Household, "house_grade", "house_grade"},
        {EntityKind::Household, "loc_src", "location_source"},
        {EntityKind::Household, "loc_state", "location_state"},
        {EntityKind::Person, "dropout", "dropout"},
        {EntityKind::Boundary, "geom_grade", "area_grade"},
        {EntityKind::Unit, "level", "level"},
        {EntityKind::Site, "kind", "site_kind"},
        {EntityKind::Facility, "kind", "facility_kind"},
        {EntityKind::Facility, "state", "facility_state"},
        {EntityKind::Road, "class", "road_class"},
        {EntityKind::Road, "surface", "surface"},
        {EntityKind::Problem, "state", "problem_state"},
        {EntityKind::Listing, "issuer_level", "listing_issuer"},
        {EntityKind::Listing, "basis", "listing_basis"},
        {EntityKind::Listing, "state", "listing_state"},
    };
    for (const std::string code : {"chuxiong-2020-100days", "monitoring-2021plus"}) {
        const Profile profile = shipped(code);
        for (const Case& each : cases) {
            INFO(code << " " << each.list);
            const auto codes = codesOf(profile, each.list);
            for (const std::string_view word : findField(each.kind, each.field)->words)
                CHECK(codes.contains(std::string(word)));
        }
        for (int value = 0; value <= static_cast<int>(HouseholdClass::Ordinary); ++value)
            CHECK(codesOf(profile, "household_class")
                      .contains(std::string(toString(static_cast<HouseholdClass>(value)))));
        for (int value = 0; value <= static_cast<int>(Clear::OutOfScope); ++value)
            CHECK(codesOf(profile, "clear")
                      .contains(std::string(toString(static_cast<Clear>(value)))));
    }
}

TEST_CASE("the status colours are those of the domain notes", "[core]")
{
    const auto colours = hundredDays().colours;
    CHECK(colours.at("cleared") == "#1A9641");
    CHECK(colours.at("uncleared") == "#D7191C");
    CHECK(colours.at("unknown") == "#BDBDBD");
    CHECK(colours.at("returned") == "#FFD400");
    CHECK(colours.at("listed") == "#7A0177");
    CHECK(colours.size() == 16);
}
