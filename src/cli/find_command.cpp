// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "session/search.h"
#include "session/workspace_view.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct FindOptions {
    std::string workspace;
    std::string query;
    std::size_t limit = 20;
};

int find(const FindOptions& options, const CommandContext& context)
{
    const auto view =
        session::openWorkspace(options.workspace, {}, context.console.progress(context.stop));
    const auto hits = session::SearchIndex(view->snapshot).find(options.query, options.limit);
    for (const session::SearchHit& hit : hits)
        context.console.say(hit.code + "  " + hit.name + "  " + hit.context);
    if (hits.empty())
        context.console.say(Message{"cli.find.nothing", {{"query", options.query}}});
    return 0;
}

} // namespace

void addFindCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<FindOptions>();
    CLI::App* command = app.add_subcommand("find", console.text({"cli.find"}));
    command->add_option("workspace", options->workspace, console.text({"cli.option.workspace"}))
        ->required();
    command->add_option("query", options->query, console.text({"cli.option.query"}))->required();
    command->add_option("--limit", options->limit, console.text({"cli.option.limit"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return find(*options, context); };
    });
}

} // namespace guatu::cli
