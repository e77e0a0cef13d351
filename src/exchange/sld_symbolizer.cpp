// SPDX-License-Identifier: MIT
#include "exchange/sld_symbolizer.h"

#include "core/text.h"
#include "exchange/qgis_label_reader.h"
#include "exchange/qgis_symbol_parts.h"

#include <algorithm>
#include <array>

namespace guatu::exchange
{
namespace
{

constexpr double standardPixel = 0.28; ///< mm; OGC 05-077r4, 11
constexpr double markSize = 6;         ///< pixels; the same, 11.3.2

/// Reads what is inside one symbolizer.
class SymbolizerReader
{
public:
    SymbolizerReader(const XmlElement& symbolizer, StyleReading& reading)
        : m_symbolizer(symbolizer), m_reading(reading)
    {
        const std::string& unit = symbolizer.attribute("uom");
        const bool isPixel = unit.empty() || unit.ends_with("pixel") || unit.ends_with("Pixel");
        if (unit.ends_with("mm") || unit.ends_with("millimetre"))
            m_unit = 1;
        else if (!isPixel)
            reading.note("style_import.unit", symbolizer.line,
                         {{"property", "uom"}, {"value", unit}, {"instead", "0.28"}});
    }

    void addTo(SymbolParts& parts)
    {
        const XmlElement* geometry = m_symbolizer.child("Geometry");
        if (geometry != nullptr && geometry->child("PropertyName") == nullptr)
            m_reading.note("style_import.property", geometry->line,
                           {{"property", "Geometry"}, {"value", firstChild(*geometry)}});
        if (m_symbolizer.name == "PointSymbolizer") {
            if (const XmlElement* graphic = m_symbolizer.child("Graphic"))
                addMarker(*graphic, parts);
            return;
        }
        if (const XmlElement* fill = m_symbolizer.child("Fill"))
            addFill(*fill, parts);
        if (const XmlElement* stroke = m_symbolizer.child("Stroke"))
            addStroke(*stroke, parts);
        for (const std::string_view odd : {"PerpendicularOffset", "Displacement"})
            if (const XmlElement* found = m_symbolizer.child(odd))
                m_reading.note("style_import.property", found->line,
                               {{"property", std::string(odd)}, {"value", valueText(*found)}});
    }

    std::optional<LabelStyle> label()
    {
        const XmlElement* text = m_symbolizer.child("Label");
        const XmlElement* property = text == nullptr ? nullptr : text->child("PropertyName");
        if (property == nullptr || text->children.size() != 1 || !text->text.empty()) {
            m_reading.note("style_import.label_left", m_symbolizer.line,
                           {{"expression", text == nullptr ? "" : valueText(*text)}});
            return std::nullopt;
        }
        LabelStyle label;
        label.field = m_reading.column(property->text, property->line);
        if (const XmlElement* font = m_symbolizer.child("Font")) {
            label.size = number(parameter(*font, "font-size"), 10) * m_unit / mmOfPixel;
            label.bold = parameter(*font, "font-weight") == "bold";
            if (const std::string style = parameter(*font, "font-style");
                !style.empty() && style != "normal")
                m_reading.note("style_import.property", font->line,
                               {{"property", "font-style"}, {"value", style}});
            if (const std::string family = parameter(*font, "font-family");
                !family.empty() && !family.starts_with("Noto Sans"))
                m_reading.note("style_import.font", font->line, {{"font", family}});
        }
        label.colour = {0, 0, 0, 255};
        if (const XmlElement* fill = m_symbolizer.child("Fill"))
            label.colour = colour(*fill, "fill", label.colour);
        readHalo(label);
        return withinLimits(std::move(label));
    }

private:
    static std::string firstChild(const XmlElement& element)
    {
        return element.children.empty() ? element.text : element.children.front().name;
    }
    /// The value an element gives: its text, or its literal's.
    static std::string valueText(const XmlElement& element)
    {
        const XmlElement* literal = element.child("Literal");
        if (literal != nullptr)
            return literal->text;
        return element.text.empty() ? firstChild(element) : element.text;
    }
    static std::string parameter(const XmlElement& holder, std::string_view name)
    {
        for (const XmlElement& each : holder.children)
            if ((each.name == "SvgParameter" || each.name == "CssParameter") &&
                each.attribute("name") == name)
                return std::string(trim(valueText(each)));
        return {};
    }
    static double number(const std::string& text, double instead)
    {
        return finiteNumber(text).value_or(instead);
    }

    Colour colour(const XmlElement& holder, std::string_view name, Colour instead)
    {
        const std::string text = parameter(holder, name);
        const auto read = colourFrom(text);
        if (!read && !text.empty())
            m_reading.note("style_import.colour", holder.line, {{"value", text}});
        const std::string opacity = parameter(holder, std::string(name) + "-opacity");
        return faded(read.value_or(instead), number(opacity, 1) * m_opacity);
    }

    void readHalo(LabelStyle& label)
    {
        const XmlElement* halo = m_symbolizer.child("Halo");
        label.haloWidth = 0;
        if (halo == nullptr)
            return;
        const XmlElement* radius = halo->child("Radius");
        label.haloWidth =
            number(radius == nullptr ? "" : valueText(*radius), 1) * m_unit / mmOfPixel;
        label.halo = {255, 255, 255, 255};
        if (const XmlElement* fill = halo->child("Fill"))
            label.halo = colour(*fill, "fill", label.halo);
    }

    void addFill(const XmlElement& fill, SymbolParts& parts)
    {
        constexpr Colour grey{128, 128, 128, 255}; // OGC 05-077r4, 11.2.2
        const XmlElement* graphic = fill.child("GraphicFill");
        graphic = graphic == nullptr ? nullptr : graphic->child("Graphic");
        if (graphic == nullptr)
            return parts.addFill(colour(fill, "fill", grey));
        addPattern(*graphic, parts);
    }

    void addPattern(const XmlElement& graphic, SymbolParts& parts)
    {
        const XmlElement* mark = graphic.child("Mark");
        if (mark == nullptr) {
            m_reading.note("style_import.layer_left", graphic.line,
                           {{"type", firstChild(graphic)}});
            return;
        }
        const std::string name = mark->childText("WellKnownName");
        const XmlElement* fill = mark->child("Fill");
        const XmlElement* stroke = mark->child("Stroke");
        const Colour black{0, 0, 0, 255};
        const Colour edge = stroke == nullptr ? black : colour(*stroke, "stroke", black);
        const Colour inner = fill == nullptr ? edge : colour(*fill, "fill", edge);
        const XmlElement* rotation = graphic.child("Rotation");
        const double angle = rotation == nullptr ? 0 : number(valueText(*rotation), 0);
        const auto is = [&name](std::initializer_list<std::string_view> names) {
            return std::ranges::find(names, std::string_view(name)) != names.end();
        };
        if (is({"horline", "vertline", "line", "slash", "backslash", "shape://horline",
                "shape://vertline", "shape://slash", "shape://backslash", "brush://f_diagonal",
                "brush://b_diagonal", "brush://horizontal", "brush://vertical"})) {
            const bool isSame = (is({"horline", "shape://horline"}) && angle == 45) ||
                                (is({"slash", "shape://slash"}) && angle == 0);
            return parts.addPattern(Pattern::Diagonal, stroke == nullptr ? inner : edge, name,
                                    isSame, mark->line);
        }
        if (is({"cross", "x", "shape://plus", "shape://times", "brush://cross",
                "brush://diagonal_x"}))
            return parts.addPattern(Pattern::Crosses, stroke == nullptr ? inner : edge, name,
                                    is({"cross", "x"}), mark->line);
        if (name == "circle" && fill == nullptr)
            return parts.addPattern(Pattern::Rings, edge, name, true, mark->line);
        parts.addPattern(Pattern::Dots, inner, name, name == "circle" || name == "shape://dot",
                         mark->line);
    }

    void addStroke(const XmlElement& stroke, SymbolParts& parts)
    {
        if (const XmlElement* graphic = stroke.child("GraphicStroke"))
            m_reading.note("style_import.layer_colour", graphic->line, {{"type", "GraphicStroke"}});
        PartLine line{.colour = colour(stroke, "stroke", {}),
                      .width = number(parameter(stroke, "stroke-width"), 1) * m_unit};
        const std::string dash = parameter(stroke, "stroke-dasharray");
        std::string spaced = dash;
        std::ranges::replace(spaced, ',', ' ');
        for (const std::string_view each : split(spaced, ' '))
            if (const auto length = finiteNumber(trim(each)))
                line.dash.push_back(*length * m_unit);
        if (const std::string offset = parameter(stroke, "stroke-dashoffset");
            !offset.empty() && finiteNumber(offset) != 0.0)
            m_reading.note("style_import.property", stroke.line,
                           {{"property", "stroke-dashoffset"}, {"value", offset}});
        parts.addLine(std::move(line));
    }

    void addMarker(const XmlElement& graphic, SymbolParts& parts)
    {
        const XmlElement* size = graphic.child("Size");
        const double width = number(size == nullptr ? "" : valueText(*size), markSize) * m_unit;
        if (const XmlElement* opacity = graphic.child("Opacity"))
            m_opacity = number(valueText(*opacity), 1);
        if (const XmlElement* rotation = graphic.child("Rotation");
            rotation != nullptr && finiteNumber(valueText(*rotation)) != 0.0)
            m_reading.note("style_import.property", rotation->line,
                           {{"property", "Rotation"}, {"value", valueText(*rotation)}});
        if (const XmlElement* picture = graphic.child("ExternalGraphic"))
            if (addPictogram(*picture, width, parts))
                return;
        const XmlElement* mark = graphic.child("Mark");
        const Colour grey{128, 128, 128, 255};
        const XmlElement* fill = mark == nullptr ? nullptr : mark->child("Fill");
        const XmlElement* stroke = mark == nullptr ? nullptr : mark->child("Stroke");
        std::optional<Colour> edge;
        if (stroke != nullptr && !stroke->children.empty()) // QGIS writes an empty one for none
            edge = colour(*stroke, "stroke", {});
        const Colour inner = fill != nullptr     ? colour(*fill, "fill", grey)
                             : stroke != nullptr ? Colour{255, 255, 255, 0}
                                                 : grey;
        const std::string& name = mark == nullptr ? m_square : mark->childText("WellKnownName");
        const double edgeWidth =
            (stroke == nullptr ? 1 : number(parameter(*stroke, "stroke-width"), 1)) * m_unit;
        parts.addMarker(plainMarker(name.empty() ? m_square : name, width, inner, edge, edgeWidth,
                                    graphic.line, m_reading),
                        graphic.line);
    }

    bool addPictogram(const XmlElement& picture, double width, SymbolParts& parts)
    {
        const XmlElement* resource = picture.child("OnlineResource");
        const std::string href = resource == nullptr ? "" : resource->attribute("href");
        const std::string file = href.substr(0, href.find('?'));
        if (const auto pictogram = m_reading.pictograms().find(file)) {
            parts.addMarker({*pictogram, width}, picture.line);
            return true;
        }
        m_reading.note("style_import.no_pictogram", picture.line,
                       {{"symbol", std::filesystem::path(file).filename().string()}});
        return false;
    }

    const std::string m_square = "square"; ///< the standard's own shape
    const XmlElement& m_symbolizer;
    StyleReading& m_reading;
    double m_unit = standardPixel;
    double m_opacity = 1;
};

} // namespace

bool hasSymbolizer(const XmlElement& rule)
{
    return std::ranges::any_of(rule.children, [](const XmlElement& each) {
        return each.name.ends_with("Symbolizer") && each.name != "TextSymbolizer";
    });
}

Symbol sldSymbol(const XmlElement& rule, StyleReading& reading)
{
    const std::array<std::string_view, 3> fitting{"PointSymbolizer", "LineSymbolizer",
                                                  "PolygonSymbolizer"};
    const GeometryType geometry = reading.geometry();
    SymbolParts parts(reading, rule.line);
    for (const XmlElement& each : rule.children) {
        if (!each.name.ends_with("Symbolizer") || each.name == "TextSymbolizer")
            continue;
        const bool fits = geometry == GeometryType::Point ? each.name == fitting[0]
                          : geometry == GeometryType::Line
                              ? each.name == fitting[1]
                              : each.name == fitting[1] || each.name == fitting[2];
        if (fits)
            SymbolizerReader(each, reading).addTo(parts);
        else
            reading.note("style_import.layer_left", each.line, {{"type", each.name}});
    }
    return parts.finish();
}

std::optional<LabelStyle> sldLabel(const XmlElement& symbolizer, StyleReading& reading)
{
    return SymbolizerReader(symbolizer, reading).label();
}

} // namespace guatu::exchange
