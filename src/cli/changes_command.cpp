// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "session/tables/changes_table.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct ChangesOptions {
    ViewOptions view;
    TableOptions table;
    std::string from, to;
};

int changes(const ChangesOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const ViewOptions before = viewAt(options.view, options.from);
    const ViewOptions after = viewAt(options.view, options.to);
    const auto from = openView(before, context);
    const auto to = openView(after, context);
    if (from->snapshot.asOf > to->snapshot.asOf)
        throw inputError({"cli.changes.backwards",
                          {{"from", from->snapshot.asOf.iso()}, {"to", to->snapshot.asOf.iso()}}});
    const RowIndex unit = unitOf(to->snapshot, options.view.unit);
    return deliver(context, *to, session::changesTables(*from, *to, unit), options.table);
}

} // namespace

void addChangesCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ChangesOptions>();
    CLI::App* command = app.add_subcommand("changes", console.text({"cli.changes"}));
    command
        ->add_option("workspace", options->view.workspace, console.text({"cli.option.workspace"}))
        ->required();
    command->add_option("from", options->from, console.text({"cli.option.from"}))->required();
    command->add_option("to", options->to, console.text({"cli.option.to"}))->required();
    addUnitOption(*command, console, options->view);
    addTableOptions(*command, console, options->table, true);
    addAudienceOption(*command, console, options->table);
    command->footer(console.text({"cli.changes.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return changes(*options, context); };
    });
}

} // namespace guatu::cli
