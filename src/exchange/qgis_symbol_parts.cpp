// SPDX-License-Identifier: MIT
#include "exchange/qgis_symbol_parts.h"

#include <algorithm>
#include <cmath>

namespace guatu::exchange
{
namespace
{

using Shape = PlainMark::Shape;

std::vector<double> evenDash(std::vector<double> dash)
{
    if (dash.size() % 2 != 0) // as SVG and Qt repeat it
        dash.insert(dash.end(), dash.begin(),
                    dash.begin() + static_cast<std::ptrdiff_t>(dash.size()));
    for (double& length : dash)
        length = std::clamp(length, 0.01, 100.0);
    return dash;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

/// The outer of two lines inside an edge, the gap, and the inner, as the writer lays them.
bool areTwoInside(const PartLine& outer, const PartLine& gap, const PartLine& inner)
{
    return outer.inside && gap.inside && inner.inside && outer.colour == inner.colour &&
           outer.dash.empty() && gap.dash.empty() && inner.dash.empty() &&
           outer.width > gap.width && gap.width > inner.width &&
           isNear(outer.width - gap.width, inner.width);
}

bool isCasing(const PartLine& lower, const PartLine& upper)
{
    return lower.dash.empty() && lower.width > upper.width && lower.inside == upper.inside &&
           lower.colour != upper.colour && lower.pass < upper.pass;
}

std::vector<Stroke> strokesOf(const std::vector<PartLine>& lines)
{
    std::vector<Stroke> strokes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PartLine& line = lines[i];
        Stroke stroke{
            .colour = line.colour, .width = line.width, .dash = line.dash, .inside = line.inside};
        if (i + 2 < lines.size() && areTwoInside(line, lines[i + 1], lines[i + 2])) {
            stroke.width = lines[i + 2].width;
            stroke.secondGap = lines[i + 1].width - stroke.width;
            stroke.casing = lines[i + 1].colour;
            stroke.casingWidth = line.width;
            i += 2;
        } else if (i + 1 < lines.size() && isCasing(line, lines[i + 1])) {
            stroke.casing = line.colour;
            stroke.casingWidth = line.width;
            ++i;
            stroke.colour = lines[i].colour;
            stroke.width = lines[i].width;
            stroke.dash = lines[i].dash;
        }
        strokes.push_back(std::move(stroke));
    }
    return strokes;
}

struct KnownShape {
    std::string_view name;
    Shape shape;
    bool isSame = true;
};

constexpr std::array<KnownShape, 46> shapes{{
    {"circle", Shape::Circle},
    {"square", Shape::Square},
    {"rectangle", Shape::Square},
    {"diamond", Shape::Diamond},
    {"triangle", Shape::Triangle},
    {"equilateral_triangle", Shape::Triangle},
    {"pentagon", Shape::Pentagon},
    {"hexagon", Shape::Hexagon},
    {"star", Shape::Star},
    {"regular_star", Shape::Star},
    {"cross", Shape::Plus},
    {"cross2", Shape::Cross},
    {"x", Shape::Cross},
    {"shape://plus", Shape::Plus},
    {"shape://times", Shape::Cross},
    {"cross_fill", Shape::Plus, false},
    {"asterisk_fill", Shape::Star, false},
    {"diamond_star", Shape::Star, false},
    {"arrow", Shape::Triangle, false},
    {"arrowhead", Shape::Triangle, false},
    {"filled_arrowhead", Shape::Triangle, false},
    {"half_arc", Shape::Circle, false},
    {"third_arc", Shape::Circle, false},
    {"quarter_arc", Shape::Circle, false},
    {"semi_circle", Shape::Circle, false},
    {"third_circle", Shape::Circle, false},
    {"quarter_circle", Shape::Circle, false},
    {"heart", Shape::Circle, false},
    {"shield", Shape::Pentagon, false},
    {"octagon", Shape::Hexagon, false},
    {"decagon", Shape::Hexagon, false},
    {"rounded_square", Shape::Square, false},
    {"square_with_corners", Shape::Square, false},
    {"half_square", Shape::Square, false},
    {"quarter_square", Shape::Square, false},
    {"diagonal_half_square", Shape::Triangle, false},
    {"right_half_triangle", Shape::Triangle, false},
    {"left_half_triangle", Shape::Triangle, false},
    {"trapezoid", Shape::Square, false},
    {"parallelogram_left", Shape::Square, false},
    {"parallelogram_right", Shape::Square, false},
    {"line", Shape::Plus, false},
    {"shape://vertline", Shape::Plus, false},
    {"shape://horline", Shape::Plus, false},
    {"shape://dot", Shape::Circle},
    {"ellipse", Shape::Circle, false},
}};

} // namespace

void SymbolParts::addFill(const Colour& colour)
{
    if (m_fill)
        m_reading.note("style_import.lower_fill", m_line);
    m_fill = colour;
}

void SymbolParts::addPattern(Pattern pattern, const Colour& colour, std::string_view name,
                             bool isSame, int line)
{
    if (pattern == Pattern::Diagonal && m_pattern == Pattern::Diagonal) {
        m_pattern = Pattern::Crosses; // two hatches upon one another
        return m_reading.note("style_import.pattern_crosses", line,
                              {{"pattern", std::string(name)}});
    }
    if (m_pattern != Pattern::None)
        m_reading.note("style_import.lower_pattern", m_line);
    m_pattern = pattern;
    m_patternColour = colour;
    if (isSame)
        return;
    constexpr std::array<const char*, 5> ids{
        "", "style_import.pattern_crosses", "style_import.pattern_diagonal",
        "style_import.pattern_dots", "style_import.pattern_rings"};
    m_reading.note(ids[static_cast<std::size_t>(pattern)], line, {{"pattern", std::string(name)}});
}

void SymbolParts::addLine(PartLine line)
{
    line.width = drawnWidth(line.width);
    line.dash = evenDash(std::move(line.dash));
    if (!m_reading.hasSymbolLevels())
        line.pass = static_cast<int>(m_lines.size());
    m_lines.push_back(std::move(line));
}

void SymbolParts::addMarker(Marker marker, int line)
{
    if (m_marker)
        m_reading.note("style_import.lower_marker", line);
    marker.size = drawnWidth(marker.size);
    m_marker = std::move(marker);
}

Symbol SymbolParts::finish()
{
    Symbol symbol;
    if (m_fill || m_pattern != Pattern::None)
        symbol.fill = Fill{.colour = m_fill.value_or(Colour{255, 255, 255, 0}),
                           .pattern = m_pattern,
                           .patternColour = m_patternColour.value_or(Colour{})};
    symbol.strokes = strokesOf(m_lines);
    symbol.marker = m_marker;
    // Rings of points that stand together show the fill's colour.
    if (const auto mark = m_marker ? plainMarkOf(m_marker->symbol) : std::nullopt)
        symbol.fill = Fill{.colour = mark->fill.a > 0 ? mark->fill : mark->edge.value_or(Colour{})};
    return symbol;
}

Marker plainMarker(std::string_view shape, double size, const Colour& fill,
                   const std::optional<Colour>& edge, double edgeWidth, int line,
                   StyleReading& reading)
{
    size = drawnWidth(size);
    const auto* known = std::ranges::find(shapes, shape, &KnownShape::name);
    if (known == shapes.end() || !known->isSame)
        reading.note("style_import.marker_shape", line, {{"shape", std::string(shape)}});
    PlainMark mark{.shape = known == shapes.end() ? Shape::Circle : known->shape, .fill = fill};
    if (edge) {
        mark.edge = edge;
        const double units = drawnWidth(edgeWidth) / size * plainMarkExtent;
        mark.edgeWidth = std::clamp(std::round(units * 10) / 10, 0.1, 9.9);
    }
    const bool isLine = mark.shape == Shape::Plus || mark.shape == Shape::Cross;
    if (isLine && mark.edge)
        mark.fill = *mark.edge;
    constexpr double units = 16; // of a pictogram
    return {nameOf(mark), drawnWidth(size * units / plainMarkExtent)};
}

} // namespace guatu::exchange
