// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"

#include <stop_token>

class QPainter;

namespace guatu::briefing
{

struct PaintOptions {
    double mapDpi = 300; ///< what maps are laid out at: finer is not seen on paper
    /// Layers with more symbols than this to be seen within the frame are drawn as one picture at
    /// mapDpi; lines and texts stay vectors. SVG bears fewer: its files repeat each symbol.
    std::size_t mostVectorPoints = 500000;
    bool mapsAsPictures = false; ///< all of each map as one picture
    std::stop_token stop{};
};

/// What a page showed besides its blocks' own texts: names on its maps.
struct PaintedPage {
    std::vector<std::string> texts;
    std::size_t unplacedLabels = 0;
};

/// Paints a page in the painter's device pixels, `dpi` of them to an inch. Throws Cancelled when
/// stopped. Runs on any thread.
PaintedPage paintPage(QPainter& painter, const Page& page, double dpi,
                      const PaintOptions& options = {});

/// The map of a block alone at a resolution, as its frame holds it without rim: for slides.
[[nodiscard]] QImage mapPicture(const MapBlock& map, double dpi, std::stop_token stop = {});

} // namespace guatu::briefing
