// SPDX-License-Identifier: MIT
#include "cli/sub_commands.h"
#include "cli/table_options.h"
#include "cli/view_options.h"
#include "session/query_answer.h"

namespace guatu::cli
{
namespace
{

struct QueryOptions {
    ViewOptions view;
    TableOptions table;
    std::string name, text, who;
};

int saveQuery(const QueryOptions& options, const CommandContext& context)
{
    const auto view = openView(options.view, context);
    session::saveQuery(*view, options.who, options.name, options.text);
    context.console.say(Message{"cli.query.saved", {{"name", options.name}}});
    return 0;
}

int deleteQuery(const QueryOptions& options, const CommandContext& context)
{
    session::deleteQuery(options.view.workspace, options.who, options.name);
    context.console.say(Message{"cli.query.deleted", {{"name", options.name}}});
    return 0;
}

int listQueries(const QueryOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    return deliver(context, {session::queryTable(options.view.workspace)}, options.table);
}

} // namespace

void addQueryCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<QueryOptions>();
    options->table.limit = 0;
    SubCommands commands(app, console, run, "query", "cli.query", "cli.query.example", options,
                         options->view.workspace);
    CLI::App* saving = commands.add("save", "cli.query.save", saveQuery);
    CLI::App* deleting = commands.add("delete", "cli.query.delete", deleteQuery);
    for (CLI::App* sub : {saving, deleting}) {
        sub->add_option("name", options->name, console.text({"cli.option.query_name"}))->required();
        sub->add_option("--who", options->who, console.text({"cli.option.who_changes"}));
    }
    saving->add_option("text", options->text, console.text({"cli.option.query_text"}))->required();
    addTableOptions(*commands.add("list", "cli.query.list", listQueries), console, options->table);
}

} // namespace guatu::cli
