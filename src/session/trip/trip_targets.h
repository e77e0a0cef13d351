// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "session/trip/trip_request.h"

namespace guatu::session
{

/// Something to visit at one place: households of a hamlet (several targets when there are many),
/// or a unit, site, facility, ...
struct TripTarget {
    std::string id;   ///< code of the hamlet, unit, site, ...
    std::string name; ///< village and hamlet
    std::string area; ///< the township
    std::string purpose{};
    Point at{}; ///< in the snapshot's CRS; the seat of the hamlet for households
    std::int32_t priority = 1;
    std::vector<std::string> households{}; ///< their codes; empty for anything else
    bool isListed = false;                 ///< itself under official supervision
};

/// What the request's expressions hit and what is listed, inside its unit, each once. Throws
/// QueryError, and Error(Input) for a query about things that have no place of their own, as roads.
[[nodiscard]] std::vector<TripTarget> tripTargets(const WorkspaceView& view,
                                                  const TripRequest& request, Language language,
                                                  const Progress& progress = {});

} // namespace guatu::session
