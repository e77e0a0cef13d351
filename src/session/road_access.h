// SPDX-License-Identifier: MIT
#pragma once

#include "access/facility_distance.h"
#include "access/road_network.h"
#include "core/table.h"
#include "session/workspace_view.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::session
{

/// How people travel.
struct TravelOptions {
    std::string means = "car"; ///< an id of data/access/travel.json, or access::metresMeans
    access::Season season = access::Season::Dry;
    std::vector<std::string> closed{}; ///< codes of roads that are closed
    std::filesystem::path heights{};   ///< a file of elevations, for slopes; empty: none
};

/// The roads of a workspace for a means of travel. Throws Error(Input) for an unknown means or
/// road, and when the workspace has no roads.
struct RoadAccess {
    access::Means means;
    access::RoadNetwork network;
    bool slopes = false; ///< whether slopes count

    /// The means, and whether slopes count.
    [[nodiscard]] LocalText title() const;
};
[[nodiscard]] RoadAccess roadAccess(const Snapshot& snapshot, const TravelOptions& options);

/// What stands for ways of a means where there is no network: for those on foot at their pace on
/// any road; for others only in a workspace without any roads. Throws Error(Input) for an unknown
/// means.
[[nodiscard]] access::Approximation approximationOf(const Snapshot& snapshot,
                                                    const TravelOptions& options);

/// A place of a workspace that the user names.
struct NamedPlace {
    std::string name;
    Point at; ///< in the snapshot's CRS
};

/// A unit (its seat, or a point inside) or facility by code or name, a household by its code, or
/// "lon,lat". Throws Error(Input) when nothing or more than one thing has the name, or when it has
/// no position.
[[nodiscard]] NamedPlace namedPlace(const Snapshot& snapshot, const std::string& text);

/// Rows of roads by their codes. Throws Error(Input) for one that is not there.
[[nodiscard]] std::vector<std::uint32_t> roadRows(const RoadColumns& roads,
                                                  const std::vector<std::string>& codes);

/// The place on the network. Throws Error(Input) that says how far off it is when it is not on it.
[[nodiscard]] access::Snapped onNetwork(const access::RoadNetwork& network,
                                        const NamedPlace& place);

} // namespace guatu::session
