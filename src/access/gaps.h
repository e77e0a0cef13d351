// SPDX-License-Identifier: MIT
#pragma once

#include "access/facility_distance.h"
#include "access/road_network.h"
#include "access/standard.h"
#include "access/walk_surface.h"
#include "core/message.h"
#include "core/snapshot.h"
#include "core/status.h"

#include <optional>
#include <span>
#include <vector>

namespace guatu::access
{

/// Something that needs a service: where it stands, and in which unit.
struct Subject {
    Point at{};
    RowIndex unit = noRow;
    RowIndex household = noRow; ///< when it is one
    bool whole = false;         ///< a village, hamlet or site that is judged as a whole
};

/// Whether a subject has a service near enough, and why.
struct Gap {
    CriterionResult verdict = CriterionResult::Unknown;
    RowIndex facility = noRow;      ///< the nearest that serves
    std::optional<double> figure{}; ///< minutes or metres to it, as the standard says
    bool approximate = false;       ///< by a straight line, since there is no network there
    bool byRecord = false;          ///< a record or an exemption decided, whatever the distance
    Message reason{};
    std::vector<Message> remarks{}; ///< a nearer one that is not good enough, a contradiction
    std::optional<Date> asOf{};     ///< of a record that decided; else the snapshot's day
};

/// What distances are taken from.
struct GapGround {
    const RoadNetwork* network = nullptr;        ///< of the standard's means, or of metresMeans
    HeightAt height{};                           ///< none: heights are not known
    const WalkSurface* surface = nullptr;        ///< the ground, for ways on foot without roads
    Approximation approximation{};               ///< of ways to places that are on no network
    const FacilityColumns* facilities = nullptr; ///< instead of those of the snapshot
};

/// Judges every subject, in this order: exempt by record or rule; a recorded result; distance.
///
/// Only facilities that work and are as good as asked serve; one of which that is not recorded, or
/// that has no position, turns what would be unmet into unknown where it could serve. A subject
/// without a position is unknown, and so are all where no facility of the kinds is recorded; one
/// too far from any road is judged by an approximation where one is possible, else unknown; one
/// that no road joins to a facility is unmet. A recorded result that distance contradicts stands,
/// with a remark.
[[nodiscard]] std::vector<Gap> judgeGaps(const Snapshot& snapshot, const Standard& standard,
                                         const GapGround& ground,
                                         std::span<const Subject> subjects);

} // namespace guatu::access
