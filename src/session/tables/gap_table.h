// SPDX-License-Identifier: MIT
#pragma once

#include "access/gaps.h"
#include "core/status.h"
#include "core/table.h"
#include "exchange/height_grid.h"
#include "session/road_access.h"
#include "session/tables/gap_rows.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace guatu::session
{

/// Whose gaps are asked for, and by which standard.
struct GapQuestion {
    std::string service;                             ///< of data/access/standards.json
    std::optional<double> maxMinutes{}, maxMetres{}; ///< instead of the standard's limit
    bool alongRoads = false;         ///< whether maxMetres are along roads, not in a straight line
    std::filesystem::path heights{}; ///< a file of elevations, for standards with a climb
    /// A file of elevations: ways are walks over the ground, without roads, for standards in
    /// minutes on foot; and a file of lines that cannot be crossed but where a road does, as
    /// rivers.
    std::filesystem::path friction{}, barriers{};
    bool meansGiven = false; ///< whether travel.means replaces the standard's
    TravelOptions travel{};
    std::string grain = "household";          ///< household, hamlet, village or site
    std::optional<CriterionResult> verdict{}; ///< only these
};

/// The standard that a question is about: the first of its service, with the limit and means that
/// the question gives instead. Throws Error(Input) for an unknown service.
[[nodiscard]] access::Standard standardOf(const GapQuestion& question);

/// What the distances of a standard are taken from; keeps it.
class GapData
{
public:
    /// Throws Error(Input) for an unknown means, no roads where nothing can stand for them, or a
    /// file that holds no elevations.
    GapData(const Snapshot& snapshot, const access::Standard& standard,
            const GapQuestion& question);

    [[nodiscard]] access::GapGround ground() const;
    /// Null for straight lines, and where the workspace has no roads at all.
    [[nodiscard]] const RoadAccess* roads() const { return m_roads ? &*m_roads : nullptr; }
    [[nodiscard]] const access::Approximation& approximation() const { return m_approximation; }
    [[nodiscard]] bool overGround() const { return m_surface != nullptr; }
    /// Whether ways are straight lines times a detour, since there are no roads.
    [[nodiscard]] bool onlyApproximate() const { return m_onlyApproximate; }

private:
    std::optional<RoadAccess> m_roads;
    std::optional<exchange::HeightGrid> m_heights;
    std::shared_ptr<const access::WalkSurface> m_surface;
    access::Approximation m_approximation{};
    bool m_onlyApproximate = false;
};

/// Which households (or hamlets, villages, sites) below a unit have the service near enough, with
/// the figure, the limit, the rule, the day of the data and a sentence. Throws Error(Input) for an
/// unknown service, means or grain.
[[nodiscard]] Table gapTable(const WorkspaceView& view, RowIndex unit, const GapQuestion& question);

} // namespace guatu::session
