// SPDX-License-Identifier: MIT
#pragma once

#include "session/card_blockers.h"
#include "session/workspace_view.h"

namespace guatu::session
{

/// A listing on a unit's card: 州级 村 "发生率 10.41 %，限值超过 10 %".
struct CardListing {
    std::string issuerLevel, ruleId;
    Message reason;
    bool official = true; ///< false: the rule is hit but no official list has it
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
    Level childLevel{};
    std::int64_t children = 0, childrenUncleared = 0; ///< units one level down
    Clear clear{};
    campaign::Tally tally{};
    std::int64_t atRisk = 0;       ///< households at risk
    std::optional<int> daysLeft{}; ///< to the campaign's end; negative when past
    std::vector<CardBlocker> blockers;
    std::vector<CardListing> listings;
    std::int64_t listedBelow = 0;          ///< places under supervision in the subtree
    std::vector<std::size_t> openProblems; ///< rows in snapshot.problems, first due first
    std::int64_t lateProblems = 0;
    std::vector<std::size_t> responsibilities; ///< rows in snapshot.responsibilities
};

/// Who has put a place under supervision, and which rules name it that nobody follows.
[[nodiscard]] std::vector<CardListing> listingsOf(const WorkspaceView& view, SubjectType type,
                                                  RowIndex subject);

[[nodiscard]] UnitCard unitCard(const WorkspaceView& view, RowIndex unit);

/// Households of a unit's subtree by current unit, as rows of the snapshot, ascending.
[[nodiscard]] std::vector<std::uint32_t> householdsOf(const WorkspaceView& view, RowIndex unit);

} // namespace guatu::session
