// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/sections.h"

#include <string>

namespace guatu::briefing
{

/// What an atlas goes through when it is not one level of units.
struct EachOf {
    std::string what;                     ///< `listed`, `sites`, or a query's expression
    std::optional<PageTemplate> design{}; ///< of all pages; else by what each is
    bool slides = false;                  ///< what stands for the template on slides
};

/// Each place under supervision, each relocation site, or each unit, site, facility or project that
/// a query hits, in the unit, once and in the order of their list. What is known of a place comes
/// from its list as the audience may see it. Throws Error(Input) for a query of something else.
[[nodiscard]] std::vector<Subject> subjectsEach(const Material& material, RowIndex unit,
                                                const EachOf& each, const Progress& progress = {});

} // namespace guatu::briefing
