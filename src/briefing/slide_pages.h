// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/paint_page.h"
#include "core/progress.h"
#include "exchange/slide_writer.h"

#include <vector>

namespace guatu::briefing
{

/// The pages of a document as slides, one each: titles and words as text, tables as tables, maps,
/// legends and charts as pictures. Pages of other shapes are made smaller until they fit. Bars of
/// shares are left out of tables. Throws Cancelled.
[[nodiscard]] std::vector<exchange::Slide>
slidesOf(const Document& document, const PaintOptions& options = {}, const Progress& progress = {});

} // namespace guatu::briefing
