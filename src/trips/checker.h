// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "trips/plan.h"

namespace guatu::trips
{

/// What a plan can break.
enum class Rule : std::uint8_t {
    DayList,      ///< one day for each day of each team, in order
    StopTwice,    ///< no stop more than once
    StopMissing,  ///< every stop is in the plan or has a reason
    StopDone,     ///< not again what is visited already
    MustNot,      ///< not what must not be visited
    OffNetwork,   ///< no stop without a road
    NoRoad,       ///< a road from each place to the next
    Drive,        ///< driving as in the matrix
    Times,        ///< times add up
    Begin,        ///< not out before the day begins
    End,          ///< back before it ends
    Window,       ///< visits begin while the stop is open
    Closed,       ///< not on a day when it is closed
    Lunch,        ///< lunch within its hours, and long enough
    Driving,      ///< no more driving than allowed
    Skill,        ///< the team has the skills
    People,       ///< and the people
    Load,         ///< the car carries the load
    OrderMissing, ///< what must come first is visited
    Order,        ///< and early enough
    StartBase,    ///< first morning and last evening at the team's bases
    EndBase,
    NightBase, ///< nights where the team may sleep
    NightGap,  ///< mornings where it slept
    NightFull, ///< no more teams in a night than the base takes
    Slack,     ///< the slack that is said is there
};

/// A rule that is broken, where, and by how much.
struct Violation {
    Rule rule = Rule::Times;
    std::optional<std::size_t> day{};   ///< of Plan::days
    std::optional<std::size_t> stop{};  ///< of Problem::stops
    std::optional<std::size_t> other{}; ///< the stop that must come first
    std::int64_t by = 0;                ///< seconds, or how many too few or too many
    friend bool operator==(const Violation&, const Violation&) = default;
};

/// All that is wrong with a plan, ours or one that was edited. It shares no code with what makes
/// plans, so that one finds the faults of the other.
[[nodiscard]] std::vector<Violation> violationsOf(const Problem& problem, const Plan& plan);

/// day_list stop_twice ...
[[nodiscard]] std::string_view toString(Rule rule);

/// The violation as a sentence.
[[nodiscard]] Message violationText(const Problem& problem, const Plan& plan,
                                    const Violation& violation);

} // namespace guatu::trips
