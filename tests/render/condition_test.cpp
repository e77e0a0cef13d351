// SPDX-License-Identifier: MIT
#include "render/compiled_condition.h"
#include "render/scene_cache.h"
#include "support/catch.h"
#include "support/map_scene.h"

#include <rapidcheck.h>

using namespace guatu;
using namespace guatu::render;

namespace
{

/// Category, number and text columns, each with unknown values.
FeatureTable mixedTable()
{
    FeatureTable table;
    table.source = "mixed";
    table.geometry = GeometryColumn(GeometryType::Point);
    CategoryColumn kind{{"unknown", "a", "b"}, {}};
    NumberColumn number;
    TextColumn name;
    for (int i = 0; i < 24; ++i) {
        table.geometry.addPoint({static_cast<double>(i), 0});
        table.ids.push_back(i);
        kind.rows.push_back(static_cast<std::uint8_t>(i % 3));
        number.push_back(i % 5 == 0 ? std::numeric_limits<double>::quiet_NaN() : i % 7);
        name.add(i % 4 == 0 ? "" : i % 2 == 0 ? "a" : "b");
    }
    table.columns = {{"kind", kind}, {"number", number}, {"name", name}};
    return table;
}

Condition randomCondition(int depth)
{
    Condition condition;
    const int kind = *rc::gen::inRange(0, depth > 0 ? 4 : 1);
    condition.kind = static_cast<Condition::Kind>(kind);
    if (condition.kind != Condition::Kind::Compare) {
        const int children = condition.kind == Condition::Kind::Not ? 1 : *rc::gen::inRange(0, 4);
        for (int i = 0; i < children; ++i)
            condition.children.push_back(randomCondition(depth - 1));
        return condition;
    }
    condition.field = *rc::gen::element<std::string>("kind", "number", "name", "missing");
    condition.op = static_cast<Condition::Operator>(*rc::gen::inRange(0, 7));
    const int values = condition.op == Condition::Operator::In ? *rc::gen::inRange(1, 4) : 1;
    for (int i = 0; i < values; ++i) {
        if (*rc::gen::inRange(0, 2) == 0)
            condition.values.emplace_back(static_cast<double>(*rc::gen::inRange(0, 7)));
        else
            condition.values.emplace_back(*rc::gen::element<std::string>("a", "b", "c"));
    }
    return condition;
}

} // namespace

TEST_CASE("a compiled condition judges every row as the plain one does", "[render]")
{
    const FeatureTable table = mixedTable();
    rc::check([&table] {
        const Condition condition = randomCondition(3);
        const CompiledCondition compiled(condition, table);
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto expected =
                condition.evaluate([&](std::string_view field) { return table.value(field, row); });
            RC_ASSERT(compiled.evaluate(row) == expected);
        }
    });
}

TEST_CASE("a prepared table follows its life, not its address", "[render]")
{
    SceneCache cache;
    auto table = test::boxTable("area", {{0, 0, 10, 10}}, {"a"}, {1});
    const auto prepared = cache.prepared(table);
    CHECK(cache.prepared(table) == prepared);
    CHECK(prepared->anchor(0).x == Approx(5).margin(0.2));
    CHECK(prepared->anchor(0).y == Approx(5).margin(0.2));
    table = test::boxTable("area", {{100, 0, 110, 10}}, {"a"}, {1});
    CHECK(cache.prepared(table)->anchor(0).x == Approx(105).margin(0.2));
}

TEST_CASE("sprites are drawn once and missing symbols are empty", "[render]")
{
    SceneCache cache;
    const QImage sprite = cache.sprite("household-unexited", 10);
    CHECK(sprite.width() == 10);
    CHECK(cache.sprite("household-unexited", 10).cacheKey() == sprite.cacheKey());
    CHECK(cache.sprite("no-such-symbol", 10).isNull());
}
