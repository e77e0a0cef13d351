// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "session/tables/status_table.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct StatusOptions {
    ViewOptions view;
    TableOptions table;
};

} // namespace

void addStatusCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<StatusOptions>();
    CLI::App* command = app.add_subcommand("status", console.text({"cli.status"}));
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    addTableOptions(*command, console, options->table);
    addAudienceOption(*command, console, options->table);
    command->footer(console.text({"cli.status.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) {
            checkTableOptions(options->table);
            const auto view = openView(options->view, context);
            const RowIndex unit = unitOf(view->snapshot, options->view.unit);
            return deliver(context, *view, {session::statusTable(*view, unit)}, options->table);
        };
    });
}

} // namespace guatu::cli
