// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/sections.h"
#include "session/pack.h"

namespace guatu::briefing
{

/// What the pages of a pack are for.
enum class Medium : std::uint8_t { Paper, Slides };

/// A pack's pages in one document.
struct PackBook {
    Document document;
    std::vector<LeftOut> leftOut;
};

/// The sentences as an official text with a list of what is behind it; the pages of the pack's
/// templates, of the unit or of each unit below it; its lists with every row. Templates that are
/// for other levels than the unit's have no page. A page that cannot be made is left out and named.
/// Throws Error(Input) when a number of a page differs from one of the pack's lists or sentences
/// that says the same thing, naming both places; Cancelled.
[[nodiscard]] PackBook composePack(const Material& material, const session::Pack& pack,
                                   const session::FilledPack& filled, RowIndex unit, Medium medium,
                                   const Progress& progress = {});

} // namespace guatu::briefing
