// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/criteria.h"
#include "campaign/subject_index.h"
#include "core/profile.h"
#include "core/snapshot.h"

#include <array>
#include <vector>

namespace guatu::campaign
{

/// Where a moved household counts: where it lives now, or where it comes from.
enum class Basis : std::uint8_t { Current, Origin };

/// How many households, and persons in them, stand where. Households whose number of persons is
/// not known add none.
struct Tally {
    std::array<std::int64_t, 4> households{}; ///< by Clear
    std::array<std::int64_t, 4> persons{};
    std::int64_t real = 0;   ///< cleared households verified on site
    std::int64_t exempt = 0; ///< cleared households for which every criterion is exempt
    std::int64_t atRisk = 0; ///< households at risk

    void add(Clear clear, std::int64_t personCount, std::int64_t times = 1);
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

/// What keeps a subtree open, each cause once: households, own criteria of units, open problems,
/// and units of which too little is known.
struct Pending {
    std::int64_t uncleared = 0, unknown = 0;

    [[nodiscard]] std::int64_t all() const { return uncleared + unknown; }
    Pending& operator+=(const Pending& other);
    friend bool operator==(const Pending&, const Pending&) = default;
};

/// Units directly below a unit, how they stand.
struct Children {
    std::array<std::int32_t, 4> units{}; ///< by Clear
    std::int32_t real = 0, atRisk = 0;

    [[nodiscard]] std::int32_t count(Clear clear) const
    {
        return units[static_cast<std::size_t>(clear)];
    }
    friend bool operator==(const Children&, const Children&) = default;
};

/// The criteria of units themselves, by unit row.
struct UnitCriteria {
    static constexpr std::int16_t none = -1;       ///< no set binds the unit
    static constexpr std::int16_t cannotTell = -2; ///< which set binds depends on what is unknown

    std::vector<std::int16_t> binding;                 ///< in ClosureRule::own, or one of the above
    std::vector<std::vector<CriterionResult>> results; ///< in the order of the set

    friend bool operator==(const UnitCriteria&, const UnitCriteria&) = default;
};

/// Closure of every household and unit. Unit rows follow Snapshot::units.
struct Closure {
    Basis basis = Basis::Current;
    std::vector<RowIndex> parent; ///< of units: the nearest one above that the workspace has
    std::vector<RowIndex> home;   ///< unit that counts each household: its group, else its village
    std::vector<RowIndex> origin; ///< the same by origin: a moved household has another one
    std::vector<Clear> household;
    std::vector<Clear> unit;   ///< from households, own criteria and open problems
    std::vector<Tally> tally;  ///< of the unit's subtree, by the basis
    std::vector<Tally> direct; ///< of the households counted at the unit itself
    std::vector<Children> children;
    std::vector<Pending> pending;     ///< of the subtree
    std::vector<Pending> pendingHere; ///< of the unit itself and its direct households
    std::vector<Remaining> remaining; ///< of the subtree, by the basis
    std::vector<Remaining> remainingByOrigin;
    std::vector<double> incidence;                 ///< per cent by origin; NaN unknown (Q2)
    Tally unplaced;                                ///< households that no unit counts
    std::vector<bool> householdReal, unitReal;     ///< 实: cleared and verified on site (Q5)
    std::vector<bool> householdAtRisk, unitAtRisk; ///< domain notes §6
    std::vector<bool> householdExempt;             ///< every criterion is exempt
    std::vector<Date> householdDue; ///< earliest due day of what is unmet or unknown; noDate: none
    HouseholdCriteria criteria;
    UnitCriteria own;
    std::vector<bool> coverageGap; ///< fewer households listed than the statistics give
    SubjectIndex members;          ///< households by the unit that counts them
    SubjectIndex problems;         ///< open problems by the unit they stand in
    SubjectIndex values;           ///< rows of Snapshot::criterionValues of units, by unit
    SubjectIndex householdValues;  ///< those of households, by household
};

/// Households by Q3, units by Q4 of the domain notes §8, from households up to the prefecture.
///
/// - A unit is uncleared when a household, child, own criterion or open problem is; else unknown
///   when one of them is; else cleared. Open problems of sites, facilities and projects stand in
///   the unit that hosts them.
/// - Households without a group are counted at their village (see isUngrouped). Households out of
///   scope are neutral. A unit without households in scope and without children is unknown, save
///   that published figures give it no households at all: then it is out of scope.
/// - Which set of criteria binds a unit is said by the profile; when that depends on what is not
///   known, the unit is unknown at best.
/// - Where the profile counts all households and the statistics of a unit give more than are
///   listed, the unit is unknown at best (domain notes §9).
/// - A blank current unit means that the household lives at its site's host unit, without a site
[[nodiscard]] Closure closeUp(const Snapshot& snapshot, const Profile& profile,
                              Basis basis = Basis::Current);

/// Whether a problem was open at the date; reopened is open, and only `closed` is closed.
[[nodiscard]] bool isOpen(const ProblemColumns& problems, std::size_t problem, Date asOf);

/// The unit a problem stands in: that of its household, site, facility or project; noRow when its
/// subject is not known.
[[nodiscard]] RowIndex placeOf(const Snapshot& snapshot, const Closure& closure,
                               std::size_t problem);

/// Whether the households counted at the unit itself form the pseudo-group 未分组: other groups
/// of the village have theirs.
[[nodiscard]] bool hasUngrouped(const Snapshot& snapshot, const Closure& closure, RowIndex unit);

/// Nothing is known of the unit: no household in scope, no unit below it, and no statistics that
/// say there are none.
[[nodiscard]] bool isEmpty(const Snapshot& snapshot, const Closure& closure, RowIndex unit);

/// How the households counted at a unit itself stand together, as if they were a group.
[[nodiscard]] Clear clearOfDirect(const Closure& closure, RowIndex unit);

/// The one word a symbol shows: uncleared before at_risk before unknown before cleared;
/// out_of_scope. `type` is Household or Unit.
[[nodiscard]] std::string_view statusWord(const Closure& closure, SubjectType type, RowIndex row);

} // namespace guatu::campaign
