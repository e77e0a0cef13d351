// SPDX-License-Identifier: MIT
#include "core/audience.h"

#include "core/error.h"
#include "core/file_name.h"
#include "support/catch.h"
#include "support/source_folder.h"
#include "support/temporary_folder.h"

#include <nlohmann/json.hpp>

using namespace guatu;

namespace
{

/// The shipped profile with another white list.
std::string profileWith(const nlohmann::json& allow)
{
    auto profile = nlohmann::json::parse(
        test::bytesOf(test::sourceFolder() / "data" / "profiles" / "chuxiong-2020-100days.json"));
    profile["export"]["allow"] = allow;
    return profile.dump();
}

ExportPolicy policyOf(const nlohmann::json& allow)
{
    return ExportPolicy::parse(profileWith(allow), "test");
}

const nlohmann::json sites = {
    {"layers", {{"unit", {{{"for", {"public"}}, {"fields", {"place", "hh_*"}}}}}}},
    {"tables",
     {{"sites", {{{"for", {"briefing", "internal"}}, {"fields", {"name", "seat"}}}}},
      {"households", {{{"for", {"public"}}, {"fields", {"place", "class"}}}}}}}};

} // namespace

TEST_CASE("a name is its first character and two stars", "[core][audience]")
{
    CHECK(maskedName("张三丰") == "张**");
    CHECK(maskedName("李四") == "李**");
    CHECK(maskedName(" 𠮷田 ") == "𠮷**");
    CHECK(maskedName("").empty());
}

TEST_CASE("what is not granted is not seen", "[core][audience]")
{
    const ExportPolicy policy = policyOf(sites);
    CHECK(policy.allowsTableField("sites", "name", Audience::Briefing));
    CHECK_FALSE(policy.allowsTableField("sites", "name", Audience::Public));
    CHECK_FALSE(policy.allowsTableField("sites", "code", Audience::Briefing));
    CHECK_FALSE(policy.allowsTableField("roads", "name", Audience::Internal));
    CHECK(policy.allowsTable("sites", Audience::Internal));
    CHECK_FALSE(policy.allowsTable("sites", Audience::Field));
    CHECK(policy.tablePlace("sites", Audience::Briefing) == PlaceGrant::Seat);
    CHECK(policy.tablePlace("sites", Audience::Public) == PlaceGrant::None);
    // Village and town are units; a group, being small, is named apart.
    CHECK(policy.allowsLayerField("village", "hh_cleared", Audience::Public));
    CHECK(policy.layerPlace("town_seat", Audience::Public) == PlaceGrant::Exact);
    CHECK_FALSE(policy.allowsLayerField("group_seat", "hh_cleared", Audience::Public));
    CHECK_FALSE(policy.allowsLayerField("village", "name", Audience::Public));
}

TEST_CASE("the public sees no household, whatever a profile grants", "[core][audience]")
{
    const ExportPolicy policy = policyOf(sites);
    CHECK_FALSE(policy.allowsTableField("households", "class", Audience::Public));
    CHECK_FALSE(policy.allowsTable("households", Audience::Public));
    CHECK(policy.tablePlace("households", Audience::Public) == PlaceGrant::None);
}

TEST_CASE("a white list for an audience that does not exist is refused", "[core][audience]")
{
    nlohmann::json bad = sites;
    bad["tables"]["sites"][0]["for"][0] = "everybody";
    CHECK_THROWS_AS(policyOf(bad), Error);
    nlohmann::json profile = nlohmann::json::parse(profileWith(sites));
    profile["export"].erase("allow");
    CHECK(ExportPolicy::parse(profile.dump(), "old").empty());
}

TEST_CASE("texts become names that every system takes", "[core]")
{
    CHECK(legalFileName("武定县") == "武定县");
    CHECK(legalFileName(" a/b\\c:d*e?f\"g<h>i|j. ") == "a-b-c-d-e-f-g-h-i-j");
    CHECK(legalFileName("") == "-");
    CHECK(legalFileName("..") == "-");
    CHECK(legalFileName("NUL") == "NUL_");
    CHECK(legalFileName("com7.txt") == "com7.txt_");
    std::string longName;
    for (int i = 0; i < 100; ++i)
        longName += "户";
    CHECK(legalFileName(longName).size() == 120); // 40 characters of 3 bytes
}
