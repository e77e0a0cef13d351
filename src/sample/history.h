// SPDX-License-Identifier: MIT
#pragma once

#include "sample/ledger.h"

#include <array>

namespace guatu::sample
{

/// The days the sample's households are dated: the start of the campaign and three Fridays.
inline constexpr std::array<std::string_view, 4> sampleDays{"2020-03-30", "2020-04-03",
                                                            "2020-04-10", "2020-04-17"};

/// What happened to a household in the weeks up to the plan's date.
enum class Turn : std::uint8_t {
    None,
    Cleared,  ///< what it lacked was met, or checked
    FellBack, ///< something that was met is met no more
    Returned, ///< back in poverty 返贫
    Moved,    ///< moved into its relocation site
};

struct Past {
    Turn turn = Turn::None;
    std::size_t day = 0; ///< of the turn, in sampleDays; not the first
    int item = 0;        ///< what was lacking
};

inline constexpr int returnedHouseholds = 6;
inline constexpr int movedHouseholds = 72;
inline constexpr int signedVillages = 24;

/// The past of every household and the part of the closure chain that is signed, by lot.
class Histories
{
public:
    explicit Histories(const World& world);

    [[nodiscard]] Past of(const LedgerEntry& entry, const Traits& now) const;
    /// Villages that are done, visited and signed throughout; nothing turns there.
    [[nodiscard]] bool isSigned(std::size_t village) const { return m_signed[village] != 0; }

private:
    const World& m_world;
    std::vector<Past> m_drawn; ///< of each tracked household: returned or moved
    std::vector<char> m_signed;
};

/// The traits a household had before its turn.
[[nodiscard]] Traits traitsBefore(const Past& past, const Traits& now);

/// Whether anything is unmet, and whether anything is not known.
[[nodiscard]] bool hasUnmet(const Traits& traits);
[[nodiscard]] bool hasUnknown(const Traits& traits);

} // namespace guatu::sample
