// SPDX-License-Identifier: MIT
#include "sample/digits.h"
#include "sample/records.h"
#include "sample/rows.h"

namespace guatu::sample
{
namespace
{

std::string_view formalStatus(Kind kind)
{
    return kind == Kind::Unexited                            ? "unexited"
           : kind == Kind::Exited || kind == Kind::Monitored ? "exited"
                                                             : "never_registered";
}

std::string_view watch(Kind kind)
{
    return kind == Kind::Monitored ? "monitored" : kind == Kind::Marginal ? "marginal" : "none";
}

struct LocationWords {
    std::string_view source, state;
    std::optional<double> accuracy{};
};

LocationWords locationWords(Location located, Random random)
{
    switch (located) {
    case Location::Surveyed:
        return {"gps", "ok", static_cast<double>(random.within(4, 15))};
    case Location::AtSeat:
        return {"seat", "approx", 500};
    case Location::OutsideVillage:
        return {"geocode", "outside_unit", 2000};
    case Location::Missing:
        break;
    }
    return {{}, "missing"};
}

void addHousehold(Rows& rows, const World& world, const LedgerEntry& entry, const Traits& traits)
{
    const Household& household = entry.household;
    const bool moved = household.site != noSite;
    const Site* site =
        moved ? &world.figures.sites[static_cast<std::size_t>(household.site)] : nullptr;
    const std::string& origin = world.land.villages[household.village].code;
    const bool watched = household.kind == Kind::Monitored || household.kind == Kind::Marginal;
    const bool tracked = household.kind != Kind::Ordinary;
    const LocationWords words = locationWords(entry.located, world.random.fork(60, entry.serial));
    rows.addAt(
        entry.place, entry.code, origin, moved ? world.land.villages[site->host].code : origin,
        moved ? std::string() : world.hamlets[entry.hamlet].code,
        moved ? site->code : std::string(), formalStatus(household.kind), watch(household.kind),
        watched ? std::optional(1) : std::nullopt,
        traits.exitYear != 0 ? std::optional(traits.exitYear) : std::nullopt, household.persons,
        tracked ? 1 : 0, traits.incomePerHead, "estimated", traits.livelihood, traits.livelihoodOk,
        traits.food, traits.clothing, traits.houseGrade, traits.houseOccupied, traits.waterQuantity,
        traits.waterQuality, traits.waterAccess, traits.waterAssurance, traits.class4,
        traits.class4New, traits.dibao, traits.noLabour, traits.cause, traits.special,
        traits.watchedFrom, words.source, words.accuracy, words.state,
        "示例户主" + digits(entry.serial + 1, 6), "000" + digits(entry.serial + 1, 8));
}

} // namespace

void writeHouseholds(const World& world, const Ledgers& ledgers, const Output& output)
{
    Rows rows(output.sink, output.progress, EntityKind::Household,
              {"hh_code",       "origin_unit", "current_unit", "group",           "site",
               "formal_status", "watch",       "watch_active", "exit_year",       "persons",
               "in_scope",      "income_pc",   "income_basis", "livelihood_mode", "livelihood_ok",
               "food",          "clothing",    "house_grade",  "house_occupied",  "w_quantity",
               "w_quality",     "w_access",    "w_assurance",  "class4",          "class4_new",
               "dibao",         "no_labour",   "cause_main",   "special",         "watch_from",
               "loc_src",       "loc_acc_m",   "loc_state",    "head_name",       "phone"});
    const std::size_t villages = world.land.villages.size();
    for (std::size_t v = 0; v < villages; ++v) {
        output.progress.report(
            {.what = {"sample.progress.households"}, .done = v, .total = villages});
        for (const LedgerEntry& entry : ledgers.ofVillage(v, true))
            addHousehold(rows, world, entry, ledgers.traits(entry));
    }
    rows.finish();
}

} // namespace guatu::sample
