// SPDX-License-Identifier: MIT
// What happened in the weeks before the plan, and the offices' records, counted from the records.
#include "collected_sample.h"
#include "support/catch.h"

#include <functional>
#include <map>
#include <set>

using namespace guatu;
using namespace guatu::test;

namespace
{

const std::vector<std::string> fridays{"2020-04-03", "2020-04-10", "2020-04-17"};

/// Counts the households of which `is` is true between their states before and on a day.
std::map<std::string, int>
turns(const std::function<bool(const Table&, std::size_t, const Table&, std::size_t)>& is)
{
    const Table& first = collected().households.at("2020-03-30");
    std::map<std::string, std::pair<const Table*, std::size_t>> state;
    for (std::size_t row = 0; row < first.size(); ++row)
        state[first.text(row, "hh_code")] = {&first, row};
    std::map<std::string, int> counts;
    for (const std::string& day : fridays) {
        const Table& changes = collected().households.at(day);
        for (std::size_t row = 0; row < changes.size(); ++row) {
            auto& before = state.at(changes.text(row, "hh_code"));
            counts[day] += is(*before.first, before.second, changes, row) ? 1 : 0;
            before = {&changes, row};
        }
    }
    return counts;
}

int sum(const std::map<std::string, int>& counts)
{
    int total = 0;
    for (const auto& [day, count] : counts)
        total += count;
    return total;
}

/// Items of a household that are unmet, of those that history touches.
int unmet(const Table& table, std::size_t row)
{
    int count = 0;
    for (const char* field : {"w_access", "w_assurance", "livelihood_ok"})
        count += table.number(row, field) == 0 ? 1 : 0;
    const std::string grade = table.text(row, "house_grade");
    count += grade == "C" || grade == "D" ? 1 : 0;
    const auto* income = std::get_if<double>(&table.value(row, "income_pc"));
    return count + (income != nullptr && *income < 4000 ? 1 : 0);
}

std::map<std::string, int> countBy(EntityKind kind, const char* field)
{
    const Table& table = collected()[kind];
    std::map<std::string, int> counts;
    for (std::size_t row = 0; row < table.size(); ++row)
        ++counts[table.text(row, field)];
    return counts;
}

} // namespace

TEST_CASE("all households stand on 30 March, and few change in a week", "[sample]")
{
    CHECK(collected().households.size() == 4);
    CHECK(collected().households.at("2020-03-30").size() == 100000);
    for (const std::string& day : fridays) {
        const std::size_t changed = collected().households.at(day).size();
        CHECK((changed > 50 && changed < 1000));
    }
}

TEST_CASE("households clear and fall back from week to week", "[sample]")
{
    const auto cleared =
        turns([](auto& a, auto i, auto& b, auto j) { return unmet(a, i) > 0 && unmet(b, j) == 0; });
    const auto fellBack =
        turns([](auto& a, auto i, auto& b, auto j) { return unmet(a, i) == 0 && unmet(b, j) > 0; });
    for (const std::string& day : fridays)
        CHECK(cleared.at(day) > 50);
    CHECK((sum(cleared) > 300 && sum(cleared) < 1500));
    CHECK(fellBack.at("2020-04-03") == 0);
    CHECK((sum(fellBack) >= 10 && sum(fellBack) < 200));
}

TEST_CASE("six households are poor again, two a week", "[sample]")
{
    const auto returned = turns([](auto& a, auto i, auto& b, auto j) {
        return a.text(i, "formal_status") == "exited" && b.text(j, "formal_status") == "returned";
    });
    for (const std::string& day : fridays)
        CHECK(returned.at(day) == 2);
}

TEST_CASE("72 households move into their sites in two weeks", "[sample]")
{
    const auto moved = turns([](auto& a, auto i, auto& b, auto j) {
        return a.text(i, "site").empty() && !b.text(j, "site").empty() &&
               a.text(i, "current_unit") == b.text(j, "origin_unit") &&
               !a.text(i, "group").empty() && b.text(j, "group").empty();
    });
    CHECK(moved.at("2020-04-03") == 36);
    CHECK(moved.at("2020-04-10") == 36);
    CHECK(sum(moved) == 72);
}

TEST_CASE("five households at home in 古柏 have no group", "[sample]")
{
    const Table& households = collected()[EntityKind::Household];
    int ungrouped = 0;
    for (std::size_t row = 0; row < households.size(); ++row)
        if (households.text(row, "group").empty() && households.text(row, "site").empty()) {
            CHECK(households.text(row, "origin_unit") == "532329101210");
            ++ungrouped;
        }
    CHECK(ungrouped == 5);
}

TEST_CASE("one village merged into another that households still name, one was renamed", "[sample]")
{
    const Table& successions = collected()[EntityKind::Succession];
    REQUIRE(successions.size() == 2);
    const std::size_t merge = successions.find("kind", "merge");
    const std::string gone = successions.text(merge, "old_unit");
    const Table& units = collected()[EntityKind::Unit];
    CHECK(units.text(units.find("code", gone), "valid_to") == successions.text(merge, "on_date"));
    const Table& households = collected()[EntityKind::Household];
    int there = 0;
    for (std::size_t row = 0; row < households.size(); ++row)
        there += households.text(row, "origin_unit") == gone ? 1 : 0;
    CHECK(there == 12);
    const std::size_t rename = successions.find("kind", "rename");
    CHECK(successions.text(rename, "old_unit") == successions.text(rename, "new_unit"));
    for (const std::size_t row : {merge, rename})
        CHECK(successions.text(row, "old_name").find("示例") != std::string::npos);
}

TEST_CASE("小河 has its ten criteria with something unmet and something unknown", "[sample]")
{
    const Table& values = collected()[EntityKind::CriterionValue];
    std::map<std::string, std::set<std::string>> results;
    std::map<std::string, std::set<std::string>> ofVillage;
    for (std::size_t row = 0; row < values.size(); ++row)
        (values.text(row, "subject") == "532329102214" ? results[values.text(row, "criterion")]
                                                       : ofVillage[values.text(row, "subject")])
            .insert(values.text(row, values.text(row, "subject") == "532329102214" ? "result"
                                                                                   : "criterion"));
    CHECK(results.size() == 10);
    CHECK(results.at("v_infra") == std::set<std::string>{"unmet"});
    CHECK(results.at("v_service") == std::set<std::string>{"unknown"});
    CHECK(results.at("v_water") == std::set<std::string>{"met", "unmet"});
    CHECK(ofVillage.erase("532329000000") == 1);
    CHECK(ofVillage.size() == 643);
    for (const auto& [village, criteria] : ofVillage)
        CHECK(criteria ==
              std::set<std::string>{"c_clean", "c_income", "c_industry", "c_org", "c_upkeep"});
    const auto counts = countBy(EntityKind::CriterionValue, "result");
    CHECK(counts.at("met") > 3000);
    CHECK((counts.at("unmet") > 10 && counts.at("unmet") < 200));
    CHECK((counts.at("unknown") > 10 && counts.at("unknown") < 200));
    const auto methods = countBy(EntityKind::CriterionValue, "method");
    CHECK(methods.at("reported") > 3000);
    CHECK(methods.at("verified") > 500);
}

TEST_CASE("a share of households and villages was visited, some visits disagree", "[sample]")
{
    const Table& visits = collected()[EntityKind::Visit];
    std::map<std::string, int> types, disagree;
    for (std::size_t row = 0; row < visits.size(); ++row) {
        ++types[visits.text(row, "subject_type")];
        if (visits.number(row, "agrees") == 0) {
            ++disagree[visits.text(row, "subject_type")];
            CHECK_FALSE(visits.text(row, "finding").empty());
        }
    }
    CHECK((types["household"] > 8000 && types["household"] < 40000));
    CHECK((types["unit"] > 500 && types["unit"] < 800));
    CHECK((disagree["household"] > 200 && disagree["household"] < 1000));
    CHECK((disagree["unit"] > 10 && disagree["unit"] < 60));
}

TEST_CASE("most poor households have a plan, some have none", "[sample]")
{
    const Table& households = collected()[EntityKind::Household];
    const Table& plans = collected()[EntityKind::PlanItem];
    std::set<std::string> planned;
    for (std::size_t row = 0; row < plans.size(); ++row)
        planned.insert(plans.text(row, "hh_code"));
    int with = 0, without = 0;
    for (std::size_t row = 0; row < households.size(); ++row) {
        const std::string status = households.text(row, "formal_status");
        if (status == "unexited" || status == "returned")
            ++(planned.contains(households.text(row, "hh_code")) ? with : without);
    }
    CHECK(with + without == 2903);
    CHECK((without > 100 && without < 400));
}

TEST_CASE("the listed places have aspects and a monthly cycle, some of March overdue", "[sample]")
{
    const Table& reviews = collected()[EntityKind::Review];
    int march = 0, overdue = 0;
    std::set<std::string> subjects;
    for (std::size_t row = 0; row < reviews.size(); ++row) {
        subjects.insert(reviews.text(row, "subject"));
        if (reviews.text(row, "month") != "2020-03-01")
            continue;
        ++march;
        overdue +=
            reviews.text(row, "dispatched_on").empty() || reviews.text(row, "judged_on").empty()
                ? 1
                : 0;
    }
    CHECK(march == static_cast<int>(subjects.size()));
    CHECK((overdue >= 2 && overdue <= 6));
    const auto aspects = countBy(EntityKind::ListingAspect, "aspect");
    CHECK(aspects.size() == 6);
    const auto months = countBy(EntityKind::ListingAspect, "month");
    CHECK(months.at("2020-03-01") > months.at("2020-04-01"));
    const auto states = countBy(EntityKind::Listing, "state");
    CHECK(states.at("lifted") == 1);
}

TEST_CASE("24 villages are signed up to the township, each household in three steps", "[sample]")
{
    const Table& signs = collected()[EntityKind::ClosureSign];
    const Table& households = collected()[EntityKind::Household];
    std::map<std::string, std::vector<std::string>> steps;
    std::set<std::string> villages;
    int reopened = 0;
    for (std::size_t row = 0; row < signs.size(); ++row) {
        const std::string subject = signs.text(row, "subject");
        if (signs.text(row, "subject_type") == "household")
            steps[subject].push_back(signs.text(row, "action"));
        else if (signs.text(row, "level") == "town")
            villages.insert(subject);
        reopened += signs.text(row, "action") == "reopen" ? 1 : 0;
    }
    CHECK(villages.size() == 24);
    CHECK(reopened >= 10);
    const std::vector<std::string> chain{"submit", "check", "approve"};
    std::size_t open = 0;
    for (const auto& [household, taken] : steps) {
        CHECK((taken == chain || (taken.size() == 4 && taken.back() == "reopen")));
        open += taken == chain ? 0 : 1;
    }
    CHECK(open == static_cast<std::size_t>(reopened));
    for (std::size_t row = 0; row < households.size(); ++row)
        if (villages.contains(households.text(row, "origin_unit")) &&
            households.number(row, "in_scope") == 1)
            CHECK(steps[households.text(row, "hh_code")] == chain);
}
