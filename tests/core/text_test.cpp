// SPDX-License-Identifier: MIT
#include "core/text.h"

#include "support/catch.h"

#include <rapidcheck.h>

using namespace guatu;

TEST_CASE("blanks of every kind are trimmed at both ends", "[core]")
{
    CHECK(trim("  a b\t\r\n") == "a b");
    CHECK(trim("\u3000 高桥镇\u3000") == "高桥镇");
    CHECK(trim("\uFEFF村名") == "村名");
    CHECK(trim("\u00A0x\u00A0") == "x");
    CHECK(trim(" \u3000\t").empty());
    CHECK(trim("").empty());
    CHECK(trim("高\u3000桥") == "高\u3000桥");
}

TEST_CASE("full width letters, digits and signs become half width and small", "[core]")
{
    CHECK(foldWidth("ＡＢＣ１２３（％）") == "abc123(%)");
    CHECK(foldWidth("户编号：A-1") == "户编号:a-1");
    CHECK(foldWidth("１\u3000２") == "1 2");
    CHECK(foldWidth("、。《》") == "、。《》"); // no half width twin
}

TEST_CASE("a header loses its blanks and the unit at its end", "[core]")
{
    CHECK(foldHeader("行政村文化(图书)室个数 (个)") == "行政村文化(图书)室个数");
    CHECK(foldHeader("人均纯收入（元）") == "人均纯收入");
    CHECK(foldHeader("户 编 号") == "户编号");
    CHECK(foldHeader(" Household\u3000Code ") == "householdcode");
    CHECK(foldHeader("面积（平方米（㎡））") == "面积");
    CHECK(foldHeader("文化(图书)室") == "文化(图书)室");
    CHECK(foldHeader("(个)") == "(个)"); // nothing would be left
    CHECK(foldHeader("个数)") == "个数)");
    CHECK(foldHeader("") == "");
    CHECK(foldHeader("是否\n达标") == "是否达标");
}

TEST_CASE("cells that say nothing are missing, zeros are not", "[core]")
{
    for (const char* cell : {"", " ", "\u3000", "-", "—", "——", "－", "/", "／", "无", " 无 ",
                             "未知", "不详", "N/A", "n/a", "NULL", "null", "Null"})
        CHECK(isMissing(cell));
    for (const char* cell : {"0", "0.0", "否", "无房", "没有", "-1", "na", "a/b", "无法核实", "是"})
        CHECK_FALSE(isMissing(cell));
}

TEST_CASE("only well-formed UTF-8 passes as such", "[core]")
{
    CHECK(isUtf8(""));
    CHECK(isUtf8("挂图 map \U00020BB7"));
    CHECK_FALSE(isUtf8("\xC0\x80"));         // overlong
    CHECK_FALSE(isUtf8("\xE0\x80\x80"));     // overlong
    CHECK_FALSE(isUtf8("\xF0\x80\x80\x80")); // overlong
    CHECK_FALSE(isUtf8("\xED\xA0\x80"));     // half of a surrogate pair
    CHECK_FALSE(isUtf8("\xF4\x90\x80\x80")); // past U+10FFFF
    CHECK_FALSE(isUtf8("\xF5\x80\x80\x80"));
    CHECK_FALSE(isUtf8("\x80"));
    CHECK_FALSE(isUtf8("\xE6\x8C"));         // cut off
    CHECK_FALSE(isUtf8("\xBB\xA7\xB1\xE0")); // 户编 in GBK
}

TEST_CASE("damaged bytes turn into replacement characters, one each", "[core]")
{
    CHECK(decodeUtf8("a\xFF\xE6\x8Cz") == U"a\uFFFD\uFFFD\uFFFDz");
}

TEST_CASE("every text survives decoding and encoding", "[core]")
{
    CHECK(rc::check("code points", [] {
        auto points = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::suchThat(
            rc::gen::inRange<std::uint32_t>(0, 0x110000),
            [](std::uint32_t point) { return point < 0xD800 || point > 0xDFFF; }));
        const std::u32string text(points.begin(), points.end());
        const std::string bytes = encodeUtf8(text);
        RC_ASSERT(isUtf8(bytes));
        RC_ASSERT(decodeUtf8(bytes) == text);
    }));
}

TEST_CASE("any bytes at all can be trimmed, folded and judged", "[core]")
{
    CHECK(rc::check("bytes", [] {
        const auto bytes = *rc::gen::arbitrary<std::string>();
        RC_ASSERT(isUtf8(foldHeader(bytes)));
        RC_ASSERT(isUtf8(foldWidth(bytes)));
        RC_ASSERT(trim(trim(bytes)) == trim(bytes));
        RC_ASSERT(foldWidth(foldWidth(bytes)) == foldWidth(bytes));
        (void)isMissing(bytes);
    }));
}

TEST_CASE("a text is split at each separator", "[core]")
{
    CHECK(split("a,b,,c", ',') == std::vector<std::string_view>{"a", "b", "", "c"});
    CHECK(split("", ',') == std::vector<std::string_view>{""});
    CHECK(split(",", ',') == std::vector<std::string_view>{"", ""});
}

TEST_CASE("large numbers are written in groups of three digits", "[core]")
{
    CHECK(withThousands(0) == "0");
    CHECK(withThousands(999) == "999");
    CHECK(withThousands(1000) == "1,000");
    CHECK(withThousands(12345) == "12,345");
    CHECK(withThousands(1234567) == "1,234,567");
    CHECK(withThousands(-999) == "-999");
    CHECK(withThousands(-123456) == "-123,456");
}
