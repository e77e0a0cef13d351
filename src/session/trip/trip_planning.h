// SPDX-License-Identifier: MIT
#pragma once

#include "core/definition.h"
#include "session/trip/trip_request.h"
#include "session/workspace_view.h"
#include "trips/sampling.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace guatu::session
{

/// Ids and titles of the vehicles that a trip can be planned with.
[[nodiscard]] std::vector<std::pair<std::string, LocalText>> tripVehicles();

/// The households that are drawn from a unit by the rule, by their codes.
[[nodiscard]] std::vector<std::string> drawnHouseholds(const WorkspaceView& view, RowIndex unit,
                                                       const trips::SampleRule& rule,
                                                       std::uint64_t seed);

/// How many places of a unit are under official supervision and can be visited: units below it,
/// and sites in it.
[[nodiscard]] std::size_t listedPlaceCount(const WorkspaceView& view, RowIndex unit);

} // namespace guatu::session
