// SPDX-License-Identifier: MIT
#include "exchange/cell_parser.h"

#include "support/catch.h"

using namespace guatu;
using namespace guatu::exchange;

namespace
{

std::string day(std::string_view text)
{
    const auto date = parseDate(text);
    return date ? date->iso() : "";
}

const Lexicon& lexicon()
{
    static const Lexicon loaded = Lexicon::load();
    return loaded;
}

ParsedCell cell(EntityKind kind, std::string_view field, std::string_view text,
                bool workbook = false)
{
    CellParser parser(kind, *findField(kind, field), lexicon(), 1, workbook);
    return parser.parse(text);
}

std::string word(EntityKind kind, std::string_view field, std::string_view text)
{
    const ParsedCell parsed = cell(kind, field, text);
    const auto* value = std::get_if<std::string>(&parsed.value);
    return value == nullptr ? "" : *value;
}

bool isNull(const ParsedCell& parsed)
{
    return std::holds_alternative<std::monostate>(parsed.value);
}

} // namespace

TEST_CASE("days are read in every form ledgers use", "[exchange]")
{
    for (const char* text : {"2020-05-06", "2020/5/6", "2020.5.6", "2020.05.06", "2020年5月6日",
                             "20200506", "43957", "２０２０－０５－０６", "2020-05-06 00:00:00",
                             "2020/05/06 09:58:00", "2020-05-06T18:49:00", "43957.5"})
        CHECK(day(text) == "2020-05-06"); // 43957: serial number of spreadsheets
    CHECK(day("202005") == "2020-05-01");
    CHECK(day("2020-05") == "2020-05-01");
    CHECK(day("2020年5月") == "2020-05-01");
    for (const char* text : {"5/6/2020", "2020-13-01", "2019-02-29", "明年", "0", "2020", "12"})
        CHECK(day(text).empty());
}

TEST_CASE("numbers are read with their commas, units and numerals", "[exchange]")
{
    CHECK(parseNumber("1,234.5") == 1234.5);
    CHECK(parseNumber("12,345,678") == 12345678.0);
    CHECK(parseNumber("１２３") == 123.0);
    CHECK(parseNumber("-3") == -3.0);
    CHECK(parseNumber("四") == 4.0);
    CHECK(parseNumber("十二") == 12.0);
    CHECK(parseNumber("二十三") == 23.0);
    CHECK(parseNumber("3人") == 3.0);
    CHECK(parseNumber("12.5%") == 12.5);
    for (const char* text : {"1,23", "12a", "", "约3", "1.2.3", "nan", "inf", "四五"})
        CHECK_FALSE(parseNumber(text));
}

TEST_CASE("a code that lost digits in a spreadsheet refuses its row", "[exchange]")
{
    for (const char* text : {"1.23E+17", "5.32329E+15", "5.3232910220700E+17"}) {
        const ParsedCell parsed = cell(EntityKind::Household, "hh_code", text);
        CHECK(parsed.damaged);
        CHECK(parsed.problem->id == "import.digits_lost");
        CHECK(isNull(parsed));
    }
    // A workbook's own notation of a number that fits has all its digits.
    CHECK(std::get<std::string>(
              cell(EntityKind::Household, "hh_code", "5.32329103207E11", true).value) ==
          "532329103207");
    CHECK(cell(EntityKind::Household, "hh_code", "5.3232910320700001E17", true).damaged);
    const ParsedCell rounded = cell(EntityKind::Person, "id_no", "532329198001010000");
    CHECK(rounded.problem->id == "import.digits_rounded");
    CHECK(rounded.remark);
}

TEST_CASE("an ID number is told by its check digit", "[exchange]")
{
    // The worked example of GB 11643-1999.
    CHECK(isIdNumber("11010519491231002X"));
    CHECK(isIdNumber("11010519491231002x"));
    CHECK_FALSE(isIdNumber("110105194912310021"));
    CHECK_FALSE(isIdNumber("1101051949123100"));
}

TEST_CASE("codes keep their leading zeros", "[exchange]")
{
    CHECK(word(EntityKind::Household, "hh_code", " 0532329101201 ") == "0532329101201");
    CHECK(word(EntityKind::Household, "hh_code", "'00123") == "00123");
}

TEST_CASE("an answer that is missing is unknown and never a no", "[exchange]")
{
    for (const char* text : {"", " ", "-", "—", "/", "无", "未知", "不详", "N/A", "待核实"}) {
        CAPTURE(text);
        const ParsedCell flag = cell(EntityKind::Household, "w_quality", text);
        CHECK(isNull(flag));
        CHECK_FALSE(flag.problem);
        CHECK(isNull(cell(EntityKind::Household, "income_pc", text)));
        CHECK(isNull(cell(EntityKind::Household, "house_grade", text)));
    }
    CHECK(cell(EntityKind::Household, "income_pc", "0").value == Value(0.0));
    for (const char* text : {"是", "有", "√", "Y", "1", "达标", "享受"})
        CHECK(cell(EntityKind::Household, "dibao", text).value == Value(std::int64_t{1}));
    for (const char* text : {"否", "×", "N", "0", "未达标", "没有"})
        CHECK(cell(EntityKind::Household, "dibao", text).value == Value(std::int64_t{0}));
    CHECK(cell(EntityKind::Household, "dibao", "也许").problem->id == "import.no_flag");
}

TEST_CASE("the words of ledgers become codes", "[exchange]")
{
    CHECK(word(EntityKind::Household, "formal_status", "未脱贫") == "unexited");
    CHECK(word(EntityKind::Household, "formal_status", "已脱贫（享受政策）") == "exited");
    CHECK(word(EntityKind::Household, "watch", "边缘易致贫户") == "marginal");
    CHECK(word(EntityKind::Household, "house_grade", "Ｃ级") == "C");
    CHECK(word(EntityKind::Person, "dropout", "送教上门") == "home_teaching");
    CHECK(word(EntityKind::Road, "surface", "水泥混凝土") == "concrete");
    CHECK(word(EntityKind::Facility, "kind", "村卫生室") == "clinic");
    CHECK(cell(EntityKind::Road, "surface", "月球表面").problem->id == "import.no_word");
}

TEST_CASE("numbers outside what a field can be are slips", "[exchange]")
{
    CHECK(cell(EntityKind::Household, "persons", "4.5").problem->id == "import.no_integer");
    CHECK(cell(EntityKind::Household, "persons", "-1").problem->id == "import.number_range");
    CHECK(cell(EntityKind::Household, "persons", "3.0").value == Value(std::int64_t{3}));
    CHECK(cell(EntityKind::Household, "exit_year", "2019年").value == Value(std::int64_t{2019}));
    CHECK(cell(EntityKind::Household, "exit_year", "201912").value == Value(std::int64_t{2019}));
    CHECK(cell(EntityKind::Household, "exit_year", "19").problem->id == "import.number_range");
    CHECK(cell(EntityKind::Project, "progress_pct", "120").problem->id == "import.number_range");
}

TEST_CASE("the unit in a header's bracket is turned into the field's", "[exchange]")
{
    CHECK(unitFactor("总投资（元）", "budget_wan") == Approx(0.0001));
    CHECK(unitFactor("总投资(万元)", "budget_wan") == 1);
    CHECK(unitFactor("人均纯收入", "income_pc") == 1);
    CHECK(unitFactor("人均纯收入(万元)", "income_pc") == 10000);
}
