// SPDX-License-Identifier: MIT
#pragma once

#include "cli/console.h"

#include <functional>

namespace CLI
{
class App;
}

namespace guatu::cli
{

/// What a command is given when it runs.
struct CommandContext {
    const Console& console;
    std::stop_token stop;
};

/// A parsed command, ready to run; gives the exit code.
using RunCommand = std::function<int(const CommandContext&)>;

// Each adds its sub-command to `app`, with help in the console's language, and sets `run` when
// the user chose it.
void addNewCommand(CLI::App& app, const Console& console, RunCommand& run);
void addSampleCommand(CLI::App& app, const Console& console, RunCommand& run);
void addImportCommand(CLI::App& app, const Console& console, RunCommand& run);
void addInfoCommand(CLI::App& app, const Console& console, RunCommand& run);
void addShowCommand(CLI::App& app, const Console& console, RunCommand& run);
void addQueryCommand(CLI::App& app, const Console& console, RunCommand& run);
void addFreezeCommand(CLI::App& app, const Console& console, RunCommand& run);
void addCloseCommand(CLI::App& app, const Console& console, RunCommand& run);
void addFindCommand(CLI::App& app, const Console& console, RunCommand& run);
void addStatusCommand(CLI::App& app, const Console& console, RunCommand& run);
void addWhyCommand(CLI::App& app, const Console& console, RunCommand& run);
void addListCommand(CLI::App& app, const Console& console, RunCommand& run);
void addChangesCommand(CLI::App& app, const Console& console, RunCommand& run);
void addReportCommand(CLI::App& app, const Console& console, RunCommand& run);
void addGapsCommand(CLI::App& app, const Console& console, RunCommand& run);
void addClustersCommand(CLI::App& app, const Console& console, RunCommand& run);
void addSitesCommand(CLI::App& app, const Console& console, RunCommand& run);
void addSitingCommand(CLI::App& app, const Console& console, RunCommand& run);
void addCoverageCommand(CLI::App& app, const Console& console, RunCommand& run);
void addRoadsCommand(CLI::App& app, const Console& console, RunCommand& run);
void addRouteCommand(CLI::App& app, const Console& console, RunCommand& run);
void addReachCommand(CLI::App& app, const Console& console, RunCommand& run);
void addExportCommand(CLI::App& app, const Console& console, RunCommand& run);
void addPackCommand(CLI::App& app, const Console& console, RunCommand& run);
void addMapCommand(CLI::App& app, const Console& console, RunCommand& run);
void addBookCommand(CLI::App& app, const Console& console, RunCommand& run);
void addPageCommand(CLI::App& app, const Console& console, RunCommand& run);
void addStyleCommand(CLI::App& app, const Console& console, RunCommand& run);
void addThemeCommand(CLI::App& app, const Console& console, RunCommand& run);
void addTripCommand(CLI::App& app, const Console& console, RunCommand& run);

} // namespace guatu::cli
