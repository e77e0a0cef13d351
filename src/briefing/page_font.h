// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"

#include <QFont>
#include <QString>

#include <vector>

namespace guatu::briefing
{

/// Millimetres of a point, 1/72 inch.
inline constexpr double mmPerPoint = 25.4 / 72;

/// 黑体 and 宋体 by their Simplified Chinese faces, at a size in pixels.
[[nodiscard]] QFont pageFont(const TextStyle& style, double pixels);

/// Millimetres of a line of text. Thread-safe.
[[nodiscard]] double widthOf(const std::string& text, const TextStyle& style);

/// The faces that stand in for missing ones, as messages. Throws Error(Input) when no installed
/// face has Chinese letters. Needs an application.
[[nodiscard]] std::vector<Message> checkPageFonts();

/// A line of a wrapped paragraph: pieces from the left of the box.
struct LaidPiece {
    double x = 0; ///< mm
    std::string text;
    TextStyle style;
};
struct LaidLine {
    double top = 0, height = 0, baseline = 0; ///< mm from the top of the box
    std::vector<LaidPiece> pieces;
};

/// Wraps paragraphs at a width: between Han characters and at blanks, closing marks never first.
/// Lines are `leading` sizes of their text apart.
[[nodiscard]] std::vector<LaidLine> layOut(const std::vector<Paragraph>& paragraphs, double width,
                                           double leading = 1.4);
[[nodiscard]] double heightOf(const std::vector<LaidLine>& lines);

/// A text as lines that are at most `width` mm wide.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& text, const TextStyle& style,
                                               double width);

} // namespace guatu::briefing
