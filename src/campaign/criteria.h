// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "core/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::campaign
{

/// The profile's set of household criteria.
inline constexpr std::string_view householdSet = "household";

/// Results of the household criteria, in the order of the profile's `household` set.
struct HouseholdCriteria {
    std::vector<std::string> ids;
    std::vector<std::vector<CriterionResult>> results; ///< [criterion][household]
};

/// Judges every household by every household criterion of the profile (domain notes §5). A
/// criterion whose input the workspace does not keep is unknown for everybody.
///
/// - income: until its due day any figure counts, from then on only an actual one.
/// - livelihood: job and business need the confirmation; safety_net needs dibao or the
/// confirmation.
/// - housing: a passing grade is met; C or D is unmet when lived in, and unknown when not, for then
///   nothing is known of the house that is.
/// Throws Error(Input) when a criterion names a parameter that the profile lacks.
[[nodiscard]] HouseholdCriteria judgeHouseholds(const Snapshot& snapshot, const Profile& profile);

/// The day by which a criterion binds a household; null when none is set. Where it depends on a
/// flag that is not known, the earlier of the two days.
[[nodiscard]] std::optional<Date> dueDay(const Criterion& criterion,
                                         const HouseholdColumns& households, std::size_t household);

} // namespace guatu::campaign
