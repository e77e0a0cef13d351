// SPDX-License-Identifier: MIT
#include "core/classified.h"
#include "core/error.h"
#include "support/catch.h"

#include <rapidcheck.h>

#include <cmath>
#include <limits>

using namespace guatu;

namespace
{

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

Classification persons(ClassMethod method, std::size_t classes)
{
    Classification classification;
    classification.field = "persons";
    classification.method = method;
    classification.classes = classes;
    classification.unitWord = {"人", "persons"};
    return classification;
}

Classification thresholds(std::vector<double> breaks, bool belongsAbove)
{
    Classification classification = persons(ClassMethod::Thresholds, 0);
    classification.breaks = std::move(breaks);
    classification.breakBelongsAbove = belongsAbove;
    return classification;
}

bool holds(const StyleClass& styleClass, double value)
{
    return styleClass.when.evaluate([&](std::string_view) {
        return std::isnan(value) ? FieldValue{} : FieldValue{value};
    }) == CriterionResult::Met;
}

/// The first class that takes the value, as a style does.
std::string classOf(const std::vector<StyleClass>& classes, double value)
{
    for (const StyleClass& styleClass : classes) {
        if (holds(styleClass, value))
            return styleClass.id;
    }
    return "none";
}

std::vector<std::string> titles(const std::vector<StyleClass>& classes, Language language)
{
    std::vector<std::string> result;
    for (const StyleClass& styleClass : classes)
        result.push_back(styleClass.title.in(language));
    return result;
}

std::shared_ptr<const FeatureTable> villages(std::vector<double> persons)
{
    FeatureTable table{"village", GeometryColumn(GeometryType::Point), {}, {}};
    for (std::size_t i = 0; i < persons.size(); ++i) {
        table.geometry.addPoint({static_cast<double>(i), 0});
        table.ids.push_back(static_cast<std::int64_t>(i));
    }
    table.columns.emplace_back("persons", std::move(persons));
    return std::make_shared<const FeatureTable>(std::move(table));
}

Layer layerOf(const char* id, const char* source)
{
    Layer layer;
    layer.id = id;
    layer.source = source;
    layer.style = "persons";
    return layer;
}

} // namespace

TEST_CASE("class titles say on which side a break is", "[core]")
{
    const auto above = valueClasses(thresholds({300, 1000}, true), {});
    CHECK(titles(above, Language::Chinese) ==
          std::vector<std::string>{"1,000 人及以上", "300 人及以上，不满 1,000 人", "不满 300 人",
                                   "未核实"});
    CHECK(titles(above, Language::English) ==
          std::vector<std::string>{"1,000 persons or more", "300 to under 1,000 persons",
                                   "Under 300 persons", "Unknown"});
    CHECK(classOf(above, 300) == "c2");
    CHECK(classOf(above, 299.9) == "c1");

    const auto below = valueClasses(thresholds({1, 3.5}, false), {});
    CHECK(titles(below, Language::Chinese) == std::vector<std::string>{"超过 3.5 人",
                                                                       "超过 1 人，不超过 3.5 人",
                                                                       "不超过 1 人", "未核实"});
    CHECK(classOf(below, 1) == "c1");
    CHECK(classOf(below, 3.5) == "c2");
    CHECK(classOf(below, 3.6) == "c3");
}

TEST_CASE("what is not known or not finite is in the class of the unknown alone", "[core]")
{
    for (const double value : {unknown, infinity, -infinity}) {
        CHECK(classOf(valueClasses(thresholds({1}, true), {}), value) == "unknown");
        CHECK(classOf(valueClasses(persons(ClassMethod::Quantiles, 3), {1, 2, 3, value}), value) ==
              "unknown");
    }
    const auto unknownOnly =
        valueClasses(persons(ClassMethod::NaturalBreaks, 5), {unknown, infinity});
    REQUIRE(unknownOnly.size() == 1);
    CHECK(unknownOnly[0].id == "unknown");
    CHECK(unknownOnly[0].symbol.fill->pattern == Pattern::Dots);
}

TEST_CASE("values all alike are one class that names them", "[core]")
{
    const auto classes = valueClasses(persons(ClassMethod::Quantiles, 4), {5, 5, unknown, 5});
    CHECK(titles(classes, Language::Chinese) == std::vector<std::string>{"5 人", "未核实"});
    CHECK(classOf(classes, 5) == "c1");
}

TEST_CASE("zero may be a class of its own, and moves no break then", "[core]")
{
    Classification classification = persons(ClassMethod::Quantiles, 2);
    classification.zero = LocalText{"没有", "None"};
    const auto classes = valueClasses(classification, {0, 0, 0, 0, 1, 2, 30, 40});
    REQUIRE(classes.size() == 4);
    CHECK(classes[2].title.zh == "没有");
    CHECK(classOf(classes, 0) == "zero");
    CHECK(classOf(classes, 2) == "c1");
    CHECK(classOf(classes, 30) == "c2");
}

TEST_CASE("darker is more, and the ends are the colours given", "[core]")
{
    Classification classification = thresholds({1, 2}, true);
    classification.colours = {{200, 200, 200}, {100, 100, 100}};
    const auto classes = valueClasses(classification, {});
    CHECK(classes[0].symbol.fill->colour == Colour{100, 100, 100});
    CHECK(classes[1].symbol.fill->colour == Colour{150, 150, 150});
    CHECK(classes[2].symbol.fill->colour == Colour{200, 200, 200});
}

TEST_CASE("every known value is in exactly one class of values", "[core]")
{
    CHECK(rc::check("for any values and method", [](std::vector<double> values) {
        const auto method = *rc::gen::element(ClassMethod::EqualInterval, ClassMethod::Quantiles,
                                              ClassMethod::NaturalBreaks);
        Classification classification = persons(method, *rc::gen::inRange<std::size_t>(1, 8));
        if (*rc::gen::arbitrary<bool>())
            classification.zero = LocalText{"零", "Zero"};
        values.insert(values.end(), {0, unknown, infinity, -infinity});
        const auto classes = valueClasses(classification, values);
        RC_ASSERT(classes.back().id == "unknown");
        for (const double value : values) {
            std::size_t taken = 0;
            for (std::size_t i = 0; i + 1 < classes.size(); ++i)
                taken += holds(classes[i], value) ? 1 : 0;
            RC_ASSERT(taken == (std::isfinite(value) ? 1U : 0U));
        }
    }));
}

TEST_CASE("a definition is classified by each layer's own rows", "[core]")
{
    MapDefinition definition;
    Style style;
    style.id = "persons";
    style.classification = persons(ClassMethod::NaturalBreaks, 2);
    definition.styles.emplace("persons", style);
    definition.layers = {layerOf("all", "village"), layerOf("many", "village"),
                         layerOf("gone", "nowhere")};
    definition.layers[1].filter =
        Condition{Condition::Kind::Compare, "persons", Condition::Operator::Greater, {50.0}, {}};
    const MapDefinition result = classified(definition, {villages({1, 2, 99, 101, 900, unknown})});
    const auto titlesOf = [&](std::size_t layer) {
        return titles(result.styleOf(result.layers[layer]).classes, Language::English);
    };
    CHECK(titlesOf(0) ==
          std::vector<std::string>{"500 persons or more", "Under 500 persons", "Unknown"});
    CHECK(titlesOf(1) == titlesOf(0));
    CHECK(titlesOf(2) == std::vector<std::string>{"Unknown"});
    CHECK(definition.layers[0].style == "persons"); // the one given is as it was
}

TEST_CASE("a style without classes needs a classification", "[core]")
{
    CHECK_THROWS_AS(parseStyle(R"({"id": "a", "classes": []})", "a.json"), Error);
    const Style style = parseStyle(R"({"id": "a", "classes": [], "classification": {
        "field": "incidence", "method": "thresholds", "breaks": [1, 3], "break_op": ">",
        "colours": ["#FFFFFF", "#000000"], "unit_word": {"zh": "%", "en": "%"},
        "symbol": {"strokes": [{"colour": "#010203"}]}, "classes": 4,
        "zero": {"zh": "无", "en": "None"}, "unknown": {"zh": "不详", "en": "Unknown"}}})",
                                   "a.json");
    REQUIRE(style.classification);
    CHECK(style.classification->method == ClassMethod::Thresholds);
    CHECK(style.classification->breaks == std::vector<double>{1, 3});
    CHECK_FALSE(style.classification->breakBelongsAbove);
    CHECK(style.classification->symbol.strokes.size() == 1);
    CHECK(style.classification->zero->zh == "无");
    CHECK(style.classification->unknown->zh == "不详");
}

TEST_CASE("wrong classifications are refused at their place", "[core]")
{
    const auto refusal = [](const std::string& classification, const char* classes = "[]") {
        const std::string json = std::string(R"({"id": "a", "classes": )") + classes +
                                 R"(, "classification": {"field": "p",
                                 "unit_word": {"zh": "人", "en": "persons"}, )" +
                                 classification + "}}";
        try {
            (void)parseStyle(json, "a.json");
            return std::string("taken");
        } catch (const Error& error) {
            return text(error.message(), Language::English);
        }
    };
    using Catch::Matchers::StartsWith;
    CHECK_THAT(refusal(R"("method": "thresholds", "breaks": [1, 1])"),
               StartsWith("a.json#/classification/breaks/1: breaks must ascend"));
    CHECK_THAT(refusal(R"("method": "thresholds")"), StartsWith("a.json#/classification:"));
    CHECK_THAT(refusal(R"("method": "jenks")"), StartsWith("a.json#/classification/method:"));
    CHECK_THAT(refusal(R"("method": "quantiles", "classes": 13)"),
               StartsWith("a.json#/classification/classes:"));
    CHECK_THAT(refusal(R"("method": "quantiles", "ramp": "rainbow")"),
               StartsWith("a.json#/classification/ramp:"));
    CHECK_THAT(refusal(R"("method": "quantiles")",
                       R"([{"id": "unknown", "title": {"zh": "无", "en": "n"}, "symbol": {}}])"),
               StartsWith("a.json#/classes/0/id:"));
}
