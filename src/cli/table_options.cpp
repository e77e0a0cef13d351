// SPDX-License-Identifier: MIT
#include "cli/table_options.h"

#include "core/error.h"
#include "session/export_policy.h"
#include "session/handed_out.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace guatu::cli
{
namespace
{

using exchange::TableFormat;

/// The format that is asked for, else that of the file's name, else a table to read.
TableFormat formatOf(const TableOptions& options)
{
    const auto byFile = exchange::tableFormatOf(options.output);
    if (options.format.empty()) {
        if (!options.output.empty() && !byFile)
            throw inputError({"cli.table.no_format", {{"file", options.output}}});
        return byFile.value_or(TableFormat::Text);
    }
    const auto format = exchange::tableFormatFromString(options.format);
    if (!format)
        throw inputError({"cli.table.bad_format", {{"format", options.format}}});
    if (!options.output.empty() && byFile != format)
        throw inputError(
            {"cli.table.other_extension", {{"file", options.output}, {"format", options.format}}});
    return *format;
}

std::vector<Table> chosen(std::vector<Table> tables, const std::string& key)
{
    if (key.empty())
        return tables;
    std::string keys;
    for (Table& table : tables) {
        if (table.key() == key)
            return {std::move(table)};
        keys += " " + table.key();
    }
    throw inputError({"cli.table.no_table", {{"table", key}, {"tables", keys}}});
}

std::size_t rowsOf(const std::vector<Table>& tables)
{
    std::size_t rows = 0;
    for (const Table& table : tables)
        rows += table.size();
    return rows;
}

} // namespace

void addTableOptions(CLI::App& command, const Console& console, TableOptions& options, bool several)
{
    command.add_option("--format", options.format, console.text({"cli.option.format"}));
    command.add_option("-o,--output", options.output, console.text({"cli.option.table_output"}));
    command.add_flag("--force", options.force, console.text({"cli.option.force"}));
    command.add_option("--limit", options.limit, console.text({"cli.option.table_limit"}));
    if (several)
        command.add_option("--table", options.table, console.text({"cli.option.table"}));
}

void addAudienceOption(CLI::App& command, const Console& console, TableOptions& options)
{
    command.add_option("--for", options.audience, console.text({"cli.option.audience"}));
}

void checkTableOptions(const TableOptions& options)
{
    const TableFormat format = formatOf(options);
    if (exchange::needsFile(format) && options.output.empty())
        throw inputError({"cli.table.needs_output"});
    std::error_code code;
    if (!options.output.empty() && !options.force && std::filesystem::exists(options.output, code))
        throw inputError({"table.exists", {{"file", options.output}}});
}

int deliver(const CommandContext& context, std::vector<Table> tables, const TableOptions& options)
{
    const Console& console = context.console;
    const Language language = console.language();
    const TableFormat format = formatOf(options);
    tables = chosen(std::move(tables), options.table);
    if (options.output.empty()) {
        std::cout << exchange::tablesAsText(tables, format, language, options.limit);
        return 0;
    }
    exchange::writeTables({.file = options.output,
                           .format = format,
                           .overwrite = options.force,
                           .workbook = {.titleBlock = options.titleBlock}},
                          tables, language);
    console.say(Message{"cli.table.done",
                        {{"file", options.output}, {"rows", std::to_string(rowsOf(tables))}}});
    return 0;
}

int deliver(const CommandContext& context, const session::WorkspaceView& view,
            std::vector<Table> tables, const TableOptions& options)
{
    if (options.output.empty())
        return deliver(context, std::move(tables), options);
    const Audience audience = session::audienceFor(options.audience, session::exportPolicy(view));
    session::HandedOut out = session::handedOut(view, chosen(std::move(tables), options.table),
                                                audience, context.console.language());
    for (const Message& note : out.notes)
        context.console.complain(note);
    if (!out.notes.empty() && options.audience.empty())
        context.console.complain(Message{"cli.table.for_internal"});
    return deliver(context, std::move(out.tables), options);
}

} // namespace guatu::cli
