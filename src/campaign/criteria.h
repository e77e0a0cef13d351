// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "core/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::campaign
{

struct Closure;

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
/// - A value recorded for the household itself outranks its columns when it is verified or
///   reported; a computed one counts where the columns say nothing.
/// Throws Error(Input) when a criterion names a parameter that the profile lacks.
[[nodiscard]] HouseholdCriteria judgeHouseholds(const Snapshot& snapshot, const Profile& profile);

/// The day by which a criterion binds a household; null when none is set. Where it depends on a
/// flag that is not known, the earlier of the two days.
[[nodiscard]] std::optional<Date> dueDay(const Criterion& criterion,
                                         const HouseholdColumns& households, std::size_t household);

/// One statement about a criterion. All that were made are kept; the strongest decides.
struct Reading {
    Method method = Method::Reported;
    CriterionResult result = CriterionResult::Unknown;
    std::optional<double> number{}; ///< in the unit of the criterion: CNY a year, per cent, ...
    std::string text{};             ///< the value in words, as ledgers hold it
    std::string exemptReason{};
    std::optional<Date> asOf{};
    RowIndex dataset = noRow;
    bool estimated = false; ///< 预计: to be replaced by an actual figure
};

/// A criterion on one subject.
struct Judgement {
    std::string set, id;
    std::size_t index = 0; ///< in the profile's set
    LocalText title;
    LocalText bureau;
    CriterionResult result = CriterionResult::Unknown; ///< of the strongest reading
    std::vector<Reading> readings{};                   ///< strongest first; empty: nothing recorded
    std::string op{};                                  ///< as written; empty: no threshold
    std::optional<double> limit{};
    std::optional<Date> due{};
    bool binding = true; ///< counts for the closure of its subject
    bool estimated = false;
};

/// Every criterion of a household, unit or site, in the profile's order: for units those of the
/// set that binds them, then other sets of their level that bind nobody. Other subjects have none.
[[nodiscard]] std::vector<Judgement> judgementsOf(const Snapshot& snapshot, const Profile& profile,
                                                  const Closure& closure, SubjectType type,
                                                  RowIndex row);

} // namespace guatu::campaign
