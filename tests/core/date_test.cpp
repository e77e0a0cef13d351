// SPDX-License-Identifier: MIT
#include "core/date.h"

#include "support/catch.h"

#include <rapidcheck.h>

using guatu::Date;

TEST_CASE("the hundred-day push runs 92 days from its first to its last day", "[core]")
{
    const auto start = Date::fromIso("2020-03-30");
    const auto end = Date::fromIso("2020-06-30");
    REQUIRE((start && end));
    CHECK(daysBetween(*start, *end) == 92); // 93 days, both ends counted
    CHECK(daysBetween(*end, *start) == -92);
    CHECK(*start < *end);
}

TEST_CASE("days that no calendar has are not read", "[core]")
{
    CHECK_FALSE(Date::fromYmd(2019, 2, 29));
    CHECK(Date::fromYmd(2020, 2, 29));
    CHECK_FALSE(Date::fromYmd(1900, 2, 29));
    CHECK(Date::fromYmd(2000, 2, 29));
    CHECK_FALSE(Date::fromYmd(2020, 13, 1));
    CHECK_FALSE(Date::fromYmd(2020, 0, 1));
    CHECK_FALSE(Date::fromYmd(2020, 4, 31));
    CHECK_FALSE(Date::fromYmd(2020, 4, -1));
    CHECK_FALSE(Date::fromYmd(0, 1, 1));
    CHECK_FALSE(Date::fromYmd(10000, 1, 1));
}

TEST_CASE("a date is read only in the form 2020-04-17", "[core]")
{
    for (const char* text : {"", "2020-4-17", "2020/04/17", "20200417", "2020-04-17 ",
                             " 2020-04-17", "2020-04-1x", "-020-04-17", "2020-04-+7", "2020-02-30"})
        CHECK_FALSE(Date::fromIso(text));
}

TEST_CASE("days are counted from 1970-01-01", "[core]")
{
    // python3: (date(2020, 3, 30) - date(1970, 1, 1)).days and so on
    CHECK(Date::fromIso("1970-01-01")->days() == 0);
    CHECK(Date::fromIso("2020-03-30")->days() == 18351);
    CHECK(Date::fromIso("0001-01-01")->days() == -719162);
    CHECK(Date::fromIso("9999-12-31")->days() == 2932896);
}

TEST_CASE("every day is written as it is read", "[core]")
{
    CHECK(rc::check("iso and back", [] {
        const Date day{*rc::gen::inRange(-719162, 2932897)};
        RC_ASSERT(Date::fromIso(day.iso()) == day);
        RC_ASSERT(Date::fromYmd(day.year(), day.month(), day.day()) == day);
    }));
}
