// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "core/snapshot.h"

#include <array>
#include <vector>

namespace guatu::campaign
{

/// Results of the household criteria, in the order of the profile's `household` set.
struct HouseholdCriteria {
    std::vector<std::string> ids;
    std::vector<std::vector<CriterionResult>> results; ///< [criterion][household]
};

/// Judges every household by every household criterion of the profile (domain notes §5).
[[nodiscard]] HouseholdCriteria judgeHouseholds(const Snapshot& snapshot, const Profile& profile);

/// How many households, and persons in them, stand where.
struct Tally {
    std::array<std::int64_t, 4> households{}; ///< by Clear
    std::array<std::int64_t, 4> persons{};

    Tally& operator+=(const Tally& other);
    [[nodiscard]] std::int64_t inScope() const; ///< households that count
    friend bool operator==(const Tally&, const Tally&) = default;
};

/// Remaining poor (formal status unexited or returned), domain notes §8 Q1.
struct Remaining {
    std::int64_t households = 0, persons = 0;
};

/// Closure of every household and unit. Unit rows follow Snapshot::units.
///
/// A unit's own criteria (village_exit and the like) join when the snapshot carries their values;
/// until then a unit is closed by its households, its children and its open problems.
struct Closure {
    std::vector<RowIndex> home; ///< unit that counts each household: its group, else village
    std::vector<Clear> household;
    std::vector<Clear> unit;          ///< rolled up from households and open problems of units
    std::vector<Tally> tally;         ///< of the unit's subtree, by current unit
    std::vector<Remaining> remaining; ///< of the subtree, by current unit
    std::vector<Remaining> remainingByOrigin;
    std::vector<double> incidence; ///< per cent by origin; NaN unknown (Q2)
    HouseholdCriteria criteria;
};

/// Households by Q3, units by Q4 of the domain notes §8.
[[nodiscard]] Closure closeUp(const Snapshot& snapshot, const Profile& profile);

} // namespace guatu::campaign
