// SPDX-License-Identifier: MIT
#include "exchange/pinyin.h"

#include "support/catch.h"

using namespace guatu::exchange;

// Expected spellings: the official romanisation of the places.
TEST_CASE("a place is found by the pinyin of its name", "[exchange]")
{
    CHECK(pinyin("高桥镇") == "gaoqiaozhen");
    CHECK(pinyin("绿汁镇") == "lvzhizhen");
    CHECK(pinyin("牟定县") == "moudingxian");
    CHECK(pinyin("大地基乡") == "dadijixiang");
    CHECK(pinyin("长坡") == "changpo");
    CHECK(pinyin("ＡＢ 3 组") == "ab3zu");
    CHECK(pinyin("").empty());
}

TEST_CASE("a place is found by the initials of its name", "[exchange]")
{
    CHECK(pinyinInitials("高桥镇") == "gqz");
    CHECK(pinyinInitials("小河村委会") == "xhcwh");
    CHECK(pinyinInitials("二街3组") == "ej3z");
}
