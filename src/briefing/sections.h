// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/compose.h"
#include "core/progress.h"

#include <span>

namespace guatu::briefing
{

/// A unit whose page could not be made, and why.
struct LeftOut {
    std::string unit, code;
    Message why;
};

/// The pages of one unit, or why there are none.
struct Section {
    RowIndex unit = 0;
    std::vector<Page> pages;
    std::optional<Message> why{};
};

/// A section for each unit, composed on all cores. Throws Cancelled.
[[nodiscard]] std::vector<Section> composeSections(const PageTemplate& design,
                                                   const Material& material,
                                                   std::span<const RowIndex> units,
                                                   const Progress& progress);

/// Those without pages.
[[nodiscard]] std::vector<LeftOut> leftOutOf(const Material& material,
                                             std::span<const Section> sections);

/// Moves pages behind others.
void append(std::vector<Page>& to, std::vector<Page>&& pages);

/// The units of a level below one (itself included), by code.
[[nodiscard]] std::vector<RowIndex> unitsBelow(const Snapshot& snapshot, RowIndex unit,
                                               Level level);

} // namespace guatu::briefing
