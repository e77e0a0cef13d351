// SPDX-License-Identifier: MIT
#include "exchange/qgis_style.h"

#include "core/layer.h"
#include "exchange/fixtures.h"
#include "exchange/qgis_style_fixture.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::exchange;
using namespace guatu::test;

namespace
{

void collectFields(const Condition& condition, std::map<std::string, bool>& isNumber)
{
    if (condition.kind == Condition::Kind::Compare)
        isNumber[condition.field] = std::holds_alternative<double>(condition.values.front());
    for (const Condition& child : condition.children)
        collectFields(child, isNumber);
}

/// A table with the columns that a style asks for.
FeatureTable tableFor(const Style& style, GeometryType geometry)
{
    std::map<std::string, bool> isNumber;
    for (const StyleClass& each : style.classes)
        collectFields(each.when, isNumber);
    for (const LabelStyle& label : style.labels) {
        isNumber.try_emplace(label.field, false);
        if (label.when)
            collectFields(*label.when, isNumber);
    }
    FeatureTable table = emptyTable(geometry, {});
    for (const auto& [name, number] : isNumber) {
        if (number)
            table.columns.emplace_back(name, NumberColumn());
        else
            table.columns.emplace_back(name, TextColumn());
    }
    return table;
}

GeometryType geometryOf(const Style& style)
{
    for (const StyleClass& each : style.classes)
        if (each.symbol.marker)
            return GeometryType::Point;
    for (const StyleClass& each : style.classes)
        if (each.symbol.fill)
            return GeometryType::Polygon;
    return GeometryType::Line;
}

void checkSame(const std::optional<Fill>& was, const std::optional<Fill>& is)
{
    REQUIRE(was.has_value() == is.has_value());
    if (!was)
        return;
    CHECK(was->colour == is->colour);
    CHECK(was->pattern == is->pattern);
    if (was->pattern != Pattern::None)
        CHECK(was->patternColour == is->patternColour);
}

void checkSame(const Symbol& was, const Symbol& is)
{
    if (!was.marker) // a marker's fill only colours rings, which QGIS has not
        checkSame(was.fill, is.fill);
    REQUIRE(was.strokes.size() == is.strokes.size());
    for (std::size_t i = 0; i < was.strokes.size(); ++i) {
        const Stroke& a = was.strokes[i];
        const Stroke& b = is.strokes[i];
        CHECK(a.colour == b.colour);
        CHECK(a.width == Approx(b.width));
        CHECK(a.dash == b.dash);
        CHECK(a.casing == b.casing);
        CHECK(a.casingWidth == Approx(b.casingWidth));
        CHECK(a.inside == b.inside);
        CHECK(a.secondGap.has_value() == b.secondGap.has_value());
        if (a.secondGap && b.secondGap)
            CHECK(*a.secondGap == Approx(*b.secondGap));
    }
    REQUIRE(was.marker.has_value() == is.marker.has_value());
    if (was.marker) {
        CHECK(was.marker->symbol == is.marker->symbol);
        CHECK(was.marker->size == Approx(is.marker->size));
    }
}

void checkSame(const LabelStyle& was, const LabelStyle& is)
{
    CHECK(was.field == is.field);
    CHECK(was.size == Approx(is.size));
    CHECK(was.bold == is.bold);
    CHECK(was.colour == is.colour);
    CHECK(was.halo == is.halo);
    CHECK(was.haloWidth == Approx(is.haloWidth));
    CHECK(was.minScale == is.minScale);
    CHECK(was.maxScale == is.maxScale);
    CHECK(was.wrap == is.wrap);
    CHECK(was.repeat == Approx(is.repeat));
    CHECK(was.mask == is.mask);
    CHECK(qgisExpression(was.when.value_or(Condition{})) ==
          qgisExpression(is.when.value_or(Condition{})));
    CHECK(was.badge.has_value() == is.badge.has_value());
    if (was.badge && is.badge)
        CHECK(was.badge->symbol == is.badge->symbol);
}

} // namespace

TEST_CASE("our styles come back from QGIS's form as they went", "[exchange][qgis]")
{
    const MapDefinition definition = loadMapDefinition(dataRoot());
    const TempFolder folder;
    std::size_t compared = 0;
    for (const auto& [id, style] : definition.styles) {
        if (style.classification || isFigure(style.figure))
            continue;
        INFO(id);
        const GeometryType geometry = geometryOf(style);
        const auto file = folder.path() / (id + ".qml");
        writeQgisStyle(file,
                       {.style = style,
                        .geometry = geometry,
                        .minScale = 1000,
                        .maxScale = 250000,
                        .symbols = dataRoot() / "styles" / "symbols"},
                       false);
        const ImportedStyle read = readStyle(file, tableFor(style, geometry));
        for (const Message& note : read.notes)
            UNSCOPED_INFO(text(note, Language::English));
        CHECK(read.notes.empty());
        REQUIRE(read.scales);
        CHECK(*read.scales == std::pair(1000.0, 250000.0));
        CHECK(conditionsOf(read.style) == conditionsOf(style));
        REQUIRE(read.style.classes.size() == style.classes.size());
        for (std::size_t i = 0; i < style.classes.size(); ++i) {
            const StyleClass& was = style.classes[i];
            const StyleClass& is = read.style.classes[i];
            INFO(was.id);
            CHECK(was.id == is.id);
            CHECK(was.title.zh == is.title.zh);
            CHECK(was.minScale == is.minScale);
            CHECK(was.maxScale == is.maxScale);
            checkSame(was.symbol, is.symbol);
        }
        REQUIRE(read.style.labels.size() == style.labels.size());
        for (std::size_t i = 0; i < style.labels.size(); ++i)
            checkSame(style.labels[i], read.style.labels[i]);
        ++compared;
    }
    CHECK(compared > 20);
}

TEST_CASE("a style file is written whole and not over another unasked", "[exchange][qgis]")
{
    const TempFolder folder;
    const Style style = parseStyle(
        R"({"id":"s","classes":[{"id":"a","title":{"zh":"甲","en":"A"},
            "symbol":{"marker":{"symbol":"mark-star-D7191C-000000-8","size_mm":4}}}]})",
        "test");
    const QgisStyleFile made{.style = style, .geometry = GeometryType::Point, .symbols = {}};
    const auto file = folder.path() / "s.qml";
    writeQgisStyle(file, made, false);
    CHECK_THROWS_AS(writeQgisStyle(file, made, false), Error);
    CHECK_NOTHROW(writeQgisStyle(file, made, true));
    CHECK(folder.contents().size() == 1);
    const ImportedStyle read = readStyle(file, emptyTable(GeometryType::Point, {}));
    checkSame(style.classes[0].symbol, read.style.classes.at(0).symbol);
}
