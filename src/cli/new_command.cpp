// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "core/definition.h"
#include "core/profile.h"
#include "session/new_workspace.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct NewOptions {
    std::string workspace;
    std::string profile = "chuxiong-2020-100days";
};

} // namespace

void addNewCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<NewOptions>();
    CLI::App* command = app.add_subcommand("new", console.text({"cli.new"}));
    command->add_option("workspace", options->workspace, console.text({"cli.option.new_workspace"}))
        ->required();
    command->add_option("--profile", options->profile, console.text({"cli.option.profile"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) {
            const Profile profile = session::createWorkspace(options->workspace, options->profile);
            context.console.say(
                Message{"cli.new.done",
                        {{"file", options->workspace},
                         {"profile", profile.title.in(context.console.language())}}});
            return 0;
        };
    });
}

} // namespace guatu::cli
