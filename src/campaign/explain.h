// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"
#include "core/definition.h"

#include <string>
#include <vector>

namespace guatu::campaign
{

/// A node of the tree that says why something is not cleared. Children are made when asked for.
struct WhyNode {
    enum class Kind : std::uint8_t {
        Unit,
        Ungrouped, ///< the households of a unit that stand in none of its groups
        Household,
        Criterion,
        Problem,
        Note, ///< something that is not known of a unit
    };

    Kind kind = Kind::Note;
    RowIndex unit = noRow;     ///< where it stands
    RowIndex row = noRow;      ///< household or problem
    SubjectType subjectType{}; ///< Criterion: of what
    std::size_t criterion = 0; ///< Criterion: in Judgement::index
    std::string status{};      ///< a status word of the profile's colours, or a criterion result
    LocalText text{};          ///< one line
    bool expandable = false;
};

/// Why a household or unit stands as it does, in one sentence of each language.
[[nodiscard]] LocalText explain(const Snapshot& snapshot, const Profile& profile,
                                const Closure& closure, SubjectType type, RowIndex row);

/// The top of the tree of a household or unit.
[[nodiscard]] WhyNode whyNode(const Snapshot& snapshot, const Profile& profile,
                              const Closure& closure, SubjectType type, RowIndex row);

/// What stands below a node: of units their own criteria, problems and notes, then the units and
/// households that are not cleared, worst first; of households their criteria and open problems.
[[nodiscard]] std::vector<WhyNode> whyChildren(const Snapshot& snapshot, const Profile& profile,
                                               const Closure& closure, const WhyNode& node);

} // namespace guatu::campaign
