// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"

#include <optional>
#include <vector>

namespace guatu::campaign
{

/// What kind of cause keeps a unit open.
enum class BlockerKind : std::uint8_t {
    Household, ///< one that is not cleared; all its unmet and unknown items are one cause
    Criterion, ///< an own criterion of a unit
    Problem,   ///< an open problem of a unit, or of a site, facility or project in it
    Empty,     ///< a unit of which nothing is known
    Coverage,  ///< fewer households listed than the statistics give
    Standard,  ///< not known which set of criteria binds the unit
};

struct Blocker {
    BlockerKind kind{};
    Clear clear = Clear::Uncleared; ///< Uncleared or Unknown
    RowIndex unit = noRow;          ///< where it stands
    RowIndex row = noRow;           ///< the household or problem
    std::size_t criterion = 0;      ///< in the set that binds the unit
    int levels = 0; ///< units, from where it stands to the top, that stand as they do by it
    int alone = 0;  ///< of these, how many it alone keeps open
    std::optional<Date> due{}; ///< earliest day of what is missing

    friend bool operator==(const Blocker&, const Blocker&) = default;
};

struct Blockers {
    std::int64_t uncleared = 0, unknown = 0; ///< of the whole list
    std::vector<Blocker> first{};            ///< the first of the list
};

/// The shortest honest list of what keeps a unit open: every cause once, and no unit that is open
/// only for what stands below it. Ordered by how many levels each blocks, then by how many it
/// blocks alone, then by due day, then by place. Empty for a unit that is cleared.
[[nodiscard]] Blockers blockersOf(const Snapshot& snapshot, const Profile& profile,
                                  const Closure& closure, RowIndex unit, std::size_t limit = 20);

/// The same for every unit at once, by unit row.
[[nodiscard]] std::vector<Blockers> blockersOfUnits(const Snapshot& snapshot,
                                                    const Profile& profile, const Closure& closure,
                                                    std::size_t limit = 20);

} // namespace guatu::campaign
