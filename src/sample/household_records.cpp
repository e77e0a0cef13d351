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

/// A household as the ledger has it on a day.
struct State {
    Traits traits;
    std::string_view formal;
    bool moved = false; ///< lives at its site
    std::size_t hamlet = noHamlet;
    std::string origin; ///< village code
    Point place{};
    Location located = Location::Surveyed;
};

class HouseholdWriter
{
public:
    HouseholdWriter(const World& world, const Histories& histories, const Output& output,
                    std::array<RecordSink, sampleDays.size()>& sinks)
        : m_world(world), m_histories(histories)
    {
        for (const RecordSink& sink : sinks)
            m_rows.emplace_back(sink, output.progress, EntityKind::Household, fields);
    }

    void village(std::size_t village, const std::vector<LedgerEntry>& entries,
                 const Ledgers& ledgers)
    {
        int merged = 0;
        int ungrouped = 0;
        for (const LedgerEntry& entry : entries) {
            const Kind kind = entry.household.kind;
            State now{.traits = ledgers.traits(entry),
                      .formal = formalStatus(kind),
                      .moved = entry.household.site != noSite,
                      .hamlet = entry.hamlet,
                      .origin = m_world.land.villages[village].code,
                      .place = entry.place,
                      .located = entry.located};
            if (village == mergedInto(m_world) && kind == Kind::Exited && !now.moved &&
                merged++ < mergedHouseholds)
                now.origin = mergedVillageCode(m_world);
            if (now.origin == ungroupedVillage && kind != Kind::Exited && kind != Kind::Ordinary &&
                !now.moved && ungrouped++ < ungroupedHouseholds)
                now.hamlet = noHamlet;
            write(entry, now);
        }
    }
    void finish()
    {
        for (Rows& rows : m_rows)
            rows.finish();
    }

private:
    /// On the first day as it stood then, and once more on the day of its turn.
    void write(const LedgerEntry& entry, State& now)
    {
        const Past past = m_histories.of(entry, now.traits);
        if (past.turn == Turn::Returned) {
            now.formal = "returned";
            now.traits.exitYear = 2018;
        }
        State before = now;
        before.traits = traitsBefore(past, now.traits);
        if (past.turn == Turn::Returned)
            before.formal = "exited";
        if (past.turn == Turn::Moved) {
            const std::size_t first = m_world.firstHamlet[entry.household.village];
            before.moved = false;
            before.hamlet = first;
            before.place = m_world.hamlets[first].seat;
            before.located = Location::AtSeat;
        }
        add(m_rows[0], entry, before);
        if (past.turn != Turn::None)
            add(m_rows[past.day], entry, now);
    }

    void add(Rows& rows, const LedgerEntry& entry, const State& state) const
    {
        const Household& household = entry.household;
        const Traits& traits = state.traits;
        const Site* site = state.moved
                               ? &m_world.figures.sites[static_cast<std::size_t>(household.site)]
                               : nullptr;
        const bool watched = household.kind == Kind::Monitored || household.kind == Kind::Marginal;
        const LocationWords words =
            locationWords(state.located, m_world.random.fork(60, entry.serial));
        rows.addAt(state.place, entry.code, state.origin,
                   site != nullptr ? m_world.land.villages[site->host].code : state.origin,
                   state.hamlet == noHamlet ? std::string() : m_world.hamlets[state.hamlet].code,
                   site != nullptr ? site->code : std::string(), state.formal,
                   watch(household.kind), watched ? std::optional(1) : std::nullopt,
                   traits.exitYear != 0 ? std::optional(traits.exitYear) : std::nullopt,
                   household.persons, household.kind != Kind::Ordinary ? 1 : 0,
                   traits.incomePerHead, "estimated", traits.livelihood, traits.livelihoodOk,
                   traits.food, traits.clothing, traits.houseGrade, traits.houseOccupied,
                   traits.waterQuantity, traits.waterQuality, traits.waterAccess,
                   traits.waterAssurance, traits.class4, traits.class4New, traits.dibao,
                   traits.noLabour, traits.cause, traits.special, traits.watchedFrom, words.source,
                   words.accuracy, words.state, "示例户主" + digits(entry.serial + 1, 6),
                   "000" + digits(entry.serial + 1, 8));
    }

    inline static const std::vector<std::string> fields{
        "hh_code",       "origin_unit", "current_unit", "group",           "site",
        "formal_status", "watch",       "watch_active", "exit_year",       "persons",
        "in_scope",      "income_pc",   "income_basis", "livelihood_mode", "livelihood_ok",
        "food",          "clothing",    "house_grade",  "house_occupied",  "w_quantity",
        "w_quality",     "w_access",    "w_assurance",  "class4",          "class4_new",
        "dibao",         "no_labour",   "cause_main",   "special",         "watch_from",
        "loc_src",       "loc_acc_m",   "loc_state",    "head_name",       "phone"};

    const World& m_world;
    const Histories& m_histories;
    std::vector<Rows> m_rows;
};

} // namespace

LaterBatches writeHouseholds(const World& world, const Ledgers& ledgers, const Histories& histories,
                             const Output& output)
{
    LaterBatches later;
    std::array<RecordSink, sampleDays.size()> sinks;
    sinks[0] = output.sink;
    for (std::size_t day = 1; day < sinks.size(); ++day)
        sinks[day] = [&, day](RecordBatch&& batch) { later[day].push_back(std::move(batch)); };
    HouseholdWriter writer(world, histories, output, sinks);
    const std::size_t villages = world.land.villages.size();
    for (std::size_t v = 0; v < villages; ++v) {
        output.progress.report(
            {.what = {"sample.progress.households"}, .done = v, .total = villages});
        writer.village(v, ledgers.ofVillage(v, true), ledgers);
    }
    writer.finish();
    return later;
}

} // namespace guatu::sample
