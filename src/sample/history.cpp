// SPDX-License-Identifier: MIT
#include "sample/history.h"

#include <algorithm>

namespace guatu::sample
{
namespace
{

constexpr double povertyLine = 4000; // CNY a year and head

std::size_t drawDay(Random& random, std::size_t first)
{
    static constexpr std::array weights{0.0, 0.25, 0.35, 0.4};
    std::array<double, 4> chosen{};
    for (std::size_t day = first; day < weights.size(); ++day)
        chosen[day] = weights[day];
    return random.weighted(chosen);
}

/// Items that can have been lacking: water, house, income, livelihood, and one not yet checked.
constexpr int itemCount = 5;

} // namespace

bool hasUnmet(const Traits& traits)
{
    for (const Answer& answer :
         {traits.livelihoodOk, traits.food, traits.clothing, traits.waterQuantity,
          traits.waterQuality, traits.waterAccess, traits.waterAssurance, traits.insured})
        if (answer == false)
            return true;
    return traits.houseGrade == "C" || traits.houseGrade == "D" ||
           (traits.incomePerHead && *traits.incomePerHead < povertyLine) ||
           traits.schooling == Schooling::Dropout;
}

bool hasUnknown(const Traits& traits)
{
    for (const Answer& answer :
         {traits.livelihoodOk, traits.food, traits.clothing, traits.waterQuantity,
          traits.waterQuality, traits.waterAccess, traits.waterAssurance, traits.insured})
        if (!answer)
            return true;
    return traits.houseGrade.empty() || !traits.incomePerHead ||
           traits.schooling == Schooling::Unknown;
}

Histories::Histories(const World& world)
    : m_world(world), m_drawn(world.figures.tracked.size()), m_signed(world.land.villages.size())
{
    std::vector<std::size_t> poor;
    std::vector<std::size_t> atSites;
    const auto& tracked = world.figures.tracked;
    for (std::size_t i = 0; i < tracked.size(); ++i) {
        const auto& village = world.figures.villages[tracked[i].village];
        if (tracked[i].kind == Kind::Unexited && tracked[i].site == noSite &&
            village.progress == Progress2020::Behind && village.plan == nullptr)
            poor.push_back(i);
        if (tracked[i].kind == Kind::Exited && tracked[i].site != noSite)
            atSites.push_back(i);
    }
    Random random = world.random.fork(110);
    random.shuffle(poor);
    random.shuffle(atSites);
    for (std::size_t i = 0; i < std::size_t{returnedHouseholds}; ++i)
        m_drawn[poor[i]] = {Turn::Returned, 1 + i % 3};
    for (std::size_t i = 0; i < std::size_t{movedHouseholds}; ++i)
        m_drawn[atSites[i]] = {Turn::Moved, 1 + i % 2};

    std::vector<char> host(m_signed.size()); // who moved in there is counted there
    for (const Site& site : world.figures.sites)
        host[site.host] = 1;
    std::vector<std::size_t> done;
    for (std::size_t v = 0; v < m_signed.size(); ++v)
        if (world.figures.villages[v].progress == Progress2020::Done &&
            world.figures.villages[v].plan == nullptr && host[v] == 0)
            done.push_back(v);
    random.shuffle(done);
    for (std::size_t i = 0; i < std::min(done.size(), std::size_t{signedVillages}); ++i)
        m_signed[done[i]] = 1;
}

Past Histories::of(const LedgerEntry& entry, const Traits& now) const
{
    if (entry.tracked == notTracked)
        return {};
    if (m_drawn[entry.tracked].turn != Turn::None)
        return m_drawn[entry.tracked];
    if (isSigned(entry.household.village) || entry.household.site != noSite)
        return {};
    Random random = m_world.random.fork(111, entry.serial);
    const Kind kind = entry.household.kind;
    if (hasUnmet(now)) {
        const Past past{Turn::FellBack, drawDay(random, 2)};
        const Traits before = traitsBefore(past, now);
        const bool wasCleared = !hasUnmet(before) && !hasUnknown(before);
        return wasCleared && random.chance(0.1) ? past : Past{};
    }
    const double chance = kind == Kind::Unexited ? 0.3 : kind == Kind::Exited ? 0.003 : 0.02;
    if (hasUnknown(now) || !random.chance(chance))
        return {};
    return {Turn::Cleared, drawDay(random, 1), random.within(0, itemCount - 1)};
}

Traits traitsBefore(const Past& past, const Traits& now)
{
    Traits before = now;
    if (past.turn == Turn::FellBack) {
        before.waterAccess = before.waterAssurance = before.livelihoodOk = true;
        return before;
    }
    if (past.turn != Turn::Cleared)
        return before;
    switch (past.item) {
    case 0:
        before.waterAccess = false;
        break;
    case 1:
        before.houseGrade = "C";
        break;
    case 2:
        before.incomePerHead = 3600;
        break;
    case 3:
        before.livelihoodOk = false;
        break;
    default:
        before.waterQuality = std::nullopt;
    }
    return before;
}

} // namespace guatu::sample
