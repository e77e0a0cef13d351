// SPDX-License-Identifier: MIT
#include "campaign/explain.h"

#include "campaign/describe.h"
#include "campaign/wording.h"

namespace guatu::campaign
{
namespace
{

LocalText number(std::int64_t count)
{
    return plain(std::to_string(count));
}

LocalText statusTitle(const Profile& profile, std::string_view word)
{
    return word == "at_risk" ? sentence("campaign.why.at_risk") : titleOf(profile, "clear", word);
}

LocalText unitName(const Snapshot& snapshot, RowIndex unit)
{
    const auto row = static_cast<std::size_t>(unit);
    const std::string& name = snapshot.units.name[row];
    return plain(name.empty() ? snapshot.units.code[row].str() : name);
}

/// How many causes of each kind keep a subtree open.
struct Causes {
    std::int64_t unmetOwn = 0, unknownOwn = 0, problems = 0, notes = 0;
};

Causes causesOf(const Snapshot& snapshot, const Closure& closure, RowIndex unit)
{
    Causes causes;
    const RowIndex end = subtreeEnd(snapshot.units, unit);
    for (auto row = static_cast<std::size_t>(unit); row < static_cast<std::size_t>(end); ++row)
        for (const CriterionResult result : closure.own.results[row]) {
            causes.unmetOwn += result == CriterionResult::Unmet ? 1 : 0;
            causes.unknownOwn += result == CriterionResult::Unknown ? 1 : 0;
        }
    const Pending& pending = closure.pending[static_cast<std::size_t>(unit)];
    const Tally& tally = closure.tally[static_cast<std::size_t>(unit)];
    causes.problems = pending.uncleared - tally.count(Clear::Uncleared) - causes.unmetOwn;
    causes.notes = pending.unknown - tally.count(Clear::Unknown) - causes.unknownOwn;
    return causes;
}

std::vector<LocalText> openParts(const Snapshot& snapshot, const Closure& closure, RowIndex unit)
{
    const Tally& tally = closure.tally[static_cast<std::size_t>(unit)];
    const Causes causes = causesOf(snapshot, closure, unit);
    std::vector<LocalText> parts;
    const auto add = [&](std::int64_t count, std::string_view id) {
        if (count > 0)
            parts.push_back(sentence(id, {{"count", number(count)}}));
    };
    add(tally.count(Clear::Uncleared), "campaign.why.uncleared_households");
    add(tally.count(Clear::Unknown), "campaign.why.unknown_households");
    add(causes.unmetOwn, "campaign.why.unmet_own");
    add(causes.unknownOwn, "campaign.why.unknown_own");
    add(causes.problems, "campaign.why.open_problems");
    add(causes.notes, "campaign.why.notes");
    return parts;
}

LocalText explainOpenUnit(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
                          RowIndex unit)
{
    const Blockers blockers = blockersOf(snapshot, profile, closure, unit, 1);
    return sentence(
        "campaign.why.unit_open",
        {{"name", unitName(snapshot, unit)},
         {"status", statusTitle(profile, toString(closure.unit[static_cast<std::size_t>(unit)]))},
         {"causes", listed(openParts(snapshot, closure, unit))},
         {"first", describe(snapshot, profile, closure, blockers.first.front())}});
}

LocalText explainUnit(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
                      RowIndex unit)
{
    const auto row = static_cast<std::size_t>(unit);
    const Tally& tally = closure.tally[row];
    switch (closure.unit[row]) {
    case Clear::Cleared:
        return sentence(closure.unitReal[row] ? "campaign.why.unit_real"
                                              : "campaign.why.unit_cleared",
                        {{"name", unitName(snapshot, unit)},
                         {"households", number(tally.inScope())},
                         {"visited", number(tally.real)},
                         {"exempt", number(tally.exempt)}});
    case Clear::OutOfScope:
        return sentence("campaign.why.unit_out", {{"name", unitName(snapshot, unit)}});
    case Clear::Uncleared:
    case Clear::Unknown:
        break;
    }
    return explainOpenUnit(snapshot, profile, closure, unit);
}

LocalText explainHousehold(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
                           RowIndex household)
{
    const auto row = static_cast<std::size_t>(household);
    const LocalText code = plain(std::string(snapshot.households.code[row]));
    if (closure.household[row] == Clear::OutOfScope)
        return sentence("campaign.why.household_out", {{"code", code}});
    if (closure.household[row] == Clear::Cleared)
        return sentence(closure.householdReal[row]     ? "campaign.why.household_real"
                        : closure.householdExempt[row] ? "campaign.why.household_exempt"
                                                       : "campaign.why.household_cleared",
                        {{"code", code}});
    auto parts = shortfalls(
        judgementsOf(snapshot, profile, closure, SubjectType::Household, household), profile);
    if (const int problems = snapshot.households.openProblems[row]; problems > 0)
        parts.push_back(sentence("campaign.why.open_problems", {{"count", number(problems)}}));
    if (parts.empty())
        parts.push_back(sentence("campaign.why.no_criteria"));
    return sentence("campaign.why.household_open",
                    {{"code", code},
                     {"status", statusTitle(profile, toString(closure.household[row]))},
                     {"causes", listed(parts)}});
}

} // namespace

LocalText explain(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
                  SubjectType type, RowIndex row)
{
    return type == SubjectType::Household ? explainHousehold(snapshot, profile, closure, row)
                                          : explainUnit(snapshot, profile, closure, row);
}

} // namespace guatu::campaign
