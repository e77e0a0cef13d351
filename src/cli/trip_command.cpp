// SPDX-License-Identifier: MIT
#include "cli/trip_commands.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{

void addTripCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    CLI::App* command = app.add_subcommand("trip", console.text({"cli.trip"}));
    command->require_subcommand(1);
    addTripPlan(*command, console, run);
    addTripShow(*command, console, run);
    addTripEdit(*command, console, run);
    addTripReplan(*command, console, run);
    addTripExport(*command, console, run);
    addTripPacket(*command, console, run);
    addTripImport(*command, console, run);
    addTripSample(*command, console, run);
    addTripBench(*command, console, run);
}

} // namespace guatu::cli
