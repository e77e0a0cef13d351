// SPDX-License-Identifier: MIT
#include "core/look.h"

#include "core/error.h"
#include "core/map_theme.h"
#include "core/style_writer.h"
#include "support/catch.h"

#include <rapidcheck.h>

using namespace guatu;

namespace
{

std::string failure(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.message().id;
    }
    return {};
}

template <typename Value>
Value oneOf(std::initializer_list<Value> values)
{
    return *rc::gen::elementOf(std::vector<Value>(values));
}

bool coin()
{
    return *rc::gen::arbitrary<bool>();
}

/// A size with two decimals, as people write it.
double size()
{
    return *rc::gen::inRange(1, 2000) / 100.0;
}

Colour colour()
{
    const auto part = [] { return static_cast<std::uint8_t>(*rc::gen::inRange(0, 256)); };
    return {part(), part(), part(), part()};
}

LocalText title()
{
    return {oneOf<std::string>({"未销号", "村", "\"引号\"\\"}),
            oneOf<std::string>({"open", "a/b"})};
}

Condition condition(int depth)
{
    using enum Condition::Kind;
    const int kind = depth == 0 ? 0 : *rc::gen::inRange(0, 4);
    if (kind == 0) {
        const auto op = static_cast<Condition::Operator>(*rc::gen::inRange(0, 7));
        Condition made{Compare, oneOf<std::string>({"clear", "persons"}), op, {}, {}};
        const int values = op == Condition::Operator::In ? *rc::gen::inRange(1, 4) : 1;
        for (int i = 0; i < values; ++i)
            made.values.push_back(coin() ? FieldValue{size()} : FieldValue{std::string("未核实")});
        return made;
    }
    Condition made{kind == 1 ? All : kind == 2 ? Any : Not, {}, {}, {}, {}};
    const int children = kind == 3 ? 1 : *rc::gen::inRange(1, 4);
    for (int i = 0; i < children; ++i)
        made.children.push_back(condition(depth - 1));
    return made;
}

Symbol symbol()
{
    Symbol made;
    if (coin())
        made.fill = Fill{colour(), static_cast<Pattern>(*rc::gen::inRange(0, 5)), colour()};
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        Stroke stroke{.colour = colour(), .width = size()};
        if (coin())
            stroke.dash = {size(), size()};
        if (coin()) {
            stroke.casing = colour();
            stroke.casingWidth = size();
        }
        stroke.inside = coin();
        if (coin())
            stroke.secondGap = size();
        made.strokes.push_back(stroke);
    }
    if (coin())
        made.marker = Marker{oneOf<std::string>({"school", "seat-village"}), size()};
    return made;
}

HeatFigure heat()
{
    HeatFigure made;
    made.onPaper = coin();
    made.radius = made.onPaper ? size() : 500 + size();
    made.most = made.onPaper || coin() ? 1 + size() : 0;
    if (coin())
        made.field = "persons";
    if (coin())
        made.colours = {colour(), colour()};
    made.unitWord = title();
    return made;
}

Figure figure(const std::string& ofClass)
{
    switch (*rc::gen::inRange(0, 6)) {
    case 1:
        return DiscFigure{"persons", 1, 1 + size(), title()};
    case 2:
        return ChartFigure{coin(), {{ofClass, "open"}, {ofClass, "cleared"}}, 2, 2, title()};
    case 3:
        return BadgeFigure{"problems", size(), title()};
    case 4:
        return heat();
    case 5:
        return FlowFigure{"persons", 1, 1 + size(), title()};
    default:
        return {};
    }
}

Classification classification()
{
    Classification made{.field = "persons",
                        .method = static_cast<ClassMethod>(*rc::gen::inRange(0, 4)),
                        .classes = static_cast<std::size_t>(*rc::gen::inRange(1, 13))};
    if (made.method == ClassMethod::Thresholds) {
        made.breaks = {1, 2.5, 1000};
        made.breakBelongsAbove = coin();
    }
    made.ramp = oneOf<std::string>({"warm", "blue"});
    if (coin())
        made.colours = {colour(), colour()};
    made.symbol = symbol();
    made.unitWord = title();
    if (coin())
        made.zero = title();
    if (coin())
        made.unknown = title();
    return made;
}

LabelStyle label()
{
    LabelStyle made;
    made.field = oneOf<std::string>({"name", "count"});
    made.size = 4 + size();
    made.bold = coin();
    made.colour = colour();
    made.halo = colour();
    made.haloWidth = size();
    made.priority = *rc::gen::inRange(-9, 9);
    made.minScale = coin() ? 0 : 1000;
    if (coin())
        made.when = condition(1);
    if (coin())
        made.badge = Marker{"listed", size()};
    if (made.badge && coin())
        made.greyBadge = Marker{"listed-grey", size()};
    if (made.badge && coin())
        made.colourBlindBadge = Marker{"listed-colour-blind", size()};
    made.wrap = coin() ? 0 : 3 + size();
    made.repeat = coin() ? 0 : size();
    made.mask = coin();
    return made;
}

Style style()
{
    Style made;
    made.id = "made";
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
        StyleClass each{.id = "k" + std::to_string(i), .title = title(), .symbol = symbol()};
        if (coin())
            each.when = condition(2);
        each.inLegend = coin();
        each.maxScale = coin() ? 1e12 : 250000;
        if (coin())
            each.grey = symbol();
        if (coin())
            each.colourBlind = symbol();
        made.classes.push_back(each);
    }
    // Classes of a classification are numbered c1, c2, ...
    if (coin())
        made.classification = classification();
    made.figure = figure(made.classes.front().id);
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.labels.push_back(label());
    return made;
}

FeatureTables tables()
{
    FeatureTable villages{.source = "village", .geometry = GeometryColumn(GeometryType::Polygon)};
    villages.columns.emplace_back("clear", CategoryColumn{});
    villages.columns.emplace_back("remaining_p", NumberColumn{});
    FeatureTable roads{.source = "road", .geometry = GeometryColumn(GeometryType::Line)};
    return {std::make_shared<FeatureTable>(villages), std::make_shared<FeatureTable>(roads)};
}

} // namespace

TEST_CASE("a style that is written reads back the same", "[core][look]")
{
    CHECK(rc::check("any style", [] {
        const Style made = style();
        RC_ASSERT(parseStyle(styleJson(made), "made.json") == made);
    }));
    for (const auto& [id, shipped] : loadMapDefinition(dataRoot()).styles) {
        INFO(id);
        CHECK(parseStyle(styleJson(shipped), id) == shipped);
    }
}

TEST_CASE("a layer is drawn by its look, and others that share its style are not", "[core][look]")
{
    const MapDefinition definition = loadMapDefinition(dataRoot());
    LayerLook look = lookOf(definition, "village-status");
    look.style.classes.front().symbol.fill->colour = {1, 2, 3, 255};
    look.maxScale = 123456;
    CHECK(parseLook(lookJson(look), "look.json") == look);

    const MapDefinition drawn = withLooks(definition, std::vector{look});
    CHECK(lookOf(drawn, "village-status") == look);
    CHECK(lookOf(drawn, "town-status") == lookOf(definition, "town-status"));
    look.layer = "no-such-layer";
    CHECK(withLooks(definition, std::vector{look}).styles.size() == definition.styles.size());
}

TEST_CASE("a look that cannot be drawn says why", "[core][look]")
{
    const MapDefinition definition = loadMapDefinition(dataRoot());
    LayerLook look = lookOf(definition, "village-status");
    CHECK_FALSE(whyNotDrawn(look, definition, tables()));
    look.style.classification = Classification{.field = "income"};
    const auto why = whyNotDrawn(look, definition, tables());
    REQUIRE(why);
    CHECK(why->id == "look.no_field");
    CHECK(why->parameters == Message::Parameters{{"layer", "village-status"}, {"field", "income"}});
    look.layer = "no-such-layer";
    CHECK(whyNotDrawn(look, definition, tables())->id == "look.no_layer");

    const auto parsed = [](const char* style) {
        return failure([&] {
            (void)parseLook(std::string(R"({"layer": "a", "style": )") + style + "}", "look.json");
        });
    };
    CHECK(parsed(R"({"id": "s", "classes": []})") == "definition.too_few");
    CHECK(parsed(R"({"id": "s", "classes": [{"id": "k", "title": {"zh": "点", "en": "dot"},
                     "symbol": {"marker": {"symbol": "no-such-sign"}}}]})") ==
          "definition.no_symbol");
    CHECK(parsed(R"({"id": "s", "classes": [{"id": "k", "title": {"zh": "点", "en": "dot"},
                     "symbol": {"marker": {"symbol": "../../secret"}}}]})") == "definition.form");
}

TEST_CASE("a layer takes the look of another of its kind that it has the fields for",
          "[core][look]")
{
    const MapDefinition definition = loadMapDefinition(dataRoot());
    const LayerLook copied =
        copiedLook(definition, tables(), "village-remaining", "village-status");
    CHECK(copied.layer == "village-status");
    CHECK(copied.style == lookOf(definition, "village-remaining").style);
    const auto why = [&](const char* from, const char* to) {
        return failure([&] { (void)copiedLook(definition, tables(), from, to); });
    };
    CHECK(why("road", "village-status") == "look.other_kind");
    CHECK(why("household", "village-status") == "look.no_field");
    CHECK(why("village-status", "nothing") == "look.unknown_layer");
}

TEST_CASE("a map theme reads back the same and hides what it does not name", "[core][look]")
{
    const MapTheme theme{
        "4月 汇报", {"village-status", "road"}, Measure::Persons, ColourVariant::Grey, true, false,
        true};
    CHECK(parseMapTheme(mapThemeJson(theme), "theme.json") == theme);
    const MapDefinition definition = loadMapDefinition(dataRoot());
    const std::set<std::string> hidden = hiddenBy(theme, definition);
    CHECK(hidden.size() == definition.layers.size() - 2);
    CHECK_FALSE(hidden.contains("road"));
    CHECK(failure([] { (void)parseMapTheme(R"({"name": "", "shown": []})", "t.json"); }) ==
          "definition.too_short");
}
