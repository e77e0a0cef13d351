// SPDX-License-Identifier: MIT
#include "commands.h"

#include "campaign/query/query.h"
#include "core/coverage_index.h"
#include "core/ground_distance.h"
#include "coverage_data.h"
#include "geos_peer.h"
#include "support/source_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <memory>
#include <random>

namespace guatu::bench
{
namespace
{

namespace query = campaign::query;

constexpr int runs = 7;

/// The best of some runs, in milliseconds.
double best(const std::function<void()>& work, int times = runs)
{
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> taken =
            std::chrono::steady_clock::now() - start;
        least = std::min(least, taken.count());
    }
    return least;
}

void print(const std::string& what, double ours, const std::string& peerName, double peer,
           double limit)
{
    fmt::print("{:<58} {:>8.1f} ms  limit {:>5.0f} ms{}  {} {:.1f} ms, {:.1f} times as fast\n",
               what, ours, limit, ours <= limit ? "" : " MISSED", peerName, peer, peer / ours);
}

/// Uncleared households counted and listed by area, index included.
void benchCoverage(const QueryData& data, const GeometryColumn& areas, const std::string& name,
                   double limit)
{
    std::vector<std::uint32_t> counts;
    std::vector<std::vector<std::uint32_t>> lists;
    const double ours = best([&] {
        const CoverageIndex index(areas);
        const auto places = index.locateAll(data.households);
        counts.assign(areas.size(), 0);
        for (std::size_t row = 0; row < places.size(); ++row)
            if (data.uncleared[row] != 0 && places[row] >= 0)
                ++counts[static_cast<std::size_t>(places[row])];
        lists.assign(areas.size(), {});
        for (std::size_t area = 0; area < lists.size(); ++area)
            lists[area].reserve(counts[area]);
        for (std::uint32_t row = 0; row < places.size(); ++row)
            if (data.uncleared[row] != 0 && places[row] >= 0)
                lists[static_cast<std::size_t>(places[row])].push_back(row);
    });
    std::uint64_t total = 0, listed = 0, byPeer = 0;
    for (std::size_t area = 0; area < lists.size(); ++area) {
        total += counts[area];
        listed += lists[area].size();
    }
    const double peer =
        best([&] { byPeer = geosContained(areas, data.households, data.uncleared); }, 2);
    print(fmt::format("uncleared households of {} {}, counted and listed", areas.size(), name),
          ours, "GEOS prepared (count only)", peer, limit);
    fmt::print("  {} households in areas; GEOS finds {}\n", total, byPeer);
    if (listed != total)
        throw inputError({"the lists do not hold what was counted"});
}

/// A snapshot of the households, each in the village that holds it.
struct World {
    Snapshot snapshot;
    Profile profile;
    campaign::Closure closure;
    campaign::ListingState listings;

    [[nodiscard]] query::QueryContext context() const
    {
        return {snapshot, profile, closure, listings};
    }
};

std::unique_ptr<World> makeWorld(const QueryData& data)
{
    auto world = std::make_unique<World>();
    world->profile = loadProfile(test::sourceFolder() / "data/profiles/chuxiong-2020-100days.json");
    world->snapshot = snapshotOf(data);
    world->closure = campaign::closeUp(world->snapshot, world->profile);
    world->listings = campaign::listings(world->snapshot, world->profile, world->closure);
    return world;
}

void benchTypical(const World& world, const query::Vocabulary& vocabulary)
{
    const auto asked =
        query::parseQuery("class = unexited and unit in 532303 and income < 4000 yuan "
                          "and criterion water = unmet",
                          vocabulary);
    std::size_t found = 0, byHand = 0;
    const double ours = best([&] { found = query::runQuery(asked, world.context()).hits.size(); });
    const HouseholdColumns& h = world.snapshot.households;
    const RowIndex first = findUnit(world.snapshot.units, *UnitCode::parse("532303"));
    const RowIndex end = subtreeEnd(world.snapshot.units, first);
    const auto& ids = world.closure.criteria.ids;
    const auto& water =
        world.closure.criteria
            .results[static_cast<std::size_t>(std::ranges::find(ids, "water") - ids.begin())];
    const double bound = best([&] {
        byHand = 0;
        for (std::size_t row = 0; row < h.size(); ++row)
            byHand += h.formal[row] == FormalStatus::Unexited && world.closure.home[row] >= first &&
                              world.closure.home[row] < end && h.incomePerHead[row] < 4000 &&
                              water[row] == CriterionResult::Unmet
                          ? 1
                          : 0;
    });
    print("class, county, income and water of 1,000,000 households", ours, "the same loop by hand",
          bound, 50);
    fmt::print("  {} hits; by hand {}\n", found, byHand);
}

void benchDistance(const World& world, const query::Vocabulary& vocabulary)
{
    const auto asked = query::parseQuery("households where not within 2 km of clinics", vocabulary);
    std::size_t found = 0, byPeer = 0;
    const double ours = best([&] { found = query::runQuery(asked, world.context()).hits.size(); });
    std::vector<Point> clinics;
    for (std::size_t row = 0; row < world.snapshot.facilities.size(); ++row)
        if (world.snapshot.facilities.kind[row] == "clinic")
            clinics.push_back(world.snapshot.facilities.location.firstPoint(row));
    const double peer = best(
        [&] { byPeer = geosFartherThan(clinics, world.snapshot.households.location, 2000); }, 1);
    print(fmt::format("not within 2 km of any of {} clinics", clinics.size()), ours,
          "GEOS STRtree, plane", peer, 300);
    fmt::print("  {} households on the ground; GEOS finds {} in the plane\n", found, byPeer);
}

} // namespace

void addQuery(CLI::App& program)
{
    auto* command = program.add_subcommand("query", "queries, distances and points in areas");
    auto folder = std::make_shared<std::string>();
    command->add_option("--data", *folder,
                        "folder with the packed arrays hh_xy.bin, hh_status.bin, towns_*.bin, ...; "
                        "else similar data are made");
    command->callback([folder] {
        const QueryData data = folder->empty() ? madeData() : readData(*folder);
        benchCoverage(data, data.towns, "townships", 60);
        benchCoverage(data, data.villages, "villages", 100);
        const auto world = makeWorld(data);
        const query::Vocabulary vocabulary(world->snapshot, world->profile);
        benchTypical(*world, vocabulary);
        benchDistance(*world, vocabulary);
    });
}

} // namespace guatu::bench
