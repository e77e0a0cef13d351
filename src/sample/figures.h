// SPDX-License-Identifier: MIT
#pragma once

#include "sample/land.h"
#include "sample/plan.h"
#include "sample/random.h"

namespace guatu::sample
{

enum class Kind : std::uint8_t { Unexited, Exited, Monitored, Marginal, Ordinary };

inline constexpr std::int16_t noSite = -1;

struct Household {
    std::uint16_t village = 0; ///< of origin
    std::int16_t site = noSite;
    Kind kind = Kind::Ordinary;
    std::uint8_t persons = 0;
};

/// How far a village has come: decides what its households still lack.
enum class Progress2020 : std::uint8_t {
    Done,     ///< everything met
    Unproved, ///< some items not yet checked
    Behind,   ///< items unmet, problems open
};

struct VillageFigures {
    int agriPersons = 0, persons = 0, households = 0; ///< at the end of 2014
    int groups = 0;
    bool poor = false;
    Progress2020 progress = Progress2020::Done;
    std::size_t ordinary = 0; ///< ordinary households in the ledger
    const VillagePlan* plan = nullptr;
};

struct Site {
    std::string code, name;
    bool hydropower = false;
    std::size_t county = 0, host = 0; ///< host: a village
    int moved = 0, movedPersons = 0;
    Point seat{};
};

/// The numbers of the sample: who lives where, in which class.
struct Figures {
    std::vector<VillageFigures> villages{};
    std::vector<char> townPoor{};
    std::vector<Site> sites{};
    std::vector<Household> tracked{}; ///< by village of origin
};

/// Throws Error(Input) when `households` is smaller than the tracked ones.
[[nodiscard]] Figures makeFigures(const Land& land, std::size_t households, const Random& random);

} // namespace guatu::sample
