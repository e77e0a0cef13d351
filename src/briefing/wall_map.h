// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/writer.h"

#include <string>

namespace guatu::briefing
{

/// How a large page is cut into sheets that are glued together (拼接).
struct TilePlan {
    double width = 420, height = 297; ///< of a sheet, mm
    double margin = 8;                ///< around, white, with crop marks and label
    double overlap = 15;              ///< what a sheet shares with the next one, mm
    int columns = 1, rows = 1;

    [[nodiscard]] double usableWidth() const { return width - 2 * margin; }
    [[nodiscard]] double usableHeight() const { return height - 2 * margin; }
    /// Where a sheet's part of the page begins.
    [[nodiscard]] double left(int column) const { return column * (usableWidth() - overlap); }
    [[nodiscard]] double top(int row) const { return row * (usableHeight() - overlap); }
};

/// The fewest sheets of a paper (A4, A3, A2, A1 or A0), upright or lying, that cover a page. Throws
/// Error(Input) for another paper, or an overlap that leaves nothing.
[[nodiscard]] TilePlan tilePlan(double pageWidth, double pageHeight, const std::string& paper,
                                double overlap);

/// A PDF of the page cut into sheets, row by row, with crop marks and labels, behind an assembly
/// plan. Throws as writePdf does.
void writeTiles(const Page& page, const TilePlan& plan, Language language,
                const std::filesystem::path& file, bool overwrite,
                const PaintOptions& options = {});

} // namespace guatu::briefing
