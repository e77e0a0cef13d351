// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"

#include <QString>

#include <string>
#include <vector>

namespace guatu::desktop
{

class Texts;

/// What a visit is planned to: a unit's uncleared households, households of a list, or the hits of
/// a query.
struct TripSource {
    QString title{};
    RowIndex unit = 0;
    std::vector<std::string> households{}; ///< codes; else
    std::string expression{};              ///< or, when empty too, the unit's uncleared households
    std::size_t count = 0;                 ///< households, or hits
};

[[nodiscard]] TripSource tripSourceOfUnit(const session::WorkspaceView& view, RowIndex unit,
                                          const Texts& texts);
/// Rows of the snapshot's households; of `unit`, or of the smallest unit above it that holds all.
[[nodiscard]] TripSource tripSourceOfRows(const session::WorkspaceView& view,
                                          const std::vector<std::uint32_t>& rows, RowIndex unit,
                                          const QString& title);
/// What is chosen, else listed, else the unit's uncleared households.
[[nodiscard]] TripSource tripSourceOf(const Workbench& workbench, const Texts& texts);

} // namespace guatu::desktop
