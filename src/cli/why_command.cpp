// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "session/tables/exit_card_table.h"
#include "session/why_tree.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct WhyOptions {
    ViewOptions view;
    TableOptions table;
    std::string subject;
    int depth = 2;
    std::size_t limit = 10;
};

/// The tree, each line behind its branches.
void sayTree(const Console& console, const std::vector<session::WhyLine>& lines)
{
    std::vector<std::size_t> omitted; ///< by depth, of the open nodes
    const auto closeTo = [&](int depth) {
        while (omitted.size() > static_cast<std::size_t>(depth)) {
            if (omitted.back() > 0)
                console.say(
                    std::string(omitted.size() * 2, ' ') +
                    console.text({"cli.why.more", {{"count", std::to_string(omitted.back())}}}));
            omitted.pop_back();
        }
    };
    for (const session::WhyLine& line : lines) {
        closeTo(line.depth);
        console.say(std::string(static_cast<std::size_t>(line.depth) * 2, ' ') +
                    line.node.text.in(console.language()));
        omitted.push_back(line.omitted);
    }
    closeTo(0);
}

int why(const WhyOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const auto view = openView(options.view, context);
    const Subject subject = subjectOf(view->snapshot, options.subject);
    const auto lines =
        session::whyTree(*view, subject.type, subject.row, options.depth, options.limit);
    if (!options.table.format.empty() || !options.table.output.empty())
        return deliver(context, {session::whyTable(*view, lines)}, options.table);
    const Console& console = context.console;
    console.say(
        campaign::explain(view->snapshot, view->profile, view->closure, subject.type, subject.row)
            .in(console.language()));
    console.say(std::string{});
    sayTree(console, lines);
    return 0;
}

} // namespace

void addWhyCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<WhyOptions>();
    options->table.limit = 0;
    CLI::App* command = app.add_subcommand("why", console.text({"cli.why"}));
    addViewOptions(*command, console, options->view);
    command->add_option("subject", options->subject, console.text({"cli.option.subject"}))
        ->required();
    command->add_option("--depth", options->depth, console.text({"cli.option.depth"}))
        ->check(CLI::Range(0, 20));
    command->add_option("--branches", options->limit, console.text({"cli.option.branches"}));
    addTableOptions(*command, console, options->table);
    command->footer(console.text({"cli.why.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return why(*options, context); };
    });
}

} // namespace guatu::cli
