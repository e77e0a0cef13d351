// SPDX-License-Identifier: MIT
#pragma once

#include "session/trip/trip_request.h"

#include <string>
#include <string_view>
#include <vector>

namespace guatu::session
{

/// "08:30" in seconds after midnight, up to 24:00. Throws Error(Input).
[[nodiscard]] trips::Seconds clockOf(std::string_view text);

/// "11:30-13:30". Throws Error(Input).
[[nodiscard]] trips::Window spanOf(std::string_view text);

/// Words between commas, those of Chinese writing too, without blanks around them.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view list);

/// What a planner may ask for one target, team or day. How each is written:
enum class TripCondition {
    Must,    ///< 小河村委会
    MustNot, ///< 小河村委会
    Pin,     ///< 小河村委会=2020-05-12T08:00-12:00, or a day without hours
    Hours,   ///< 小河村委会=08:00-09:30,14:00-17:00
    Closed,  ///< 小河村委会=2020-05-12,2020-05-13
    Needs,   ///< 小河村委会=医生,2 : skills, and how many people
    Before,  ///< 甲=乙 : 甲 before 乙; 甲=乙+1 : at least a day before
    Revisit, ///< 甲+2 : once more at least two days later; one without a number
    Skills,  ///< 1=医生,住建员 : what team 1 has
    Crew, ///< 2=vehicle:four_by_four,people:3,seats:5,base:高桥镇,hours:09:00-17:00,off:2020-05-12
    DayHours ///< 2020-05-13=08:00-15:00 : of all teams
};

/// Throws Error(Input) that says what is written wrong.
void addCondition(TripRequest& request, TripCondition condition, const std::string& text);

/// The word of a condition in the language, as lines of addConditions begin.
[[nodiscard]] LocalText conditionWord(TripCondition condition);
/// How one is written: 小河村委会=2020-05-12T08:00-12:00
[[nodiscard]] LocalText conditionExample(TripCondition condition);
[[nodiscard]] const std::vector<TripCondition>& tripConditions();

/// Lines, each a word of a condition, a blank, and what is asked: `定时 小河村委会=2020-05-12`.
/// Empty lines mean nothing. Throws Error(Input) naming the line.
void addConditions(TripRequest& request, const std::string& lines);

} // namespace guatu::session
