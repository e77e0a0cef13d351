// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>

namespace guatu::cli
{

/// A command that is made of several on one workspace, as `query save` and `query list`: they share
/// options, and one of them must be named.
template <typename Options>
class SubCommands
{
public:
    /// Adds `word` to `app`, with its help and the examples below it by their messages' ids.
    /// `workspace` lies in the options.
    SubCommands(CLI::App& app, const Console& console, RunCommand& run, const std::string& word,
                const std::string& helpId, const std::string& exampleId,
                std::shared_ptr<Options> options, std::string& workspace)
        : m_console(console), m_run(run), m_options(std::move(options)), m_workspace(workspace)
    {
        m_command = app.add_subcommand(word, console.text({helpId}));
        m_command->require_subcommand(1);
        m_command->footer(console.text({exampleId}));
    }

    /// Adds one that runs action(options, context) and takes the workspace first.
    template <typename Action>
    CLI::App* add(const std::string& word, const std::string& helpId, Action action)
    {
        CLI::App* sub = m_command->add_subcommand(word, m_console.text({helpId}));
        sub->add_option("workspace", m_workspace, m_console.text({"cli.option.workspace"}))
            ->required();
        sub->callback([options = m_options, action, &run = m_run] {
            run = [options, action](const CommandContext& context) {
                return action(*options, context);
            };
        });
        return sub;
    }

private:
    const Console& m_console;
    RunCommand& m_run;
    std::shared_ptr<Options> m_options;
    std::string& m_workspace;
    CLI::App* m_command;
};

} // namespace guatu::cli
