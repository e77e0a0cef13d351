// SPDX-License-Identifier: MIT
#include "cli/map_layers.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/classified.h"
#include "core/error.h"
#include "core/text.h"
#include "session/export_policy.h"
#include "session/handed_out.h"
#include "session/kept_looks.h"
#include "session/layer_export.h"
#include "session/qgis_export.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct ExportOptions {
    ViewOptions view;
    std::string output, colours = "standard";
    std::string layers, where, query, audience, crs, encoding, fieldNames = "titles";
    bool qgis = false;
    bool force = false;
    bool withNames = false;
};

using ViewPointer = std::shared_ptr<const session::WorkspaceView>;

RowIndex unitOrAll(const ExportOptions& options, const session::WorkspaceView& view)
{
    return options.view.unit.empty() ? noRow : unitOf(view.snapshot, options.view.unit);
}

int exportProject(const ExportOptions& options, const CommandContext& context)
{
    const ViewPointer view = openView(options.view, context);
    const auto notDrawn = session::exportToQgis(*view,
                                                {.file = options.output,
                                                 .unit = unitOrAll(options, *view),
                                                 .overwrite = options.force,
                                                 .colours = variantOf(options.colours),
                                                 .language = context.console.language()},
                                                context.console.progress(context.stop));
    for (const Message& why : notDrawn)
        context.console.complain(why);
    context.console.say(Message{"cli.export.done", {{"file", options.output}}});
    return 0;
}

/// The word of an option that knows a few. Throws Error(Input) naming them.
void requireWord(const char* option, const std::string& word, std::string_view known)
{
    for (const std::string_view each : split(known, ' '))
        if (each == word)
            return;
    throw inputError({"cli.export.bad_word",
                      {{"option", option}, {"word", word}, {"known", std::string(known)}}});
}

exchange::LayerFile layerFile(const ExportOptions& options, Language language)
{
    const auto format = exchange::layerFormatOf(options.output);
    if (!format)
        throw inputError({"cli.export.unknown_format", {{"file", options.output}}});
    requireWord("--field-names", options.fieldNames, "titles keys");
    const std::string encoding = options.encoding.empty() ? "utf-8" : foldWidth(options.encoding);
    requireWord("--encoding", encoding, "utf-8 utf8 gbk");
    return {.file = options.output,
            .format = *format,
            .crs = options.crs,
            .gbk = encoding == "gbk",
            .names = options.fieldNames == "keys" ? exchange::FieldNames::Keys
                                                  : exchange::FieldNames::Titles,
            .overwrite = options.force,
            .language = language};
}

std::vector<session::ExportRows> chosenRows(const ExportOptions& options,
                                            const session::WorkspaceView& view, Language language,
                                            const Progress& progress)
{
    if (!options.query.empty()) {
        if (!options.layers.empty() || !options.where.empty() || !options.view.unit.empty())
            throw inputError({"cli.export.query_alone"});
        return {session::queryRows(view, options.query, progress)};
    }
    if (options.layers.empty())
        throw inputError({"cli.export.no_kind"});
    session::LayerChoice choice{
        .where = options.where, .unit = unitOrAll(options, view), .language = language};
    for (const std::string_view layer : split(options.layers, ','))
        choice.layers.emplace_back(trim(layer));
    MapDefinition definition = session::drawnWith(session::keptLooks(view.file),
                                                  loadMapDefinition(dataRoot()), view.tables)
                                   .definition;
    definition =
        classified(coloured(std::move(definition), variantOf(options.colours)), view.tables);
    return session::layerRows(view, definition, choice, progress);
}

int exportLayers(const ExportOptions& options, const CommandContext& context)
{
    const Language language = context.console.language();
    session::ExportRequest request{.to = layerFile(options, language),
                                   .withNames = options.withNames};
    const ViewPointer view = openView(options.view, context);
    request.audience = session::audienceFor(options.audience, session::exportPolicy(*view));
    const Progress progress = context.console.progress(context.stop);
    const auto rows = chosenRows(options, *view, language, progress);
    const exchange::LayersWritten written = session::exportRows(*view, rows, request, progress);
    for (const Message& note : written.notes)
        context.console.complain(note);
    std::size_t count = 0;
    for (const session::ExportRows& each : rows)
        count += each.rows.size();
    for (const auto& file : written.files)
        context.console.say(Message{"cli.export.file", {{"file", file.string()}}});
    context.console.say(Message{"cli.export.rows",
                                {{"layers", std::to_string(rows.size())},
                                 {"rows", withThousands(static_cast<long long>(count))}}});
    return 0;
}

int exportMap(const ExportOptions& options, const CommandContext& context)
{
    return options.qgis ? exportProject(options, context) : exportLayers(options, context);
}

} // namespace

void addExportCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ExportOptions>();
    const auto help = [&console](const char* id) { return console.text({id}); };
    CLI::App* command = app.add_subcommand("export", help("cli.export"));
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    command->add_option("--layers", options->layers, help("cli.option.export_layers"));
    command->add_option("--where", options->where, help("cli.option.where"));
    command->add_option("--query", options->query, help("cli.option.export_query"));
    command->add_option("--for", options->audience, help("cli.option.audience"));
    command->add_option("--crs", options->crs, help("cli.option.export_crs"));
    command->add_option("--encoding", options->encoding, help("cli.option.export_encoding"));
    command->add_option("--field-names", options->fieldNames, help("cli.option.field_names"));
    command->add_flag("--with-names", options->withNames, help("cli.option.with_names"));
    command->add_flag("--qgis", options->qgis, help("cli.option.qgis"));
    command->add_option("-o,--output", options->output, help("cli.option.export_output"))
        ->required();
    command->add_option("--colours", options->colours, help("cli.option.colours"));
    command->add_flag("--force", options->force, help("cli.option.force"));
    command->footer(help("cli.export.example"));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return exportMap(*options, context); };
    });
}

} // namespace guatu::cli
