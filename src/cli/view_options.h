// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"
#include "session/workspace_view.h"

#include <memory>
#include <string>

namespace guatu::cli
{

/// Which workspace, at which date, and which unit of it: arguments that reading commands share.
struct ViewOptions {
    std::string workspace, unit, asOf, frozen;
};

/// Adds WORKSPACE, --as-of and, unless told otherwise, --frozen.
void addViewOptions(CLI::App& command, const Console& console, ViewOptions& options,
                    bool withFrozen = true);
/// Adds --unit.
void addUnitOption(CLI::App& command, const Console& console, ViewOptions& options);

/// Throws Error(Input) for a date that is none.
[[nodiscard]] Date dateOf(const std::string& text);

/// The options for a state that is given by its date, or by the name it was frozen under.
[[nodiscard]] ViewOptions viewAt(ViewOptions options, const std::string& dateOrName);

/// Opens what the options name. Throws Error.
[[nodiscard]] std::shared_ptr<const session::WorkspaceView> openView(const ViewOptions& options,
                                                                     const CommandContext& context);

} // namespace guatu::cli
