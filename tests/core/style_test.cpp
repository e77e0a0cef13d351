// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "core/layer.h"
#include "core/style.h"
#include "support/catch.h"

using namespace guatu;

TEST_CASE("a style is read as its file says", "[core]")
{
    const Style style = parseStyle(R"({"id": "village", "classes": [
        {"id": "open", "title": {"zh": "未销号", "en": "uncleared"},
         "when": {"all": [{"f": "clear", "op": "in", "v": ["uncleared", "unknown"]},
                          {"not": {"f": "persons", "op": "<=", "v": 3}}]},
         "symbol": {"fill": {"colour": "#D7191C80", "pattern": "diagonal", "pattern_colour": "#000000"},
                    "strokes": [{"colour": "#102030", "width_mm": 0.3, "dash_mm": [2, 1],
                                 "casing": "#FFFFFF", "casing_mm": 0.9, "inside": true,
                                 "second_gap_mm": 0.4}],
                    "marker": {"symbol": "seat-village", "size_mm": 3.5}},
         "in_legend": false, "min_scale": 1000, "max_scale": 250000},
        {"id": "rest", "title": {"zh": "其他", "en": "other"}, "symbol": {}}],
      "labels": [{"field": "label", "size_px": 14, "bold": true, "colour": "#010203",
                  "halo": "#FFFFFFEB", "halo_px": 2, "priority": 7, "min_scale": 5,
                  "max_scale": 6, "when": {"f": "listed", "op": "=", "v": true},
                  "badge": {"symbol": "listed", "size_mm": 2}}]})",
                                   "a.json");
    CHECK(style.id == "village");
    REQUIRE(style.classes.size() == 2);
    const StyleClass& open = style.classes[0];
    CHECK(open.title == LocalText{"未销号", "uncleared"});
    CHECK(open.when.kind == Condition::Kind::All);
    REQUIRE(open.when.children.size() == 2);
    CHECK(open.when.children[0].op == Condition::Operator::In);
    CHECK(open.when.children[0].values == std::vector<FieldValue>{"uncleared", "unknown"});
    CHECK(open.when.children[1].kind == Condition::Kind::Not);
    CHECK(open.when.children[1].children[0].op == Condition::Operator::LessEqual);
    CHECK(open.symbol.fill->colour == Colour{0xD7, 0x19, 0x1C, 0x80});
    CHECK(open.symbol.fill->pattern == Pattern::Diagonal);
    CHECK(open.symbol.fill->patternColour == Colour{0, 0, 0, 255});
    REQUIRE(open.symbol.strokes.size() == 1);
    const Stroke& stroke = open.symbol.strokes[0];
    CHECK(stroke.colour == Colour{0x10, 0x20, 0x30, 255});
    CHECK(stroke.width == 0.3);
    CHECK(stroke.dash == std::vector<double>{2, 1});
    CHECK(stroke.casing == Colour{255, 255, 255, 255});
    CHECK(stroke.casingWidth == 0.9);
    CHECK(stroke.inside);
    CHECK(stroke.secondGap == 0.4);
    CHECK(open.symbol.marker->symbol == "seat-village");
    CHECK(open.symbol.marker->size == 3.5);
    CHECK_FALSE(open.inLegend);
    CHECK(open.minScale == 1000);
    CHECK(open.maxScale == 250000);
    const StyleClass& rest = style.classes[1];
    CHECK(rest.when.kind == Condition::Kind::All);
    CHECK(rest.when.children.empty());
    CHECK(rest.inLegend);
    REQUIRE(style.labels.size() == 1);
    const LabelStyle& label = style.labels[0];
    CHECK(label.field == "label");
    CHECK(label.size == 14);
    CHECK(label.bold);
    CHECK(label.colour == Colour{1, 2, 3, 255});
    CHECK(label.halo == Colour{255, 255, 255, 235});
    CHECK(label.haloWidth == 2);
    CHECK(label.priority == 7);
    CHECK(label.minScale == 5);
    CHECK(label.maxScale == 6);
    CHECK(label.when->values == std::vector<FieldValue>{1.0}); // a flag's yes
    CHECK(label.badge->symbol == "listed");
}

TEST_CASE("a layer is read as its file says", "[core]")
{
    const Layer layer =
        parseLayer(R"({"id": "household", "title": {"zh": "农户", "en": "Households"},
      "group": {"zh": "户", "en": "Households"}, "source": "household", "style": "household",
      "order": -3, "visible": false, "filter": {"f": "persons", "op": "!=", "v": 0},
      "min_scale": 10, "max_scale": 20, "unit_word": {"zh": "户", "en": "households"},
      "exclusive": "status", "approximate": true,
      "clustering": {"below_scale": 40000, "cell_mm": 8, "singles": 1}})",
                   "a.json");
    CHECK(layer.id == "household");
    CHECK(layer.title.in(Language::English) == "Households");
    CHECK(layer.group.zh == "户");
    CHECK(layer.source == "household");
    CHECK(layer.style == "household");
    CHECK(layer.order == -3);
    CHECK_FALSE(layer.visible);
    CHECK(layer.filter->op == Condition::Operator::NotEqual);
    CHECK(layer.minScale == 10);
    CHECK(layer.maxScale == 20);
    CHECK(layer.unitWord.en == "households");
    CHECK(layer.exclusive == "status");
    CHECK(layer.approximate);
    CHECK(layer.clustering->belowScale == 40000);
    CHECK(layer.clustering->cell == 8);
    CHECK(layer.clustering->singles == 1);
}

TEST_CASE("a style's figure is read as its file says", "[core]")
{
    const auto figureOf = [](const std::string& figure) {
        return parseStyle(
                   R"({"id": "a", "classes": [{"id": "open", "title": {"zh": "未", "en": "o"},
                              "symbol": {}}], )" +
                       figure + "}",
                   "a.json")
            .figure;
    };
    const std::string unit = R"("unit_word": {"zh": "人", "en": "persons"})";
    CHECK_FALSE(isFigure(parseStyle(R"({"id": "a", "classes": [{"id": "b", "symbol": {},
                                        "title": {"zh": "未", "en": "o"}}]})",
                                    "a.json")
                             .figure));
    const auto disc = std::get<DiscFigure>(
        figureOf(R"("disc": {"field": "p", "least_mm": 2, "most_mm": 9, )" + unit + "}"));
    CHECK(disc.field == "p");
    CHECK(disc.least == 2);
    CHECK(disc.most == 9);
    CHECK(disc.unitWord.zh == "人");
    const auto chart = std::get<ChartFigure>(figureOf(
        R"("chart": {"shape": "bar", "parts": [{"class": "open", "field": "n"}], )" + unit + "}"));
    CHECK(chart.isBar);
    REQUIRE(chart.parts.size() == 1);
    CHECK(chart.parts[0].styleClass == "open");
    CHECK(chart.parts[0].field == "n");
    CHECK(std::get<BadgeFigure>(figureOf(R"("badge": {"field": "n", "size_mm": 5, )" + unit + "}"))
              .size == 5);

    const auto heat = std::get<HeatFigure>(
        figureOf(R"("heat": {"field": "p", "radius_m": 900, "ramp": "teal", "least": 1,
                     "most": 50, )" +
                 unit + "}"));
    CHECK(heat.field == "p");
    CHECK(heat.radius == 900);
    CHECK_FALSE(heat.onPaper);
    CHECK(heat.ramp == "teal");
    CHECK(heat.least == 1);
    CHECK(heat.most == 50);
    CHECK(std::get<HeatFigure>(figureOf(R"("heat": {"radius_mm": 6, "most": 9, )" + unit + "}"))
              .onPaper);
    const auto flow = std::get<FlowFigure>(
        figureOf(R"("flow": {"field": "p", "least_mm": 0.5, "most_mm": 4, )" + unit + "}"));
    CHECK(flow.field == "p");
    CHECK(flow.least == 0.5);
    CHECK(flow.most == 4);
    for (const char* wrong :
         {R"("heat": {)",                                  // no radius
          R"("heat": {"radius_m": 400, )",                 // could single out a household
          R"("heat": {"radius_m": 900, "radius_mm": 6, )", // which?
          R"("heat": {"radius_mm": 6, )",                  // shades of what?
          R"("heat": {"radius_m": 900, "least": 9, "most": 9, )",
          R"("flow": {"field": "p", "least_mm": 5, "most_mm": 4, )", R"("flow": {)"})
        CHECK_THROWS_AS(figureOf(wrong + unit + "}"), Error);

    CHECK_THROWS_AS(figureOf(R"("badge": {"field": "p", )" + unit +
                             R"(}, "disc": {"field": "p", )" + unit + "}"),
                    Error);
    CHECK_THROWS_AS(
        figureOf(R"("disc": {"field": "p", "least_mm": 9, "most_mm": 2, )" + unit + "}"), Error);
    CHECK_THROWS_AS(
        figureOf(R"("chart": {"shape": "pie", "parts": [{"class": "open", "field": "n"}], )" +
                 unit + "}"),
        Error);
    CHECK_THROWS_AS(
        figureOf(R"("chart": {"shape": "ring", "parts": [{"class": "shut", "field": "n"}], )" +
                 unit + "}"),
        Error);
}
