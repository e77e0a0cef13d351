// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/trip_commands.h"
#include "cli/trip_options.h"
#include "cli/unit_argument.h"
#include "core/error.h"
#include "core/text.h"
#include "session/trip/trip_export.h"
#include "session/trip/trip_file.h"
#include "session/trip/trip_files.h"
#include "session/trip/trip_sample.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace guatu::cli
{
namespace
{

struct TripExportOptions {
    std::string file, output, workspace, day, format, audience = "overview";
    std::size_t team = 0;
    bool force = false;
};

struct TripSampleOptions {
    ViewOptions view;
    TableOptions table;
    std::string from, drawn;
    trips::SampleRule rule{.months = 1, .villages = 2, .registered = 20, .others = 5};
    std::uint64_t seed = 1;
};

session::TripPart partOf(const TripExportOptions& options, const trips::Trip& trip)
{
    session::TripPart part{.team = {}, .day = {}, .forField = options.audience == "field"};
    if (options.team > trip.problem.teams.size())
        throw inputError({"cli.trip.no_route", {{"value", std::to_string(options.team)}}});
    if (options.team > 0)
        part.team = options.team - 1;
    if (!options.day.empty())
        part.day = dateOf(options.day);
    return part;
}

void writeFile(const TripExportOptions& options, const trips::Trip& trip,
               const CommandContext& context)
{
    const std::string extension = std::filesystem::path(options.output).extension().string();
    if (!options.format.empty() && extension != "." + options.format)
        throw inputError(
            {"cli.table.other_extension", {{"file", options.output}, {"format", options.format}}});
    session::TripWays ways;
    if (!options.workspace.empty() && session::hasWays(extension))
        ways = session::tripWays(*workspaceAt(options.workspace, context), trip);
    session::writeTripFile(trip, ways,
                           {.file = options.output,
                            .forField = options.audience == "field",
                            .overwrite = options.force,
                            .language = context.console.language()});
}

int exportTrip(const TripExportOptions& options, const CommandContext& context)
{
    trips::Trip trip = session::readTrip(options.file);
    const session::TripPart part = partOf(options, trip);
    trip = tripPart(std::move(trip), part);
    writeFile(options, trip, context);
    std::size_t stops = 0, days = 0;
    for (const trips::DayPlan& day : trip.plan.days) {
        stops += day.visits.size();
        days += day.visits.empty() ? 0 : 1;
    }
    context.console.say(Message{"cli.trip.exported",
                                {{"file", options.output},
                                 {"days", std::to_string(days)},
                                 {"stops", std::to_string(stops)}}});
    return 0;
}

int sample(const TripSampleOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const auto view = openView(options.view, context);
    const RowIndex unit = unitOf(view->snapshot, options.view.unit);
    std::optional<Date> first = view->snapshot.asOf;
    if (!options.from.empty())
        first = Date::fromIso(options.from + "-01");
    if (!first)
        throw inputError({"cli.trip.bad_month", {{"value", options.from}}});
    const auto frame = session::sampleFrame(*view, unit);
    const trips::SampleDraw draw =
        drawSample(frame, options.rule, session::wordsOf(options.drawn), options.seed);
    return deliver(context, session::sampleTables(*view, frame, draw, *first), options.table);
}

} // namespace

void addTripExport(CLI::App& trip, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<TripExportOptions>();
    CLI::App* command = trip.add_subcommand("export", console.text({"cli.trip.export"}));
    const auto option = [&](const char* name, auto& value, const char* help) {
        return command->add_option(name, value, console.text({help}));
    };
    option("trip", options->file, "cli.trip.option.trip")->required();
    option("--roads", options->workspace, "cli.trip.option.roads");
    option("--team", options->team, "cli.trip.option.team");
    option("--day", options->day, "cli.trip.option.day");
    option("--audience", options->audience, "cli.trip.option.audience")
        ->check(CLI::IsMember({"overview", "field"}));
    option("--format", options->format, "cli.trip.option.export_format")
        ->check(CLI::IsMember({"gpx", "kml", "gpkg", "xlsx", "ics"}));
    option("-o,--output", options->output, "cli.trip.option.export")->required();
    command->add_flag("--force", options->force, console.text({"cli.option.force"}));
    command->footer(console.text({"cli.trip.export.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return exportTrip(*options, context); };
    });
}

void addTripSample(CLI::App& trip, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<TripSampleOptions>();
    CLI::App* command = trip.add_subcommand("sample", console.text({"cli.trip.sample"}));
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    const auto option = [&](const char* name, auto& value, const char* help) {
        return command->add_option(name, value, console.text({help}));
    };
    option("--months", options->rule.months, "cli.trip.option.months")->check(CLI::Range(1, 60));
    option("--from", options->from, "cli.trip.option.from");
    option("--villages", options->rule.villages, "cli.trip.option.villages")
        ->check(CLI::Range(1, 1000));
    option("--registered", options->rule.registered, "cli.trip.option.registered")
        ->check(CLI::Range(0, 1000));
    option("--others", options->rule.others, "cli.trip.option.others")->check(CLI::Range(0, 1000));
    option("--drawn", options->drawn, "cli.trip.option.drawn");
    option("--seed", options->seed, "cli.trip.option.seed");
    addTableOptions(*command, console, options->table, true);
    command->footer(console.text({"cli.trip.sample.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return sample(*options, context); };
    });
}

} // namespace guatu::cli
