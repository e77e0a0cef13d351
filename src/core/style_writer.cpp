// SPDX-License-Identifier: MIT
#include "core/style_writer.h"

#include "core/json_object.h"
#include "core/json_text.h"
#include "core/pattern_words.h"

#include <fmt/format.h>

#include <array>

namespace guatu
{
namespace
{

JsonValue json(double number)
{
    return {number};
}

JsonValue json(Colour colour)
{
    std::string text = fmt::format("#{:02X}{:02X}{:02X}", colour.r, colour.g, colour.b);
    if (colour.a != 255)
        text += fmt::format("{:02X}", colour.a);
    return {std::move(text)};
}

JsonValue json(const LocalText& text)
{
    JsonObject object;
    const std::string& some = text.zh.empty() ? text.en : text.zh;
    object.add("zh", {some});
    object.add("en", {text.en.empty() ? some : text.en});
    return std::move(object).value();
}

JsonValue json(const Condition& condition)
{
    return conditionValue(condition);
}

JsonValue json(const Fill& fill);
JsonValue json(const Stroke& stroke);
JsonValue json(const Marker& marker);
JsonValue json(const Symbol& symbol);
JsonValue json(const Classification& classification);
JsonValue json(const ChartPart& part);
JsonValue json(const StyleClass& styleClass);
JsonValue json(const LabelStyle& label);

template <typename Value>
JsonValue json(const std::vector<Value>& values)
{
    JsonValue::Array array;
    for (const Value& value : values)
        array.push_back(json(value));
    return {std::move(array)};
}

template <typename Value>
void addIf(JsonObject& object, std::string_view key, const std::optional<Value>& value)
{
    if (value)
        object.add(key, json(*value));
}

template <typename Value>
void addIf(JsonObject& object, std::string_view key, const std::vector<Value>& values)
{
    if (!values.empty())
        object.add(key, json(values));
}

void addScales(JsonObject& object, double least, double most)
{
    object.addUnless("min_scale", least, 0.0);
    object.addUnless("max_scale", most, 1e12);
}

JsonValue json(const Fill& fill)
{
    JsonObject object;
    object.add("colour", json(fill.colour));
    if (fill.pattern != Pattern::None)
        object.add("pattern", {std::string(patternWords[static_cast<std::size_t>(fill.pattern)])});
    if (fill.patternColour != Colour{})
        object.add("pattern_colour", json(fill.patternColour));
    return std::move(object).value();
}

JsonValue json(const Stroke& stroke)
{
    const Stroke usual;
    JsonObject object;
    object.add("colour", json(stroke.colour));
    object.addUnless("width_mm", stroke.width, usual.width);
    addIf(object, "dash_mm", stroke.dash);
    addIf(object, "casing", stroke.casing);
    object.addUnless("casing_mm", stroke.casingWidth, usual.casingWidth);
    object.addUnless("inside", stroke.inside, usual.inside);
    addIf(object, "second_gap_mm", stroke.secondGap);
    return std::move(object).value();
}

JsonValue json(const Marker& marker)
{
    JsonObject object;
    object.add("symbol", {marker.symbol});
    object.addUnless("size_mm", marker.size, Marker{}.size);
    return std::move(object).value();
}

JsonValue json(const Symbol& symbol)
{
    JsonObject object;
    addIf(object, "fill", symbol.fill);
    addIf(object, "strokes", symbol.strokes);
    addIf(object, "marker", symbol.marker);
    return std::move(object).value();
}

JsonValue json(const StyleClass& styleClass)
{
    JsonObject object;
    object.add("id", {styleClass.id});
    object.add("title", json(styleClass.title));
    if (styleClass.when != Condition{})
        object.add("when", json(styleClass.when));
    object.add("symbol", json(styleClass.symbol));
    JsonObject variants;
    addIf(variants, "colour_blind", styleClass.colourBlind);
    addIf(variants, "grey", styleClass.grey);
    if (styleClass.colourBlind || styleClass.grey)
        object.add("variants", std::move(variants).value());
    object.addUnless("in_legend", styleClass.inLegend, true);
    addScales(object, styleClass.minScale, styleClass.maxScale);
    return std::move(object).value();
}

JsonValue json(const Classification& classification)
{
    const Classification usual;
    const bool isRule = classification.method == ClassMethod::Thresholds;
    JsonObject object;
    object.add("field", {classification.field});
    object.add("method",
               {std::string(classMethodWords[static_cast<std::size_t>(classification.method)])});
    if (classification.classes != usual.classes)
        object.add("classes", {static_cast<double>(classification.classes)});
    addIf(object, "breaks", classification.breaks);
    if (isRule || !classification.breakBelongsAbove)
        object.add("break_op", {std::string(classification.breakBelongsAbove ? ">=" : ">")});
    object.addUnless("ramp", classification.ramp, usual.ramp);
    addIf(object, "colours", classification.colours);
    if (classification.symbol != usual.symbol)
        object.add("symbol", json(classification.symbol));
    object.add("unit_word", json(classification.unitWord));
    addIf(object, "zero", classification.zero);
    addIf(object, "unknown", classification.unknown);
    return std::move(object).value();
}

JsonValue json(const ChartPart& part)
{
    JsonObject object;
    object.add("class", {part.styleClass});
    object.add("field", {part.field});
    return std::move(object).value();
}

/// Adds the member of the figure that the style has.
struct FigureWriter {
    JsonObject& style;

    void operator()(std::monostate) const {}
    void operator()(const DiscFigure& disc) const
    {
        JsonObject object;
        object.add("field", {disc.field});
        object.add("least_mm", {disc.least});
        object.add("most_mm", {disc.most});
        object.add("unit_word", json(disc.unitWord));
        style.add("disc", std::move(object).value());
    }
    void operator()(const ChartFigure& chart) const
    {
        JsonObject object;
        object.add("shape", {std::string(chart.isBar ? "bar" : "ring")});
        object.add("parts", json(chart.parts));
        object.add("least_mm", {chart.least});
        object.add("most_mm", {chart.most});
        object.add("unit_word", json(chart.unitWord));
        style.add("chart", std::move(object).value());
    }
    void operator()(const BadgeFigure& badge) const
    {
        JsonObject object;
        object.add("field", {badge.field});
        object.add("size_mm", {badge.size});
        object.add("unit_word", json(badge.unitWord));
        style.add("badge", std::move(object).value());
    }
    void operator()(const HeatFigure& heat) const
    {
        const HeatFigure usual;
        JsonObject object;
        object.addUnless("field", heat.field, usual.field);
        object.add(heat.onPaper ? "radius_mm" : "radius_m", {heat.radius});
        object.addUnless("ramp", heat.ramp, usual.ramp);
        addIf(object, "colours", heat.colours);
        object.addUnless("least", heat.least, usual.least);
        object.addUnless("most", heat.most, usual.most);
        object.add("unit_word", json(heat.unitWord));
        style.add("heat", std::move(object).value());
    }
    void operator()(const FlowFigure& flow) const
    {
        JsonObject object;
        object.add("field", {flow.field});
        object.add("least_mm", {flow.least});
        object.add("most_mm", {flow.most});
        object.add("unit_word", json(flow.unitWord));
        style.add("flow", std::move(object).value());
    }
};

JsonValue json(const LabelStyle& label)
{
    const LabelStyle usual;
    JsonObject object;
    object.addUnless("field", label.field, usual.field);
    object.addUnless("size_px", label.size, usual.size);
    object.addUnless("bold", label.bold, usual.bold);
    if (label.colour != usual.colour)
        object.add("colour", json(label.colour));
    if (label.halo != usual.halo)
        object.add("halo", json(label.halo));
    object.addUnless("halo_px", label.haloWidth, usual.haloWidth);
    if (label.priority != usual.priority)
        object.add("priority", {static_cast<double>(label.priority)});
    addScales(object, label.minScale, label.maxScale);
    if (label.when && *label.when != Condition{})
        object.add("when", json(*label.when));
    addIf(object, "badge", label.badge);
    JsonObject variants;
    addIf(variants, "colour_blind", label.colourBlindBadge);
    addIf(variants, "grey", label.greyBadge);
    if (label.colourBlindBadge || label.greyBadge)
        object.add("badge_variants", std::move(variants).value());
    object.addUnless("wrap_em", label.wrap, usual.wrap);
    object.addUnless("repeat_mm", label.repeat, usual.repeat);
    object.addUnless("mask", label.mask, usual.mask);
    return std::move(object).value();
}

JsonValue valueOf(const FieldValue& value)
{
    if (const double* number = std::get_if<double>(&value))
        return {*number};
    if (const std::string* text = std::get_if<std::string>(&value))
        return {*text};
    return {};
}

JsonValue comparisonValue(const Condition& condition)
{
    JsonObject object;
    object.add("f", {condition.field});
    object.add("op", {std::string(toString(condition.op))});
    JsonValue::Array values;
    for (const FieldValue& value : condition.values)
        values.push_back(valueOf(value));
    const bool isList = condition.op == Condition::Operator::In;
    object.add("v", isList || values.empty() ? JsonValue{std::move(values)} : values.front());
    return std::move(object).value();
}

} // namespace

JsonValue conditionValue(const Condition& condition)
{
    using enum Condition::Kind;
    if (condition.kind == Compare)
        return comparisonValue(condition);
    if (condition.children.empty())
        return {};
    JsonObject object;
    if (condition.kind == Not)
        object.add("not", json(condition.children.front()));
    else
        object.add(condition.kind == All ? "all" : "any", json(condition.children));
    return std::move(object).value();
}

JsonValue styleValue(const Style& style)
{
    JsonObject object;
    object.add("id", {style.id.empty() ? std::string("own") : style.id});
    object.add("classes", json(style.classes));
    addIf(object, "classification", style.classification);
    std::visit(FigureWriter{object}, style.figure);
    addIf(object, "labels", style.labels);
    return std::move(object).value();
}

std::string styleJson(const Style& style)
{
    return jsonText(styleValue(style)) + "\n";
}

} // namespace guatu
