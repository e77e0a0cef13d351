// SPDX-License-Identifier: MIT
#include "sample/figures.h"

#include "core/error.h"
#include "sample/apportion.h"
#include "sample/digits.h"
#include "sample/names.h"
#include "sample/plane.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace guatu::sample
{
namespace
{

const CountyPlan& planOf(const County& county)
{
    const auto found = std::ranges::find(countyPlans, county.code, &CountyPlan::code);
    if (found == countyPlans.end())
        throw inputError({"sample.unit.unknown", {{"code", county.code}}});
    return *found;
}

std::size_t indexOf(const auto& units, std::string_view code)
{
    for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i].code == code)
            return i;
    throw inputError({"sample.unit.unknown", {{"code", std::string(code)}}});
}

/// Makes the figures in steps, each exact before the next begins.
class Maker
{
public:
    Maker(const Land& land, Random random) : m_land(land), m_random(random)
    {
        m_figures.villages.resize(land.villages.size());
        m_figures.townPoor.resize(land.towns.size());
        m_remaining.resize(land.villages.size());
        for (const VillagePlan& plan : wudingVillages)
            village(plan.code).plan = &plan;
    }

    Figures make(std::size_t households)
    {
        if (households < static_cast<std::size_t>(trackedHouseholds))
            throw inputError(
                {"sample.households.few", {{"least", std::to_string(trackedHouseholds)}}});
        countPeople();
        choosePoorVillages();
        choosePoorTowns();
        for (std::size_t county = 0; county < m_land.counties.size(); ++county)
            placeRemaining(county);
        judgeVillages();
        planSites();
        placeExited();
        placeWatched(Kind::Monitored, monitoredStock, wudingMonitored);
        placeWatched(Kind::Marginal, marginalStock, wudingMarginal);
        placeOrdinary(households - static_cast<std::size_t>(trackedHouseholds));
        std::ranges::stable_sort(m_figures.tracked, {}, &Household::village);
        return std::move(m_figures);
    }

private:
    VillageFigures& village(std::string_view code)
    {
        return m_figures.villages[indexOf(m_land.villages, code)];
    }

    template <class Weight>
    std::vector<double> weightsOf(const std::vector<std::size_t>& units, Weight weight)
    {
        std::vector<double> weights;
        for (const std::size_t unit : units)
            weights.push_back(weight(unit));
        return weights;
    }

    void countPeople()
    {
        for (std::size_t c = 0; c < m_land.counties.size(); ++c) {
            const County& county = m_land.counties[c];
            int fixed = 0;
            const auto weights = weightsOf(county.villages, [&](std::size_t v) {
                if (const VillagePlan* plan = m_figures.villages[v].plan) {
                    fixed += plan->agriPersons;
                    return 0.0;
                }
                return m_random.between(0.65, 1.4) * (m_land.villages[v].urban ? 0.35 : 1);
            });
            const auto shares = apportioned(planOf(county).agriPersons - fixed, weights);
            for (std::size_t i = 0; i < county.villages.size(); ++i) {
                VillageFigures& figures = m_figures.villages[county.villages[i]];
                const bool urban = m_land.villages[county.villages[i]].urban;
                figures.agriPersons =
                    figures.plan != nullptr ? figures.plan->agriPersons : shares[i];
                figures.persons = figures.agriPersons +
                                  (urban ? m_random.within(2500, 7500) : m_random.within(0, 60));
                figures.households = static_cast<int>(figures.persons / m_random.between(3.5, 4.0));
                figures.groups =
                    urban ? m_random.within(3, 5)
                          : std::clamp(figures.agriPersons / 165 + m_random.within(-2, 2), 3, 15);
            }
        }
    }

    /// Marks `count` of the units, those with the largest lots; a lot of 0 is never drawn.
    template <class Lot, class Mark>
    void draw(const std::vector<std::size_t>& units, int count, Lot lot, Mark mark)
    {
        std::vector<std::pair<double, std::size_t>> lots;
        for (const std::size_t unit : units)
            if (const double drawn = lot(unit); drawn > 0)
                lots.emplace_back(-drawn, unit);
        std::ranges::sort(lots);
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
            mark(lots.at(i).second);
    }

    void choosePoorVillages()
    {
        std::vector<double> weights;
        for (const County& county : m_land.counties) {
            const auto rural = std::ranges::count_if(
                county.villages, [&](std::size_t v) { return !m_land.villages[v].community; });
            weights.push_back(static_cast<double>(rural) * (planOf(county).poor ? 0.8 : 0.45));
        }
        const auto shares = apportioned(poorVillages, weights);
        for (std::size_t c = 0; c < shares.size(); ++c)
            draw(
                m_land.counties[c].villages, shares[c],
                [&](std::size_t v) {
                    const double lot = m_random.between(0.01, 1);
                    return m_land.villages[v].community            ? 0
                           : m_figures.villages[v].plan != nullptr ? 2
                                                                   : lot;
                },
                [&](std::size_t v) { m_figures.villages[v].poor = true; });
    }

    void choosePoorTowns()
    {
        std::vector<double> weights;
        for (const County& county : m_land.counties)
            weights.push_back(static_cast<double>(county.towns.size()) *
                              (planOf(county).poor ? 1 : 0.2));
        const auto shares = apportioned(poorTowns, weights);
        for (std::size_t c = 0; c < shares.size(); ++c)
            draw(
                m_land.counties[c].towns, shares[c],
                [&](std::size_t t) {
                    const double lot = m_random.between(0.01, 1);
                    return m_land.towns[t].holdsCountySeat ? 0 : lot;
                },
                [&](std::size_t t) { m_figures.townPoor[t] = 1; });
    }

    void addHouseholds(std::size_t v, Kind kind, const std::vector<int>& sizes)
    {
        for (const int size : sizes)
            m_figures.tracked.push_back({.village = static_cast<std::uint16_t>(v),
                                         .kind = kind,
                                         .persons = static_cast<std::uint8_t>(size)});
        if (kind == Kind::Unexited)
            m_remaining[v] += std::accumulate(sizes.begin(), sizes.end(), 0);
    }

    /// Most persons a village may have left without being hit: under 3 %, under 50.
    int roomOf(std::size_t v) const
    {
        const int agri = m_figures.villages[v].agriPersons;
        return std::min(48, agri * 28 / 1000) - m_remaining[v];
    }

    /// Puts each household into a village that has room, most into a few villages of the list.
    void scatter(const std::vector<std::size_t>& villages, const std::vector<int>& sizes,
                 double emptyShare)
    {
        const auto weights = weightsOf(villages, [&](std::size_t v) {
            const double interest =
                m_random.between(0.3, 1) * (m_figures.villages[v].poor ? 1.6 : 0.6);
            const bool empty = m_random.chance(emptyShare) || m_figures.villages[v].plan != nullptr;
            return empty ? 0 : interest;
        });
        for (const int size : sizes) {
            const auto open = [&](double floor) {
                std::vector<double> result;
                for (std::size_t i = 0; i < villages.size(); ++i) {
                    const bool fits = m_figures.villages[villages[i]].plan == nullptr &&
                                      roomOf(villages[i]) >= size;
                    result.push_back(fits ? std::max(weights[i], floor) : 0);
                }
                return result;
            };
            auto chances = open(0);
            if (std::ranges::all_of(chances, [](double chance) { return chance == 0; }))
                chances = open(1);
            addHouseholds(villages[m_random.weighted(chances)], Kind::Unexited, {size});
        }
    }

    void placeRemaining(std::size_t c)
    {
        const County& county = m_land.counties[c];
        Count left = planOf(county).remaining;
        for (const std::size_t v : county.villages)
            if (const VillagePlan* plan = m_figures.villages[v].plan) {
                addHouseholds(
                    v, Kind::Unexited,
                    householdSizes(plan->remaining.households, plan->remaining.persons, m_random));
                left.households -= plan->remaining.households;
                left.persons -= plan->remaining.persons;
            }
        auto sizes = householdSizes(left.households, left.persons, m_random);
        if (county.code != wuding) {
            scatter(county.villages, sizes, 0.5);
            return;
        }
        for (const TownPlan& plan : wudingTowns) {
            const Town& town = m_land.towns[indexOf(m_land.towns, plan.code)];
            int persons = 0;
            for (const std::size_t v : town.villages)
                persons += m_remaining[v];
            std::vector<int> mine;
            while (!sizes.empty() &&
                   (persons < plan.remainingPersons || &plan == &wudingTowns.back())) {
                persons += sizes.back();
                mine.push_back(sizes.back());
                sizes.pop_back();
            }
            scatter(town.villages, mine, 0.3);
        }
    }

    /// Some townships are nearly through, others behind in many villages.
    void judgeVillages()
    {
        std::vector<double> lag;
        for (std::size_t t = 0; t < m_land.towns.size(); ++t)
            lag.push_back(m_random.chance(0.4) ? -0.5 : 0.1);
        for (std::size_t v = 0; v < m_figures.villages.size(); ++v) {
            const double lot = m_random.unit() + lag[m_land.villages[v].town] -
                               (m_remaining[v] == 0 ? 0.25 : 0) + (m_remaining[v] > 30 ? 0.2 : 0);
            VillageFigures& figures = m_figures.villages[v];
            figures.progress = lot < 0.55  ? Progress2020::Done
                               : lot < 0.7 ? Progress2020::Unproved
                                           : Progress2020::Behind;
            if (figures.plan != nullptr && figures.plan->hit)
                figures.progress = Progress2020::Behind;
        }
    }

    /// How many registered households a village is likely to have had.
    double registeredWeight(std::size_t v) const
    {
        const VillageFigures& figures = m_figures.villages[v];
        const bool poorCounty = planOf(m_land.counties[m_land.villages[v].county]).poor;
        const double share = figures.poor ? 0.3 : poorCounty ? 0.13 : 0.07;
        return figures.agriPersons * share * (m_land.villages[v].urban ? 0.3 : 1);
    }

    std::size_t villageAtSeat(const Town& town) const;
    void planSites();
    void placeExited();
    void placeWatched(Kind kind, Count all, Count inWuding);
    void placeByWeight(Kind kind, const std::vector<std::size_t>& villages,
                       const std::vector<int>& sizes, const std::vector<int>& least);
    void placeOrdinary(std::size_t count);
    std::vector<std::size_t> allVillages(bool inWuding, bool elsewhere) const;

    const Land& m_land;
    Random m_random;
    Figures m_figures{};
    std::vector<int> m_remaining{}; ///< persons by village
};

std::vector<std::size_t> Maker::allVillages(bool inWuding, bool elsewhere) const
{
    std::vector<std::size_t> result;
    for (std::size_t v = 0; v < m_land.villages.size(); ++v)
        if (m_land.counties[m_land.villages[v].county].code == wuding ? inWuding : elsewhere)
            result.push_back(v);
    return result;
}

/// The village, not a community of a county seat, that stands nearest to the township's seat.
std::size_t Maker::villageAtSeat(const Town& town) const
{
    return *std::ranges::min_element(town.villages, {}, [&](std::size_t v) {
        const Village& village = m_land.villages[v];
        return std::pair(village.urban, distance(village.seat, town.seat));
    });
}

/// Names the sites and their hosts, and how many households moved to each.
void Maker::planSites()
{
    for (std::size_t c = 0; c < m_land.counties.size(); ++c) {
        const County& county = m_land.counties[c];
        const bool here = county.code == wuding;
        std::vector<std::size_t> hosts; // township seats first, then other villages
        for (const std::size_t t : county.towns)
            hosts.push_back(villageAtSeat(m_land.towns[t]));
        for (const std::size_t t : county.towns)
            for (std::size_t i = 0; i < m_land.towns[t].villages.size(); i += 3)
                if (std::ranges::find(hosts, m_land.towns[t].villages[i]) == hosts.end())
                    hosts.push_back(m_land.towns[t].villages[i]);
        std::vector<int> sizes;
        if (here) {
            sizes.push_back(hongtutian.households);
            std::erase(hosts, indexOf(m_land.villages, hongtutianHost));
            hosts.insert(hosts.begin(), indexOf(m_land.villages, hongtutianHost));
            sizes.insert(sizes.end(), wudingLargeSites.begin(), wudingLargeSites.end());
        }
        std::vector<double> weights;
        while (weights.size() + sizes.size() < static_cast<std::size_t>(planOf(county).sites))
            weights.push_back(m_random.between(0.5, 1.6));
        const int rest =
            here ? wudingRelocated.households - std::accumulate(sizes.begin(), sizes.end(), 0)
                 : static_cast<int>(weights.size()) * 44;
        for (const int size : apportioned(rest, weights))
            sizes.push_back(size);
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const Village& host = m_land.villages[hosts.at(i)];
            const std::string& town = m_land.towns[host.town].name;
            const bool atTown = i < county.towns.size() && !(here && i == 0);
            const std::string name = atTown ? stem(town) + "集镇" : stem(host.name);
            m_figures.sites.push_back({.code = "S" + county.code.substr(0, 6) + digits(i + 1, 2),
                                       .name = name + "安置点",
                                       .county = c,
                                       .host = hosts[i],
                                       .moved = sizes[i]});
        }
        if (here)
            m_figures.sites.push_back({.code = "W" + county.code.substr(0, 6) + "01",
                                       .name = "西河安置点",
                                       .hydropower = true,
                                       .county = c,
                                       .host = indexOf(m_land.villages, xiheHost),
                                       .moved = xihe.households,
                                       .movedPersons = xihe.persons});
    }
}

void Maker::placeByWeight(Kind kind, const std::vector<std::size_t>& villages,
                          const std::vector<int>& sizes, const std::vector<int>& least)
{
    const auto weights = weightsOf(villages, [&](std::size_t v) { return registeredWeight(v); });
    const auto shares = apportioned(static_cast<int>(sizes.size()), weights, least);
    auto next = sizes.begin();
    for (std::size_t i = 0; i < villages.size(); ++i) {
        addHouseholds(villages[i], kind, {next, next + shares[i]});
        next += shares[i];
    }
}

/// Exited households: first those who moved to a site, then those at home, so that every hamlet
/// can hold one.
void Maker::placeExited()
{
    const Count all{registeredStock.households - remainingStock.households -
                        monitoredStock.households,
                    registeredStock.persons - remainingStock.persons - monitoredStock.persons};
    auto red = householdSizes(hongtutian.households, hongtutian.persons, m_random);
    const auto others = householdSizes(wudingRelocated.households - hongtutian.households,
                                       wudingRelocated.persons - hongtutian.persons, m_random);
    red.insert(red.end(), others.begin(), others.end());
    auto home = householdSizes(all.households - wudingRelocated.households,
                               all.persons - wudingRelocated.persons, m_random);
    std::size_t nextInWuding = 0;
    for (std::size_t s = 0; s < m_figures.sites.size(); ++s) {
        Site& site = m_figures.sites[s];
        const County& county = m_land.counties[site.county];
        const auto weights = weightsOf(county.villages, [&](std::size_t v) {
            return v == site.host || m_land.villages[v].urban ? 0 : registeredWeight(v);
        });
        // Of a hydropower site the ledger holds only those who were registered poor.
        for (int i = 0; i < (site.hydropower ? xiheRegistered : site.moved); ++i) {
            int size = 0;
            if (county.code == wuding && !site.hydropower) {
                size = red[nextInWuding++];
            } else {
                size = home.back();
                home.pop_back();
            }
            if (!site.hydropower)
                site.movedPersons += size;
            addHouseholds(county.villages[m_random.weighted(weights)], Kind::Exited, {size});
            m_figures.tracked.back().site = static_cast<std::int16_t>(s);
        }
    }
    std::vector<int> least;
    for (const VillageFigures& figures : m_figures.villages)
        least.push_back(figures.groups + 2);
    placeByWeight(Kind::Exited, allVillages(true, true), home, least);
}

void Maker::placeWatched(Kind kind, Count all, Count inWuding)
{
    placeByWeight(kind, allVillages(true, false),
                  householdSizes(inWuding.households, inWuding.persons, m_random), {});
    placeByWeight(kind, allVillages(false, true),
                  householdSizes(all.households - inWuding.households,
                                 all.persons - inWuding.persons, m_random),
                  {});
}

void Maker::placeOrdinary(std::size_t count)
{
    const auto weights = weightsOf(allVillages(true, true), [&](std::size_t v) {
        return static_cast<double>(m_figures.villages[v].agriPersons);
    });
    const auto shares = apportioned(static_cast<int>(count), weights);
    for (std::size_t v = 0; v < shares.size(); ++v)
        m_figures.villages[v].ordinary = static_cast<std::size_t>(shares[v]);
}

} // namespace

Figures makeFigures(const Land& land, std::size_t households, const Random& random)
{
    return Maker(land, random).make(households);
}

} // namespace guatu::sample
