// SPDX-License-Identifier: MIT
#pragma once

#include "access/standard.h"
#include "access/walk_surface.h"
#include "core/snapshot.h"

#include <filesystem>
#include <memory>

namespace guatu::session
{

/// The ground of a snapshot for walks without roads: heights around its households, units and
/// facilities from a file of elevations, lines that cannot be crossed from a vector file (empty:
/// none), bridged by the snapshot's roads. Walked at the pace off the road, by Tobler's function.
/// Throws Error(Input) for a standard that is not in minutes on foot, or files of another kind.
[[nodiscard]] std::unique_ptr<const access::WalkSurface>
walkSurface(const Snapshot& snapshot, const access::Standard& standard,
            const std::filesystem::path& heights, const std::filesystem::path& barriers);

} // namespace guatu::session
