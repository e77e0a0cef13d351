// SPDX-License-Identifier: MIT
#pragma once

#include "core/style.h"
#include "session/workspace_view.h"

#include <filesystem>

namespace guatu::session
{

/// What a map may carry out of the office: the view's tables, with households, and problems of
/// households, at the seat of the group or village they live in (domain notes §11), and problems
/// without their text.
[[nodiscard]] FeatureTables shareableTables(const WorkspaceView& view);

/// How the map is handed on.
struct QgisExport {
    std::filesystem::path file; ///< NAME.qgz; the data go to NAME.gpkg beside it
    RowIndex unit = noRow;      ///< shown at first; noRow shows everything
    bool overwrite = false;
    ColourVariant colours = ColourVariant::Standard;
    Language language = Language::Chinese;
};

/// Writes the map as a project of QGIS with its data: layers as the workspace has them drawn, its
/// map themes too. Gives why looks of the workspace could not be drawn. Throws Error as
/// exchange::writeQgisProject does, and Error(Input) when the name does not end in .qgz or nothing
/// has a position.
std::vector<Message> exportToQgis(const WorkspaceView& view, const QgisExport& options,
                                  const Progress& progress = {});

} // namespace guatu::session
