// SPDX-License-Identifier: MIT
#include "commands.h"

#include "campaign/blockers.h"
#include "campaign/reroll.h"
#include "support/source_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>
#include <random>
#include <stdexcept>

namespace guatu::bench
{
namespace
{

constexpr int runs = 5;
constexpr double rollUpBound = 0.3; // seconds
constexpr double flipBound = 0.001; // seconds
constexpr std::size_t listLength = 20;

/// What some work on one thread took; they differ when the machine is busy.
struct Seconds {
    double wall = 0, processor = 0;

    Seconds& operator+=(Seconds other)
    {
        wall += other.wall;
        processor += other.processor;
        return *this;
    }
};

Seconds secondsOf(const auto& work)
{
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC};
}

void keepBest(Seconds& best, Seconds one)
{
    best.wall = std::min(best.wall, one.wall);
    best.processor = std::min(best.processor, one.processor);
}

/// Each figure as the clock has it, and in brackets as the processor worked for it.
void print(std::string_view what, Seconds seconds, double bound)
{
    fmt::print("{:<50} {:>9.3f} ms ({:>9.3f})  bound {:>7.3f} ms  ratio {:>5.2f} ({:.2f})\n", what,
               seconds.wall * 1000, seconds.processor * 1000, bound * 1000, seconds.wall / bound,
               seconds.processor / bound);
}

/// 10 counties, 110 towns, 1,100 villages of 12 groups.
void addUnits(UnitColumns& units)
{
    const auto add = [&](const std::string& digits) {
        const UnitCode code = *UnitCode::parse(digits);
        const auto parent = code.parent();
        units.id.push_back(static_cast<std::int64_t>(units.size()) + 1);
        units.code.push_back(code);
        units.level.push_back(code.level());
        units.name.push_back(digits);
        units.parent.push_back(parent ? findUnit(units, *parent) : noRow);
        units.isPoor.push_back(Flag::Yes);
        units.isDeepPoor.push_back(Flag::No);
        units.formal.push_back(FormalStatus::Unexited);
        units.areaGrade.push_back(AreaGrade::None);
        units.seat.addPoint({});
        units.area.endFeature();
        for (auto* figures : {&units.households, &units.persons})
            figures->push_back(-1);
        units.agriPersons.push_back(2000);
        units.statAsOf.emplace_back();
    };
    add("5323");
    for (int county = 0; county < 10; ++county) {
        const std::string countyCode = fmt::format("5323{:02}", 21 + county);
        add(countyCode);
        for (int town = 0; town < 11; ++town) {
            const std::string townCode = fmt::format("{}{:03}", countyCode, 100 + town);
            add(townCode);
            for (int village = 0; village < 10; ++village) {
                const std::string villageCode = fmt::format("{}{:03}", townCode, 201 + village);
                add(villageCode);
                for (int group = 1; group <= 12; ++group)
                    add(fmt::format("{}{:03}", villageCode, group));
            }
        }
    }
}

/// Households by place, as villages list them, or in no order; half of them are not cleared, a
/// tenth has moved.
void addHouseholds(Snapshot& snapshot, std::size_t count, bool byPlace)
{
    std::vector<RowIndex> groups;
    for (std::size_t row = 0; row < snapshot.units.size(); ++row)
        if (snapshot.units.level[row] == Level::Group)
            groups.push_back(static_cast<RowIndex>(row));
    std::mt19937 random(7);
    HouseholdColumns& to = snapshot.households;
    const auto village = [&](RowIndex group) {
        return snapshot.units.parent[static_cast<std::size_t>(group)];
    };
    const auto flag = [&] {
        const auto die = random() % 100;
        return die < 4 ? Flag::No : die < 8 ? Flag::Unknown : Flag::Yes;
    };
    for (std::size_t row = 0; row < count; ++row) {
        const RowIndex group =
            groups[byPlace ? row * groups.size() / count : random() % groups.size()];
        to.id.push_back(static_cast<std::int64_t>(row));
        to.code.add(std::to_string(row));
        to.originUnit.push_back(village(group));
        to.currentUnit.push_back(random() % 10 == 0 ? village(groups[random() % groups.size()])
                                                    : village(group));
        to.group.push_back(group);
        to.site.push_back(noRow);
        to.formal.push_back(random() % 30 == 0 ? FormalStatus::Unexited : FormalStatus::Exited);
        to.watch.push_back(Watch::None);
        to.watchActive.push_back(Flag::No);
        to.persons.push_back(static_cast<std::int16_t>(1 + random() % 6));
        to.incomePerHead.push_back(static_cast<float>(3900 + random() % 5000));
        to.incomeBasis.push_back(IncomeBasis::Estimated);
        to.livelihood.push_back(Livelihood::Job);
        to.houseGrade.push_back(random() % 40 == 0 ? HouseGrade::C : HouseGrade::B);
        for (auto* flags :
             {&to.livelihoodOk, &to.food, &to.clothing, &to.houseOccupied, &to.waterQuantity,
              &to.waterQuality, &to.waterAccess, &to.waterAssurance})
            flags->push_back(flag());
        for (auto* flags : {&to.class4, &to.class4New, &to.dibao, &to.noLabour})
            flags->push_back(Flag::No);
        to.inScope.push_back(Flag::Yes);
        to.education.push_back(CriterionResult::Met);
        to.medical.push_back(CriterionResult::Exempt);
        to.openProblems.push_back(random() % 500 == 0 ? 1 : 0);
        to.watchFrom.push_back(noDate);
        to.dataset.push_back(noRow);
    }
}

void flipOne(Snapshot& snapshot, std::size_t row)
{
    Flag& food = snapshot.households.food[row];
    food = food == Flag::Yes ? Flag::No : Flag::Yes;
}

void measure(const Profile& profile, std::size_t households, bool byPlace)
{
    Snapshot snapshot;
    snapshot.asOf = *Date::fromYmd(2020, 4, 17);
    addUnits(snapshot.units);
    addHouseholds(snapshot, households, byPlace);
    campaign::Closure closure;
    std::vector<campaign::Blockers> blockers;
    Seconds best{1e9, 1e9}, bestClosing{1e9, 1e9};
    for (int i = 0; i < runs; ++i) {
        Seconds whole = secondsOf([&] { closure = campaign::closeUp(snapshot, profile); });
        keepBest(bestClosing, whole);
        whole +=
            secondsOf([&] { blockers = blockersOfUnits(snapshot, profile, closure, listLength); });
        keepBest(best, whole);
    }
    fmt::print("{} households {} in {} units; {} causes at the top; best of {}\n", households,
               byPlace ? "by place" : "in no order", snapshot.units.size(),
               closure.pending.front().all(), runs);
    print("roll-up without blockers", bestClosing, rollUpBound);
    print(fmt::format("roll-up with the first {} blockers of every unit", listLength), best,
          rollUpBound);
    campaign::Reroll reroll(snapshot, profile, closure);
    std::mt19937 random(11);
    constexpr int flips = 10000;
    Seconds sum{};
    Seconds worst{};
    for (int i = 0; i < flips; ++i) {
        const std::size_t row = random() % households;
        flipOne(snapshot, row);
        const Seconds one = secondsOf([&] { reroll.update(static_cast<RowIndex>(row)); });
        worst = {std::max(worst.wall, one.wall), std::max(worst.processor, one.processor)};
        sum += one;
    }
    print(fmt::format("one household flipped, mean of {}", flips),
          {sum.wall / flips, sum.processor / flips}, flipBound);
    print(fmt::format("one household flipped, worst of {}", flips), worst, flipBound);
    const campaign::Closure fresh = campaign::closeUp(snapshot, profile);
    if (fresh.unit != closure.unit || fresh.tally != closure.tally ||
        fresh.pending != closure.pending)
        throw std::runtime_error("flips and a whole roll-up differ");
}

void run(std::size_t households)
{
    const Profile profile =
        loadProfile(test::sourceFolder() / "data" / "profiles" / "chuxiong-2020-100days.json");
    for (const bool byPlace : {true, false})
        measure(profile, households, byPlace);
}

} // namespace

void addCampaign(CLI::App& program)
{
    auto* command = program.add_subcommand("campaign", "the roll-up of households to units");
    auto households = std::make_shared<std::size_t>(1000000);
    command->add_option("--households", *households, "how many households");
    command->callback([households] { run(*households); });
}

} // namespace guatu::bench
