// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/blockers.h"
#include "core/profile.h"
#include "core/snapshot.h"

#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace guatu::test
{

/// The rule book worked out anew, slowly: every question walks all households and units again and
/// asks by codes as texts. Knows the shipped 100-day campaign only. Shares no code with
/// guatu::campaign but the names of its values.
class Reference
{
public:
    Reference(const Snapshot& snapshot, const Profile& profile)
        : m_snapshot(snapshot), m_profile(profile)
    {
    }

    [[nodiscard]] CriterionResult criterion(std::size_t index, std::size_t household) const;
    [[nodiscard]] Clear household(std::size_t household) const;
    [[nodiscard]] bool isReal(std::size_t household) const;
    [[nodiscard]] bool isAtRisk(std::size_t household) const;
    [[nodiscard]] bool isExempt(std::size_t household) const;

    /// Code of the unit that counts a household; empty: none.
    [[nodiscard]] std::string home(std::size_t household, bool byOrigin) const;

    [[nodiscard]] Clear unit(std::size_t unit) const;
    [[nodiscard]] bool isUnitReal(std::size_t unit) const;
    [[nodiscard]] bool isUnitAtRisk(std::size_t unit) const;
    [[nodiscard]] std::vector<CriterionResult> own(std::size_t unit) const;
    /// Households, persons remaining below a unit.
    [[nodiscard]] std::pair<int, int> remaining(std::size_t unit, bool byOrigin) const;
    [[nodiscard]] int households(std::size_t unit, Clear clear) const;
    [[nodiscard]] int persons(std::size_t unit, Clear clear) const;

    /// What keeps a unit open: kind, unit, household or problem, criterion.
    using Cause = std::tuple<campaign::BlockerKind, RowIndex, RowIndex, std::size_t>;
    [[nodiscard]] std::set<Cause> causes(std::size_t unit, Clear clear) const;

    /// Whether a listing rule of the campaign holds.
    [[nodiscard]] CriterionResult listed(const std::string& rule, std::size_t subject) const;

private:
    [[nodiscard]] bool isBelow(std::size_t unit, const std::string& code) const;
    [[nodiscard]] std::vector<std::size_t> children(std::size_t unit) const;
    [[nodiscard]] std::vector<std::size_t> direct(std::size_t unit) const;
    [[nodiscard]] int listedBelow(std::size_t unit) const;
    [[nodiscard]] bool fallsShort(std::size_t unit) const;
    [[nodiscard]] bool fallsShortBelow(std::size_t unit) const;
    [[nodiscard]] std::vector<std::size_t> openProblems(std::size_t unit) const;
    [[nodiscard]] const char* ownSet(std::size_t unit) const;
    [[nodiscard]] CriterionResult recorded(SubjectType type, std::size_t subject,
                                           const std::string& criterion,
                                           CriterionResult otherwise) const;
    [[nodiscard]] CriterionResult ownResult(std::size_t unit, const std::string& criterion) const;
    [[nodiscard]] CriterionResult clinic(std::size_t unit) const;
    [[nodiscard]] CriterionResult water(std::size_t unit) const;
    [[nodiscard]] CriterionResult incidenceBelow(std::size_t unit, int limit) const;
    [[nodiscard]] bool visited(SubjectType type, std::size_t subject) const;
    [[nodiscard]] std::optional<Date> due(std::size_t index, std::size_t household) const;
    [[nodiscard]] bool isSoon(std::optional<Date> due) const;
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] bool isEmptyUnit(std::size_t unit) const;

    const Snapshot& m_snapshot;
    const Profile& m_profile;
};

} // namespace guatu::test
