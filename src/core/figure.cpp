// SPDX-License-Identifier: MIT
#include "core/figure.h"

#include "core/definition_reader.h"

#include <algorithm>

namespace guatu
{
namespace
{

void takeSizes(const JsonNode& node, double& least, double& most)
{
    take(node, "least_mm", least);
    take(node, "most_mm", most);
    if (least > most)
        throw node.error("definition.sizes_reversed");
}

} // namespace

template <>
DiscFigure readAs(const JsonNode& node)
{
    DiscFigure figure;
    take(node, "field", figure.field);
    take(node, "unit_word", figure.unitWord);
    takeSizes(node, figure.least, figure.most);
    return figure;
}

template <>
ChartPart readAs(const JsonNode& node)
{
    return {.styleClass = node["class"].text(), .field = node["field"].text()};
}

template <>
ChartFigure readAs(const JsonNode& node)
{
    ChartFigure figure;
    figure.isBar = node["shape"].text() == "bar";
    take(node, "parts", figure.parts);
    take(node, "unit_word", figure.unitWord);
    takeSizes(node, figure.least, figure.most);
    return figure;
}

template <>
BadgeFigure readAs(const JsonNode& node)
{
    BadgeFigure figure;
    take(node, "field", figure.field);
    take(node, "size_mm", figure.size);
    take(node, "unit_word", figure.unitWord);
    return figure;
}

template <>
HeatFigure readAs(const JsonNode& node)
{
    HeatFigure figure;
    const auto paper = node.find("radius_mm");
    if (paper.has_value() == node.find("radius_m").has_value())
        throw node.error("definition.one_radius");
    figure.onPaper = paper.has_value();
    take(node, figure.onPaper ? "radius_mm" : "radius_m", figure.radius);
    take(node, "field", figure.field);
    take(node, "ramp", figure.ramp);
    take(node, "colours", figure.colours);
    take(node, "least", figure.least);
    take(node, "most", figure.most);
    take(node, "unit_word", figure.unitWord);
    if (figure.onPaper && figure.most == 0) // or shades would change their meaning with the scale
        throw node.error("definition.heat_most");
    if (figure.most > 0 && figure.least >= figure.most)
        throw node["least"].error("definition.heat_range");
    return figure;
}

template <>
FlowFigure readAs(const JsonNode& node)
{
    FlowFigure figure;
    take(node, "field", figure.field);
    take(node, "unit_word", figure.unitWord);
    takeSizes(node, figure.least, figure.most);
    return figure;
}

Figure readFigure(const JsonNode& style)
{
    Figure figure;
    const auto read = [&]<typename Kind>(std::string_view key, Kind) {
        const auto node = style.find(key);
        if (node && isFigure(figure))
            throw node->error("definition.two_figures");
        if (node)
            figure = readAs<Kind>(*node);
    };
    read("disc", DiscFigure{});
    read("chart", ChartFigure{});
    read("badge", BadgeFigure{});
    read("heat", HeatFigure{});
    read("flow", FlowFigure{});
    return figure;
}

void requireParts(const JsonNode& style)
{
    const auto chart = style.find("chart");
    if (!chart)
        return;
    const std::vector<JsonNode> classes = style["classes"].items();
    for (const JsonNode& part : (*chart)["parts"].items()) {
        const JsonNode named = part["class"];
        if (std::ranges::none_of(
                classes, [&](const JsonNode& each) { return each["id"].text() == named.text(); }))
            throw named.error("definition.no_class");
    }
}

} // namespace guatu
