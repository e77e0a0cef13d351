// SPDX-License-Identifier: MIT
#pragma once

#include "access/walk_surface.h"
#include "core/snapshot.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace guatu::session
{

/// Files that say what the ground is like, and how it is walked.
struct WalkFiles {
    std::filesystem::path heights{};   ///< elevations
    std::filesystem::path barriers{};  ///< lines that cannot be crossed; empty: none
    std::vector<std::string> closed{}; ///< codes of roads that bridge nothing
};

/// The ground of a snapshot for walks without roads: heights around its households, units and
/// facilities, and barriers, bridged by the snapshot's roads that can be used. Walked at the pace
/// off the road, by Tobler's function. `means` is one on foot. Throws Error(Input) for a means that
/// does not walk, an unknown road, or files of another kind.
[[nodiscard]] std::unique_ptr<const access::WalkSurface>
walkSurface(const Snapshot& snapshot, const std::string& means, const WalkFiles& files);

} // namespace guatu::session
