// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/view_options.h"
#include "session/frozen.h"
#include "session/login_name.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct FreezeOptions {
    ViewOptions view;
    TableOptions table;
    std::string name, who;
    bool list = false, remove = false;
};

Table frozenTable(const std::string& workspace)
{
    const auto title = [](std::string_view id) { return localText(id); };
    Table table("frozen_states", title("table.frozen_states"),
                {{"name", title("column.name")},
                 {"as_of", title("column.as_of"), ColumnKind::Date},
                 {"frozen_at", title("column.frozen_at")},
                 {"households", title("column.households"), ColumnKind::Integer}});
    for (const store::FrozenSnapshot& state : session::frozenList(workspace))
        table.addRow({state.name, state.asOf, state.frozenAt, state.households});
    return table;
}

int freeze(const FreezeOptions& options, const CommandContext& context)
{
    const Console& console = context.console;
    const std::string& workspace = options.view.workspace;
    if (options.list || options.name.empty()) {
        checkTableOptions(options.table);
        return deliver(context, {frozenTable(workspace)}, options.table);
    }
    const std::string who = session::whoOrLogin(options.who);
    if (options.remove) {
        session::removeFrozen(workspace, options.name, who);
        console.say(Message{"cli.freeze.deleted", {{"name", options.name}}});
        return 0;
    }
    std::optional<Date> asOf;
    if (!options.view.asOf.empty())
        asOf = dateOf(options.view.asOf);
    const store::FrozenSnapshot kept =
        session::freeze(workspace, options.name, asOf, who, console.progress(context.stop));
    console.say(Message{"cli.freeze.done", {{"name", kept.name}, {"date", kept.asOf.iso()}}});
    return 0;
}

} // namespace

void addFreezeCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<FreezeOptions>();
    options->table.limit = 0;
    CLI::App* command = app.add_subcommand("freeze", console.text({"cli.freeze"}));
    addViewOptions(*command, console, options->view, false);
    command->add_option("name", options->name, console.text({"cli.option.frozen_name"}));
    command->add_flag("--list", options->list, console.text({"cli.option.frozen_list"}));
    command->add_flag("--delete", options->remove, console.text({"cli.option.frozen_delete"}));
    command->add_option("--who", options->who, console.text({"cli.option.who_changes"}));
    addTableOptions(*command, console, options->table);
    command->footer(console.text({"cli.freeze.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return freeze(*options, context); };
    });
}

} // namespace guatu::cli
