// SPDX-License-Identifier: MIT
#include "core/unit_code.h"

#include "support/catch.h"

#include <rapidcheck.h>

#include <unordered_set>

using guatu::Level;
using guatu::UnitCode;

namespace
{

UnitCode code(const char* digits)
{
    const auto parsed = UnitCode::parse(digits);
    REQUIRE(parsed);
    return *parsed;
}

} // namespace

TEST_CASE("a code tells its level", "[core]")
{
    CHECK(code("532300000000").level() == Level::Prefecture);
    CHECK(code("532329000000").level() == Level::County);
    CHECK(code("532329102000").level() == Level::Town);
    CHECK(code("532329102214").level() == Level::Village);
    CHECK(code("532329102214003").level() == Level::Group);
    CHECK(code("532329102214000").level() == Level::Village);
}

TEST_CASE("short codes are filled with zeros", "[core]")
{
    CHECK(code("5323") == code("532300000000"));
    CHECK(code("532329") == code("532329000000"));
    CHECK(code("532329102") == code("532329102000"));
    CHECK(code("532329102").str() == "532329102000");
    CHECK(code("532329102214003").str() == "532329102214003");
    CHECK(code("532329102214000").str() == "532329102214");
    CHECK(code("013302").str() == "013302000000");
}

TEST_CASE("a code with a part below an empty part is no code", "[core]")
{
    for (const char* digits :
         {"532329000201", "532300102000", "530029102214", "532329102000003", "002329102214",
          "530000000000", "5300", "000000000000", "000000000000000"})
        CHECK_FALSE(UnitCode::parse(digits));
}

TEST_CASE("anything but 4, 6, 9, 12 or 15 digits is no code", "[core]")
{
    for (const char* digits : {"", "53", "53232", "5323291", "53232910221", "5323291022140",
                               "5323291022140031", "53232910221a", " 532329102214", "532329102214 ",
                               "-32329102214", "+32329102214", "532329.02214"})
        CHECK_FALSE(UnitCode::parse(digits));
}

TEST_CASE("a code knows the units above it", "[core]")
{
    const UnitCode group = code("532329102214003");
    CHECK(group.parent() == code("532329102214"));
    CHECK(code("532329102214").parent() == code("532329102"));
    CHECK(code("532329102").parent() == code("532329"));
    CHECK(code("532329").parent() == code("5323"));
    CHECK_FALSE(code("5323").parent());
    CHECK(group.ancestor(Level::County) == code("532329"));
    CHECK(group.ancestor(Level::Group) == group);
    CHECK_FALSE(code("532329").ancestor(Level::Town));
}

TEST_CASE("a unit contains itself and what lies below it", "[core]")
{
    const UnitCode county = code("532329");
    CHECK(county.contains(county));
    CHECK(county.contains(code("532329102214003")));
    CHECK_FALSE(county.contains(code("532331102214")));
    CHECK_FALSE(county.contains(code("5323")));
    CHECK_FALSE(UnitCode{}.contains(county));
    CHECK_FALSE(county.contains(UnitCode{}));
}

TEST_CASE("the code made of nothing is no unit", "[core]")
{
    CHECK_FALSE(UnitCode{});
    CHECK(code("5323"));
}

TEST_CASE("level words are those of the files", "[core]")
{
    for (const char* word : {"prefecture", "county", "town", "village", "group"})
        CHECK(toString(*guatu::levelFromString(word)) == word);
    CHECK_FALSE(guatu::levelFromString("province"));
    CHECK_FALSE(guatu::levelFromString(""));
}

TEST_CASE("every valid code is written as it is read, below all its ancestors", "[core]")
{
    CHECK(rc::check("codes", [] {
        const int levels = *rc::gen::inRange(1, 6);
        std::string digits = std::to_string(*rc::gen::inRange(11, 100));
        for (int level = 0; level < levels; ++level) {
            const int part = *rc::gen::inRange(1, level < 2 ? 100 : 1000);
            const std::string text = std::to_string(part);
            digits += std::string((level < 2 ? 2U : 3U) - text.size(), '0') + text;
        }
        const auto parsed = UnitCode::parse(digits);
        RC_ASSERT(parsed);
        RC_ASSERT(parsed->level() == static_cast<Level>(levels - 1));
        RC_ASSERT(UnitCode::parse(parsed->str()) == parsed);
        RC_ASSERT(parsed->str().starts_with(digits));
        std::unordered_set<UnitCode> seen{*parsed};
        for (auto up = parsed->parent(); up; up = up->parent()) {
            RC_ASSERT(*up < *parsed);
            RC_ASSERT(up->contains(*parsed));
            RC_ASSERT(!parsed->contains(*up));
            RC_ASSERT(parsed->ancestor(up->level()) == up);
            RC_ASSERT(seen.insert(*up).second);
        }
        RC_ASSERT(seen.size() == static_cast<std::size_t>(levels));
    }));
}
