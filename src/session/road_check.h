// SPDX-License-Identifier: MIT
#pragma once

#include "access/road_check.h"
#include "core/table.h"
#include "session/road_access.h"
#include "session/workspace_view.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::session
{

/// How roads are checked.
struct RoadCheckQuestion {
    double tolerance = 1;                   ///< metres within which ends are joined
    double reach = 20;                      ///< metres within which an end belongs to a road
    std::optional<access::RoadFlaw> kind{}; ///< only these
};

/// What is wrong with the roads of a workspace: one row a finding, with a proposal. Throws
/// Error(Input) when it has no roads.
[[nodiscard]] Table roadCheckTable(const WorkspaceView& view, const RoadCheckQuestion& question);

/// Null for a word that is no kind of finding.
[[nodiscard]] std::optional<access::RoadFlaw> roadFlawFromString(std::string_view word);

/// Carries out the proposals that `accepted` names: ids of findings, kinds, or "all". One change of
/// the workspace, undone by undoRoadMends. Gives the number of roads that changed. Throws
/// Error(Input) for a name that is none, and one without a proposal.
std::size_t mendRoads(const WorkspaceView& view, const RoadCheckQuestion& question,
                      const std::vector<std::string>& accepted, const std::string& who);

/// Takes the last change of roads back; gives the number of roads, 0 when there was none.
std::size_t undoRoadMends(const std::filesystem::path& file, const std::string& who);

/// The network as it is built for a means of travel: one row a link with its times, and notes on
/// nodes, parts and rules. `options.closed` are closed.
[[nodiscard]] Table roadNetworkTable(const WorkspaceView& view, const TravelOptions& options);

} // namespace guatu::session
