// SPDX-License-Identifier: MIT
#pragma once

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

/// Rows of cells, the first being the header. Texts stay texts: a table can be edited and copied.
struct SlideTable {
    SlideBox box;               ///< the height is that of the rows
    std::vector<double> widths; ///< mm, of the columns
    std::vector<bool> flushRight;
    std::vector<std::vector<std::string>> rows;
    bool hasTotal = false; ///< the last row
    double points = 11, rowHeight = 7;
};

struct SlideText {
    SlideBox box;
    std::vector<std::string> paragraphs;
    double points = 16;
};

struct Slide {
    std::string title;
    std::string footer;
    std::vector<SlideText> texts{};
    std::vector<SlidePicture> pictures{};
    std::vector<SlideTable> tables{};
};

/// Writes a presentation (PresentationML, ECMA-376). The file appears whole or not at all. Throws
/// Error(Input) when it exists and may not be overwritten, or cannot be written.
void writeSlides(const std::filesystem::path& file, const std::string& title,
                 const std::vector<Slide>& slides, bool overwrite);

} // namespace guatu::exchange
