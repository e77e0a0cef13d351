// SPDX-License-Identifier: MIT
#include "exchange/qgis_symbol.h"

#include "core/error.h"
#include "core/plain_mark.h"
#include "exchange/qgis_expression.h"

#include <cpl_string.h>

#include <fstream>
#include <numbers>

namespace guatu::exchange
{
namespace
{

using Properties = std::vector<std::pair<std::string, std::string>>;
constexpr double pixel = 25.4 / 96; ///< mm

/// Writes layer upon layer of one symbol.
class SymbolLayers
{
public:
    SymbolLayers(XmlWriter& xml, std::string name) : m_xml(xml), m_name(std::move(name)) {}

    void open(std::string_view type, std::string_view name)
    {
        m_xml.open("symbol", {{"type", std::string(type)},
                              {"name", std::string(name)},
                              {"alpha", "1"},
                              {"clip_to_extent", "1"},
                              {"force_rhr", "0"}});
    }
    void close() { m_xml.close(); }

    /// Opens a layer; `pass` is its symbol level.
    void openLayer(std::string_view kind, const Properties& properties, int pass = 0)
    {
        m_xml.open("layer", {{"class", std::string(kind)},
                             {"enabled", "1"},
                             {"locked", "0"},
                             {"pass", std::to_string(pass)}});
        for (const auto& [key, value] : properties)
            m_xml.leaf("prop", {{"k", key}, {"v", value}});
    }
    void closeLayer()
    {
        m_xml.close();
        ++m_count;
    }
    void layer(std::string_view kind, const Properties& properties, int pass = 0)
    {
        openLayer(kind, properties, pass);
        closeLayer();
    }
    /// The symbol that an open layer repeats.
    void openPart(std::string_view type)
    {
        open(type, "@" + m_name + "@" + std::to_string(m_count));
    }

private:
    XmlWriter& m_xml;
    std::string m_name;
    int m_count = 0;
};

struct Line {
    Colour colour{};
    double width = 0; ///< mm
    std::vector<double> dash{};
    bool inside = false;
    int pass = 0;
};

Properties propertiesOf(const Line& line)
{
    std::string dash;
    for (const double length : line.dash)
        dash += (dash.empty() ? "" : ";") + shortNumber(length);
    Properties properties{{"line_color", qgisColour(line.colour)},
                          {"line_style", "solid"},
                          {"line_width", shortNumber(line.width * (line.inside ? 2 : 1))},
                          {"line_width_unit", "MM"},
                          {"joinstyle", line.inside ? "miter" : "round"},
                          {"capstyle", line.dash.empty() && !line.inside ? "round" : "flat"},
                          {"draw_inside_polygon", line.inside ? "1" : "0"},
                          {"use_custom_dash", line.dash.empty() ? "0" : "1"}};
    if (!dash.empty()) {
        properties.emplace_back("customdash", dash);
        properties.emplace_back("customdash_unit", "MM");
    }
    return properties;
}

/// The lines of a stroke, bottom to top: from (edge inwards) the outer of two, the gap, the inner.
std::vector<Line> linesOf(const Stroke& stroke)
{
    const bool inside = stroke.inside;
    if (inside && stroke.secondGap) {
        const double gap = *stroke.secondGap;
        return {{stroke.colour, 2 * stroke.width + gap, {}, true},
                {stroke.casing.value_or(Colour{255, 255, 255, 255}), stroke.width + gap, {}, true},
                {stroke.colour, stroke.width, {}, true}};
    }
    std::vector<Line> lines;
    if (stroke.casing)
        lines.push_back({*stroke.casing, stroke.casingWidth, {}, inside});
    lines.push_back({stroke.colour, stroke.width, stroke.dash, inside, stroke.casing ? 1 : 0});
    return lines;
}

void writeStrokes(SymbolLayers& layers, const Symbol& symbol)
{
    for (const Stroke& stroke : symbol.strokes)
        for (const Line& line : linesOf(stroke))
            layers.layer("SimpleLine", propertiesOf(line), line.pass);
}

/// A lattice of marks: distances and sizes in CSS pixels.
struct Lattice {
    std::string mark;
    double size, stroke, stepX, stepY, shift;
    bool filled;
};

void writeLattice(SymbolLayers& layers, const Colour& colour, const Lattice& lattice)
{
    const auto mm = [](double pixels) { return shortNumber(pixels * pixel); };
    layers.openLayer("PointPatternFill", {{"distance_x", mm(lattice.stepX)},
                                          {"distance_x_unit", "MM"},
                                          {"distance_y", mm(lattice.stepY)},
                                          {"distance_y_unit", "MM"},
                                          {"displacement_x", mm(lattice.shift)},
                                          {"displacement_x_unit", "MM"}});
    layers.openPart("marker");
    layers.layer("SimpleMarker",
                 {{"name", lattice.mark},
                  {"color", qgisColour(lattice.filled ? colour : Colour{0, 0, 0, 0})},
                  {"outline_color", qgisColour(colour)},
                  {"outline_style", lattice.filled ? "no" : "solid"},
                  {"outline_width", mm(lattice.stroke)},
                  {"outline_width_unit", "MM"},
                  {"size", mm(lattice.size)},
                  {"size_unit", "MM"}});
    layers.close();
    layers.closeLayer();
}

void writeDiagonals(SymbolLayers& layers, const Colour& colour)
{
    constexpr double period = 7; // CSS pixels along a row
    layers.openLayer("LinePatternFill",
                     {{"angle", "45"},
                      {"distance", shortNumber(period * pixel / std::numbers::sqrt2)},
                      {"distance_unit", "MM"}});
    layers.openPart("line");
    layers.layer("SimpleLine", propertiesOf({colour, pixel, {}}));
    layers.close();
    layers.closeLayer();
}

void writePattern(SymbolLayers& layers, const Fill& fill)
{
    switch (fill.pattern) {
    case Pattern::Crosses:
        return writeLattice(layers, fill.patternColour, {"cross2", 3.6, 1, 10, 10, 0, false});
    case Pattern::Diagonal:
        return writeDiagonals(layers, fill.patternColour);
    case Pattern::Dots:
        return writeLattice(layers, fill.patternColour, {"circle", 1.8, 0, 6, 3, 3, true});
    case Pattern::Rings:
        return writeLattice(layers, fill.patternColour, {"circle", 4, 0.9, 9, 9, 0, false});
    case Pattern::None:
        break;
    }
}

void writeFill(SymbolLayers& layers, const Symbol& symbol)
{
    if (symbol.fill) {
        layers.layer("SimpleFill", {{"color", qgisColour(symbol.fill->colour)},
                                    {"style", "solid"},
                                    {"outline_style", "no"}});
        writePattern(layers, *symbol.fill);
    }
    writeStrokes(layers, symbol);
    if (!symbol.fill && symbol.strokes.empty())
        layers.layer("SimpleFill", {{"style", "no"}, {"outline_style", "no"}});
}

/// QGIS names it cross where it is upright.
std::string shapeOf(const PlainMark& mark)
{
    if (mark.shape == PlainMark::Shape::Plus)
        return "cross";
    if (mark.shape == PlainMark::Shape::Cross)
        return "cross2";
    return std::string(plainShapeWords[static_cast<std::size_t>(mark.shape)]);
}

void writePlainMark(SymbolLayers& layers, const PlainMark& mark, double size)
{
    const double unit = size / 16; // mm of a pictogram's units
    const bool isLine =
        mark.shape == PlainMark::Shape::Plus || mark.shape == PlainMark::Shape::Cross;
    const Colour edge = mark.edge.value_or(mark.fill);
    const double width = mark.edge ? mark.edgeWidth : 2;
    layers.layer("SimpleMarker", {{"name", shapeOf(mark)},
                                  {"color", qgisColour(mark.fill)},
                                  {"outline_color", qgisColour(edge)},
                                  {"outline_style", mark.edge || isLine ? "solid" : "no"},
                                  {"outline_width", shortNumber(width * unit)},
                                  {"outline_width_unit", "MM"},
                                  {"size", shortNumber(plainMarkExtent * unit)},
                                  {"size_unit", "MM"}});
}

void writeMarker(SymbolLayers& layers, const Symbol& symbol, EmbeddedMarkers& markers)
{
    if (const auto mark = symbol.marker ? plainMarkOf(symbol.marker->symbol) : std::nullopt)
        return writePlainMark(layers, *mark, symbol.marker->size);
    if (symbol.marker) {
        layers.layer("SvgMarker", {{"name", markers[symbol.marker->symbol]},
                                   {"size", shortNumber(symbol.marker->size)},
                                   {"size_unit", "MM"}});
        return;
    }
    constexpr double size = 2; // mm: what has no sign is a dot
    layers.layer("SimpleMarker",
                 {{"name", "circle"},
                  {"color", qgisColour(symbol.fill ? symbol.fill->colour : Colour{})},
                  {"outline_style", "no"},
                  {"size", shortNumber(size)},
                  {"size_unit", "MM"}});
}

} // namespace

const std::string& EmbeddedMarkers::operator[](const std::string& symbol)
{
    std::string& embedded = m_embedded[symbol];
    if (embedded.empty()) {
        const std::filesystem::path file = m_folder / (symbol + ".svg");
        std::ifstream in(file, std::ios::binary);
        const std::string svg{std::istreambuf_iterator<char>(in), {}};
        if (!in || svg.empty())
            throw inputError({"qgis.no_symbol", {{"file", file.string()}}});
        char* text = CPLBase64Encode(static_cast<int>(svg.size()),
                                     reinterpret_cast<const GByte*>(svg.data()));
        embedded = std::string("base64:") + text;
        CPLFree(text);
    }
    return embedded;
}

void writeQgisSymbol(XmlWriter& xml, const std::string& name, const Symbol& symbol,
                     GeometryType geometry, EmbeddedMarkers& markers)
{
    SymbolLayers layers(xml, name);
    if (geometry == GeometryType::Polygon) {
        layers.open("fill", name);
        writeFill(layers, symbol);
    } else if (geometry == GeometryType::Line) {
        layers.open("line", name);
        writeStrokes(layers, symbol);
    } else {
        layers.open("marker", name);
        writeMarker(layers, symbol, markers);
    }
    layers.close();
}

void writeQgisClusterSymbol(XmlWriter& xml)
{
    SymbolLayers layers(xml, "centerSymbol");
    layers.open("marker", "centerSymbol");
    layers.layer("SimpleMarker", {{"name", "circle"},
                                  {"color", "255,255,255,255"},
                                  {"outline_color", "60,71,83,255"},
                                  {"outline_width", "0.4"},
                                  {"size", "6"},
                                  {"size_unit", "MM"}});
    layers.openLayer("FontMarker", {{"font", "Noto Sans CJK SC"},
                                    {"color", "27,36,48,255"},
                                    {"size", "3"},
                                    {"size_unit", "MM"}});
    const auto option = [&xml](std::string_view type, std::string_view key, std::string value) {
        xml.leaf(
            "Option",
            {{"type", std::string(type)}, {"name", std::string(key)}, {"value", std::move(value)}});
    };
    xml.open("data_defined_properties");
    xml.open("Option", {{"type", "Map"}});
    option("QString", "name", "");
    xml.open("Option", {{"type", "Map"}, {"name", "properties"}});
    xml.open("Option", {{"type", "Map"}, {"name", "char"}});
    option("bool", "active", "true");
    option("QString", "expression", "@cluster_size");
    option("int", "type", "3");
    xml.close();
    xml.close();
    option("QString", "type", "collection");
    xml.close();
    xml.close();
    layers.closeLayer();
    layers.close();
}

std::string qgisColour(const Colour& colour)
{
    return std::to_string(colour.r) + "," + std::to_string(colour.g) + "," +
           std::to_string(colour.b) + "," + std::to_string(colour.a);
}

} // namespace guatu::exchange
