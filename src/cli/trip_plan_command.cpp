// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/trip_commands.h"
#include "cli/trip_options.h"
#include "core/error.h"
#include "session/trip/trip_file.h"
#include "session/trip/trip_problem.h"
#include "session/trip/trip_tables.h"
#include "trips/checker.h"
#include "trips/problem_check.h"
#include "trips/reasons.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace guatu::cli
{
namespace
{

struct PlanOptions {
    TripPlanOptions plan;
    TripSolveOptions solve;
    std::string output;
    bool force = false;
};

struct TripShowOptions {
    std::string file;
    TableOptions table;
};

void refuseExisting(const std::string& file, bool force)
{
    std::error_code code;
    if (!file.empty() && !force && std::filesystem::exists(file, code))
        throw inputError({"table.exists", {{"file", file}}});
}

int plan(const PlanOptions& options, const CommandContext& context)
{
    refuseExisting(options.output, options.force);
    const Console& console = context.console;
    const auto view = openView(options.plan.view, context);
    const Progress progress = console.progress(context.stop);
    trips::Trip trip;
    trip.problem = session::tripProblem(*view, tripRequestOf(options.plan, *view),
                                        console.language(), progress);
    for (const Message& odd : trips::oddities(trip.problem))
        console.complain(odd);
    trip.plan =
        trips::planOf(trip.problem, trips::solve(trip.problem, options.solve.options(), progress));
    if (!trips::violationsOf(trip.problem, trip.plan).empty())
        throw Error(ErrorKind::Internal, {"cli.internal", {{"what", "trip plan"}}});
    const std::size_t left = trip.plan.leftOut.size();
    if (options.output.empty())
        return deliver(context, session::tripTables(trip), {});
    session::writeTrip(options.output, trip, options.force);
    deliver(context, {session::tripDayTable(trip)}, {});
    console.say(Message{"cli.trip.planned",
                        {{"file", options.output},
                         {"stops", std::to_string(trip.problem.stops.size() - left)},
                         {"left", std::to_string(left)}}});
    return 0;
}

int showTrip(const TripShowOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    return deliver(context, session::tripTables(session::readTrip(options.file)), options.table);
}

int checkTrip(const TripShowOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const trips::Trip trip = session::readTrip(options.file);
    Table table = session::tripCheckTable(trip);
    if (table.size() == 0) {
        context.console.say(Message{"cli.trip.sound"});
        return 0;
    }
    deliver(context, {std::move(table)}, options.table);
    return 2;
}

} // namespace

void addTripPlan(CLI::App& trip, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<PlanOptions>();
    CLI::App* command = trip.add_subcommand("plan", console.text({"cli.trip.plan"}));
    addViewOptions(*command, console, options->plan.view);
    addTripPlanOptions(*command, console, options->plan);
    addTripSolveOptions(*command, console, options->solve);
    command->add_option("-o,--output", options->output, console.text({"cli.trip.option.trip"}));
    command->add_flag("--force", options->force, console.text({"cli.option.force"}));
    command->footer(console.text({"cli.trip.plan.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return plan(*options, context); };
    });
}

void addTripShow(CLI::App& trip, const Console& console, RunCommand& run)
{
    const auto add = [&](const char* name, const char* help, auto act) {
        const auto options = std::make_shared<TripShowOptions>();
        CLI::App* command = trip.add_subcommand(name, console.text({help}));
        command->add_option("trip", options->file, console.text({"cli.trip.option.trip"}))
            ->required();
        addTableOptions(*command, console, options->table, true);
        command->callback([options, &run, act] {
            run = [options, act](const CommandContext& context) { return act(*options, context); };
        });
    };
    add("show", "cli.trip.show", showTrip);
    add("check", "cli.trip.check", checkTrip);
}

} // namespace guatu::cli
