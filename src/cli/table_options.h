// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"
#include "core/table.h"
#include "exchange/table_writer.h"
#include "session/workspace_view.h"

#include <string>
#include <vector>

namespace guatu::cli
{

/// How tables are put out: arguments that listing commands share.
struct TableOptions {
    std::string format, output, table;
    std::string audience{}; ///< of a file; empty: as the workspace has it
    std::size_t limit = 50; ///< rows on a terminal; 0 for all
    bool force = false;
    bool titleBlock = false; ///< workbooks with title and notes above the headers
};

/// Adds --format, -o, --force, --limit, and --table where the command makes `several`.
void addTableOptions(CLI::App& command, const Console& console, TableOptions& options,
                     bool several = false);

/// Adds --for, of lists that may speak of persons and places.
void addAudienceOption(CLI::App& command, const Console& console, TableOptions& options);

/// Refuses what cannot be done before anything is computed: an unknown format, a format that
/// needs a file, a file whose extension is another format's, a file that exists.
void checkTableOptions(const TableOptions& options);

/// Prints the tables, or writes them and says so. The exit code is 0, also when they are empty.
int deliver(const CommandContext& context, std::vector<Table> tables, const TableOptions& options);

/// The same; what gets into a file is masked for its audience, and columns that stay behind are
/// named.
int deliver(const CommandContext& context, const session::WorkspaceView& view,
            std::vector<Table> tables, const TableOptions& options);

} // namespace guatu::cli
