// SPDX-License-Identifier: MIT
#include "core/table.h"

#include "core/text_width.h"
#include "support/catch.h"

#include <limits>
#include <stdexcept>

using namespace guatu;

namespace
{

const TableColumn persons{"persons", {"人", "persons"}, ColumnKind::Integer};
const TableColumn incidence{"incidence_percent", {"发生率", "incidence"}, ColumnKind::Percent};

} // namespace

TEST_CASE("a table refuses columns of personal data", "[core][table]")
{
    for (const char* key : {"head_name", "phone", "bank", "id_no"}) {
        INFO(key);
        CHECK_THROWS_AS(Table("t", {}, {{key, {}}}), std::logic_error);
    }
    CHECK_NOTHROW(Table("t", {}, {{"name", {}}}));
    CHECK_THROWS_AS(Table("t", {}, {persons, persons}), std::logic_error);
}

TEST_CASE("a table holds whole rows of the right kinds only", "[core][table]")
{
    Table table("t", {"表", "table"}, {persons, incidence});
    table.addRow({std::int64_t{3}, 2.5});
    table.addRow({Unknown{}, Blank{}});
    CHECK_THROWS_AS(table.addRow({std::int64_t{3}}), std::logic_error);
    CHECK_THROWS_AS(table.addRow({2.5, 2.5}), std::logic_error);
    CHECK_THROWS_AS(table.setTotal({std::string("3"), 2.5}), std::logic_error);
    CHECK(table.size() == 2);
    CHECK(std::get<double>(table.cell(0, "incidence_percent")) == 2.5);
    CHECK_THROWS_AS(table.cell(0, "nothing"), std::logic_error);
    CHECK_THROWS_AS(table.setGeometry(GeometryColumn(GeometryType::Point)), std::logic_error);
}

TEST_CASE("cells read as offices write them", "[core][table]")
{
    CHECK(shown(std::int64_t{8331}, persons, Language::Chinese) == "8,331");
    CHECK(shown(Unknown{}, persons, Language::Chinese) == "未核实");
    CHECK(shown(Unknown{}, persons, Language::English) == "unknown");
    CHECK(shown(Blank{}, persons, Language::Chinese).empty());
    CHECK(shown(2.996, incidence, Language::Chinese) == "3.00 %");
    CHECK(shown(1234567.891, {"d", {}, ColumnKind::Decimal, 1}, Language::Chinese) ==
          "1,234,567.9");
    const TableColumn asNeeded{"d", {}, ColumnKind::Decimal, TableColumn::asNeeded};
    CHECK(shown(1082.0, asNeeded, Language::Chinese) == "1,082");
    CHECK(shown(10.4113, asNeeded, Language::Chinese) == "10.41");
    CHECK(shown(-1234.0, {"d", {}, ColumnKind::Decimal, 0}, Language::Chinese) == "-1,234");
    CHECK(shown(-0.001, {"d", {}, ColumnKind::Decimal, 2}, Language::Chinese) == "0.00");
    CHECK(shown(*Date::fromYmd(2020, 4, 17), {"d", {}, ColumnKind::Date}, Language::Chinese) ==
          "2020-04-17");
    CHECK(shown(Word{"cleared", {"已销号", "cleared"}}, {"w", {}, ColumnKind::Word},
                Language::Chinese) == "已销号");
}

TEST_CASE("what is missing is unknown, and nothing has no share", "[core][table]")
{
    CHECK(countCell(-1) == TableCell{Unknown{}});
    CHECK(countCell(0) == TableCell{std::int64_t{0}});
    CHECK(figureCell(std::numeric_limits<double>::quiet_NaN()) == TableCell{Unknown{}});
    CHECK(percentCell(1, 4) == TableCell{25.0});
    CHECK(percentCell(0, 0) == TableCell{Blank{}});
}

TEST_CASE("Han characters and full-width signs take two cells", "[core][table]")
{
    CHECK(textWidth("abc") == 3);
    CHECK(textWidth("高桥镇") == 6);
    CHECK(textWidth("3 组（东）") == 10);
    CHECK(textWidth("e\u0301") == 1);
    CHECK(textWidth("―─%") == 3);
    CHECK(textWidth("𠮷") == 2);
    CHECK(textWidth("") == 0);
}
