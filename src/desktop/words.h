// SPDX-License-Identifier: MIT
#pragma once

#include "core/entity.h"
#include "core/profile.h"
#include "core/snapshot.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace guatu::desktop
{

class Texts;

// Words of the domain as message ids, for tables and cards.
[[nodiscard]] std::string_view titleOf(HouseholdClass value);
[[nodiscard]] std::string_view titleOf(Clear value);
[[nodiscard]] std::string_view titleOf(Livelihood value);
[[nodiscard]] std::string_view titleOf(HouseGrade value);
[[nodiscard]] std::string_view titleOf(Level value);
[[nodiscard]] std::string_view titleOf(EntityKind value);
[[nodiscard]] std::string_view titleOf(CriterionResult value);
/// 未出列, 已出列, ... as said of a unit of the level (counties 摘帽, households 脱贫).
[[nodiscard]] std::string_view formalTitle(FormalStatus status, Level level);
[[nodiscard]] std::string_view issuerTitle(std::string_view issuerLevel);
/// The pictogram of a class in styles/symbols.
[[nodiscard]] const char* symbolOf(HouseholdClass value);

/// 12,345
[[nodiscard]] QString number(long long value);
/// 10.41; a dash when unknown.
[[nodiscard]] QString percent(double value);
/// 2020-05-06
[[nodiscard]] QString isoDate(Date date);
/// 06-30 within the year of `today`, else with its year.
[[nodiscard]] QString shortDate(Date date, Date today);
/// 方案：楚雄州百日总攻行动 2020-03-30 至 2020-06-30
[[nodiscard]] QString schemeText(const Profile& profile, const Texts& texts);
/// 还剩 55 天, 逾期 6 天
[[nodiscard]] QString daysText(int daysLeft, const Texts& texts);

} // namespace guatu::desktop
