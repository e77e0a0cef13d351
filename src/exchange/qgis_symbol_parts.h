// SPDX-License-Identifier: MIT
#pragma once

#include "core/plain_mark.h"
#include "exchange/qgis_reading.h"

namespace guatu::exchange
{

/// A line as a style file draws it, one upon another.
struct PartLine {
    Colour colour{};
    double width = mmOfPixel;
    std::vector<double> dash{}; ///< mm, any number
    bool inside = false;
    int pass = 0; ///< symbol level: lower ones of all features are drawn first
};

/// What the layers of a symbol draw, bottom to top, before it is made ours.
class SymbolParts
{
public:
    SymbolParts(StyleReading& reading, int line) : m_reading(reading), m_line(line) {}

    void addFill(const Colour& colour);
    /// A pattern's name and whether ours looks the same; else it is noted.
    void addPattern(Pattern pattern, const Colour& colour, std::string_view name, bool isSame,
                    int line);
    void addLine(PartLine line);
    void addMarker(Marker marker, int line);

    /// The symbol: the topmost fill, pattern and marker; a narrower line upon a wider one becomes a
    /// line with a casing.
    [[nodiscard]] Symbol finish();

private:
    StyleReading& m_reading;
    int m_line;
    std::optional<Colour> m_fill, m_patternColour;
    Pattern m_pattern = Pattern::None;
    std::vector<PartLine> m_lines;
    std::optional<Marker> m_marker;
};

/// A shape's mark, as wide as `size` mm, with an edge of `edgeWidth` mm; a shape that we do not
/// have is noted and the nearest used.
[[nodiscard]] Marker plainMarker(std::string_view shape, double size, const Colour& fill,
                                 const std::optional<Colour>& edge, double edgeWidth, int line,
                                 StyleReading& reading);

} // namespace guatu::exchange
