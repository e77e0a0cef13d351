// SPDX-License-Identifier: MIT
#include "exchange/qgis_figure.h"

#include "exchange/qgis_expression.h"
#include "exchange/qgis_symbol.h"

#include <algorithm>
#include <cmath>

namespace guatu::exchange
{
namespace
{

using Expressions = std::vector<std::pair<std::string, std::string>>;

std::string quoted(const std::string& field)
{
    return "\"" + field + "\"";
}

double largestOf(const FeatureTable& table, const std::vector<std::string>& fields)
{
    double largest = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        double sum = 0;
        for (const std::string& field : fields)
            if (const NumberColumn* numbers = table.number(field);
                numbers != nullptr && std::isfinite((*numbers)[row]))
                sum += std::max(0.0, (*numbers)[row]);
        largest = std::max(largest, sum);
    }
    return largest;
}

void writeLayer(XmlWriter& xml, std::string_view type,
                const std::vector<std::pair<std::string, std::string>>& properties,
                const Expressions& expressions)
{
    xml.open("layer",
             {{"class", std::string(type)}, {"enabled", "1"}, {"locked", "0"}, {"pass", "0"}});
    for (const auto& [key, value] : properties)
        xml.leaf("prop", {{"k", key}, {"v", value}});
    if (!expressions.empty()) {
        xml.open("data_defined_properties");
        xml.open("Option", {{"type", "Map"}});
        xml.leaf("Option", {{"type", "QString"}, {"name", "name"}, {"value", ""}});
        xml.open("Option", {{"type", "Map"}, {"name", "properties"}});
        for (const auto& [key, expression] : expressions) {
            xml.open("Option", {{"type", "Map"}, {"name", key}});
            xml.leaf("Option", {{"type", "bool"}, {"name", "active"}, {"value", "true"}});
            xml.leaf("Option",
                     {{"type", "QString"}, {"name", "expression"}, {"value", expression}});
            xml.leaf("Option", {{"type", "int"}, {"name", "type"}, {"value", "3"}});
            xml.close();
        }
        xml.close();
        xml.leaf("Option", {{"type", "QString"}, {"name", "type"}, {"value", "collection"}});
        xml.close();
        xml.close();
    }
    xml.close();
}

Colour colourOf(const StyleClass& each)
{
    return each.symbol.fill ? each.symbol.fill->colour : Colour{27, 36, 48, 255};
}

void openSymbol(XmlWriter& xml, std::size_t number)
{
    xml.open("symbol", {{"type", "marker"},
                        {"name", std::to_string(number)},
                        {"alpha", "1"},
                        {"clip_to_extent", "1"},
                        {"force_rhr", "0"}});
}

void writeShape(XmlWriter& xml, const std::string& shape, const Colour& colour, double size,
                const Expressions& expressions)
{
    writeLayer(xml, "SimpleMarker",
               {{"name", shape},
                {"color", qgisColour(colour)},
                {"outline_color", "255,255,255,255"},
                {"outline_width", "0.2"},
                {"outline_width_unit", "MM"},
                {"size", shortNumber(size)},
                {"size_unit", "MM"}},
               expressions);
}

void writeDisc(XmlWriter& xml, const DiscFigure& disc, const StyleClass& each, double largest)
{
    const std::string size = "max(" + shortNumber(disc.least) + ", " + shortNumber(disc.most) +
                             " * sqrt(" + quoted(disc.field) + " / " +
                             shortNumber(std::max(largest, 1e-9)) + "))";
    writeShape(xml, "circle", colourOf(each), disc.most, {{"size", size}});
}

void writeBadge(XmlWriter& xml, const BadgeFigure& badge, const StyleClass& each)
{
    constexpr double ofHeight = 0.7;
    writeShape(xml, "square", colourOf(each), badge.size, {});
    writeLayer(xml, "FontMarker",
               {{"font", "Noto Sans CJK SC"},
                {"color", "255,255,255,255"},
                {"size", shortNumber(badge.size * ofHeight)},
                {"size_unit", "MM"}},
               {{"char", "to_string(" + quoted(badge.field) + ")"}});
}

/// Rules for the classes where the field is above 0.
template <typename WriteSymbol>
void writeMarks(XmlWriter& xml, const Style& style, const std::string& field, Language language,
                WriteSymbol writeSymbol)
{
    std::vector<Condition> conditions;
    for (const StyleClass& each : style.classes)
        conditions.push_back(each.when);
    const auto filters = qgisFilters(conditions, true);
    xml.open("renderer-v2", {{"type", "RuleRenderer"}, {"symbollevels", "0"}});
    xml.open("rules", {{"key", "classes"}});
    for (std::size_t i = 0; i < filters.size(); ++i) {
        const std::string above = quoted(field) + " > 0";
        xml.leaf("rule",
                 {{"key", "class-" + style.classes[i].id},
                  {"symbol", std::to_string(i)},
                  {"label", style.classes[i].title.in(language)},
                  {"description", style.classes[i].id},
                  {"filter", filters[i].empty() ? above : above + " AND (" + filters[i] + ")"}});
    }
    xml.close();
    xml.open("symbols");
    for (std::size_t i = 0; i < style.classes.size(); ++i) {
        openSymbol(xml, i);
        writeSymbol(style.classes[i]);
        xml.close();
    }
    xml.close();
    xml.close();
}

std::string hexOf(const Colour& colour)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex = "#";
    for (const std::uint8_t part : {colour.r, colour.g, colour.b})
        hex.append(1, digits[part >> 4]).append(1, digits[part & 15]);
    return hex;
}

void writeDiagram(XmlWriter& xml, const Style& style, const ChartFigure& chart, double largest,
                  Language language)
{
    std::string whole;
    for (const ChartPart& part : chart.parts)
        whole += (whole.empty() ? "" : " + ") + ("coalesce(" + quoted(part.field) + ", 0)");
    xml.open("LinearlyInterpolatedDiagramRenderer",
             {{"diagramType", chart.isBar ? "StackedBar" : "Pie"},
              {"classificationAttributeExpression", whole},
              {"lowerValue", "0"},
              {"lowerWidth", "0"},
              {"lowerHeight", "0"},
              {"upperValue", shortNumber(std::max(largest, 1.0))},
              {"upperWidth", shortNumber(chart.most)},
              {"upperHeight", shortNumber(chart.most)},
              {"attributeLegend", "1"}});
    xml.open("DiagramCategory", {{"enabled", "1"},
                                 {"sizeType", "MM"},
                                 {"minimumSize", shortNumber(chart.least)},
                                 {"scaleDependency", "Area"},
                                 {"width", "15"},
                                 {"height", "15"},
                                 {"barWidth", "3"},
                                 {"penColor", "#ffffff"},
                                 {"penWidth", "0.2"},
                                 {"penAlpha", "0"}, // a rim would hide small shares
                                 {"lineSizeType", "MM"},
                                 {"backgroundColor", "#ffffff"},
                                 {"backgroundAlpha", "0"},
                                 {"opacity", "1"},
                                 {"rotationOffset", "270"},
                                 {"direction", "1"},
                                 {"diagramOrientation", "Right"},
                                 {"labelPlacementMethod", "Height"},
                                 {"scaleBasedVisibility", "0"},
                                 {"minScaleDenominator", "0"},
                                 {"maxScaleDenominator", "0"}});
    xml.leaf("fontProperties",
             {{"description", "Noto Sans CJK SC,9,-1,5,50,0,0,0,0,0"}, {"style", ""}});
    for (const ChartPart& part : chart.parts) {
        const auto each = std::ranges::find(style.classes, part.styleClass, &StyleClass::id);
        if (each != style.classes.end())
            xml.leaf("attribute", {{"field", quoted(part.field)},
                                   {"color", hexOf(colourOf(*each))},
                                   {"colorOpacity", "1"},
                                   {"label", each->title.in(language)}});
    }
    xml.close();
    xml.close();
    xml.leaf("DiagramLayerSettings", {{"placement", "1"}, // over the point
                                      {"priority", "5"},
                                      {"dist", "0"},
                                      {"zIndex", "0"},
                                      {"obstacle", "0"},
                                      {"linePlacementFlags", "1"},
                                      {"showAll", "1"}});
}

void writeNothing(XmlWriter& xml)
{
    xml.leaf("renderer-v2", {{"type", "nullSymbol"}, {"symbollevels", "0"}});
}

} // namespace

void writeQgisFigure(XmlWriter& xml, const Style& style, const FeatureTable& table,
                     Language language)
{
    const bool atPoints = table.geometry.type() == GeometryType::Point;
    if (const auto* chart = std::get_if<ChartFigure>(&style.figure)) {
        std::vector<std::string> fields;
        for (const ChartPart& part : chart->parts)
            fields.push_back(part.field);
        writeNothing(xml);
        return writeDiagram(xml, style, *chart, largestOf(table, fields), language);
    }
    const auto* disc = std::get_if<DiscFigure>(&style.figure);
    const auto* badge = std::get_if<BadgeFigure>(&style.figure);
    if (disc != nullptr && atPoints)
        writeMarks(xml, style, disc->field, language, [&](const StyleClass& each) {
            writeDisc(xml, *disc, each, largestOf(table, {disc->field}));
        });
    else if (badge != nullptr && atPoints)
        writeMarks(xml, style, badge->field, language,
                   [&](const StyleClass& each) { writeBadge(xml, *badge, each); });
    else
        writeNothing(xml);
}

} // namespace guatu::exchange
