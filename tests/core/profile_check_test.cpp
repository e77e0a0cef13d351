// SPDX-License-Identifier: MIT
#include "core/definition.h"
#include "core/error.h"
#include "core/profile.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <fstream>

using namespace guatu;
using Json = nlohmann::ordered_json;

namespace
{

/// Changes the 2020 profile and tells which message at which place follows.
template <typename Change>
std::string afterChange(Change change)
{
    std::ifstream in(dataRoot() / "data" / "profiles" / "chuxiong-2020-100days.json");
    Json json = Json::parse(in);
    change(json);
    try {
        (void)parseProfile(json.dump(), "a.json");
        return "taken";
    } catch (const Error& error) {
        for (const auto& [key, text] : error.message().parameters)
            if (key == "pointer")
                return error.message().id + " " + text;
        return error.message().id;
    }
}

std::string afterSetting(const std::string& pointer, const Json& value)
{
    return afterChange([&](Json& json) { json[Json::json_pointer(pointer)] = value; });
}

std::string at(const std::string& id, const std::string& pointer)
{
    return "definition." + id + " " + pointer;
}

} // namespace

TEST_CASE("a threshold names a parameter that exists", "[core]")
{
    CHECK(afterSetting("/criteria/household/0/parameter", "poverty_lime") ==
          at("no_parameter", "/criteria/household/0/parameter"));
}

TEST_CASE("a comparison has one threshold, and only a comparison has one", "[core]")
{
    CHECK(afterSetting("/criteria/household/0/value", 4000) ==
          at("threshold", "/criteria/household/0"));
    CHECK(afterSetting("/criteria/household/2/value", 1) ==
          at("threshold", "/criteria/household/2"));
    CHECK(afterSetting("/criteria/household/2/op", ">") ==
          at("threshold", "/criteria/household/2"));
}

TEST_CASE("a criterion reads fields and words that records have", "[core]")
{
    CHECK(afterSetting("/criteria/household/0/field", "income") ==
          at("no_field", "/criteria/household/0/field"));
    CHECK(afterSetting("/criteria/household/7/all/1", "w_colour") ==
          at("no_flag", "/criteria/household/7/all/1"));
    CHECK(afterSetting("/criteria/household/7/all/1", "income_pc") ==
          at("no_flag", "/criteria/household/7/all/1"));
    CHECK(afterSetting("/criteria/household/6/in/0", "AA") ==
          at("allowed", "/criteria/household/6/in/0"));
    CHECK(afterSetting("/criteria/household/6/due_scope", "house_grade") ==
          at("no_flag", "/criteria/household/6/due_scope"));
    CHECK(afterSetting("/criteria/household/4/age", {15, 6}) ==
          at("age_reversed", "/criteria/household/4/age"));
}

TEST_CASE("two criteria never share an id, in whatever sets", "[core]")
{
    CHECK(afterSetting("/criteria/village_exit/1/id", "v_incidence") ==
          at("repeated", "/criteria/village_exit/1/id"));
    CHECK(afterSetting("/criteria/village_exit/1/id", "water") ==
          at("repeated", "/criteria/village_exit/1/id"));
}

TEST_CASE("a listing rule reads fields and words that its subject has", "[core]")
{
    CHECK(afterSetting("/listing_rules/0/if/f", "incidents") ==
          at("no_field", "/listing_rules/0/if/f"));
    CHECK(afterSetting("/listing_rules/1/where/v", "relocation") ==
          at("allowed", "/listing_rules/1/where/v"));
    CHECK(afterSetting("/listing_rules/4/if/any/1/f", "capacity") ==
          at("no_field", "/listing_rules/4/if/any/1/f"));
    CHECK(afterSetting("/listing_rules/3/within", "000000") ==
          at("no_unit_code", "/listing_rules/3/within"));
    CHECK(afterSetting("/listing_rules/1/id", "LP1") == at("repeated", "/listing_rules/1/id"));
    CHECK(afterSetting("/listing_rules/0/if/op", "in") == at("type", "/listing_rules/0/if/v"));
    CHECK(afterSetting("/listing_rules/0/if/v", {1, 2}) == at("type", "/listing_rules/0/if/v"));
}

TEST_CASE("levels, classes, aspects and steps have titles", "[core]")
{
    CHECK(afterSetting("/code_lists/level/2/code", "hamlet") == at("no_title", "/levels/2"));
    CHECK(afterSetting("/aspects/5", "honour") == at("no_title", "/aspects/5"));
    CHECK(afterSetting("/review/steps/0", "ponder") == at("no_title", "/review/steps/0"));
    CHECK(afterSetting("/code_lists/cause/1/code", "illness") ==
          at("repeated", "/code_lists/cause/1/code"));
    CHECK(afterSetting("/levels/0", "province") == at("allowed", "/levels/0"));
    CHECK(afterSetting("/levels/1", "household") == at("repeated", "/levels/1"));
}

TEST_CASE("closure and workflows lead somewhere", "[core]")
{
    CHECK(afterSetting("/closure/own/0/set", "village") == at("no_set", "/closure/own/0/set"));
    CHECK(afterSetting("/closure/own/0/when/v", "left") == at("allowed", "/closure/own/0/when/v"));
    CHECK(afterSetting("/closure/scope", "persons") == at("no_flag", "/closure/scope"));
    CHECK(afterSetting("/workflows/0/initial", "start") == at("no_state", "/workflows/0/initial"));
    CHECK(afterSetting("/workflows/0/transitions/1/to", "done") ==
          at("no_state", "/workflows/0/transitions/1/to"));
}

TEST_CASE("a campaign does not end before it starts, yet a deadline may lie before its end",
          "[core]")
{
    CHECK(afterSetting("/end", "2020-03-29") == at("before_start", "/end"));
    CHECK(afterSetting("/deadlines/2/on", "2020-06-20") == "taken");
}

TEST_CASE("a rule on incidence needs a profile that names its denominator", "[core]")
{
    CHECK(afterChange([](Json& json) { json.erase("incidence"); }) ==
          at("no_denominator", "/listing_rules/0/if/f"));
}

TEST_CASE("a profile may count all households, or those of a flag that they have", "[core]")
{
    CHECK(afterSetting("/closure/scope", "all") == "taken");
    CHECK(afterSetting("/closure/scope", "dibao") == "taken");
    CHECK(afterSetting("/closure/scope", "everybody") == at("no_flag", "/closure/scope"));
}

TEST_CASE("incidence is counted on a number of units", "[core]")
{
    CHECK(afterSetting("/incidence/denominator", "name") ==
          at("no_field", "/incidence/denominator"));
    CHECK(afterSetting("/incidence/denominator", "persons") == "taken");
}
