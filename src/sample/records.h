// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "core/record.h"
#include "sample/ledger.h"

namespace guatu::sample
{

/// Where records go, and who hears of the progress.
struct Output {
    const RecordSink& sink;
    const Progress& progress;
};

// Each writes all records of its kind.
void writeUnits(const World& world, const Output& output);
void writeBoundaries(const World& world, const Output& output);
void writeSites(const World& world, const Output& output);
void writeHouseholds(const World& world, const Ledgers& ledgers, const Output& output);
void writePersons(const World& world, const Ledgers& ledgers, const Output& output);
void writeFacilities(const World& world, const Output& output);
void writeRoads(const World& world, const Output& output);
void writeProjects(const World& world, const Output& output);
void writeProblems(const World& world, const Output& output);
void writeListings(const World& world, const Output& output);

} // namespace guatu::sample
