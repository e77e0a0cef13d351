// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/trip_commands.h"
#include "cli/trip_options.h"
#include "session/import_report_text.h"
#include "session/trip/trip_file.h"
#include "session/trip/trip_return.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct TripImportOptions {
    std::string trip, findings, workspace;
    session::ReturnJob job;
    TableOptions table;
};

void say(const session::TripReturn& made, const CommandContext& context)
{
    const Console& console = context.console;
    for (const exchange::RowIssue& issue : made.read.issues)
        console.say(session::issueLine(issue, console.language()));
    const auto number = [](auto value) { return std::to_string(value); };
    console.say(Message{made.committed ? "cli.trip.import.done" : "cli.trip.import.nothing",
                        {{"rows", number(made.read.rows)},
                         {"findings", number(made.read.findings.size())},
                         {"added", number(made.counts.added)},
                         {"changed", number(made.counts.changed)},
                         {"unchanged", number(made.counts.unchanged)},
                         {"refused", number(made.refused())}}});
    if (made.committed)
        console.say(Message{"cli.trip.import.real",
                            {{"before", number(made.realBefore)},
                             {"after", number(made.realAfter)},
                             {"reopened", number(made.reopened)}}});
}

int importTrip(const TripImportOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const trips::Trip trip = session::readTrip(options.trip);
    const session::TripReturn made =
        session::importFindings(options.workspace, trip, options.findings, options.job);
    say(made, context);
    constexpr int refused = 2;
    if (made.refused() > 0 && !made.committed && !options.job.dryRun)
        return refused;
    return deliver(context,
                   {session::tripDoneTable(trip, made.read.findings),
                    session::tripDifferenceTable(*workspaceAt(options.workspace, context), trip)},
                   options.table);
}

} // namespace

void addTripImport(CLI::App& trip, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<TripImportOptions>();
    CLI::App* command = trip.add_subcommand("import", console.text({"cli.trip.import"}));
    command->add_option("trip", options->trip, console.text({"cli.trip.option.trip"}))->required();
    command->add_option("findings", options->findings, console.text({"cli.trip.option.findings"}))
        ->required();
    command->add_option("--into", options->workspace, console.text({"cli.trip.option.into"}))
        ->required();
    command->add_flag("--dry-run", options->job.dryRun, console.text({"cli.option.dry_run"}));
    command->add_flag("--accept-partial", options->job.acceptPartial,
                      console.text({"cli.option.accept_partial"}));
    command->add_option("--who", options->job.who, console.text({"cli.option.who"}));
    addTableOptions(*command, console, options->table, true);
    command->footer(console.text({"cli.trip.import.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return importTrip(*options, context); };
    });
}

} // namespace guatu::cli
