// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"

namespace guatu::session
{

/// A listing on a unit's card: 州级 村 "发生率 10.41 %，限值超过 10 %".
struct CardListing {
    std::string issuerLevel, ruleId;
    Message reason;
    bool official = true; ///< false: the rule is hit but no official list has it
};

/// Why households of the unit are not closed, by criterion.
struct CardBlocker {
    std::string criterion;
    LocalText title;
    std::int64_t unmetHouseholds = 0, unknownHouseholds = 0;
    std::optional<Date> due;
};

/// What the card of one unit says (guide: order of the unit card).
struct UnitCard {
    RowIndex unit = noRow;
    std::string name, code;
    std::vector<std::string> path; ///< names of the units above, widest first
    Level level{};
    FormalStatus formal{};
    Flag isPoor{};
    AreaGrade areaGrade{};
    campaign::Remaining remaining{}, remainingByOrigin{};
    double incidence = 0; ///< per cent; NaN unknown
    std::int32_t agriPersons = -1;
    std::optional<Date> agriAsOf{};
    Clear clear{};
    campaign::Tally tally{};
    std::optional<int> daysLeft{}; ///< to the campaign's end; negative when past
    std::vector<CardBlocker> blockers;
    std::vector<CardListing> listings;
    std::vector<std::size_t> openProblems;     ///< rows in snapshot.problems
    std::vector<std::size_t> responsibilities; ///< rows in snapshot.responsibilities
};

[[nodiscard]] UnitCard unitCard(const WorkspaceView& view, RowIndex unit);

/// Households of a unit's subtree by current unit, as rows of the snapshot, ascending.
[[nodiscard]] std::vector<std::uint32_t> householdsOf(const WorkspaceView& view, RowIndex unit);

} // namespace guatu::session
