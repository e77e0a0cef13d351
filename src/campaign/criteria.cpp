// SPDX-License-Identifier: MIT
#include "campaign/criteria.h"

#include "campaign/household_judge.h"

#include <algorithm>

namespace guatu::campaign
{

HouseholdCriteria judgeHouseholds(const Snapshot& snapshot, const Profile& profile)
{
    const SubjectIndex recorded =
        indexValues(snapshot.criterionValues, SubjectType::Household, snapshot.households.size());
    return HouseholdJudge(snapshot, profile, recorded).judgeAll();
}

std::optional<Date> dueDay(const Criterion& criterion, const HouseholdColumns& households,
                           std::size_t household)
{
    if (criterion.dueScope.empty())
        return criterion.due;
    const auto* flags = flagColumn(households, criterion.dueScope);
    switch (flags == nullptr ? Flag::Unknown : (*flags)[household]) {
    case Flag::Yes:
        return criterion.due;
    case Flag::No:
        return criterion.elseDue;
    case Flag::Unknown:
        break;
    }
    if (criterion.due && criterion.elseDue)
        return std::min(*criterion.due, *criterion.elseDue);
    return criterion.due ? criterion.due : criterion.elseDue;
}

} // namespace guatu::campaign
