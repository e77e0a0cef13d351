// SPDX-License-Identifier: MIT
#pragma once

#include "basemap/sheet_background.h"
#include "core/progress.h"
#include "render/map_picture.h"

#include <string>
#include <vector>

class QPagedPaintDevice;

namespace guatu::desktop
{

/// What goes on a sheet: the part of the map that is seen, with its furniture.
struct PrintJob {
    render::MapScene scene;
    render::MapView view; ///< on the screen
    render::Furniture furniture;
    double groundScale = 1;        ///< metres on the ground for one of the plane, at the middle
    basemap::SheetSources under{}; ///< made anew for the sheet, whose dots are finer
};

/// Paints the job as vectors on the page inside its margins; gives the names that are on it, for
/// briefing::mendPrinted. Runs on any thread. Throws Error(Input) when the device cannot be
/// written, Cancelled when stopped.
std::vector<std::string> printMap(QPagedPaintDevice& device, const PrintJob& job,
                                  const std::stop_token& stop = {});

} // namespace guatu::desktop
