// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/travel_options.h"
#include "core/error.h"
#include "core/text.h"
#include "session/tables/reach_tables.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>

namespace guatu::cli
{
namespace
{

struct ReachOptions {
    TravelArguments travel;
    TableOptions table;
    std::string minutes = "15,30,60", shape = "places", friction, barriers;
    double cell = 100;
    bool towards = false, meansGiven = false;
};

std::vector<double> minutesOf(const std::string& list)
{
    std::vector<double> minutes;
    for (const std::string_view each : split(list, ',')) {
        const std::string_view word = trim(each);
        double value = 0;
        const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (failure != std::errc() || end != word.data() + word.size() || !(value > 0))
            throw inputError({"cli.reach.minutes"});
        minutes.push_back(value);
    }
    std::ranges::sort(minutes);
    return minutes;
}

Table answer(const ReachOptions& options, const session::WorkspaceView& view,
             const session::ReachQuestion& question)
{
    if (options.shape == "places")
        return session::reachTable(view, question);
    if (options.shape == "areas")
        return session::isochroneTable(view, question, options.cell);
    if (options.shape == "network")
        return session::colouredNetworkTable(view, question);
    if (options.shape == "off-network")
        return session::offNetworkTable(view, question);
    throw inputError({"cli.reach.as", {{"as", options.shape}}});
}

int reach(ReachOptions options, const CommandContext& context)
{
    checkTableOptions(options.table);
    TravelArguments& travel = options.travel;
    const std::vector<double> minutes = minutesOf(options.minutes);
    if (travel.places.size() < (travel.bare() ? 1U : 2U))
        throw inputError({"cli.reach.places"});
    if (travel.bare())
        return deliver(
            context,
            {session::reachTable(openNetwork(travel), travel.places, minutes, options.towards)},
            options.table);
    const auto view = takeWorkspace(travel, context);
    session::ReachQuestion question{.travel = travel.travel(),
                                    .from = travel.places,
                                    .minutes = minutes,
                                    .towards = options.towards,
                                    .friction = options.friction,
                                    .barriers = options.barriers};
    if (!options.friction.empty() && !options.meansGiven)
        question.travel.means = "foot";
    return deliver(context, *view, {answer(options, *view, question)}, options.table);
}

} // namespace

void addReachCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ReachOptions>();
    CLI::App* command = app.add_subcommand("reach", console.text({"cli.reach"}));
    addTravelArguments(*command, console, options->travel);
    command->add_option("--minutes", options->minutes, console.text({"cli.option.minutes"}));
    command->add_flag("--towards", options->towards, console.text({"cli.option.towards"}));
    command->add_option("--as", options->shape, console.text({"cli.option.reach_as"}));
    command->add_option("--cell", options->cell, console.text({"cli.option.cell"}))
        ->check(CLI::Range(10.0, 10000.0));
    command->add_option("--friction", options->friction, console.text({"cli.option.friction"}));
    command->add_option("--barriers", options->barriers, console.text({"cli.option.barriers"}));
    addTableOptions(*command, console, options->table);
    addAudienceOption(*command, console, options->table);
    command->footer(console.text({"cli.reach.example"}));
    command->callback([options, command, &run] {
        options->meansGiven = command->count("--means") > 0;
        run = [options](const CommandContext& context) { return reach(*options, context); };
    });
}

} // namespace guatu::cli
