// SPDX-License-Identifier: MIT
#include "campaign/describe.h"

#include "campaign/wording.h"

#include <array>

namespace guatu::campaign
{
namespace
{

/// Criteria whose figures are per cent.
bool isPercent(const Judgement& judgement, const Profile& profile)
{
    const Criterion& criterion = profile.criteria.at(judgement.set)[judgement.index];
    return criterion.field == "incidence" || judgement.id == "v_water" || judgement.id == "v_tv" ||
           judgement.id == "k_villages" || judgement.id == "k_policies";
}

LocalText resultTitle(const Profile& profile, CriterionResult result)
{
    return titleOf(profile, "criterion_result", toString(result));
}

LocalText methodTitle(Method method)
{
    switch (method) {
    case Method::Verified:
        return sentence("campaign.method.verified");
    case Method::Reported:
        return sentence("campaign.method.reported");
    case Method::Computed:
        break;
    }
    return sentence("campaign.method.computed");
}

/// The list of words that a criterion's text value is taken from.
std::string codeListOf(const Profile& profile, const Judgement& judgement)
{
    const Criterion& criterion = profile.criteria.at(judgement.set)[judgement.index];
    return criterion.switchField.empty() ? criterion.field : criterion.switchField;
}

LocalText valueOf(const Profile& profile, const Judgement& judgement, const Reading& reading)
{
    const std::string unit = isPercent(judgement, profile) ? " %" : "";
    LocalText value;
    if (reading.number)
        value =
            plain((unit.empty() ? shown(*reading.number, 2) : fixed(*reading.number, 2)) + unit);
    else if (!reading.text.empty())
        value = titleOf(profile, codeListOf(profile, judgement), reading.text);
    if (judgement.limit) {
        const LocalText limit = plain(judgement.op + " " + shown(*judgement.limit, 2) + unit);
        value = value.zh.empty()
                    ? sentence("campaign.why.limit", {{"limit", limit}})
                    : sentence("campaign.why.value_limit", {{"value", value}, {"limit", limit}});
    }
    return value;
}

LocalText nameOf(const Snapshot& snapshot, RowIndex unit)
{
    const auto row = static_cast<std::size_t>(unit);
    const std::string& name = snapshot.units.name[row];
    return plain(name.empty() ? snapshot.units.code[row].str() : name);
}

} // namespace

std::vector<LocalText> shortfalls(const std::vector<Judgement>& judgements, const Profile& profile)
{
    std::vector<LocalText> parts;
    for (const Judgement& judgement : judgements)
        if (judgement.binding && (judgement.result == CriterionResult::Unmet ||
                                  judgement.result == CriterionResult::Unknown))
            parts.push_back(sentence(
                "campaign.why.item",
                {{"title", judgement.title}, {"result", resultTitle(profile, judgement.result)}}));
    return parts;
}

LocalText describe(const Snapshot& snapshot, const Profile& profile, const Judgement& judgement)
{
    std::vector<LocalText> parts{
        sentence("campaign.why.item",
                 {{"title", judgement.title}, {"result", resultTitle(profile, judgement.result)}})};
    if (judgement.readings.empty()) {
        parts.push_back(sentence("campaign.why.not_recorded"));
    } else {
        const Reading& reading = judgement.readings.front();
        if (LocalText value = valueOf(profile, judgement, reading); !value.zh.empty())
            parts.push_back(std::move(value));
        if (judgement.estimated)
            parts.push_back(sentence("campaign.why.estimated"));
        if (reading.result != CriterionResult::Unknown)
            parts.push_back(methodTitle(reading.method));
        if (reading.asOf)
            parts.push_back(plain(reading.asOf->iso()));
        if (reading.dataset != noRow)
            parts.push_back(
                plain(snapshot.datasets.name[static_cast<std::size_t>(reading.dataset)]));
    }
    const bool isOpen =
        judgement.result == CriterionResult::Unmet || judgement.result == CriterionResult::Unknown;
    if (judgement.due && isOpen)
        parts.push_back(sentence("campaign.why.due", {{"date", plain(judgement.due->iso())}}));
    return listed(parts);
}

LocalText describeProblem(const Snapshot& snapshot, const Profile& profile, std::size_t problem)
{
    const ProblemColumns& problems = snapshot.problems;
    std::vector<LocalText> parts{
        sentence("campaign.why.problem",
                 {{"topic", titleOf(profile, "problem_topic", problems.topic[problem])},
                  {"state", titleOf(profile, "problem_state", problems.state[problem])}})};
    if (!problems.text[problem].empty())
        parts.push_back(plain(problems.text[problem]));
    if (problems.dueOn[problem])
        parts.push_back(
            sentence("campaign.why.due", {{"date", plain(problems.dueOn[problem]->iso())}}));
    return listed(parts);
}

LocalText describe(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
                   const Blocker& blocker)
{
    const LocalText place = nameOf(snapshot, blocker.unit);
    const auto at = [&](LocalText what) {
        return sentence("campaign.why.at", {{"place", place}, {"what", std::move(what)}});
    };
    switch (blocker.kind) {
    case BlockerKind::Household: {
        const std::string code(snapshot.households.code[static_cast<std::size_t>(blocker.row)]);
        auto parts = shortfalls(
            judgementsOf(snapshot, profile, closure, SubjectType::Household, blocker.row), profile);
        if (snapshot.households.openProblems[static_cast<std::size_t>(blocker.row)] > 0)
            parts.push_back(sentence("campaign.why.open_problem"));
        return at(
            sentence("campaign.why.household", {{"code", plain(code)}, {"items", listed(parts)}}));
    }
    case BlockerKind::Criterion: {
        const auto judgements =
            judgementsOf(snapshot, profile, closure, SubjectType::Unit, blocker.unit);
        return at(shortfalls({judgements[blocker.criterion]}, profile).front());
    }
    case BlockerKind::Problem:
        return at(describeProblem(snapshot, profile, static_cast<std::size_t>(blocker.row)));
    case BlockerKind::Empty:
        return at(sentence("campaign.why.empty"));
    case BlockerKind::Coverage:
        return at(sentence("campaign.why.coverage"));
    case BlockerKind::Standard:
        break;
    }
    return at(sentence("campaign.why.standard"));
}

} // namespace guatu::campaign
