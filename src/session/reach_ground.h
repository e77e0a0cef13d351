// SPDX-License-Identifier: MIT
#pragma once

#include "access/reach.h"
#include "access/walk_surface.h"
#include "session/road_access.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guatu::session
{

/// What is within minutes of the nearest of some places.
struct ReachQuestion {
    TravelOptions travel{};
    std::vector<std::string> from{}; ///< places, as namedPlace takes them
    std::vector<double> minutes{};   ///< ascending
    bool towards = false;            ///< from everywhere to the places
    /// A file of elevations: ways are walks over the ground, without roads; and a file of lines
    /// that cannot be crossed but where a road does, as rivers.
    std::filesystem::path friction{}, barriers{};
};

/// Ways between the places of a question and anywhere else: along roads with walks to them, or over
/// the ground. Many threads may ask it.
class ReachGround
{
public:
    /// Throws Error(Input) for a place that is not there, not on the network or not on known
    /// ground, and as roadAccess() or walkSurface().
    ReachGround(const Snapshot& snapshot, const ReachQuestion& question);
    ReachGround(const ReachGround&) = delete;
    ReachGround& operator=(const ReachGround&) = delete;

    /// The nearest of the places by their number.
    [[nodiscard]] std::vector<access::Found> of(std::span<const Point> points) const;
    /// Areas within each limit, one feature a limit; `cell` is the side of the lattice in metres,
    /// where ways are along roads.
    [[nodiscard]] GeometryColumn areas(std::span<const access::Time> limits, double cell) const;

    /// Null over the ground.
    [[nodiscard]] const RoadAccess* roads() const { return m_roads ? &*m_roads : nullptr; }
    [[nodiscard]] const access::Nearest& byRoad() const { return *m_byRoad; }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    /// The means, or that ways are over the ground.
    [[nodiscard]] LocalText title() const;
    /// The places on roads that cannot be used.
    [[nodiscard]] const std::vector<std::string>& stuck() const { return m_stuck; }

private:
    void takeRoads(const Snapshot& snapshot, const ReachQuestion& question,
                   std::span<const NamedPlace> places);
    void takeGround(const Snapshot& snapshot, const ReachQuestion& question,
                    std::span<const NamedPlace> places);

    std::vector<std::string> m_names, m_stuck;
    std::optional<RoadAccess> m_roads;
    std::optional<access::Nearest> m_byRoad; ///< on m_roads
    std::unique_ptr<const access::WalkSurface> m_surface;
    std::optional<access::WalkReach> m_overGround; ///< on m_surface
};

} // namespace guatu::session
