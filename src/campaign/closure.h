// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/criteria.h"
#include "core/profile.h"
#include "core/snapshot.h"

#include <array>
#include <vector>

namespace guatu::campaign
{

/// How many households, and persons in them, stand where. Households whose number of persons is
/// not known add none.
struct Tally {
    std::array<std::int64_t, 4> households{}; ///< by Clear
    std::array<std::int64_t, 4> persons{};

    void add(Clear clear, std::int64_t personCount);
    Tally& operator+=(const Tally& other);
    [[nodiscard]] std::int64_t count(Clear clear) const
    {
        return households[static_cast<std::size_t>(clear)];
    }
    [[nodiscard]] std::int64_t inScope() const; ///< households that count
    friend bool operator==(const Tally&, const Tally&) = default;
};

/// Remaining poor (formal status unexited or returned), domain notes §8 Q1.
struct Remaining {
    std::int64_t households = 0, persons = 0;

    Remaining& operator+=(const Remaining& other);
    friend bool operator==(const Remaining&, const Remaining&) = default;
};

/// Closure of every household and unit. Unit rows follow Snapshot::units.
///
/// A unit's own criteria (village_exit and the like) join when the snapshot carries their values;
/// until then a unit is closed by its households, its children and its open problems.
struct Closure {
    std::vector<RowIndex>
        home; ///< unit that counts each household now: its group, else its village
    std::vector<RowIndex> origin; ///< the same by origin: a moved household has another one
    std::vector<Clear> household;
    std::vector<Clear> unit;          ///< rolled up from households and open problems of units
    std::vector<Tally> tally;         ///< of the unit's subtree, by current unit
    std::vector<Remaining> remaining; ///< of the subtree, by current unit
    std::vector<Remaining> remainingByOrigin;
    std::vector<double> incidence; ///< per cent by origin; NaN unknown (Q2)
    HouseholdCriteria criteria;
};

/// Households by Q3, units by Q4 of the domain notes §8, from households up to the prefecture.
///
/// Households without a group are counted at their village. Households out of scope are neutral.
/// A unit without households in scope and without children is unknown, save that published
/// figures give it no households at all: then it is out of scope. A blank current unit means
/// that the household lives where it comes from. Incidence is unknown while the workspace holds
/// no households.
[[nodiscard]] Closure closeUp(const Snapshot& snapshot, const Profile& profile);

/// Whether a problem was open at the date; reopened is open, and only `closed` is closed.
[[nodiscard]] bool isOpen(const ProblemColumns& problems, std::size_t problem, Date asOf);

} // namespace guatu::campaign
