// SPDX-License-Identifier: MIT
#include "sample/ledger.h"

#include "core/polygon.h"
#include "sample/digits.h"
#include "sample/plane.h"

#include <algorithm>

namespace guatu::sample
{
namespace
{

bool isFocus(Kind kind)
{
    return kind == Kind::Unexited || kind == Kind::Monitored || kind == Kind::Marginal;
}

} // namespace

Ledgers::Ledgers(const World& world)
    : m_world(world),
      m_firstTracked(world.land.villages.size() + 1),
      m_firstSerial(world.land.villages.size()),
      m_siteHouses(world.figures.sites.size()),
      m_houseAtSite(world.figures.tracked.size()),
      m_unlocated(world.figures.tracked.size())
{
    const auto& tracked = world.figures.tracked;
    for (const Household& household : tracked)
        ++m_firstTracked[household.village + std::size_t{1}];
    for (std::size_t v = 0; v + 1 < m_firstTracked.size(); ++v)
        m_firstTracked[v + 1] += m_firstTracked[v];
    std::uint64_t serial = 0;
    for (std::size_t v = 0; v < m_firstSerial.size(); ++v) {
        m_firstSerial[v] = serial;
        serial += m_firstTracked[v + 1] - m_firstTracked[v] + world.figures.villages[v].ordinary;
    }
    std::vector<std::size_t> atSite(world.figures.sites.size());
    std::vector<std::size_t> focus;
    for (std::size_t i = 0; i < tracked.size(); ++i) {
        if (tracked[i].site != noSite)
            m_houseAtSite[i] = atSite[static_cast<std::size_t>(tracked[i].site)]++;
        if (isFocus(tracked[i].kind) &&
            world.land.villages[tracked[i].village].code.starts_with(wuding.substr(0, 6)))
            focus.push_back(i);
    }
    for (std::size_t s = 0; s < atSite.size(); ++s)
        m_siteHouses[s] = housePlaces(world.terrain, world.figures.sites[s].seat, atSite[s],
                                      {16, 26}, world.random.fork(40, s));
    Random random = world.random.fork(41);
    random.shuffle(focus);
    for (std::size_t i = 0; i < static_cast<std::size_t>(wudingUnlocated); ++i)
        m_unlocated[focus[i]] = 1;
}

std::vector<LedgerEntry> Ledgers::ofVillage(std::size_t village, bool withPlaces) const
{
    const std::size_t first = m_firstTracked[village];
    const std::size_t tracked = m_firstTracked[village + 1] - first;
    const Random random = m_world.random.fork(42, village);
    std::vector<LedgerEntry> entries(tracked + m_world.figures.villages[village].ordinary);
    Random sizes = random.fork(1);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Household& household = entries[i].household;
        household = i < tracked
                        ? m_world.figures.tracked[first + i]
                        : Household{.village = static_cast<std::uint16_t>(village),
                                    .persons = static_cast<std::uint8_t>(sizes.within(2, 6))};
        if (i < tracked)
            entries[i].tracked = first + i;
        entries[i].serial = i; // where it came from, until numbers are given
    }
    Random order = random.fork(2);
    order.shuffle(entries);
    assignHamlets(village, entries, random.fork(3));
    if (withPlaces)
        locate(village, entries, random.fork(4));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].code = m_world.land.villages[village].code + digits(i + 1, 4);
        entries[i].serial = m_firstSerial[village] + i;
    }
    return entries;
}

/// Every hamlet gets an exited household first, so that none is empty; the others fall by lot.
void Ledgers::assignHamlets(std::size_t village, std::vector<LedgerEntry>& entries,
                            Random random) const
{
    const std::size_t first = m_world.firstHamlet[village];
    const std::size_t count = m_world.firstHamlet[village + 1] - first;
    std::vector<double> weights;
    for (std::size_t i = 0; i < count; ++i)
        weights.push_back(random.between(0.4, 1.6));
    std::size_t next = 0;
    for (LedgerEntry& entry : entries) {
        if (entry.household.site != noSite)
            continue;
        const bool fillsEmpty = entry.household.kind == Kind::Exited && next < count;
        entry.hamlet = first + (fillsEmpty ? next++ : random.weighted(weights));
    }
}

Location Ledgers::drawLocation(std::size_t village, const Household& household,
                               Random& random) const
{
    const double lot = random.unit();
    if (m_world.land.villages[village].code.starts_with(wuding.substr(0, 6)) &&
        household.kind != Kind::Ordinary)
        return lot < 0.02 ? Location::AtSeat
                          : Location::Surveyed; // the missing ones are drawn by number
    return lot < 0.01     ? Location::Missing
           : lot < 0.03   ? Location::AtSeat
           : lot < 0.0304 ? Location::OutsideVillage
                          : Location::Surveyed;
}

void Ledgers::locate(std::size_t village, std::vector<LedgerEntry>& entries, Random random) const
{
    const Areas& areas = m_world.areas;
    const std::size_t firstTracked = m_firstTracked[village];
    const std::size_t tracked = m_firstTracked[village + 1] - firstTracked;
    const std::size_t first = m_world.firstHamlet[village];
    const std::size_t hamlets = m_world.firstHamlet[village + 1] - first;
    std::vector<std::size_t> count(hamlets);
    for (const LedgerEntry& entry : entries)
        if (entry.hamlet != noHamlet)
            ++count[entry.hamlet - first];
    std::vector<std::vector<Point>> houses;
    for (std::size_t i = 0; i < hamlets; ++i) {
        houses.push_back(housePlaces(m_world.terrain, m_world.hamlets[first + i].seat, count[i], {},
                                     random.fork(5, i)));
        random.shuffle(houses.back());
    }
    for (LedgerEntry& entry : entries) {
        const bool moved = entry.household.site != noSite;
        const auto site = static_cast<std::size_t>(entry.household.site);
        const std::size_t home = moved ? m_world.figures.sites[site].host : village;
        const Point seat =
            moved ? m_world.figures.sites[site].seat : m_world.hamlets[entry.hamlet].seat;
        entry.located = drawLocation(village, entry.household, random);
        if (entry.serial < tracked && m_unlocated[firstTracked + entry.serial] != 0)
            entry.located = Location::Missing;
        if (moved) {
            entry.located = Location::Surveyed;
            entry.place = m_siteHouses[site][m_houseAtSite[firstTracked + entry.serial]];
        } else {
            auto& places = houses[entry.hamlet - first];
            entry.place = places.back();
            places.pop_back();
        }
        if (entry.located == Location::AtSeat)
            entry.place = seat;
        // A house that would stand beyond the village's line moves towards its hamlet.
        for (int i = 0; i < 6 && !contains(areas.villages, home, rounded(toLonLat(entry.place)));
             ++i)
            entry.place = i == 5
                              ? m_world.land.villages[home].seat
                              : Point{(entry.place.x + seat.x) / 2, (entry.place.y + seat.y) / 2};
        if (entry.located == Location::OutsideVillage)
            do
                entry.place = {entry.place.x + random.between(-4000, 4000),
                               entry.place.y + random.between(-4000, 4000)};
            while (contains(areas.villages, home, rounded(toLonLat(entry.place))));
        if (entry.located == Location::Missing)
            entry.place = {};
    }
}

Traits Ledgers::traits(const LedgerEntry& entry) const
{
    return drawTraits(entry.household, m_world.figures.villages[entry.household.village],
                      m_world.random.fork(43, entry.serial));
}

} // namespace guatu::sample
