// SPDX-License-Identifier: MIT
#include "cli/map_layers.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "session/qgis_export.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct ExportOptions {
    ViewOptions view;
    std::string output, colours = "standard";
    bool qgis = false;
    bool force = false;
};

int exportMap(const ExportOptions& options, const CommandContext& context)
{
    if (!options.qgis)
        throw inputError({"cli.export.no_kind"});
    const auto view = openView(options.view, context);
    const auto notDrawn = session::exportToQgis(
        *view,
        {.file = options.output,
         .unit = options.view.unit.empty() ? noRow : unitOf(view->snapshot, options.view.unit),
         .overwrite = options.force,
         .colours = variantOf(options.colours),
         .language = context.console.language()},
        context.console.progress(context.stop));
    for (const Message& why : notDrawn)
        context.console.complain(why);
    context.console.say(Message{"cli.export.done", {{"file", options.output}}});
    return 0;
}

} // namespace

void addExportCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* command = app.add_subcommand("export", console.text({"cli.export"}));
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    command->add_flag("--qgis", options->qgis, console.text({"cli.option.qgis"}));
    command->add_option("-o,--output", options->output, console.text({"cli.option.qgis_output"}))
        ->required();
    command->add_option("--colours", options->colours, console.text({"cli.option.colours"}));
    command->add_flag("--force", options->force, console.text({"cli.option.force"}));
    command->footer(console.text({"cli.export.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return exportMap(*options, context); };
    });
}

} // namespace guatu::cli
