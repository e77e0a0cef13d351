// SPDX-License-Identifier: MIT
#include "exchange/delimited_reader.h"

#include "core/error.h"
#include "fixtures.h"
#include "support/catch.h"

#include <rapidcheck.h>

using namespace guatu::exchange;
using guatu::test::TempFolder;

namespace
{

using Table = std::vector<std::vector<std::string>>;

Table read(const std::filesystem::path& file)
{
    DelimitedReader reader(file, std::nullopt);
    Table table;
    for (SourceRow row; reader.next(row);) {
        REQUIRE(row.number == table.size() + 1);
        table.push_back(row.cells);
    }
    return table;
}

/// Writes as RFC 4180 says.
std::string csv(const Table& table, char separator)
{
    std::string text;
    for (const auto& row : table) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (column > 0)
                text += separator;
            text += '"';
            for (const char c : row[column])
                text.append(c == '"' ? 2 : 1, c);
            text += '"';
        }
        text += "\r\n";
    }
    return text;
}

} // namespace

TEST_CASE("any text survives being written as CSV and read again", "[exchange]")
{
    CHECK(rc::check([] {
        const TempFolder folder;
        const auto cell = rc::gen::map(
            rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                "a", ",", ";", "\t", "\"", "\n", "\r", "户", " ", "'", "0", "é", "𠮷", "\"\"")),
            [](const std::vector<std::string>& parts) {
                std::string text;
                for (const std::string& part : parts)
                    text += part;
                return text;
            });
        const auto columns = *rc::gen::inRange<std::size_t>(2, 5);
        Table table =
            *rc::gen::container<Table>(rc::gen::container<std::vector<std::string>>(columns, cell));
        table.insert(table.begin(), std::vector<std::string>(columns, "表头"));
        const char separator = *rc::gen::element(',', ';', '\t');
        RC_ASSERT(read(folder.write("t.csv", csv(table, separator))) == table);
    }));
}

TEST_CASE("text without quotes is cut at separators and line ends of all kinds", "[exchange]")
{
    const TempFolder folder;
    const Table wanted{{"a", "b\"c", ""}, {"", "2", "3"}, {""}, {"4"}};
    CHECK(read(folder.write("t.csv", "a,b\"c,\n,2,3\n\n4")) == wanted);
    CHECK(read(folder.write("t.csv", "a,b\"c,\r\n,2,3\r\n\r\n4\r\n")) == wanted);
    CHECK(read(folder.write("t.csv", "a,b\"c,\r,2,3\r\r4\r")) == wanted);
}

TEST_CASE("the separator is the one that makes a table", "[exchange]")
{
    CHECK(guessSeparator("名称;人数,万\n小河;1,5\n大村;2,0\n") == ';');
    CHECK(guessSeparator("a\tb\n1,2\t3\n") == '\t');
    CHECK(guessSeparator("2020年统计表\n\ncode,name\n1,x\n2,y;z\n") == ',');
    CHECK(guessSeparator("one column") == ',');
}

TEST_CASE("a field or row that no table holds is refused before memory is used", "[exchange]")
{
    const TempFolder folder;
    const ImportOptions options{.kind = guatu::EntityKind::Unit};
    std::string field = "code,name\n1,";
    field.append(200'000'000, 'x');
    CHECK(guatu::test::errorOf(folder.write("long.csv", field), options) ==
          "import.field_too_long");
    std::string columns = "code,name";
    for (int column = 0; column < 10'000; ++column)
        columns += ",x";
    CHECK(guatu::test::errorOf(folder.write("wide.csv", columns + "\n"), options) ==
          "import.too_many_columns");
    CHECK(guatu::test::errorOf(folder.write("quote.csv", "code,name\n1,\"小河\n2,大村\n"),
                               options) == "import.quote_open");
}
