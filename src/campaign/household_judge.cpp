// SPDX-License-Identifier: MIT
#include "campaign/household_judge.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace guatu::campaign
{
namespace
{

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
constexpr FlagName flagNames[]{{"in_scope", &HouseholdColumns::inScope},
                               {"livelihood_ok", &HouseholdColumns::livelihoodOk},
                               {"food", &HouseholdColumns::food},
                               {"clothing", &HouseholdColumns::clothing},
                               {"house_occupied", &HouseholdColumns::houseOccupied},
                               {"w_quantity", &HouseholdColumns::waterQuantity},
                               {"w_quality", &HouseholdColumns::waterQuality},
                               {"w_access", &HouseholdColumns::waterAccess},
                               {"w_assurance", &HouseholdColumns::waterAssurance},
                               {"watch_active", &HouseholdColumns::watchActive},
                               {"class4", &HouseholdColumns::class4},
                               {"class4_new", &HouseholdColumns::class4New},
                               {"dibao", &HouseholdColumns::dibao},
                               {"no_labour", &HouseholdColumns::noLabour}};

CriterionResult livelihood(const HouseholdColumns& households, std::size_t row)
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

std::array<bool, 5> passingGrades(const std::vector<std::string>& words)
{
    constexpr std::array<std::string_view, 5> grades{"", "A", "B", "C", "D"};
    std::array<bool, grades.size()> passes{};
    for (std::size_t grade = 1; grade < grades.size(); ++grade)
        passes[grade] = std::ranges::find(words, grades[grade]) != words.end();
    return passes;
}

/// ALL over flags: one that fails decides, then one that is not known.
CriterionResult allFlags(const std::vector<const std::vector<Flag>*>& flags, std::size_t row)
{
    CriterionResult result = Met;
    for (const auto* column : flags) {
        const Flag flag = column == nullptr ? Flag::Unknown : (*column)[row];
        if (flag == Flag::No)
            return Unmet;
        if (flag == Flag::Unknown)
            result = Unknown;
    }
    return result;
}

} // namespace

const std::vector<Flag>* flagColumn(const HouseholdColumns& households, std::string_view name)
{
    const auto* found = std::ranges::find(flagNames, name, &FlagName::name);
    return found == std::end(flagNames) ? nullptr : &(households.*(found->column));
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

std::optional<double> limitOf(const Criterion& criterion, const Profile& profile)
{
    if (criterion.value || criterion.parameter.empty())
        return criterion.value;
    const auto found = profile.parameters.find(criterion.parameter);
    if (found == profile.parameters.end())
        throw inputError({"campaign.parameter_missing",
                          {{"criterion", criterion.id}, {"parameter", criterion.parameter}}});
    return found->second;
}

HouseholdJudge::HouseholdJudge(const Snapshot& snapshot, const Profile& profile,
                               const SubjectIndex& recorded)
    : m_snapshot(snapshot), m_recorded(recorded)
{
    if (const auto set = profile.criteria.find(std::string(householdSet));
        set != profile.criteria.end())
        for (const Criterion& criterion : set->second)
            m_rules.push_back(prepare(criterion, profile));
}

HouseholdJudge::Rule HouseholdJudge::prepare(const Criterion& criterion,
                                             const Profile& profile) const
{
    Rule rule{Kind::Flags, &criterion};
    if (criterion.id == "education")
        rule.kind = Kind::Education;
    else if (criterion.id == "medical")
        rule.kind = Kind::Medical;
    else if (criterion.switchField == "livelihood_mode")
        rule.kind = Kind::Livelihood;
    else if (criterion.field == "income_pc") {
        rule.kind = Kind::Income;
        rule.limit = limitOf(criterion, profile).value_or(0);
        rule.anyBasis = !criterion.due || m_snapshot.asOf < *criterion.due;
    } else if (!criterion.in.empty() &&
               (criterion.field.empty() || criterion.field == "house_grade")) {
        rule.kind = Kind::Housing;
        rule.passes = passingGrades(criterion.in);
    } else {
        std::vector<std::string> names = criterion.all;
        if (names.empty())
            names.push_back(criterion.field.empty() ? criterion.id : criterion.field);
        for (const std::string& name : names)
            rule.flags.push_back(flagColumn(m_snapshot.households, name));
    }
    return rule;
}

const std::string& HouseholdJudge::id(std::size_t criterion) const
{
    return m_rules[criterion].criterion->id;
}

/// Calls `visit` with a function from household to result.
template <typename Visit>
void HouseholdJudge::withRule(const Rule& rule, Visit visit) const
{
    const HouseholdColumns& households = m_snapshot.households;
    switch (rule.kind) {
    case Kind::Education:
        return visit([&](std::size_t row) { return households.education[row]; });
    case Kind::Medical:
        return visit([&](std::size_t row) { return households.medical[row]; });
    case Kind::Livelihood:
        return visit([&](std::size_t row) { return livelihood(households, row); });
    case Kind::Income:
        return visit([&](std::size_t row) {
            const double income = households.incomePerHead[row];
            const bool counts = rule.anyBasis || households.incomeBasis[row] == IncomeBasis::Actual;
            if (std::isnan(income) || !counts)
                return Unknown;
            return compares(income, rule.criterion->op, rule.limit) ? Met : Unmet;
        });
    case Kind::Housing:
        return visit([&](std::size_t row) {
            const auto grade = static_cast<std::size_t>(households.houseGrade[row]);
            if (rule.passes[grade])
                return Met;
            const bool livedIn = households.houseOccupied[row] == Flag::Yes;
            return grade != 0 && livedIn ? Unmet : Unknown;
        });
    case Kind::Flags:
        return visit([&](std::size_t row) { return allFlags(rule.flags, row); });
    }
}

CriterionResult HouseholdJudge::fromColumns(std::size_t criterion, std::size_t household) const
{
    CriterionResult result = Unknown;
    withRule(m_rules[criterion], [&](const auto& judge) { result = judge(household); });
    return result;
}

std::vector<CriterionResult> HouseholdJudge::fromColumns(std::size_t criterion) const
{
    std::vector<CriterionResult> results(m_snapshot.households.size());
    withRule(m_rules[criterion], [&](const auto& judge) {
        for (std::size_t row = 0; row < results.size(); ++row)
            results[row] = judge(row);
    });
    return results;
}

CriterionResult HouseholdJudge::judge(std::size_t criterion, std::size_t household) const
{
    const Rule& rule = m_rules[criterion];
    return decide(m_snapshot.criterionValues, recorded(static_cast<RowIndex>(household)),
                  *rule.criterion,
                  rule.kind == Kind::Income ? std::optional(rule.limit) : std::nullopt,
                  fromColumns(criterion, household));
}

std::vector<CriterionResult> HouseholdJudge::judge(std::size_t criterion) const
{
    std::vector<CriterionResult> results = fromColumns(criterion);
    const CriterionValueColumns& values = m_snapshot.criterionValues;
    for (std::size_t row = 0; row < values.size(); ++row)
        if (values.subjectType[row] == SubjectType::Household && values.subject[row] != noRow &&
            values.criterion[row] == id(criterion)) {
            const auto household = static_cast<std::size_t>(values.subject[row]);
            results[household] = judge(criterion, household);
        }
    return results;
}

HouseholdCriteria HouseholdJudge::judgeAll() const
{
    HouseholdCriteria criteria;
    for (std::size_t criterion = 0; criterion < size(); ++criterion) {
        criteria.ids.push_back(id(criterion));
        criteria.results.push_back(judge(criterion));
    }
    return criteria;
}

} // namespace guatu::campaign
