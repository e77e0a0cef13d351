// SPDX-License-Identifier: MIT
#include "sample/traits.h"

#include <array>
#include <cmath>

namespace guatu::sample
{
namespace
{

/// How likely a household of the class still has something unmet, or only something unknown.
struct Chances {
    double unmet = 0, unknown = 0;
};

Chances chancesOf(Kind kind, Progress2020 progress)
{
    if (progress == Progress2020::Done || kind == Kind::Ordinary)
        return {};
    const bool behind = progress == Progress2020::Behind;
    switch (kind) {
    case Kind::Unexited:
        return behind ? Chances{0.52, 0.2} : Chances{0, 0.5};
    case Kind::Monitored:
    case Kind::Marginal:
        return behind ? Chances{0.06, 0.08} : Chances{0, 0.07};
    default:
        return behind ? Chances{0.008, 0.03} : Chances{0, 0.02};
    }
}

void lack(Traits& traits, const Household& household, Random& random)
{
    static constexpr std::array weights{0.25, 0.2, 0.2, 0.17, 0.07, 0.09, 0.02};
    switch (random.weighted(weights)) {
    case 0:
        (random.chance(0.6)   ? traits.waterAccess
         : random.chance(0.5) ? traits.waterAssurance
                              : traits.waterQuality) = false;
        break;
    case 1:
        traits.houseGrade = random.chance(0.7) ? "C" : "D";
        traits.class4New = random.chance(0.4);
        break;
    case 2:
        traits.incomePerHead = std::floor(random.between(2600, 3990));
        break;
    case 3:
        traits.livelihoodOk = false;
        break;
    case 4:
        if (household.persons >= 3) {
            traits.schooling = Schooling::Dropout;
            break;
        }
        [[fallthrough]];
    case 5:
        traits.insured = false;
        break;
    default:
        traits.clothing = false;
    }
}

void forget(Traits& traits, const Household& household, Random& random)
{
    static constexpr std::array weights{0.32, 0.2, 0.18, 0.16, 0.08, 0.06};
    switch (random.weighted(weights)) {
    case 0:
        (random.chance(0.7) ? traits.waterQuality : traits.waterAssurance) = std::nullopt;
        break;
    case 1:
        traits.livelihoodOk = std::nullopt;
        break;
    case 2:
        traits.insured = std::nullopt;
        break;
    case 3:
        traits.incomePerHead = std::nullopt;
        break;
    case 4:
        if (household.persons >= 3) {
            traits.schooling = Schooling::Unknown;
            break;
        }
        [[fallthrough]];
    default:
        traits.houseGrade = {};
    }
}

/// What the ledger holds of everybody, before anything is lacking.
Traits complete(const Household& household, Random& random)
{
    static constexpr std::array<std::string_view, 8> causes{
        "因病", "缺技术", "缺劳力", "因残", "缺资金", "自身发展动力不足", "因学", "交通条件落后"};
    static constexpr std::array causeWeights{0.27, 0.2, 0.15, 0.12, 0.1, 0.07, 0.06, 0.03};
    static constexpr std::array<std::string_view, 4> watchDates{"2019-06-30", "2019-09-30",
                                                                "2019-12-31", "2020-03-31"};
    Traits traits;
    const bool registered = household.kind == Kind::Unexited || household.kind == Kind::Exited ||
                            household.kind == Kind::Monitored;
    const double income = household.kind == Kind::Unexited   ? random.between(4050, 7400)
                          : household.kind == Kind::Exited   ? random.between(5600, 14500)
                          : household.kind == Kind::Ordinary ? random.between(6500, 18000)
                                                             : random.between(4300, 7000);
    traits.incomePerHead = std::floor(income);
    traits.noLabour = registered && random.chance(household.persons == 1 ? 0.35 : 0.05);
    traits.livelihood = traits.noLabour ? "safety_net" : random.chance(0.66) ? "job" : "business";
    traits.houseGrade = random.chance(0.45) || household.site != noSite ? "A" : "B";
    traits.dibao = traits.noLabour || random.chance(registered                         ? 0.24
                                                    : household.kind == Kind::Marginal ? 0.12
                                                                                       : 0.02);
    traits.class4 = registered || traits.dibao;
    if (household.kind != Kind::Ordinary)
        traits.cause = causes[random.weighted(causeWeights)];
    if (traits.noLabour)
        traits.special = random.chance(0.5) ? "重病" : "重残";
    if (household.kind == Kind::Exited || household.kind == Kind::Monitored) {
        static constexpr std::array years{0.06, 0.1, 0.17, 0.2, 0.22, 0.25};
        traits.exitYear = 2014 + static_cast<int>(random.weighted(years));
    }
    if (household.kind == Kind::Monitored || household.kind == Kind::Marginal)
        traits.watchedFrom = random.pick(watchDates);
    if (household.persons >= 3 && random.chance(0.01))
        traits.schooling = random.chance(0.5) ? Schooling::HomeTaught : Schooling::HealthExempt;
    return traits;
}

} // namespace

Traits drawTraits(const Household& household, const VillageFigures& village, Random random)
{
    Traits traits = complete(household, random);
    const Chances chances = chancesOf(household.kind, village.progress);
    const double lot = random.unit();
    if (lot < chances.unmet) {
        for (int items = random.chance(0.3) ? 2 : 1; items > 0; --items)
            lack(traits, household, random);
        if (random.chance(0.3))
            forget(traits, household, random);
    } else if (lot < chances.unmet + chances.unknown) {
        for (int items = random.chance(0.2) ? 2 : 1; items > 0; --items)
            forget(traits, household, random);
    }
    return traits;
}

} // namespace guatu::sample
