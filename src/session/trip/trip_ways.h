// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"
#include "trips/plan.h"

namespace guatu::session
{

/// The ways of a plan on the map: of each day (as Plan::days) one line for each drive, the way back
/// last; lon/lat. A drive within a place has no vertices.
using TripWays = std::vector<std::vector<std::vector<Point>>>;

struct DriveStep;

/// Finds them on the roads of a workspace, each under the season and closures its day was planned
/// with, and remembers those it has found. One thread at a time.
class TripWayFinder
{
public:
    explicit TripWayFinder(std::shared_ptr<const WorkspaceView> view);
    ~TripWayFinder();

    /// Throws Error(Input) when the workspace has no roads.
    [[nodiscard]] TripWays ways(const trips::Trip& trip);
    /// The same drives as roads and turns; see TripDirections.
    [[nodiscard]] std::vector<std::vector<std::vector<DriveStep>>>
    directions(const trips::Trip& trip);

private:
    struct Finders;
    std::shared_ptr<const WorkspaceView> m_view;
    std::unique_ptr<Finders> m_finders;
};

/// Finds them again on the roads of the workspace, each under the season and closures its day was
/// planned with. Throws Error(Input) when the workspace has no roads.
[[nodiscard]] TripWays tripWays(const WorkspaceView& view, const trips::Trip& trip);

} // namespace guatu::session
