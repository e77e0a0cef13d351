// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/travel_options.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "session/road_check.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct RoadsOptions {
    ViewOptions view;
    TravelArguments travel;
    TableOptions table;
    session::RoadCheckQuestion question;
    std::vector<std::string> accepted;
    std::string action, kind, who;
};

int check(RoadsOptions options, const CommandContext& context)
{
    if (!options.kind.empty()) {
        options.question.kind = session::roadFlawFromString(options.kind);
        if (!options.question.kind)
            throw inputError({"cli.roads.kind", {{"kind", options.kind}}});
    }
    auto view = openView(options.view, context);
    if (!options.accepted.empty()) {
        const std::size_t roads =
            session::mendRoads(*view, options.question, options.accepted, options.who);
        context.console.say(Message{"cli.roads.mended", {{"roads", std::to_string(roads)}}});
        view = openView(options.view, context);
    }
    return deliver(context, {session::roadCheckTable(*view, options.question)}, options.table);
}

int roads(const RoadsOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    if (options.action == "check")
        return check(options, context);
    if (options.action == "build")
        return deliver(
            context,
            {session::roadNetworkTable(*openView(options.view, context), options.travel.travel())},
            options.table);
    if (options.action != "undo")
        throw inputError({"cli.roads.action", {{"action", options.action}}});
    const std::size_t restored = session::undoRoadMends(options.view.workspace, options.who);
    context.console.say(Message{"cli.roads.undone", {{"roads", std::to_string(restored)}}});
    return 0;
}

} // namespace

void addRoadsCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<RoadsOptions>();
    CLI::App* command = app.add_subcommand("roads", console.text({"cli.roads"}));
    command->add_option("action", options->action, console.text({"cli.option.roads_action"}))
        ->required();
    addViewOptions(*command, console, options->view, false);
    command->add_option("--accept", options->accepted, console.text({"cli.option.accept"}));
    command->add_option("--kind", options->kind, console.text({"cli.option.kind_of_finding"}));
    command
        ->add_option("--tolerance", options->question.tolerance,
                     console.text({"cli.option.tolerance"}))
        ->check(CLI::Range(0.0, 100.0));
    command->add_option("--near", options->question.reach, console.text({"cli.option.near"}))
        ->check(CLI::Range(0.0, 1000.0));
    command->add_option("--who", options->who, console.text({"cli.option.who_changes"}));
    addTravelOptions(*command, console, options->travel);
    addTableOptions(*command, console, options->table);
    command->footer(console.text({"cli.roads.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return roads(*options, context); };
    });
}

} // namespace guatu::cli
