// SPDX-License-Identifier: MIT
#include "cli/sub_commands.h"
#include "cli/table_options.h"
#include "cli/view_options.h"
#include "session/kept_looks.h"
#include "session/style_import.h"

namespace guatu::cli
{
namespace
{

struct StyleOptions {
    ViewOptions view;
    TableOptions table;
    std::string layer, other, file, who;
    bool force = false;
};

/// The map as the workspace has it drawn; what cannot be drawn is said.
MapDefinition definitionOf(const session::WorkspaceView& view, const CommandContext& context)
{
    auto [definition, notDrawn] = session::drawnWith(session::keptLooks(view.file),
                                                     loadMapDefinition(dataRoot()), view.tables);
    for (const Message& why : notDrawn)
        context.console.complain(why);
    return definition;
}

int listLooks(const StyleOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    return deliver(context,
                   {session::lookTable(options.view.workspace, loadMapDefinition(dataRoot()))},
                   options.table);
}

int showLook(const StyleOptions& options, const CommandContext& context)
{
    const auto view = openView(options.view, context);
    const std::string json = lookJson(lookOf(definitionOf(*view, context), options.layer));
    context.console.say(json.substr(0, json.size() - 1));
    return 0;
}

void keep(const StyleOptions& options, const CommandContext& context, const LayerLook& look)
{
    session::keepLook(options.view.workspace, look, options.who);
    context.console.say(Message{"cli.style.kept", {{"layer", look.layer}}});
}

int set(const StyleOptions& options, const CommandContext& context)
{
    const LayerLook look = loadLook(options.file);
    const auto view = openView(options.view, context);
    if (auto why = whyNotDrawn(look, loadMapDefinition(dataRoot()), view->tables))
        throw inputError(std::move(*why));
    keep(options, context, look);
    return 0;
}

int copy(const StyleOptions& options, const CommandContext& context)
{
    const auto view = openView(options.view, context);
    keep(options, context,
         copiedLook(definitionOf(*view, context), view->tables, options.layer, options.other));
    return 0;
}

int import(const StyleOptions& options, const CommandContext& context)
{
    const auto view = openView(options.view, context);
    const session::ImportedLook imported = session::importLook(
        definitionOf(*view, context), view->tables, options.layer, options.file);
    for (const Message& note : imported.notes)
        context.console.complain(note);
    keep(options, context, imported.look);
    return 0;
}

int exportStyle(const StyleOptions& options, const CommandContext& context)
{
    const auto view = openView(options.view, context);
    session::exportLook(definitionOf(*view, context), view->tables, options.layer, options.file,
                        options.force, context.console.language());
    context.console.say(Message{"cli.style.exported", {{"file", options.file}}});
    return 0;
}

int reset(const StyleOptions& options, const CommandContext& context)
{
    const bool dropped = session::dropLook(options.view.workspace, options.layer, options.who);
    context.console.say(
        Message{dropped ? "cli.style.dropped" : "cli.style.none", {{"layer", options.layer}}});
    return 0;
}

} // namespace

void addStyleCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<StyleOptions>();
    options->table.limit = 0;
    SubCommands commands(app, console, run, "style", "cli.style", "cli.style.example", options,
                         options->view.workspace);
    const auto need = [&](CLI::App* sub, const char* name, std::string& value, const char* helpId) {
        sub->add_option(name, value, console.text({helpId}))->required();
    };
    addTableOptions(*commands.add("list", "cli.style.list", listLooks), console, options->table);
    CLI::App* showing = commands.add("show", "cli.style.show", showLook);
    CLI::App* setting = commands.add("set", "cli.style.set", set);
    CLI::App* copying = commands.add("copy", "cli.style.copy", copy);
    CLI::App* resetting = commands.add("reset", "cli.style.reset", reset);
    CLI::App* importing = commands.add("import", "cli.style.import", import);
    CLI::App* exporting = commands.add("export", "cli.style.export", exportStyle);
    for (CLI::App* sub : {showing, copying, resetting, importing, exporting})
        need(sub, "layer", options->layer, "cli.option.layer");
    need(setting, "file", options->file, "cli.option.look_file");
    need(copying, "to", options->other, "cli.option.layer_to");
    need(importing, "file", options->file, "cli.option.style_file");
    exporting->add_option("-o,--output", options->file, console.text({"cli.option.style_output"}))
        ->required();
    exporting->add_flag("--force", options->force, console.text({"cli.option.force"}));
    for (CLI::App* sub : {setting, copying, resetting, importing})
        sub->add_option("--who", options->who, console.text({"cli.option.who_changes"}));
}

} // namespace guatu::cli
