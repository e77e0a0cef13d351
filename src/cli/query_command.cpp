// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/view_options.h"
#include "session/query_answer.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct QueryOptions {
    ViewOptions view;
    TableOptions table;
    std::string name, text, who;
};

int save(const QueryOptions& options, const CommandContext& context)
{
    const auto view = openView(options.view, context);
    session::saveQuery(*view, options.who, options.name, options.text);
    context.console.say(Message{"cli.query.saved", {{"name", options.name}}});
    return 0;
}

int remove(const QueryOptions& options, const CommandContext& context)
{
    session::deleteQuery(options.view.workspace, options.who, options.name);
    context.console.say(Message{"cli.query.deleted", {{"name", options.name}}});
    return 0;
}

int list(const QueryOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    return deliver(context, {session::queryTable(options.view.workspace)}, options.table);
}

} // namespace

void addQueryCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<QueryOptions>();
    options->table.limit = 0;
    CLI::App* command = app.add_subcommand("query", console.text({"cli.query"}));
    command->require_subcommand(1);
    command->footer(console.text({"cli.query.example"}));
    const auto add = [&](const char* word, const char* helpId, auto action) {
        CLI::App* sub = command->add_subcommand(word, console.text({helpId}));
        sub->add_option("workspace", options->view.workspace,
                        console.text({"cli.option.workspace"}))
            ->required();
        sub->callback([options, action, &run] {
            run = [options, action](const CommandContext& context) {
                return action(*options, context);
            };
        });
        return sub;
    };
    CLI::App* saving = add("save", "cli.query.save", save);
    CLI::App* deleting = add("delete", "cli.query.delete", remove);
    for (CLI::App* sub : {saving, deleting}) {
        sub->add_option("name", options->name, console.text({"cli.option.query_name"}))->required();
        sub->add_option("--who", options->who, console.text({"cli.option.who_changes"}));
    }
    saving->add_option("text", options->text, console.text({"cli.option.query_text"}))->required();
    addTableOptions(*add("list", "cli.query.list", list), console, options->table);
}

} // namespace guatu::cli
