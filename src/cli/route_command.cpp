// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/travel_options.h"
#include "core/error.h"
#include "session/tables/route_table.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct RouteOptions {
    TravelArguments travel;
    TableOptions table;
    bool steps = false;
};

int route(RouteOptions options, const CommandContext& context)
{
    checkTableOptions(options.table);
    TravelArguments& travel = options.travel;
    if (travel.places.size() != (travel.bare() ? 2U : 3U))
        throw inputError({"cli.route.places"});
    if (travel.bare())
        return deliver(context,
                       {session::routeTable(openNetwork(travel), travel.places[0], travel.places[1],
                                            options.steps)},
                       options.table);
    const auto view = takeWorkspace(travel, context);
    return deliver(context,
                   {session::routeTable(*view, travel.travel(), travel.places[0], travel.places[1],
                                        options.steps)},
                   options.table);
}

} // namespace

void addRouteCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<RouteOptions>();
    CLI::App* command = app.add_subcommand("route", console.text({"cli.route"}));
    addTravelArguments(*command, console, options->travel);
    command->add_flag("--steps", options->steps, console.text({"cli.option.steps"}));
    addTableOptions(*command, console, options->table);
    command->footer(console.text({"cli.route.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return route(*options, context); };
    });
}

} // namespace guatu::cli
