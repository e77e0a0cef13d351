// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <map>
#include <vector>

namespace guatu::campaign
{

/// What became of the units of an earlier date: merged, split, renamed, recoded.
class Succession
{
public:
    /// Follows the successions after `since` to the units there are now.
    Succession(const SuccessionColumns& successions, Date since, const UnitColumns& now);

    /// The codes a unit goes by today: its own while there is such a unit, and those of the units
    /// it went into, the one with the largest share first. Empty when nothing is left of it.
    [[nodiscard]] std::vector<UnitCode> today(UnitCode code) const;

    /// Whether `now` is what `before` has become, or a part of it.
    [[nodiscard]] bool becomes(UnitCode before, UnitCode now) const;

private:
    struct Step {
        UnitCode to;
        double share;
    };
    const UnitColumns& m_now;
    std::map<UnitCode, std::vector<Step>> m_steps;
};

} // namespace guatu::campaign
