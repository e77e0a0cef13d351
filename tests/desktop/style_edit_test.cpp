// SPDX-License-Identifier: MIT
#include "desktop/style_edit.h"

#include "core/classified.h"
#include "core/plain_mark.h"
#include "core/style_writer.h"
#include "support/catch.h"

#include <cmath>
#include <limits>

using namespace guatu;
using namespace guatu::desktop;

namespace
{

constexpr Colour red{200, 0, 0}, blue{0, 0, 200}, white{255, 255, 255};

Condition isWord(const std::string& field, const std::string& word)
{
    return {Condition::Kind::Compare, field, Condition::Operator::Equal, {word}, {}};
}

/// Two states of areas, the first with an outline and symbols of its own for prints in grey.
Style states()
{
    Symbol open;
    open.fill = Fill{red, Pattern::Crosses, {90, 0, 0, 128}};
    open.strokes = {{white, 0.9}, {blue, 0.3}};
    Symbol grey;
    grey.fill = Fill{{180, 180, 180}, Pattern::None, {}};
    grey.strokes = {{{20, 20, 20}, 0.3}};
    Symbol rest;
    rest.fill = Fill{white, Pattern::None, {}};
    Style style;
    style.id = "states";
    style.classes = {
        {"open", {"未销号", "Open"}, isWord("clear", "uncleared"), open, true, 0, 1e12, {}, grey},
        {"rest", {"其余", "Rest"}, {}, rest}};
    return style;
}

} // namespace

TEST_CASE("a style tells by what it makes its classes", "[desktop]")
{
    Style style = states();
    CHECK(methodOf(style) == StyleMethod::Categories);
    CHECK(fieldOf(style) == "clear");
    makeClassification(style, SymbolKind::Area, ClassMethod::Quantiles, "persons", {"人", "p"});
    CHECK(methodOf(style) == StyleMethod::Quantiles);
    CHECK(fieldOf(style) == "persons");
    CHECK(classMethodOf(StyleMethod::NaturalBreaks) == ClassMethod::NaturalBreaks);
    CHECK_FALSE(classMethodOf(StyleMethod::Single));
    makeSingle(style, {"村", "Village"});
    CHECK(methodOf(style) == StyleMethod::Single);
}

TEST_CASE("a single symbol is that of the first class that draws anything", "[desktop]")
{
    Style style = states();
    style.classes.insert(style.classes.begin(), {"hidden", {"不画", "Hidden"}, {}, {}});
    const Symbol expected = style.classes[1].symbol;
    makeSingle(style, {"村", "Village"});
    REQUIRE(style.classes.size() == 1);
    CHECK(style.classes[0].symbol == expected);
    CHECK(style.classes[0].title.zh == "村");
    CHECK(parseStyle(styleJson(style), "single") == style);
}

TEST_CASE("each word becomes a class, and what is not known one behind them", "[desktop]")
{
    Style style = states();
    const std::vector<Category> words{{"unknown", {"未核实", "Unknown"}},
                                      {"asphalt", {"沥青", "Asphalt"}},
                                      {"earth", {"土路", "Earth"}}};
    SECTION("areas get fills of their own")
    {
        makeCategories(style, SymbolKind::Area, "surface", words, {"未核实", "Unknown"});
        REQUIRE(style.classes.size() == 3);
        CHECK(style.classes[0].title.zh == "沥青");
        CHECK(style.classes[0].when == isWord("surface", "asphalt"));
        CHECK(style.classes[1].when == isWord("surface", "earth"));
        CHECK_FALSE(style.classes[0].symbol.fill->colour == style.classes[1].symbol.fill->colour);
        CHECK(style.classes[2].title.zh == "未核实");
        CHECK(style.classes[2].when == Condition{});
        CHECK(style.classes[2].symbol.fill->pattern == Pattern::Dots);
        CHECK(style.classes[0].symbol.strokes == states().classes[0].symbol.strokes);
    }
    SECTION("lines get colours of their own")
    {
        makeCategories(style, SymbolKind::Line, "surface", words, {"未核实", "Unknown"});
        CHECK_FALSE(style.classes[0].symbol.strokes.back().colour ==
                    style.classes[1].symbol.strokes.back().colour);
        CHECK(style.classes[0].symbol.strokes.front().colour == white);
    }
    SECTION("points get marks of their own colour and shape")
    {
        makeCategories(style, SymbolKind::Point, "surface", words, {"未核实", "Unknown"});
        const auto first = plainMarkOf(style.classes[0].symbol.marker->symbol);
        const auto second = plainMarkOf(style.classes[1].symbol.marker->symbol);
        REQUIRE((first && second));
        CHECK(first->shape != second->shape);
        CHECK(first->fill == style.classes[0].symbol.fill->colour);
        CHECK_FALSE(first->fill == second->fill);
    }
    CHECK(parseStyle(styleJson(style), "categories") == style);
}

TEST_CASE("classes by value keep the outline, and the unknown apart", "[desktop]")
{
    Style style = states();
    makeClassification(style, SymbolKind::Area, ClassMethod::EqualInterval, "persons", {"人", "p"});
    style.classification->classes = 2;
    CHECK(parseStyle(styleJson(style), "by value") == style);
    const auto made =
        valueClasses(*style.classification, {0, 10, 20, std::numeric_limits<double>::quiet_NaN()});
    REQUIRE(made.size() == 3); // two of values, one of the unknown
    CHECK(made.back().id == "unknown");
    CHECK(made.front().symbol.strokes == states().classes[0].symbol.strokes);
    CHECK(breaksOf(made) == std::vector<double>{10});

    SECTION("own breaks begin where the classes were")
    {
        makeClassification(style, SymbolKind::Area, ClassMethod::Thresholds, "persons", {"人", "p"},
                           breaksOf(made));
        CHECK(style.classification->breaks == std::vector<double>{10});
        CHECK(parseStyle(styleJson(style), "thresholds") == style);
    }
    SECTION("a class's colour leaves those of the others")
    {
        setClassColour(style, made, {"c1"}, blue);
        const auto again = valueClasses(*style.classification, {0, 10, 20});
        CHECK(again[1].id == "c1");
        CHECK(again[1].symbol.fill->colour == blue);
        CHECK(again[0].symbol.fill->colour == made[0].symbol.fill->colour);
    }
    SECTION("the class of the unknown has no colour to choose")
    {
        CHECK_FALSE(hasColourOf(style, "unknown"));
        CHECK(hasColourOf(style, "c2"));
        const Style before = style;
        setClassColour(style, made, {"unknown"}, blue);
        CHECK(style == before);
    }
    SECTION("another field does not inherit the class of zero")
    {
        style.classification->zero = LocalText{"没有", "None"};
        makeClassification(style, SymbolKind::Area, ClassMethod::Quantiles, "persons", {"人", "p"});
        CHECK(style.classification->zero.has_value());
        makeClassification(style, SymbolKind::Area, ClassMethod::Quantiles, "incidence",
                           {"%", "%"});
        CHECK_FALSE(style.classification->zero.has_value());
        CHECK(style.classification->unitWord.zh == "%");
    }
}

TEST_CASE("points by value are plain marks in the colours of their classes", "[desktop]")
{
    Style style;
    style.id = "sites";
    Symbol site;
    site.marker = Marker{"site-relocation", 4.8};
    style.classes = {{"site", {"安置点", "Site"}, {}, site}};
    makeClassification(style, SymbolKind::Point, ClassMethod::EqualInterval, "persons",
                       {"人", "p"});
    style.classification->classes = 2;
    const auto made = valueClasses(*style.classification, {0, 10, 20});
    REQUIRE(made.size() == 3);
    for (const StyleClass& each : made) {
        CHECK(each.symbol.marker->size == 4.8);
        CHECK(plainMarkOf(each.symbol.marker->symbol)->fill == each.symbol.fill->colour);
    }
    CHECK(made[0].symbol.marker->symbol != made[1].symbol.marker->symbol);

    Symbol mark = made[0].symbol;
    setMainColour(mark, blue);
    CHECK(plainMarkOf(mark.marker->symbol)->fill == blue);
    CHECK(mark.fill->colour == blue);
    setMainColour(site, blue); // a pictogram has its own colours
    CHECK(site.marker->symbol == "site-relocation");
}

TEST_CASE("breaks are read as people write them", "[desktop]")
{
    using Breaks = std::vector<double>;
    const auto breaks = [](std::string_view text) {
        const auto parsed = parseBreaks(text);
        return std::holds_alternative<Breaks>(parsed) ? std::get<Breaks>(parsed) : Breaks{};
    };
    CHECK(breaks("20, 50") == Breaks{20, 50});
    CHECK(breaks("20，50、100.5") == Breaks{20, 50, 100.5});
    CHECK(breaks("  -5;0 　7 ") == Breaks{-5, 0, 7});
    const auto reason = [](std::string_view text) {
        return std::get<Message>(parseBreaks(text)).id;
    };
    CHECK(reason("20, 二十") == "desktop.style.break_no_number");
    CHECK(reason("20, 20") == "desktop.style.break_not_above");
    CHECK(reason("nan") == "desktop.style.break_no_number");
    CHECK(reason(" ， ") == "desktop.style.break_none");
    CHECK(reason("1 2 3 4 5 6 7 8 9 10 11 12") == "desktop.style.break_too_many");
    CHECK(breaks("1 2 3 4 5 6 7 8 9 10 11").size() == mostClasses - 1);
}

TEST_CASE("shapes change in all colour variants, colours in the one that is drawn", "[desktop]")
{
    Style style = states();
    editShapes(style, {"open"}, [](Symbol& symbol) { setLineWidth(symbol, 0.8); });
    CHECK(style.classes[0].symbol.strokes.back().width == 0.8);
    CHECK(style.classes[0].grey->strokes.back().width == 0.8);
    CHECK(style.classes[1] == states().classes[1]);

    editColours(style, {"open"}, ColourVariant::Grey,
                [](Symbol& symbol) { setMainColour(symbol, white); });
    CHECK(style.classes[0].grey->fill->colour == white);
    CHECK(style.classes[0].symbol.fill->colour == red);
    // Without symbols of its own for colour-blind eyes the standard ones serve there.
    editColours(style, {"open"}, ColourVariant::ColourBlind,
                [](Symbol& symbol) { setMainColour(symbol, blue); });
    CHECK(style.classes[0].symbol.fill->colour == blue);
}

TEST_CASE("lines change with what belongs to them", "[desktop]")
{
    Symbol symbol;
    SECTION("a casing keeps its rim")
    {
        symbol.strokes = {{red, 0.9, {}, white, 1.2}};
        setLineWidth(symbol, 1.5);
        CHECK(symbol.strokes[0].casingWidth == Approx(1.8));
    }
    SECTION("a band in the same hue goes along, and stays as pale")
    {
        symbol.strokes = {{{200, 0, 0, 40}, 1.5}, {white, 1}, {red, 0.5}};
        setLineColour(symbol, blue);
        CHECK(symbol.strokes[0].colour == Colour{0, 0, 200, 40});
        CHECK(symbol.strokes[1].colour == white);
        CHECK(symbol.strokes[2].colour == blue);
        CHECK(mainColour(symbol) == blue);
    }
    SECTION("an outline can be added and taken away")
    {
        setLined(symbol, true);
        REQUIRE(symbol.strokes.size() == 1);
        setDash(symbol, {2.4, 0.8});
        CHECK(symbol.strokes[0].dash == std::vector<double>{2.4, 0.8});
        setLined(symbol, true);
        CHECK(symbol.strokes.size() == 1);
        setLined(symbol, false);
        CHECK(symbol.strokes.empty());
        setLineColour(symbol, red); // nothing to colour
        CHECK_FALSE(mainColour(symbol));
    }
    SECTION("a new pattern is darker than its ground, an old one keeps its colour")
    {
        symbol.fill = Fill{{200, 100, 50}, Pattern::None, {}};
        setPattern(symbol, Pattern::Diagonal);
        CHECK(symbol.fill->patternColour == Colour{100, 50, 25});
        setPatternColour(symbol, blue);
        setPattern(symbol, Pattern::Dots);
        CHECK(symbol.fill->patternColour == blue);
    }
}

TEST_CASE("figures have sizes, the smaller never above the larger", "[desktop]")
{
    Figure figure;
    CHECK_FALSE(figureSizes(figure));
    figure = DiscFigure{"persons", 1.5, 12, {}};
    CHECK(figureSizes(figure) == FigureSizes{1.5, 12});
    setFigureSizes(figure, {20, 8});
    CHECK(figureSizes(figure) == FigureSizes{8, 8});
    figure = BadgeFigure{"problems", 4.2, {}};
    setFigureSizes(figure, {1, 6});
    CHECK(figureSizes(figure) == FigureSizes{6, 6});
}
