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
#include <ctime>
#include <functional>
#include <memory>
#include <random>

namespace guatu::bench
{
namespace
{

namespace query = campaign::query;

constexpr int runs = 7;

/// The best of some runs, in milliseconds: by the clock, and of all cores' time, which other work
/// on the machine disturbs less.
struct Figure {
    double wall = std::numeric_limits<double>::infinity();
    double cpu = std::numeric_limits<double>::infinity();
};

Figure best(const std::function<void()>& work, int times = runs)
{
    Figure least;
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t cpuStart = std::clock();
        work();
        const std::chrono::duration<double, std::milli> taken =
            std::chrono::steady_clock::now() - start;
        least.wall = std::min(least.wall, taken.count());
        least.cpu = std::min(least.cpu, 1000.0 * static_cast<double>(std::clock() - cpuStart) /
                                            CLOCKS_PER_SEC);
    }
    return least;
}

void print(const std::string& what, Figure ours, const std::string& peerName, Figure peer,
           double limit)
{
    fmt::print("{}\n  {:.1f} ms (cpu {:.1f}), limit {:.0f} ms{}; {} {:.1f} ms (cpu {:.1f}); ratio "
               "{:.1f} (cpu {:.1f})\n",
               what, ours.wall, ours.cpu, limit, ours.wall <= limit ? "" : ", MISSED", peerName,
               peer.wall, peer.cpu, peer.wall / ours.wall, peer.cpu / ours.cpu);
}

/// Uncleared households counted and listed by area, index included.
void benchCoverage(const QueryData& data, const GeometryColumn& areas, const std::string& name,
                   double limit)
{
    std::vector<std::vector<std::uint32_t>> lists;
    std::vector<std::uint32_t> rows;
    std::vector<Point> points;
    const Figure ours = best([&] {
        rows.clear();
        points.clear();
        for (std::uint32_t row = 0; row < data.households.size(); ++row)
            if (data.uncleared[row] != 0) {
                rows.push_back(row);
                points.push_back(data.households[row]);
            }
        const auto places = CoverageIndex(areas).locateAll(points);
        lists.assign(areas.size(), {});
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (places[i] != CoverageIndex::nowhere)
                lists[static_cast<std::size_t>(places[i])].push_back(rows[i]);
    });
    std::uint64_t total = 0, byPeer = 0;
    for (const auto& list : lists)
        total += list.size();
    const Figure peer =
        best([&] { byPeer = geosContained(areas, data.households, data.uncleared); }, 2);
    print(fmt::format("uncleared households of {} {}, counted and listed", areas.size(), name),
          ours, "GEOS prepared (count only)", peer, limit);
    fmt::print("  {} households in areas; GEOS finds {}\n", total, byPeer);
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
    Profile profile =
        loadProfile(test::sourceFolder() / "data/profiles/chuxiong-2020-100days.json");
    Snapshot snapshot = snapshotOf(data);
    campaign::Closure closure = campaign::closeUp(snapshot, profile);
    campaign::ListingState listings = campaign::listings(snapshot, profile, closure);
    return std::unique_ptr<World>(new World{std::move(snapshot), std::move(profile),
                                            std::move(closure), std::move(listings)});
}

void benchTypical(const World& world, const query::Vocabulary& vocabulary)
{
    const auto asked =
        query::parseQuery("class = unexited and unit in 532303 and income < 4000 yuan "
                          "and criterion water = unmet",
                          vocabulary);
    std::size_t found = 0, byHand = 0;
    const Figure ours = best([&] { found = query::runQuery(asked, world.context()).hits.size(); });
    const HouseholdColumns& h = world.snapshot.households;
    const RowIndex first = findUnit(world.snapshot.units, *UnitCode::parse("532303"));
    const RowIndex end = subtreeEnd(world.snapshot.units, first);
    const auto& ids = world.closure.criteria.ids;
    const auto& water =
        world.closure.criteria
            .results[static_cast<std::size_t>(std::ranges::find(ids, "water") - ids.begin())];
    const Figure bound = best([&] {
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
    const Figure ours = best([&] { found = query::runQuery(asked, world.context()).hits.size(); });
    std::vector<Point> clinics;
    for (std::size_t row = 0; row < world.snapshot.facilities.size(); ++row)
        if (world.snapshot.facilities.kind[row] == "clinic")
            clinics.push_back(world.snapshot.facilities.location.firstPoint(row));
    const Figure peer = best(
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
