// SPDX-License-Identifier: MIT
#include "core/status.h"

#include <algorithm>
#include <array>

namespace guatu
{
namespace
{

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 3> flags{"unknown", "no", "yes"};
constexpr std::array<std::string_view, 4> resultWords{"met", "unmet", "unknown", "exempt"};
constexpr std::array<std::string_view, 5> formals{"unknown", "unexited", "returned", "exited",
                                                  "never_registered"};
constexpr std::array<std::string_view, 5> watches{"unknown", "none", "monitored", "marginal",
                                                  "sudden"};
constexpr std::array<std::string_view, 8> classes{"unknown",   "unexited", "returned", "exited",
                                                  "monitored", "marginal", "sudden",   "ordinary"};
constexpr std::array<std::string_view, 4> clears{"cleared", "uncleared", "unknown", "out_of_scope"};

template <class Enum>
std::string_view word(Words words, Enum value)
{
    return words[static_cast<std::size_t>(value)];
}

template <class Enum>
std::optional<Enum> find(Words words, std::string_view text)
{
    const auto found = std::ranges::find(words, text);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

/// The first of `order` that is among the results; exempt when there are only exempt ones.
CriterionResult strongest(std::span<const CriterionResult> results,
                          std::array<CriterionResult, 3> order)
{
    if (results.empty())
        return CriterionResult::Unknown;
    for (const CriterionResult candidate : order)
        if (std::ranges::find(results, candidate) != results.end())
            return candidate;
    return CriterionResult::Exempt;
}

} // namespace

CriterionResult allOf(std::span<const CriterionResult> results)
{
    using enum CriterionResult;
    return strongest(results, {Unmet, Unknown, Met});
}

CriterionResult anyOf(std::span<const CriterionResult> results)
{
    using enum CriterionResult;
    return strongest(results, {Met, Unknown, Unmet});
}

HouseholdClass householdClass(FormalStatus formal, Watch watch)
{
    if (watch == Watch::Sudden)
        return HouseholdClass::Sudden;
    switch (formal) {
    case FormalStatus::Unknown:
        return HouseholdClass::Unknown;
    case FormalStatus::Unexited:
        return HouseholdClass::Unexited;
    case FormalStatus::Returned:
        return HouseholdClass::Returned;
    case FormalStatus::Exited:
        return watch == Watch::Monitored ? HouseholdClass::Monitored : HouseholdClass::Exited;
    case FormalStatus::NeverRegistered:
        return watch == Watch::Marginal ? HouseholdClass::Marginal : HouseholdClass::Ordinary;
    }
    return HouseholdClass::Unknown;
}

std::string_view toString(Flag value)
{
    return word(flags, value);
}
std::string_view toString(CriterionResult value)
{
    return word(resultWords, value);
}
std::string_view toString(FormalStatus value)
{
    return word(formals, value);
}
std::string_view toString(Watch value)
{
    return word(watches, value);
}
std::string_view toString(HouseholdClass value)
{
    return word(classes, value);
}
std::string_view toString(Clear value)
{
    return word(clears, value);
}

std::optional<CriterionResult> criterionResultFromString(std::string_view text)
{
    return find<CriterionResult>(resultWords, text);
}

std::optional<FormalStatus> formalStatusFromString(std::string_view text)
{
    return find<FormalStatus>(formals, text);
}

std::optional<Watch> watchFromString(std::string_view text)
{
    return find<Watch>(watches, text);
}

} // namespace guatu
