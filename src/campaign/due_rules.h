// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "core/snapshot.h"

#include <optional>
#include <vector>

namespace guatu::campaign
{

/// The due days of the household criteria, made ready for one household after another.
class DueRules
{
public:
    DueRules(const HouseholdColumns& households, const Profile& profile);

    [[nodiscard]] std::size_t size() const { return m_rules.size(); }

    /// As dueDay.
    [[nodiscard]] std::optional<Date> of(std::size_t criterion, std::size_t household) const
    {
        const Rule& rule = m_rules[criterion];
        if (!rule.scoped)
            return rule.due;
        switch (rule.scope == nullptr ? Flag::Unknown : (*rule.scope)[household]) {
        case Flag::Yes:
            return rule.due;
        case Flag::No:
            return rule.elseDue;
        case Flag::Unknown:
            break;
        }
        return rule.earliest;
    }

    /// No household is bound earlier.
    [[nodiscard]] std::optional<Date> earliest(std::size_t criterion) const
    {
        return m_rules[criterion].earliest;
    }

private:
    struct Rule {
        std::optional<Date> due{}, elseDue{}, earliest{};
        bool scoped = false;
        const std::vector<Flag>* scope = nullptr; ///< null: households have no such flag
    };
    std::vector<Rule> m_rules;
};

} // namespace guatu::campaign
