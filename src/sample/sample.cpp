// SPDX-License-Identifier: MIT
#include "sample/sample.h"

#include "sample/records.h"
#include "sample/settlement.h"

namespace guatu::sample
{
namespace
{

std::vector<std::size_t> firstHamlets(const std::vector<Hamlet>& hamlets, std::size_t villages)
{
    std::vector<std::size_t> first(villages + 1);
    for (const Hamlet& hamlet : hamlets)
        ++first[hamlet.village + 1];
    for (std::size_t v = 0; v < villages; ++v)
        first[v + 1] += first[v];
    return first;
}

World makeWorld(const SampleOptions& options, const Progress& progress)
{
    constexpr std::uint64_t steps = 4;
    const auto tell = [&](std::uint64_t done) {
        progress.checkpoint();
        progress.report({.what = {"sample.progress.land"}, .done = done, .total = steps});
    };
    tell(0);
    const Random random(options.seed);
    const Terrain terrain(mix(options.seed));
    Land land = readLand(options.dataFolder);
    Relief relief(terrain, land.grid);
    settle(land, relief, random.fork(100));
    tell(1);
    Figures figures = makeFigures(land, options.households, random.fork(101));
    Areas areas = divide(land, relief, mix(options.seed + 1));
    tell(2);
    RoadNetwork roads = makeRoads(land, relief, random.fork(102));
    tell(3);
    auto hamlets = makeHamlets(land, relief, areas, roads, figures, random.fork(103));
    placeSites(land, relief, areas, random.fork(104), figures.sites);
    auto first = firstHamlets(hamlets, land.villages.size());
    tell(steps);
    return {.random = random.fork(105),
            .terrain = terrain,
            .land = std::move(land),
            .relief = std::move(relief),
            .areas = std::move(areas),
            .figures = std::move(figures),
            .roads = std::move(roads),
            .hamlets = std::move(hamlets),
            .firstHamlet = std::move(first)};
}

} // namespace

DatasetInfo sampleDataset(Date day)
{
    return {.name = "示例数据",
            .sourceOrganisation = "挂图示例",
            .asOf = day,
            .declaredCrs = "EPSG:4490",
            .datum = Datum::Cgcs2000,
            .licence = "见 data/chuxiong/SOURCES.md"};
}

void makeSample(const SampleOptions& options, const DatedSink& sink, const Progress& progress)
{
    const World world = makeWorld(options, progress);
    const Ledgers ledgers(world);
    const Histories histories(world);
    Date day = *Date::fromIso(sampleDays.front());
    const RecordSink ofDay = [&](RecordBatch&& batch) { sink(day, std::move(batch)); };
    const Output output{ofDay, progress};
    writeUnits(world, output);
    writeSuccessions(world, output);
    writeBoundaries(world, output);
    writeSites(world, output);
    LaterBatches later = writeHouseholds(world, ledgers, histories, output);
    writePersons(world, ledgers, output);
    writeFacilities(world, output);
    writeRoads(world, output);
    for (std::size_t i = 1; i < sampleDays.size(); ++i) {
        day = *Date::fromIso(sampleDays[i]);
        for (RecordBatch& batch : later[i])
            sink(day, std::move(batch));
    }
    writeProjects(world, output);
    writeProblems(world, output);
    writeListings(world, output);
    writeSupervision(world, output);
    writeCriterionValues(world, histories, output);
    writeFieldWork(world, ledgers, histories, output);
}

} // namespace guatu::sample
