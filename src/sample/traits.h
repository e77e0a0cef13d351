// SPDX-License-Identifier: MIT
#pragma once

#include "sample/figures.h"

#include <optional>
#include <string_view>

namespace guatu::sample
{

/// Answers of a ledger: yes, no, or not known.
using Answer = std::optional<bool>;

enum class Schooling : std::uint8_t { InSchool, Dropout, HomeTaught, HealthExempt, Unknown };

/// What the ledger says of one household: the inputs of its criteria.
struct Traits {
    std::optional<double> incomePerHead{};
    std::string_view livelihood = "job";
    Answer livelihoodOk = true, food = true, clothing = true;
    std::string_view houseGrade = "B"; ///< empty: not known
    bool houseOccupied = true;
    Answer waterQuantity = true, waterQuality = true, waterAccess = true, waterAssurance = true;
    Answer insured = true;                     ///< of one member, where it is not true for all
    Schooling schooling = Schooling::InSchool; ///< of one child of 6 to 15, where not in school
    bool class4 = false, class4New = false, dibao = false, noLabour = false;
    std::string_view cause{}, special{};
    int exitYear = 0; ///< 0: none
    std::string_view watchedFrom{};
};

/// Draws the traits of a household: what it still lacks depends on its class and its village.
[[nodiscard]] Traits drawTraits(const Household& household, const VillageFigures& village,
                                Random random);

} // namespace guatu::sample
