// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace guatu
{

/// A flag as ledgers hold it. A missing answer is neither yes nor no.
enum class Flag : std::uint8_t { Unknown, No, Yes };

/// Four-valued result of a criterion on one subject (domain rule: missing is never a pass).
enum class CriterionResult : std::uint8_t { Met, Unmet, Unknown, Exempt };

/// ALL: unmet if any is unmet, else unknown if any is unknown, else met; exempt is neutral and
/// all exempt is exempt. Nothing at all is unknown.
[[nodiscard]] CriterionResult allOf(std::span<const CriterionResult> results);

/// ANY: met if any is met, else unknown if any is unknown, else unmet if any is unmet; all
/// exempt is exempt. Nothing at all is unknown.
[[nodiscard]] CriterionResult anyOf(std::span<const CriterionResult> results);

/// The formal status (脱贫属性) as imported; criteria never change it.
enum class FormalStatus : std::uint8_t { Unknown, Unexited, Returned, Exited, NeverRegistered };

enum class Watch : std::uint8_t { Unknown, None, Monitored, Marginal, Sudden };

/// Household class, derived from (formal status, watch). Classes are disjoint.
enum class HouseholdClass : std::uint8_t {
    Unknown,
    Unexited,  ///< 未脱贫户
    Returned,  ///< 返贫户
    Exited,    ///< 已脱贫户
    Monitored, ///< 脱贫监测户: exited and monitored
    Marginal,  ///< 边缘户: never registered and marginal
    Sudden,    ///< 突发严重困难户: any and sudden
    Ordinary,  ///< 一般农户
};
[[nodiscard]] HouseholdClass householdClass(FormalStatus formal, Watch watch);

/// Closure 销号 of a household or unit.
enum class Clear : std::uint8_t { Cleared, Uncleared, Unknown, OutOfScope };

// The words used in files and filters, and back. An unknown word is null.
[[nodiscard]] std::string_view toString(Flag value);            // unknown no yes
[[nodiscard]] std::string_view toString(CriterionResult value); // met unmet unknown exempt
[[nodiscard]] std::string_view
toString(FormalStatus value); // unknown unexited returned exited never_registered
[[nodiscard]] std::string_view toString(Watch value); // unknown none monitored marginal sudden
[[nodiscard]] std::string_view toString(HouseholdClass value); // unknown unexited ... ordinary
[[nodiscard]] std::string_view toString(Clear value); // cleared uncleared unknown out_of_scope
[[nodiscard]] std::optional<CriterionResult> criterionResultFromString(std::string_view text);
[[nodiscard]] std::optional<FormalStatus> formalStatusFromString(std::string_view text);
[[nodiscard]] std::optional<Watch> watchFromString(std::string_view text);

} // namespace guatu
