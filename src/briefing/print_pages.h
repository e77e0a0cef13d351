// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"
#include "briefing/paint_page.h"
#include "core/progress.h"

#include <string>
#include <vector>

class QPagedPaintDevice;

namespace guatu::briefing
{

/// Makes a device's sheet that of a page: its paper and orientation, from edge to edge.
void setSheet(QPagedPaintDevice& device, double width, double height);

/// Prints pages as vectors at their true size, each on paper of its own size. Gives the words that
/// are on them, for mendPrinted. Throws Error(Input) when the device cannot be written or figures
/// clash, Cancelled when stopped.
std::vector<std::string> printPages(QPagedPaintDevice& device, const Document& document,
                                    const PaintOptions& options = {},
                                    const Progress& progress = {});

} // namespace guatu::briefing
