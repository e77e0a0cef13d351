// SPDX-License-Identifier: MIT
#include "briefing/table_layout.h"
#include "core/error.h"
#include "support/catch.h"
#include "support/gui.h"

using namespace guatu;
using namespace guatu::briefing;

namespace
{

Table longTable(int rows)
{
    Table table("t", {"名册", "Roster"},
                {{"name", {"名称", "Name"}, ColumnKind::Text},
                 {"count", {"户数", "Households"}, ColumnKind::Integer}});
    std::int64_t sum = 0;
    for (int i = 0; i < rows; ++i) {
        table.addRow({"第" + std::to_string(i) + "村", std::int64_t{i}});
        sum += i;
    }
    table.setTotal({std::string("合计"), sum});
    return table;
}

} // namespace

TEST_CASE("a table that flows loses no row and repeats none")
{
    needGui();
    for (const int rows : {0, 1, 7, 20000}) {
        const TableBlock whole =
            setTable(longTable(rows), {.title = "名册"}, 120, Language::Chinese);
        const auto parts = flowed(whole, {0, 0, 120, 40}, {0, 0, 120, 250}, Language::Chinese);
        std::vector<std::string> names;
        for (const TableBlock& part : parts) {
            CHECK(heightOf(part) <= part.box.height + 1e-6);
            for (const TableRowBlock& row : part.rows)
                names.push_back(row.cells.front().text);
        }
        if (rows == 0) {
            CHECK(names == std::vector<std::string>{"无"});
            continue;
        }
        REQUIRE(names.size() == static_cast<std::size_t>(rows) + 1);
        for (int i = 0; i < rows; ++i)
            if (names[static_cast<std::size_t>(i)] != "第" + std::to_string(i) + "村")
                FAIL("row " << i << " is " << names[static_cast<std::size_t>(i)]);
        CHECK(names.back() == "合计");
        CHECK(parts.back().rows.size() >= 2); // a total is never alone
    }
}

TEST_CASE("a column that a table has not is named, and numbers are never cut")
{
    needGui();
    CHECK_THROWS_AS(setTable(longTable(3), {.columns = {"nothing"}}, 100, Language::Chinese),
                    Error);
    CHECK_THROWS_AS(setTable(longTable(3), {}, 4, Language::Chinese), Error);
}

TEST_CASE("long texts are wrapped within their column")
{
    needGui();
    Table table(
        "t", {"表", "T"},
        {{"text", {"问题", "Problem"}, ColumnKind::Text}, {"n", {"数", "N"}, ColumnKind::Integer}});
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += "饮水";
    table.addRow({text, std::int64_t{3}});
    const TableBlock block = setTable(table, {}, 80, Language::Chinese);
    std::string joined;
    for (const char c : block.rows.front().cells.front().text)
        if (c != '\n')
            joined += c;
    CHECK(joined == text);
    CHECK(block.rows.front().height > 20);
}
