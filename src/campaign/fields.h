// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"
#include "core/condition.h"

#include <string_view>

namespace guatu::campaign
{

/// What profile conditions may ask of a unit: code, name, level, is_poor_unit, is_deep_poor,
/// formal_status, households, persons, agri_persons, incidence (per cent), remaining_p and
/// remaining_hh (by origin). Flags are 1 and 0. Unknown is monostate, as is any other field.
[[nodiscard]] FieldValue unitField(const Snapshot& snapshot, const Closure& closure,
                                   std::size_t unit, std::string_view field);

/// What they may ask of a site: code, name, kind, planned_hh, planned_p, moved_hh, moved_p, and
/// households and persons: those moved, else those planned.
[[nodiscard]] FieldValue siteField(const Snapshot& snapshot, std::size_t site,
                                   std::string_view field);

/// The denominator of incidence that the profile names; -1 unknown.
[[nodiscard]] std::int32_t denominatorOf(const UnitColumns& units, const Profile& profile,
                                         std::size_t unit);

} // namespace guatu::campaign
