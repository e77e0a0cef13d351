// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/compose.h"
#include "core/progress.h"

#include <memory>
#include <span>

namespace guatu::briefing
{

/// A unit whose page could not be made, and why.
struct LeftOut {
    std::string unit, code;
    Message why;
};

/// What a section is about: a unit, or a place in it.
struct Subject {
    RowIndex unit = 0;
    std::shared_ptr<const PageTemplate> design;
    std::shared_ptr<const Spot> spot{}; ///< null: the unit itself
};

/// The same design for many units.
[[nodiscard]] std::vector<Subject> subjectsOf(const PageTemplate& design,
                                              std::span<const RowIndex> units);

/// The pages of one subject, or why there are none.
struct Section {
    Subject subject;
    std::vector<Page> pages;
    std::optional<Message> why{};
};

/// A section for each subject, composed on all cores. Throws Cancelled.
[[nodiscard]] std::vector<Section> composeSections(const Material& material,
                                                   std::span<const Subject> subjects,
                                                   const Progress& progress);

/// Name and code of what a section is about.
[[nodiscard]] std::pair<std::string, std::string> nameAndCode(const Material& material,
                                                              const Subject& subject);

/// Those without pages.
[[nodiscard]] std::vector<LeftOut> leftOutOf(const Material& material,
                                             std::span<const Section> sections);

/// Moves pages behind others.
void append(std::vector<Page>& to, std::vector<Page>&& pages);

/// The units of a level below one (itself included), by code.
[[nodiscard]] std::vector<RowIndex> unitsBelow(const Snapshot& snapshot, RowIndex unit,
                                               Level level);

} // namespace guatu::briefing
