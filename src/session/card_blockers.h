// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::session
{

/// What keeps a unit open, by criterion: households that lack it, or units whose own it is.
struct CardBlocker {
    std::string criterion;
    LocalText title;
    bool ofUnits = false;
    std::int64_t unmet = 0, unknown = 0; ///< households, or own criteria of units
    int levels = 0;                      ///< the most units above that one of them keeps open
    std::optional<Date> due{};           ///< the earliest
};

/// The criteria of a unit's subtree that keep it open, those first that block most levels, among
/// them those that most lack.
[[nodiscard]] std::vector<CardBlocker> cardBlockers(const WorkspaceView& view, RowIndex unit);

} // namespace guatu::session
