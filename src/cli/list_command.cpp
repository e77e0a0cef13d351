// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "session/tables/supervision_table.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct ListOptions {
    ViewOptions view;
    TableOptions table;
    bool difference = false;
};

int list(const ListOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const auto view = openView(options.view, context);
    const RowIndex unit = unitOf(view->snapshot, options.view.unit);
    return deliver(context, *view,
                   {options.difference ? session::listingDifferenceTable(*view, unit)
                                       : session::supervisionTable(*view, unit)},
                   options.table);
}

} // namespace

void addListCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ListOptions>();
    CLI::App* command = app.add_subcommand("list", console.text({"cli.list"}));
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    command->add_flag("--difference", options->difference, console.text({"cli.option.difference"}));
    addTableOptions(*command, console, options->table);
    addAudienceOption(*command, console, options->table);
    command->footer(console.text({"cli.list.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return list(*options, context); };
    });
}

} // namespace guatu::cli
