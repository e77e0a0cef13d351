// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"
#include "campaign/due_rules.h"
#include "campaign/household_judge.h"
#include "campaign/unit_judge.h"

#include <array>
#include <optional>
#include <vector>

namespace guatu::campaign
{

/// The parts of the roll-up that a whole closure and a single flipped household share. Each reads
/// the closure as it is and says what one row should hold.
class Rollup
{
public:
    Rollup(const Snapshot& snapshot, const Profile& profile, Closure& closure);

    [[nodiscard]] const HouseholdJudge& households() const { return m_households; }
    [[nodiscard]] const UnitJudge& units() const { return m_units; }

    /// Q3, from the results in the closure.
    [[nodiscard]] Clear clearOfHousehold(std::size_t household) const;
    [[nodiscard]] bool isExempt(std::size_t household) const;
    /// See Closure::householdDue. Needs Closure::household.
    [[nodiscard]] Date dueOf(std::size_t household) const;
    /// Q5. Needs Closure::household.
    [[nodiscard]] bool isReal(std::size_t household) const;
    /// Domain notes §6. Needs Closure::household and householdReal.
    [[nodiscard]] bool isAtRisk(std::size_t household) const;
    /// What one household adds to a tally, `times` 1 or -1.
    void addTo(Tally& tally, std::size_t household, std::int64_t persons, std::int64_t times) const;
    [[nodiscard]] bool isRemaining(FormalStatus formal) const;

    [[nodiscard]] double incidenceOf(std::size_t unit) const;
    /// Results of the unit's own criteria, and its flags, from what stands below it.
    void judgeUnit(std::size_t unit);
    [[nodiscard]] Pending pendingHere(std::size_t unit) const;
    [[nodiscard]] Clear clearOfUnit(std::size_t unit) const;
    [[nodiscard]] bool isUnitReal(std::size_t unit) const;
    [[nodiscard]] bool isUnitAtRisk(std::size_t unit) const;
    /// A unit's place among the children of its parent, `times` 1 or -1.
    void addToParent(std::size_t unit, std::int32_t times);

private:
    /// The latest visit of a subject.
    struct Visit {
        Date on = noDate;
        bool agrees = true;
    };
    void readVisits();
    void readPlans();
    [[nodiscard]] bool isFresh(const Visit& visit) const;
    [[nodiscard]] bool isSoon(const std::optional<Date>& due) const;
    [[nodiscard]] bool isNeglected(std::size_t household) const;

    const Snapshot& m_snapshot;
    const Profile& m_profile;
    Closure& m_closure;
    HouseholdJudge m_households;
    UnitJudge m_units;
    const std::vector<Flag>* m_scope;  ///< null: all households count
    std::array<bool, 5> m_remaining{}; ///< by FormalStatus
    DueRules m_due;
    std::vector<Visit> m_householdVisits, m_unitVisits; ///< empty: none at all
    std::vector<bool> m_planned; ///< households with a plan under way; empty: none at all
    bool m_over;                 ///< the campaign's last day has passed
};

} // namespace guatu::campaign
