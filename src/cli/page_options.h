// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/compose.h"
#include "briefing/paint_page.h"
#include "cli/view_options.h"

#include <string>

namespace guatu::cli
{

/// What commands that make pages share.
struct PageOptions {
    ViewOptions view;
    std::string designName, compare, audience, approval, compiler, colours, output;
    double dpi = 300;
    std::size_t mostVectorPoints = briefing::PaintOptions{}.mostVectorPoints;
    bool raster = false, force = false;
};

void addPageOptions(CLI::App& command, const Console& console, PageOptions& options);

void addTemplateOption(CLI::App& command, const Console& console, PageOptions& options);

/// Opens the workspace and what it is compared with, masks, and reads the looks it keeps.
/// `preferred` is the audience when none is asked for.
[[nodiscard]] briefing::Material pageMaterial(const PageOptions& options,
                                              std::optional<Audience> preferred,
                                              const CommandContext& context);

[[nodiscard]] briefing::PaintOptions paintOptions(const PageOptions& options);

} // namespace guatu::cli
