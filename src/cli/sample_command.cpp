// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "session/sample_job.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct SampleOptions {
    std::string folder;
    std::size_t households = 100000;
};

} // namespace

void addSampleCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<SampleOptions>();
    CLI::App* command = app.add_subcommand("sample", console.text({"cli.sample"}));
    command->add_option("folder", options->folder, console.text({"cli.option.folder"}))->required();
    command->add_option("--households", options->households,
                        console.text({"cli.option.households"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) {
            const auto file = session::makeSampleWorkspace(options->folder, options->households,
                                                           context.console.progress(context.stop));
            context.console.say(Message{"cli.sample.done", {{"file", file.string()}}});
            return 0;
        };
    });
}

} // namespace guatu::cli
