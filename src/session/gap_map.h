// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "session/gap_case.h"
#include "session/gap_trial.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guatu::session
{

// What the map draws of gaps, one table a source, in the snapshot's CRS.

/// - gap_household: points; category verdict (met unmet unknown exempt); number persons; text code.
///   `ids` are those of the households.
/// - gap_village: areas of the villages below the unit; numbers gap_hh, gap_share (per cent of its
///   households that are judged; unknown without one); text name. `ids` are those of the villages.
[[nodiscard]] FeatureTables gapPlaces(const GapCase& gaps,
                                      std::span<const CriterionResult> verdicts);

/// - gap_line: from each household to the facility of its verdict; category verdict
/// - gap_facility: the facilities of the kinds that serve; columns as of `facility`
/// - gap_planned: those that might be built; text name
/// - gap_closed: roads that the question closes; text name
/// Without the tables that would be empty.
[[nodiscard]] FeatureTables gapSurroundings(const GapCase& gaps);
/// The same while one more facility is tried: lines of those whom it serves lead there.
[[nodiscard]] FeatureTables gapSurroundings(const GapCase& gaps, const TrialAnswer& trial);

/// gap_change: the middle of the households of a hamlet that a change touches, by what it does to
/// them; category change (cut_off, new_gap, closed_gap), number households. Hamlets of which no
/// household has a place are left out.
[[nodiscard]] std::shared_ptr<const FeatureTable> gapChangeTable(const WorkspaceView& view,
                                                                 const GapChanges& changes);

/// gap_chosen: the line from one household to the facility of its verdict; text label. Null when
/// either has no place.
[[nodiscard]] std::shared_ptr<const FeatureTable>
gapChosenTable(const GapCase& gaps, std::uint32_t household, const std::string& label);

/// gap_reach: the area from which a facility is reached within each limit (minutes, ascending, or
/// metres along roads); gap_road: the roads, cut where a limit is passed. Category band (the number
/// of the limit, from b1; beyond). Null tables are left out; none when roads do not matter.
[[nodiscard]] FeatureTables gapReach(const GapCase& gaps, std::span<const double> limits);

} // namespace guatu::session
