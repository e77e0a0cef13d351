// SPDX-License-Identifier: MIT
#pragma once

#include "session/trip/trip_stop_facts.h"
#include "trips/checker.h"

#include <QString>
#include <QStringList>

namespace guatu::desktop
{

class Texts;

// What a trip is called in the window.

/// 第一天
[[nodiscard]] QString tripDayTitle(std::size_t day, const Texts& texts);
/// 1 组 · 第一天, of one of Plan::days.
[[nodiscard]] QString tripRouteTitle(const trips::Problem& problem, const trips::DayPlan& day,
                                     const Texts& texts);
/// 05-11 周一
[[nodiscard]] QString tripDateText(Date date, const Texts& texts);
/// 2 小时 53 分; 57 分
[[nodiscard]] QString tripLengthText(std::int64_t seconds, const Texts& texts);
/// 75
[[nodiscard]] QString kilometresText(std::int64_t metres);
/// 08:54
[[nodiscard]] QString tripClock(trips::Seconds time);
/// 宿高桥镇; 回狮山镇
[[nodiscard]] QString nightText(const trips::Problem& problem, const trips::DayPlan& day,
                                const Texts& texts);
/// Why one goes there: 县级挂牌，未销号 7 户 23 人
[[nodiscard]] QString stopReason(const trips::Stop& stop, const session::StopFacts& facts,
                                 const Texts& texts);
/// What is open there: 住房 2 户，饮水 5 户；问题 3 件. May be empty.
[[nodiscard]] QString stopItems(const session::StopFacts& facts, const Texts& texts);
/// Who answers for it: 挂包单位 县水务局. May be empty.
[[nodiscard]] QString stopAnswers(const session::StopFacts& facts);
/// The rules that are broken on a day, or at a stop, as sentences.
[[nodiscard]] QStringList brokenOfDay(const trips::Problem& problem, const trips::Plan& plan,
                                      const std::vector<trips::Violation>& violations,
                                      std::size_t day, const Texts& texts);
[[nodiscard]] QStringList brokenOfStop(const trips::Problem& problem, const trips::Plan& plan,
                                       const std::vector<trips::Violation>& violations,
                                       std::size_t stop, const Texts& texts);

} // namespace guatu::desktop
