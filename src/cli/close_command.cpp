// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "session/closure_signing.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct CloseOptions {
    ViewOptions view;
    TableOptions table;
    std::string action, subject, level, role, on, note, who;
};

std::optional<Level> levelOf(const std::string& word)
{
    if (word.empty())
        return std::nullopt;
    const auto level = levelFromString(word);
    if (!level)
        throw inputError({"cli.close.bad_level", {{"level", word}}});
    return level;
}

int close(const CloseOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const bool history = options.action == "history";
    const auto action = session::signActionFromString(options.action);
    if (!history && !action)
        throw inputError({"cli.close.bad_action", {{"action", options.action}}});
    ViewOptions atDay = options.view;
    atDay.asOf = options.on;
    auto view = openView(atDay, context);
    const Subject subject = subjectOf(view->snapshot, options.subject);
    if (!history) {
        session::signStep(*view, {.type = subject.type,
                                  .row = subject.row,
                                  .action = *action,
                                  .level = levelOf(options.level),
                                  .role = options.role,
                                  .note = options.note,
                                  .who = options.who});
        view = openView(atDay, context);
    }
    return deliver(context, {session::signatureTable(*view, subject.type, subject.row)},
                   options.table);
}

} // namespace

void addCloseCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<CloseOptions>();
    CLI::App* command = app.add_subcommand("close", console.text({"cli.close"}));
    command
        ->add_option("workspace", options->view.workspace, console.text({"cli.option.workspace"}))
        ->required();
    command->add_option("action", options->action, console.text({"cli.option.close_action"}))
        ->required();
    command->add_option("subject", options->subject, console.text({"cli.option.subject"}))
        ->required();
    command->add_option("--level", options->level, console.text({"cli.option.sign_level"}));
    command->add_option("--role", options->role, console.text({"cli.option.role"}));
    command->add_option("--on", options->on, console.text({"cli.option.on"}));
    command->add_option("--note", options->note, console.text({"cli.option.note"}));
    command->add_option("--who", options->who, console.text({"cli.option.who_changes"}));
    addTableOptions(*command, console, options->table);
    command->footer(console.text({"cli.close.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return close(*options, context); };
    });
}

} // namespace guatu::cli
