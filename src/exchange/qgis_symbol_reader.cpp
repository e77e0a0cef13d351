// SPDX-License-Identifier: MIT
#include "exchange/qgis_symbol_reader.h"

#include "core/text.h"
#include "exchange/qgis_symbol_parts.h"

#include <algorithm>
#include <array>

namespace guatu::exchange
{
namespace
{

constexpr double markerSize = 2; ///< mm, where a file does not say

/// Properties that change the look unless they have one of these values.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> neutral{
    {{"offset", "0"},
     {"offset", "0,0"},
     {"angle", "0"},
     {"line_offset", "0"},
     {"ring_filter", "0"},
     {"dash_pattern_offset", "0"},
     {"trim_distance_start", "0"},
     {"trim_distance_end", "0"},
     {"align_dash_pattern", "0"},
     {"tweak_dash_pattern_on_corners", "0"},
     {"horizontal_anchor_point", "1"},
     {"vertical_anchor_point", "1"},
     {"fixedAspectRatio", "0"},
     {"gradient_color2", ""}}};

bool isOn(const std::string& word)
{
    return word == "1" || word == "true";
}

/// One layer of a symbol.
struct SymbolLayer {
    const XmlElement& element;
    std::string type;
    QgisProperties properties;
    double opacity;
    StyleReading& reading;

    [[nodiscard]] int line() const { return element.line; }
    [[nodiscard]] std::string property(std::string_view key, std::string_view other = {}) const
    {
        const auto found = properties.find(key);
        return found == properties.end() ? std::string(other) : found->second;
    }
    [[nodiscard]] double length(std::string_view key, double instead) const
    {
        return reading.millimetres(property(key), property(std::string(key) + "_unit", "MM"),
                                   line(), type + "." + std::string(key), instead);
    }
    [[nodiscard]] Colour colour(std::string_view key, Colour instead) const
    {
        const std::string text = property(key);
        const auto read = colourFrom(text);
        if (!read && !text.empty())
            reading.note("style_import.colour", line(), {{"value", text}});
        return faded(read.value_or(instead), opacity);
    }
    void noteOdd() const
    {
        for (const auto& [key, value] : properties) {
            bool isKnown = false;
            bool isNeutral = false;
            for (const auto& [name, usual] : neutral) {
                isKnown = isKnown || name == key;
                isNeutral = isNeutral || (name == key && usual == value);
            }
            if (isKnown && !isNeutral && !value.empty())
                reading.note("style_import.property", line(),
                             {{"property", type + "." + key}, {"value", value}});
        }
        noteDataDefined(element, "data_defined_properties", reading);
        if (const XmlElement* effect = element.child("effect");
            effect != nullptr && isOn(effect->attribute("enabled")))
            reading.note("style_import.effect", effect->line, {{"type", type}});
    }
};

/// Qt's dashes, in widths of the line.
std::vector<double> dashOf(std::string_view style, double width)
{
    std::vector<double> dash;
    if (style == "dash")
        dash = {4, 2};
    else if (style == "dot")
        dash = {1, 2};
    else if (style == "dash dot")
        dash = {4, 2, 1, 2};
    else if (style == "dash dot dot")
        dash = {4, 2, 1, 2, 1, 2};
    for (double& length : dash)
        length *= drawnWidth(width);
    return dash;
}

std::vector<double> customDash(const SymbolLayer& layer)
{
    std::vector<double> dash;
    const std::string all = layer.property("customdash");
    const std::string unit = layer.property("customdash_unit", "MM");
    for (const std::string_view each : split(all, ';'))
        dash.push_back(layer.reading.millimetres(std::string(each), unit, layer.line(),
                                                 layer.type + ".customdash", 1));
    return dash;
}

void addOutline(const SymbolLayer& layer, SymbolParts& parts)
{
    const std::string style = layer.property("outline_style", "solid");
    if (style == "no")
        return;
    const double width = layer.length("outline_width", mmOfPixel);
    parts.addLine({layer.colour("outline_color", {}), width, dashOf(style, width)});
}

void addSimpleFill(const SymbolLayer& layer, SymbolParts& parts)
{
    const std::string style = layer.property("style", "solid");
    const Colour colour = layer.colour("color", {});
    if (style == "solid")
        parts.addFill(colour);
    else if (style == "b_diagonal")
        parts.addPattern(Pattern::Diagonal, colour, style, true, layer.line());
    else if (style == "f_diagonal" || style == "horizontal" || style == "vertical")
        parts.addPattern(Pattern::Diagonal, colour, style, false, layer.line());
    else if (style == "cross" || style == "diagonal_x")
        parts.addPattern(Pattern::Crosses, colour, style, false, layer.line());
    else if (style != "no")
        parts.addPattern(Pattern::Dots, colour, style, false, layer.line());
    addOutline(layer, parts);
}

void addSimpleLine(const SymbolLayer& layer, SymbolParts& parts)
{
    const std::string style = layer.property("line_style", "solid");
    if (style == "no")
        return;
    PartLine line{.colour = layer.colour("line_color", {}),
                  .width = layer.length("line_width", mmOfPixel),
                  .inside = isOn(layer.property("draw_inside_polygon"))};
    line.dash =
        isOn(layer.property("use_custom_dash")) ? customDash(layer) : dashOf(style, line.width);
    if (line.inside)
        line.width /= 2; // the outer half is clipped off
    if (const auto pass = finiteNumber(layer.element.attribute("pass")))
        line.pass = static_cast<int>(std::clamp(*pass, -1e6, 1e6));
    parts.addLine(std::move(line));
}

/// The first layer of the symbol that a pattern or a marker line repeats.
std::optional<SymbolLayer> partOf(const SymbolLayer& layer)
{
    const XmlElement* symbol = layer.element.child("symbol");
    const XmlElement* first = symbol == nullptr ? nullptr : symbol->child("layer");
    if (first == nullptr)
        return std::nullopt;
    const double alpha = finiteNumber(symbol->attribute("alpha")).value_or(1);
    return SymbolLayer{*first, first->attribute("class"), qgisProperties(*first),
                       layer.opacity * alpha, layer.reading};
}

void addLinePattern(const SymbolLayer& layer, SymbolParts& parts)
{
    const auto part = partOf(layer);
    const Colour colour = part ? part->colour("line_color", {}) : layer.colour("color", {});
    noteDataDefined(layer.element, "data_defined_properties", layer.reading);
    const auto angle = finiteNumber(layer.property("angle", layer.property("lineangle")));
    parts.addPattern(Pattern::Diagonal, colour, layer.type + " " + layer.property("angle") + "°",
                     angle == 45.0 || angle == 225.0, layer.line());
}

void addPointPattern(const SymbolLayer& layer, SymbolParts& parts)
{
    const auto part = partOf(layer);
    const std::string shape = part ? part->property("name") : "";
    if (!part || part->type != "SimpleMarker")
        return parts.addPattern(Pattern::Dots, part ? part->colour("color", {}) : Colour{},
                                layer.type, false, layer.line());
    const Colour fill = part->colour("color", {});
    const Colour edge = part->colour("outline_color", {});
    if (shape == "cross" || shape == "cross2")
        return parts.addPattern(Pattern::Crosses, edge, shape, true, layer.line());
    if (fill.a == 0)
        return parts.addPattern(Pattern::Rings, edge, shape, shape == "circle", layer.line());
    parts.addPattern(Pattern::Dots, fill, shape, shape == "circle", layer.line());
}

void addSimpleMarker(const SymbolLayer& layer, SymbolParts& parts)
{
    const std::string shape = layer.property("name", "circle");
    std::optional<Colour> edge;
    if (layer.property("outline_style", "solid") != "no")
        edge = layer.colour("outline_color", {});
    // A line of width 0 is as thin as the screen draws.
    parts.addMarker(plainMarker(shape, layer.length("size", markerSize), layer.colour("color", {}),
                                edge, layer.length("outline_width", mmOfPixel), layer.line(),
                                layer.reading),
                    layer.line());
}

void addSvgMarker(const SymbolLayer& layer, SymbolParts& parts)
{
    const std::string source = layer.property("name");
    const double size = layer.length("size", markerSize);
    if (const auto pictogram = layer.reading.pictograms().find(source))
        return parts.addMarker({*pictogram, size}, layer.line());
    const bool isEmbedded = source.starts_with("base64:");
    layer.reading.note(
        "style_import.no_pictogram", layer.line(),
        {{"symbol", isEmbedded ? "base64" : std::filesystem::path(source).filename().string()}});
    parts.addMarker({nameOf({.fill = layer.colour("color", {})}), size}, layer.line());
}

/// What is drawn of a layer that we do not have: its colour.
void addColourOnly(const SymbolLayer& layer, SymbolParts& parts)
{
    const auto part = partOf(layer);
    const SymbolLayer& from = part ? *part : layer;
    std::optional<Colour> colour;
    for (const std::string_view key : {"color", "gradient_color", "line_color", "outline_color"})
        if (!colour && colourFrom(from.property(key)))
            colour = from.colour(key, {});
    layer.reading.note(colour ? "style_import.layer_colour" : "style_import.layer_left",
                       layer.line(), {{"type", layer.type}});
    if (!colour)
        return;
    if (layer.reading.geometry() == GeometryType::Polygon)
        return parts.addFill(*colour);
    if (layer.reading.geometry() == GeometryType::Line)
        return parts.addLine({*colour, layer.length("line_width", mmOfPixel)});
    parts.addMarker({nameOf({.fill = *colour}), layer.length("size", markerSize)}, layer.line());
}

void addLayer(const SymbolLayer& layer, SymbolParts& parts)
{
    const GeometryType geometry = layer.reading.geometry();
    if (layer.type == "SimpleFill" && geometry == GeometryType::Polygon)
        addSimpleFill(layer, parts);
    else if (layer.type == "LinePatternFill" && geometry == GeometryType::Polygon)
        return addLinePattern(layer, parts); // its angle is taken
    else if (layer.type == "PointPatternFill" && geometry == GeometryType::Polygon)
        addPointPattern(layer, parts);
    else if (layer.type == "SimpleLine" && geometry != GeometryType::Point)
        addSimpleLine(layer, parts);
    else if (layer.type == "SimpleMarker" && geometry == GeometryType::Point)
        addSimpleMarker(layer, parts);
    else if (layer.type == "SvgMarker" && geometry == GeometryType::Point)
        addSvgMarker(layer, parts);
    else
        addColourOnly(layer, parts);
    layer.noteOdd();
}

} // namespace

QgisProperties qgisProperties(const XmlElement& holder)
{
    QgisProperties properties;
    for (const XmlElement& child : holder.children) {
        if (child.name == "prop")
            properties[child.attribute("k")] = child.attribute("v");
        if (child.name == "Option" && child.attribute("name").empty())
            for (const XmlElement& option : child.children)
                properties[option.attribute("name")] = option.attribute("value");
    }
    return properties;
}

void noteDataDefined(const XmlElement& holder, std::string_view collection, StyleReading& reading)
{
    const XmlElement* properties = holder.child(collection);
    const XmlElement* map = properties == nullptr ? nullptr : properties->child("Option");
    if (map == nullptr)
        return;
    for (const XmlElement& list : map->children) {
        if (list.attribute("name") != "properties")
            continue;
        for (const XmlElement& each : list.children) {
            QgisProperties parts;
            for (const XmlElement& option : each.children)
                parts[option.attribute("name")] = option.attribute("value");
            if (isOn(parts["active"]))
                reading.note("style_import.data_defined", each.line,
                             {{"property", each.attribute("name")},
                              {"expression", parts["expression"].empty() ? parts["field"]
                                                                         : parts["expression"]}});
        }
    }
}

Symbol readQgisSymbol(const XmlElement& symbol, double opacity, StyleReading& reading)
{
    const double alpha = finiteNumber(symbol.attribute("alpha")).value_or(1);
    noteDataDefined(symbol, "data_defined_properties", reading);
    SymbolParts parts(reading, symbol.line);
    for (const XmlElement& each : symbol.children) {
        if (each.name != "layer")
            continue;
        SymbolLayer layer{each, each.attribute("class"), qgisProperties(each), opacity * alpha,
                          reading};
        if (each.attribute("enabled") == "0")
            continue; // QGIS does not draw it either
        addLayer(layer, parts);
    }
    return parts.finish();
}

} // namespace guatu::exchange
