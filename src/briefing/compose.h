// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/material.h"
#include "briefing/page_template.h"
#include "briefing/spot.h"

#include <vector>

namespace guatu::briefing
{

/// The pages of a template for a unit: one, and as many more as its tables need. A pure function.
/// Throws Error(Input) naming the frame for a text that does not fit, and naming the unit when it
/// has no geometry or the audience may not see a table. `spot`: the place in the unit that the page
/// is about; null for the unit itself.
[[nodiscard]] std::vector<Page> compose(const PageTemplate& page, const Material& material,
                                        RowIndex unit, const Spot* spot = nullptr);

/// The pages of a template for a unit as a document of their own, numbered.
[[nodiscard]] Document documentOf(const PageTemplate& page, const Material& material,
                                  RowIndex unit);

/// Writes the last line of every page: class, data date, content hash, page number.
void numberPages(std::vector<Page>& pages, const Material& material);

/// Throws Error(Input) when the template needs a day to compare with, or is for other levels.
void checkTemplate(const PageTemplate& page, const Material& material, RowIndex unit);

} // namespace guatu::briefing
