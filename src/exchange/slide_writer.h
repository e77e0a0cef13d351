// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace guatu::exchange
{

/// Slides are 16:9. All lengths are millimetres from the upper left corner.
inline constexpr double slideWidth = 338.667, slideHeight = 190.5;

struct SlideBox {
    double x = 0, y = 0, width = 0, height = 0;
};

struct SlidePicture {
    SlideBox box;
    std::string png;
    std::string description; ///< for those who cannot see it
};

/// Rows of cells, the first being the header; a cell may have several lines. Texts stay texts: a
/// table can be edited and copied.
struct SlideTable {
    SlideBox box;               ///< the height is that of the rows
    std::vector<double> widths; ///< mm, of the columns
    std::vector<bool> flushRight;
    std::vector<std::vector<std::string>> rows;
    bool hasTotal = false; ///< the last row
    double points = 11;
    std::vector<double> heights{}; ///< mm, of the rows; rows grow with their texts
};

struct SlideRun {
    std::string text;
    double points = 16;
    bool bold = false;
    std::string colour = "1B2430"; ///< RRGGBB
};

struct SlideParagraph {
    enum class Place : std::uint8_t { Left, Middle, Right };
    std::vector<SlideRun> runs;
    Place place = Place::Left;
};

struct SlideText {
    SlideBox box;
    std::vector<SlideParagraph> paragraphs;
    std::string rim{};  ///< RRGGBB of a line round the box; empty: none
    double leading = 1; ///< from line to line, in lines
};

struct Slide {
    std::string title;
    std::string footer;
    SlideBox titleBox{14, 6, slideWidth - 28, 16};
    double titlePoints = 24;
    std::vector<SlideText> texts{};
    std::vector<SlidePicture> pictures{};
    std::vector<SlideTable> tables{};
};

/// Writes a presentation (PresentationML, ECMA-376). The file appears whole or not at all. Throws
/// Error(Input) when it exists and may not be overwritten, or cannot be written.
void writeSlides(const std::filesystem::path& file, const std::string& title,
                 const std::vector<Slide>& slides, bool overwrite);

} // namespace guatu::exchange
