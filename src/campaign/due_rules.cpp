// SPDX-License-Identifier: MIT
#include "campaign/due_rules.h"

#include "campaign/household_judge.h"

#include <algorithm>

namespace guatu::campaign
{

DueRules::DueRules(const HouseholdColumns& households, const Profile& profile)
{
    const auto set = profile.criteria.find(std::string(householdSet));
    if (set == profile.criteria.end())
        return;
    for (const Criterion& criterion : set->second) {
        Rule rule{criterion.due, criterion.elseDue, criterion.due, !criterion.dueScope.empty()};
        if (rule.scoped) {
            rule.scope = flagColumn(households, criterion.dueScope);
            if (rule.elseDue && (!rule.due || *rule.elseDue < *rule.due))
                rule.earliest = rule.elseDue;
        }
        m_rules.push_back(rule);
    }
}

} // namespace guatu::campaign
