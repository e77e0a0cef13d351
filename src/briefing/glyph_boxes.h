// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace guatu::briefing
{

/// The box around a glyph's outline, in units of its face, y up.
struct GlyphBox {
    double minX = 0, minY = 0, maxX = 0, maxY = 0;

    [[nodiscard]] bool isEmpty() const { return minX >= maxX || minY >= maxY; }
};

/// The boxes of a TrueType font's glyphs (tables head, loca and glyf of the OpenType
/// specification), scaled to 1000 units an em; empty when the bytes are no such font.
[[nodiscard]] std::vector<GlyphBox> glyphBoxes(std::string_view font);

} // namespace guatu::briefing
