// SPDX-License-Identifier: MIT
#include "core/feature_table.h"

#include "support/catch.h"

#include <limits>

using namespace guatu;

TEST_CASE("a table gives the value of any column, and unknown for what is missing", "[core]")
{
    FeatureTable table{"village", GeometryColumn(GeometryType::Point)};
    table.geometry.addPoint({1, 2});
    table.geometry.addPoint({});
    TextColumn names;
    names.add("小河");
    names.add("");
    table.columns.emplace_back("clear",
                               CategoryColumn{.words = {"unknown", "cleared"}, .rows = {1, 0}});
    table.columns.emplace_back("persons",
                               NumberColumn{226, std::numeric_limits<double>::quiet_NaN()});
    table.columns.emplace_back("name", names);

    CHECK(table.size() == 2);
    CHECK(table.value("clear", 0) == FieldValue("cleared"));
    CHECK(table.value("persons", 0) == FieldValue(226.0));
    CHECK(table.value("name", 0) == FieldValue("小河"));
    for (const char* column : {"clear", "persons", "name", "nothing"})
        CHECK(table.value(column, 1) == FieldValue());
    CHECK(table.value("nothing", 0) == FieldValue());

    CHECK(table.category("clear") != nullptr);
    CHECK(table.category("persons") == nullptr);
    CHECK(table.number("persons") != nullptr);
    CHECK(table.number("nothing") == nullptr);
    CHECK(table.text("name") != nullptr);
}
