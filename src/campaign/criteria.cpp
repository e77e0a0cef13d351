// SPDX-License-Identifier: MIT
#include "campaign/criteria.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu::campaign
{
namespace
{

using Results = std::vector<CriterionResult>;
using enum CriterionResult;

constexpr CriterionResult fromFlag(Flag flag)
{
    constexpr std::array byFlag{Unknown, Unmet, Met};
    return byFlag[static_cast<std::size_t>(flag)];
}

struct FlagName {
    std::string_view name;
    std::vector<Flag> HouseholdColumns::*column;
};
constexpr FlagName flagNames[]{{"livelihood_ok", &HouseholdColumns::livelihoodOk},
                               {"food", &HouseholdColumns::food},
                               {"clothing", &HouseholdColumns::clothing},
                               {"house_occupied", &HouseholdColumns::houseOccupied},
                               {"w_quantity", &HouseholdColumns::waterQuantity},
                               {"w_quality", &HouseholdColumns::waterQuality},
                               {"w_access", &HouseholdColumns::waterAccess},
                               {"w_assurance", &HouseholdColumns::waterAssurance},
                               {"class4", &HouseholdColumns::class4},
                               {"class4_new", &HouseholdColumns::class4New},
                               {"dibao", &HouseholdColumns::dibao},
                               {"no_labour", &HouseholdColumns::noLabour}};

/// Null when households have no such flag.
const std::vector<Flag>* flagColumn(const HouseholdColumns& households, std::string_view name)
{
    const auto* found = std::ranges::find(flagNames, name, &FlagName::name);
    return found == std::end(flagNames) ? nullptr : &(households.*(found->column));
}

double threshold(const Criterion& criterion, const Profile& profile)
{
    if (criterion.value)
        return *criterion.value;
    const auto found = profile.parameters.find(criterion.parameter);
    if (found == profile.parameters.end())
        throw inputError({"campaign.parameter_missing",
                          {{"criterion", criterion.id}, {"parameter", criterion.parameter}}});
    return found->second;
}

bool compares(double left, std::string_view op, double right)
{
    if (op == ">=")
        return left >= right;
    if (op == ">")
        return left > right;
    if (op == "<=")
        return left <= right;
    if (op == "<")
        return left < right;
    if (op == "!=")
        return left != right;
    return left == right;
}

Results judgeIncome(const HouseholdColumns& households, const Criterion& criterion,
                    const Profile& profile, Date asOf)
{
    const double limit = threshold(criterion, profile);
    const bool anyBasis = !criterion.due || asOf < *criterion.due;
    Results results(households.size(), Unknown);
    for (std::size_t row = 0; row < results.size(); ++row) {
        const double income = households.incomePerHead[row];
        if (std::isnan(income) || (!anyBasis && households.incomeBasis[row] != IncomeBasis::Actual))
            continue;
        results[row] = compares(income, criterion.op, limit) ? Met : Unmet;
    }
    return results;
}

CriterionResult judgeLivelihood(const HouseholdColumns& households, std::size_t row)
{
    const CriterionResult confirmed = fromFlag(households.livelihoodOk[row]);
    switch (households.livelihood[row]) {
    case Livelihood::Unknown:
        return Unknown;
    case Livelihood::SafetyNet:
        return anyOf(std::array{fromFlag(households.dibao[row]), confirmed});
    case Livelihood::Job:
    case Livelihood::Business:
        break;
    }
    return confirmed;
}

Results judgeLivelihoods(const HouseholdColumns& households)
{
    Results results(households.size());
    for (std::size_t row = 0; row < results.size(); ++row)
        results[row] = judgeLivelihood(households, row);
    return results;
}

Results judgeHousing(const HouseholdColumns& households, const Criterion& criterion)
{
    constexpr std::array<std::string_view, 5> words{"", "A", "B", "C", "D"};
    std::array<bool, words.size()> passes{};
    for (std::size_t grade = 1; grade < words.size(); ++grade)
        passes[grade] = std::ranges::find(criterion.in, words[grade]) != criterion.in.end();
    Results results(households.size(), Unknown);
    for (std::size_t row = 0; row < results.size(); ++row) {
        const auto grade = static_cast<std::size_t>(households.houseGrade[row]);
        if (passes[grade])
            results[row] = Met;
        else if (grade != 0 && households.houseOccupied[row] == Flag::Yes)
            results[row] = Unmet;
    }
    return results;
}

/// ALL over flags: one that fails decides, then one that is not known.
Results judgeFlags(const HouseholdColumns& households, const std::vector<std::string>& names)
{
    Results results(households.size(), Met);
    for (const std::string& name : names) {
        const std::vector<Flag>* flags = flagColumn(households, name);
        for (std::size_t row = 0; row < results.size(); ++row) {
            const Flag flag = flags == nullptr ? Flag::Unknown : (*flags)[row];
            if (flag == Flag::No)
                results[row] = Unmet;
            else if (flag == Flag::Unknown && results[row] != Unmet)
                results[row] = Unknown;
        }
    }
    return results;
}

Results judge(const Snapshot& snapshot, const Criterion& criterion, const Profile& profile)
{
    const HouseholdColumns& households = snapshot.households;
    if (criterion.id == "education")
        return households.education;
    if (criterion.id == "medical")
        return households.medical;
    if (criterion.switchField == "livelihood_mode")
        return judgeLivelihoods(households);
    if (criterion.field == "income_pc")
        return judgeIncome(households, criterion, profile, snapshot.asOf);
    if (!criterion.in.empty() && (criterion.field.empty() || criterion.field == "house_grade"))
        return judgeHousing(households, criterion);
    if (!criterion.all.empty())
        return judgeFlags(households, criterion.all);
    return judgeFlags(households, {criterion.field.empty() ? criterion.id : criterion.field});
}

} // namespace

HouseholdCriteria judgeHouseholds(const Snapshot& snapshot, const Profile& profile)
{
    HouseholdCriteria criteria;
    const auto set = profile.criteria.find(std::string(householdSet));
    if (set == profile.criteria.end())
        return criteria;
    for (const Criterion& criterion : set->second) {
        criteria.ids.push_back(criterion.id);
        criteria.results.push_back(judge(snapshot, criterion, profile));
    }
    return criteria;
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
