// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"

#include <optional>

namespace guatu::campaign
{

/// Judges units by criteria of their own (domain notes §5). Reads homes, sums and household
/// results of the closure as they are at each call.
class UnitJudge
{
public:
    UnitJudge(const Snapshot& snapshot, const Profile& profile, const Closure& closure);

    /// The set that binds a unit: see UnitCriteria::binding.
    [[nodiscard]] std::int16_t binding(std::size_t unit) const;

    /// The binding set; null when none binds.
    [[nodiscard]] const std::vector<Criterion>* setOf(std::size_t unit) const;

    /// Results of the set that binds the unit; empty when none does.
    [[nodiscard]] std::vector<CriterionResult> judge(std::size_t unit) const;

    /// What the workspace's own records say of a criterion; null when it takes a recorded value.
    ///
    /// - incidence: 100*P against threshold*N in whole numbers (Q2).
    /// - v_water: share of in-scope households whose water is met, 100 % unless written otherwise.
    /// - v_clinic: one working clinic with a doctor, of clinic_m2 where over 800 persons live;
    ///   exempt where a health centre works or the township has its seat. Unknown while no clinic
    ///   of the county is recorded.
    /// - k_villages: share of poor villages that have exited.
    [[nodiscard]] std::optional<Reading> computed(std::size_t unit,
                                                  const Criterion& criterion) const;

private:
    [[nodiscard]] CriterionResult judge(std::size_t unit, const Criterion& criterion) const;
    [[nodiscard]] Reading incidence(std::size_t unit, const Criterion& criterion) const;
    [[nodiscard]] Reading water(std::size_t unit, const Criterion& criterion) const;
    [[nodiscard]] Reading clinic(std::size_t unit) const;
    [[nodiscard]] Reading exitedVillages(std::size_t unit, const Criterion& criterion) const;
    [[nodiscard]] Reading field(std::size_t unit, const Criterion& criterion) const;
    [[nodiscard]] CriterionResult clinicResult(std::size_t facility, std::size_t unit) const;
    [[nodiscard]] bool needsNoClinic(std::size_t unit) const;
    [[nodiscard]] bool countyHasClinics(std::size_t unit) const;

    const Snapshot& m_snapshot;
    const Profile& m_profile;
    const Closure& m_closure;
    SubjectIndex m_clinics, m_healthCentres; ///< facilities by unit
};

} // namespace guatu::campaign
