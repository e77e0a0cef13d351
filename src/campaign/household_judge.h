// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/criteria.h"
#include "campaign/recorded_values.h"
#include "core/profile.h"
#include "core/snapshot.h"

#include <array>
#include <string_view>
#include <vector>

namespace guatu::campaign
{

/// The household criteria of a profile, made ready for judging one household after another. Reads
/// the snapshot's columns as they are at each call.
class HouseholdJudge
{
public:
    /// `recorded` is indexValues of the snapshot's households, and must outlive this. Throws
    /// Error(Input) when a criterion names a parameter that the profile lacks.
    HouseholdJudge(const Snapshot& snapshot, const Profile& profile, const SubjectIndex& recorded);

    [[nodiscard]] std::size_t size() const { return m_rules.size(); }
    [[nodiscard]] const std::string& id(std::size_t criterion) const;

    /// What the household's own columns say.
    [[nodiscard]] CriterionResult fromColumns(std::size_t criterion, std::size_t household) const;
    /// The same for all households.
    [[nodiscard]] std::vector<CriterionResult> fromColumns(std::size_t criterion) const;

    /// With the values recorded for the household, stronger ones first.
    [[nodiscard]] CriterionResult judge(std::size_t criterion, std::size_t household) const;
    [[nodiscard]] std::vector<CriterionResult> judge(std::size_t criterion) const;
    [[nodiscard]] HouseholdCriteria judgeAll() const;

    /// Rows of Snapshot::criterionValues of a household; empty when it has none.
    [[nodiscard]] std::span<const std::uint32_t> recorded(RowIndex household) const
    {
        return m_recorded.of(household);
    }

private:
    enum class Kind : std::uint8_t { Education, Medical, Livelihood, Income, Housing, Flags };
    struct Rule {
        Kind kind;
        const Criterion* criterion;
        double limit = 0;
        bool anyBasis = true;                          ///< an estimate counts as well
        std::array<bool, 5> passes{};                  ///< by HouseGrade
        std::vector<const std::vector<Flag>*> flags{}; ///< null: households have no such flag
    };
    template <typename Visit>
    void withRule(const Rule& rule, Visit visit) const;
    [[nodiscard]] Rule prepare(const Criterion& criterion, const Profile& profile) const;

    const Snapshot& m_snapshot;
    std::vector<Rule> m_rules;
    const SubjectIndex& m_recorded;
};

/// Null when households have no such flag.
[[nodiscard]] const std::vector<Flag>* flagColumn(const HouseholdColumns& households,
                                                  std::string_view name);

/// A number against a threshold, by an operator as profiles write it.
[[nodiscard]] bool compares(double left, std::string_view op, double right);

/// The threshold of a criterion; null when it has none. Throws Error(Input) when its parameter is
/// not in the profile.
[[nodiscard]] std::optional<double> limitOf(const Criterion& criterion, const Profile& profile);

} // namespace guatu::campaign
