// SPDX-License-Identifier: MIT
#pragma once

#include "sample/traits.h"
#include "sample/world.h"

namespace guatu::sample
{

inline constexpr std::size_t noHamlet = static_cast<std::size_t>(-1);
inline constexpr std::size_t notTracked = static_cast<std::size_t>(-1);

enum class Location : std::uint8_t { Surveyed, AtSeat, OutsideVillage, Missing };

/// One household as it stands in the ledger of its village of origin.
struct LedgerEntry {
    Household household{};
    std::size_t hamlet = noHamlet; ///< none for those who moved to a site
    std::string code;
    std::uint64_t serial = 0;         ///< among all households
    std::size_t tracked = notTracked; ///< among the tracked ones
    Location located = Location::Surveyed;
    Point place{};
};

/// The ledgers of all villages, made village by village so that they never stand in memory at once.
class Ledgers
{
public:
    explicit Ledgers(const World& world);

    /// The households of one village by code. Places only when asked for: they cost most.
    [[nodiscard]] std::vector<LedgerEntry> ofVillage(std::size_t village, bool withPlaces) const;

    [[nodiscard]] Traits traits(const LedgerEntry& entry) const;

private:
    void assignHamlets(std::size_t village, std::vector<LedgerEntry>& entries, Random random) const;
    void locate(std::size_t village, std::vector<LedgerEntry>& entries, Random random) const;
    [[nodiscard]] Location drawLocation(std::size_t village, const Household& household,
                                        Random& random) const;

    const World& m_world;
    std::vector<std::size_t> m_firstTracked;  ///< of each village, plus the end
    std::vector<std::uint64_t> m_firstSerial; ///< of each village
    std::vector<std::vector<Point>> m_siteHouses;
    std::vector<std::size_t> m_houseAtSite; ///< of each tracked household, among its site's
    std::vector<char> m_unlocated;          ///< tracked households of Wuding without a place
};

} // namespace guatu::sample
