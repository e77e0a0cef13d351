// SPDX-License-Identifier: MIT
#include "cli/view_options.h"

#include "core/error.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{

void addViewOptions(CLI::App& command, const Console& console, ViewOptions& options,
                    bool withFrozen)
{
    command.add_option("workspace", options.workspace, console.text({"cli.option.workspace"}))
        ->required();
    command.add_option("--as-of", options.asOf, console.text({"cli.option.view_as_of"}));
    if (withFrozen)
        command.add_option("--frozen", options.frozen, console.text({"cli.option.frozen"}));
}

void addUnitOption(CLI::App& command, const Console& console, ViewOptions& options)
{
    command.add_option("--unit", options.unit, console.text({"cli.option.unit"}));
}

Date dateOf(const std::string& text)
{
    if (const auto date = Date::fromIso(text))
        return *date;
    throw inputError({"cli.bad_date", {{"date", text}}});
}

ViewOptions viewAt(ViewOptions options, const std::string& dateOrName)
{
    const bool isDate = Date::fromIso(dateOrName).has_value();
    (isDate ? options.asOf : options.frozen) = dateOrName;
    return options;
}

std::shared_ptr<const session::WorkspaceView> openView(const ViewOptions& options,
                                                       const CommandContext& context)
{
    if (!options.frozen.empty()) {
        if (!options.asOf.empty())
            throw inputError({"cli.frozen_and_date"});
        return session::openFrozen(options.workspace, options.frozen,
                                   context.console.progress(context.stop));
    }
    std::optional<Date> asOf;
    if (!options.asOf.empty())
        asOf = dateOf(options.asOf);
    return session::openWorkspace(options.workspace, asOf, context.console.progress(context.stop));
}

} // namespace guatu::cli
