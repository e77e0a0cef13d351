// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"

namespace guatu::cli
{

// Sub-commands of `guatu trip`.
void addTripBench(CLI::App& trip, const Console& console, RunCommand& run);
void addTripEdit(CLI::App& trip, const Console& console, RunCommand& run);
void addTripExport(CLI::App& trip, const Console& console, RunCommand& run);
void addTripImport(CLI::App& trip, const Console& console, RunCommand& run);
void addTripPacket(CLI::App& trip, const Console& console, RunCommand& run);
void addTripPlan(CLI::App& trip, const Console& console, RunCommand& run);
void addTripReplan(CLI::App& trip, const Console& console, RunCommand& run);
void addTripSample(CLI::App& trip, const Console& console, RunCommand& run);
void addTripShow(CLI::App& trip, const Console& console, RunCommand& run);

} // namespace guatu::cli
