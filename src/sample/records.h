// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "core/record.h"
#include "sample/history.h"
#include "sample/ledger.h"

namespace guatu::sample
{

/// Where records go, and who hears of the progress.
struct Output {
    const RecordSink& sink;
    const Progress& progress;
};

/// Households that changed after the first day, by the number of the day.
using LaterBatches = std::array<std::vector<RecordBatch>, sampleDays.size()>;

// An invented village that merged into a real one at the end of 2019: some households of that one
// still name it as their origin.
inline constexpr std::string_view mergedOn = "2019-12-31";
inline constexpr int mergedHouseholds = 12;
inline constexpr int mergedAgriPersons = 240;
[[nodiscard]] std::size_t mergedInto(const World& world);
[[nodiscard]] std::string mergedVillageCode(const World& world);

/// A village of Wuding with some households that have no group.
inline constexpr std::string_view ungroupedVillage = "532329101210";
inline constexpr int ungroupedHouseholds = 5;

// Each writes all records of its kind.
void writeUnits(const World& world, const Output& output);
void writeSuccessions(const World& world, const Output& output);
void writeBoundaries(const World& world, const Output& output);
void writeSites(const World& world, const Output& output);
/// Writes the state of the first day; gives what comes on the others.
[[nodiscard]] LaterBatches writeHouseholds(const World& world, const Ledgers& ledgers,
                                           const Histories& histories, const Output& output);
void writePersons(const World& world, const Ledgers& ledgers, const Output& output);
void writeFacilities(const World& world, const Output& output);
void writeRoads(const World& world, const Output& output);
void writeProjects(const World& world, const Output& output);
void writeProblems(const World& world, const Output& output);
void writeListings(const World& world, const Output& output);
/// Aspects and the monthly cycle of the listed places, March and April.
void writeSupervision(const World& world, const Output& output);
void writeCriterionValues(const World& world, const Histories& histories, const Output& output);
/// Visits, signatures and help, household by household, and those of units.
void writeFieldWork(const World& world, const Ledgers& ledgers, const Histories& histories,
                    const Output& output);

} // namespace guatu::sample
