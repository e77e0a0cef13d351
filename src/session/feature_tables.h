// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"
#include "campaign/listing.h"
#include "core/feature_table.h"
#include "core/snapshot.h"

#include <string>
#include <string_view>

namespace guatu::session
{

/// What the map draws, one table per source. Every row of the workspace is there, also those
/// without a position, so that legends can say how many are not located. `ids` are the row ids of
/// the workspace's tables. Categories begin with "unknown"; the words that follow are:
///
/// - prefecture, county, town, village (areas) and county_seat, town_seat, village_seat,
///   group_seat (points): texts name, short_name, code; categories clear (cleared uncleared
///   at_risk out_of_scope; domain notes §6), formal (unexited returned exited never_registered),
///   is_poor (no yes), listed (none prefecture county province national), rule_listed (none yes),
///   area_grade (none official approx voronoi); numbers remaining_hh, remaining_p, incidence (per
///   cent by origin), clear_share (per cent of the households that count which are cleared),
///   hh_cleared, hh_uncleared, hh_at_risk, hh_unknown (households in scope, each in one),
///   open_problems
/// - household: categories class, clear; number persons; text code
/// - site: text name; categories kind, listed, rule_listed; numbers households, persons (moved,
///   else planned)
/// - facility: categories kind, state; text name
/// - road: categories class, surface; text name
/// - project: text name; category state (done late running)
/// - problem: see event_tables.h
/// - relocation_flow: see tables/relocation_flow.h
///
/// `listed` is the official issuer, prefecture before county before others; `rule_listed` yes where
/// a rule is hit that no official list of its issuer follows.
[[nodiscard]] FeatureTables featureTables(const Snapshot& snapshot,
                                          const campaign::Closure& closure,
                                          const campaign::ListingState& listings);

/// A village's name as maps write it: 小河村委会 and 小河村民委员会 are 小河, 城关社区居委会 is
/// 城关社区; a group's 小河村委会3组 is 3组. Names of higher levels stay whole.
[[nodiscard]] std::string shortName(std::string_view name, Level level);

} // namespace guatu::session
