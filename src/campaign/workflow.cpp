// SPDX-License-Identifier: MIT
#include "campaign/workflow.h"

#include "core/row_at.h"

#include <algorithm>

namespace guatu::campaign
{
namespace
{

SignState after(SignAction action)
{
    switch (action) {
    case SignAction::Submit:
        return SignState::Submitted;
    case SignAction::Check:
        return SignState::Checked;
    case SignAction::Approve:
        return SignState::Approved;
    case SignAction::Reject:
        return SignState::Rejected;
    case SignAction::Reopen:
        break;
    }
    return SignState::Reopened;
}

/// The level that signs for a unit: the one above its own.
Level signerOf(Level level)
{
    return static_cast<Level>(std::max(0, static_cast<int>(level) - 1));
}

/// The last visit of each subject of one type: its row, or nothing.
std::vector<RowIndex> lastVisits(const VisitColumns& visits, SubjectType type, std::size_t size)
{
    std::vector<RowIndex> last(size, noRow);
    for (std::size_t row = 0; row < visits.size(); ++row) {
        if (visits.subjectType[row] != type || visits.subject[row] == noRow)
            continue;
        RowIndex& known = last[at(visits.subject[row])];
        if (known == noRow || visits.on[row] >= visits.on[at(known)])
            known = static_cast<RowIndex>(row);
    }
    return last;
}

/// A visit that does not agree, of the day of the last signature or later.
bool failedSince(const Snapshot& snapshot, RowIndex visit, const Standing& standing)
{
    return visit != noRow && snapshot.visits.agrees[at(visit)] == Flag::No &&
           (!standing.sign ||
            snapshot.visits.on[at(visit)] >= snapshot.closureSigns.on[*standing.sign]);
}

Message message(const char* id)
{
    return {id};
}

std::optional<Message> wrongDate(const Snapshot& snapshot, const Standing& standing, Date on)
{
    if (on > snapshot.asOf)
        return message("workflow.in_the_future");
    if (standing.sign && on < snapshot.closureSigns.on[*standing.sign])
        return Message{"workflow.before_last",
                       {{"date", snapshot.closureSigns.on[*standing.sign].iso()}}};
    return std::nullopt;
}

/// A visit within the window that agrees; asked for one household only.
bool vouched(const Snapshot& snapshot, RowIndex household, Date on)
{
    const auto last =
        lastVisits(snapshot.visits, SubjectType::Household, snapshot.households.size());
    const RowIndex visit = last[at(household)];
    return visit != noRow && snapshot.visits.agrees[at(visit)] == Flag::Yes &&
           daysBetween(snapshot.visits.on[at(visit)], on) <= visitWindow;
}

std::optional<Message> refuseHousehold(const Snapshot& snapshot, const Closure& closure,
                                       const Standing& standing, const Step& step)
{
    const bool cleared = closure.household[at(step.subject)] == Clear::Cleared;
    const SignState state = standing.state;
    switch (step.action) {
    case SignAction::Submit:
        if (step.level != Level::Village)
            return message("workflow.village_submits");
        if (standing.underWay())
            return message("workflow.submitted_already");
        return cleared ? std::nullopt : std::optional(message("workflow.items_not_met"));
    case SignAction::Check:
        if (step.level != Level::Town)
            return message("workflow.town_checks");
        if (state != SignState::Submitted)
            return message("workflow.not_submitted");
        if (!cleared)
            return message("workflow.items_not_met");
        return vouched(snapshot, step.subject, step.on)
                   ? std::nullopt
                   : std::optional(message("workflow.no_visit"));
    case SignAction::Approve:
        if (step.level != Level::County)
            return message("workflow.county_approves");
        if (state != SignState::Checked)
            return message("workflow.not_checked");
        return cleared ? std::nullopt : std::optional(message("workflow.items_not_met"));
    case SignAction::Reject: {
        const SignState before =
            step.level == Level::Town ? SignState::Submitted : SignState::Checked;
        if (step.level != Level::Town && step.level != Level::County)
            return message("workflow.who_rejects");
        return state == before ? std::nullopt : std::optional(message("workflow.nothing_before"));
    }
    case SignAction::Reopen:
        break;
    }
    return standing.underWay() ? std::nullopt : std::optional(message("workflow.nothing_stands"));
}

/// Whether all that the unit rests on has its signatures: households counted at it, units below.
std::optional<Message> unsignedBelow(const Snapshot& snapshot, const Closure& closure,
                                     const Standings& standings, RowIndex unit)
{
    std::size_t open = 0;
    for (std::size_t row = 0; row < closure.home.size(); ++row)
        open += closure.home[row] == unit && closure.household[row] != Clear::OutOfScope &&
                standings.household[row].state != SignState::Approved;
    if (open > 0)
        return Message{"workflow.households_unsigned", {{"count", std::to_string(open)}}};
    for (RowIndex row = unit + 1; row < subtreeEnd(snapshot.units, unit); ++row)
        open += closure.parent[at(row)] == unit && closure.unit[at(row)] != Clear::OutOfScope &&
                standings.unit[at(row)].state != SignState::Approved;
    if (open > 0)
        return Message{"workflow.units_unsigned", {{"count", std::to_string(open)}}};
    return std::nullopt;
}

std::optional<Message> refuseUnit(const Snapshot& snapshot, const Closure& closure,
                                  const Standings& standings, const Step& step)
{
    const Standing& standing = standings.unit[at(step.subject)];
    const Level level = snapshot.units.level[at(step.subject)];
    if (step.action == SignAction::Reopen)
        return standing.underWay() ? std::nullopt
                                   : std::optional(message("workflow.nothing_stands"));
    if (step.action != SignAction::Approve)
        return message("workflow.unit_is_signed");
    if (level == Level::Prefecture || step.level != signerOf(level))
        return message("workflow.level_above_signs");
    if (standing.state == SignState::Approved)
        return message("workflow.signed_already");
    if (closure.unit[at(step.subject)] != Clear::Cleared)
        return message("workflow.unit_not_cleared");
    return unsignedBelow(snapshot, closure, standings, step.subject);
}

/// Collects reopenings, each subject once, units up to the top.
class Reopener
{
public:
    Reopener(const Snapshot& snapshot, const Closure& closure, const Standings& standings)
        : m_snapshot(snapshot),
          m_closure(closure),
          m_standings(standings),
          m_fallen(snapshot.units.size())
    {
    }

    void household(std::size_t row)
    {
        add(SubjectType::Household, static_cast<RowIndex>(row), m_standings.household[row]);
        unitAndAbove(m_closure.home[row]);
    }
    void unitAndAbove(RowIndex unit)
    {
        for (; unit != noRow && !m_fallen[at(unit)]; unit = m_closure.parent[at(unit)])
            m_fallen[at(unit)] = true;
    }
    /// The units from below: children stand behind their parents.
    std::vector<Step> take()
    {
        for (std::size_t row = m_fallen.size(); row-- > 0;)
            if (m_fallen[row] && m_standings.unit[row].underWay())
                add(SubjectType::Unit, static_cast<RowIndex>(row), m_standings.unit[row]);
        return std::move(m_steps);
    }

private:
    void add(SubjectType type, RowIndex row, const Standing& standing)
    {
        m_steps.push_back({type, row, m_snapshot.closureSigns.level[*standing.sign],
                           SignAction::Reopen, m_snapshot.asOf});
    }

    const Snapshot& m_snapshot;
    const Closure& m_closure;
    const Standings& m_standings;
    std::vector<bool> m_fallen;
    std::vector<Step> m_steps;
};

} // namespace

Standings standingsOf(const Snapshot& snapshot)
{
    Standings standings;
    standings.household.resize(snapshot.households.size());
    standings.unit.resize(snapshot.units.size());
    const ClosureSignColumns& signs = snapshot.closureSigns;
    for (std::size_t row = 0; row < signs.size(); ++row) { // oldest first
        if (signs.subject[row] == noRow)
            continue;
        auto& of =
            signs.subjectType[row] == SubjectType::Household ? standings.household : standings.unit;
        of[at(signs.subject[row])] = {after(signs.action[row]), row};
    }
    return standings;
}

std::optional<Message> refusal(const Snapshot& snapshot, const Closure& closure,
                               const Standings& standings, const Step& step)
{
    const bool household = step.subjectType == SubjectType::Household;
    const Standing& standing =
        household ? standings.household[at(step.subject)] : standings.unit[at(step.subject)];
    if (auto wrong = wrongDate(snapshot, standing, step.on))
        return wrong;
    return household ? refuseHousehold(snapshot, closure, standing, step)
                     : refuseUnit(snapshot, closure, standings, step);
}

std::vector<Step> reopenings(const Snapshot& snapshot, const Closure& closure,
                             const Standings& standings)
{
    Reopener reopener(snapshot, closure, standings);
    const auto householdVisits =
        lastVisits(snapshot.visits, SubjectType::Household, standings.household.size());
    for (std::size_t row = 0; row < standings.household.size(); ++row) {
        const Standing& standing = standings.household[row];
        if (standing.underWay() && (closure.household[row] == Clear::Uncleared ||
                                    failedSince(snapshot, householdVisits[row], standing)))
            reopener.household(row);
    }
    const auto unitVisits = lastVisits(snapshot.visits, SubjectType::Unit, standings.unit.size());
    for (std::size_t row = 0; row < standings.unit.size(); ++row) {
        const Standing& standing = standings.unit[row];
        if (standing.underWay() && (closure.unit[row] == Clear::Uncleared ||
                                    failedSince(snapshot, unitVisits[row], standing)))
            reopener.unitAndAbove(static_cast<RowIndex>(row));
    }
    return reopener.take();
}

std::vector<Step> reopeningsAbove(const Snapshot& snapshot, const Closure& closure,
                                  const Standings& standings, const Step& fallen)
{
    Reopener reopener(snapshot, closure, standings);
    reopener.unitAndAbove(fallen.subjectType == SubjectType::Household
                              ? closure.home[at(fallen.subject)]
                              : closure.parent[at(fallen.subject)]);
    return reopener.take();
}

} // namespace guatu::campaign
