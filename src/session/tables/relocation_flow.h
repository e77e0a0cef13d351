// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "core/snapshot.h"

#include <memory>

namespace guatu::session
{

/// A flow of fewer households than this could tell who they are.
inline constexpr std::int64_t fewestInFlow = 3;

/// Source `relocation_flow`: where the households of the sites come from, a line from where they
/// were registered to the site for each origin and site. Origins are villages; what fewer than 3
/// households of one village to one site would be is put together by their township, whose seat the
/// line begins at, and what is still fewer than 3 there by their county, where it stays. Every
/// household with a site is in exactly one flow, so persons add up to those of the sites'
/// households.
///
/// Texts name (小河 → 城南安置点), origin, site; categories from (village town county prefecture;
/// of the origin) and located (no yes: both ends have a place); numbers households, persons (NaN
/// when of none it is known) and persons_unknown (households whose number of persons is not known).
/// Rows by site, then origin; ids count from 1.
[[nodiscard]] std::shared_ptr<const FeatureTable> relocationFlows(const Snapshot& snapshot);

} // namespace guatu::session
