// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/compose.h"
#include "session/pack.h"

#include <span>

namespace guatu::briefing
{

/// How a report's sentences are set. Lengths are millimetres.
struct TextSheet {
    PageTemplate paper;
    RectMm column;         ///< where the text stands
    double points = 16;    ///< of sentences and headings
    double leading = 1.75; ///< from line to line, in sizes of the text
    bool isSlide =
        false; ///< short lines to be read from afar, without indents; else an official text
};

/// An official text on A4 (GB/T 9704-2012, 5.2): 156 by 225 mm, 22 lines of 28 characters of 16
/// points, 仿宋, headings in 黑体.
[[nodiscard]] TextSheet officialSheet();
/// A slide of 16:9.
[[nodiscard]] TextSheet slideSheet();

/// A line of the list of what is behind the text, and the page it stands on, from 1.
struct Attachment {
    std::string title;
    std::size_t page = 1;
};

/// A title with sentences below, over as many pages as they need; no heading stands last on a page.
/// `attachments` are listed behind the last sentence, and lead to their pages.
[[nodiscard]] std::vector<Page> textPages(const TextSheet& sheet, const Material& material,
                                          RowIndex unit, const std::string& title,
                                          std::span<const session::PackText> texts,
                                          std::span<const Attachment> attachments = {});

} // namespace guatu::briefing
