// SPDX-License-Identifier: MIT
#include "cli/map_layers.h"
#include "cli/sub_commands.h"
#include "cli/table_options.h"
#include "session/kept_looks.h"

namespace guatu::cli
{
namespace
{

struct ThemeOptions {
    TableOptions table;
    std::string workspace, layers, measure = "households", colours = "standard", who;
    MapTheme theme;
};

Measure measureOf(const std::string& word)
{
    if (word != "households" && word != "persons")
        throw inputError({"cli.theme.bad_measure", {{"word", word}}});
    return word == "persons" ? Measure::Persons : Measure::Households;
}

int listThemes(const ThemeOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    return deliver(context, {session::themeTable(options.workspace)}, options.table);
}

int saveTheme(const ThemeOptions& options, const CommandContext& context)
{
    const MapDefinition definition = loadMapDefinition(dataRoot());
    MapTheme theme = options.theme;
    theme.shown = shownBut(hiddenLayers(definition, options.layers), definition);
    theme.measure = measureOf(options.measure);
    theme.colours = variantOf(options.colours);
    session::keepTheme(options.workspace, theme, options.who);
    context.console.say(Message{"cli.theme.saved", {{"name", theme.name}}});
    return 0;
}

int deleteTheme(const ThemeOptions& options, const CommandContext& context)
{
    if (!session::dropTheme(options.workspace, options.theme.name, options.who))
        (void)themeNamed(options.workspace, options.theme.name); // says which there are
    context.console.say(Message{"cli.theme.deleted", {{"name", options.theme.name}}});
    return 0;
}

} // namespace

void addThemeCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ThemeOptions>();
    SubCommands commands(app, console, run, "theme", "cli.theme", "cli.theme.example", options,
                         options->workspace);
    addTableOptions(*commands.add("list", "cli.theme.list", listThemes), console, options->table);
    CLI::App* saving = commands.add("save", "cli.theme.save", saveTheme);
    CLI::App* deleting = commands.add("delete", "cli.theme.delete", deleteTheme);
    for (CLI::App* sub : {saving, deleting}) {
        sub->add_option("name", options->theme.name, console.text({"cli.option.theme_name"}))
            ->required();
        sub->add_option("--who", options->who, console.text({"cli.option.who_changes"}));
    }
    saving->add_option("--layers", options->layers, console.text({"cli.option.layers"}));
    saving->add_option("--measure", options->measure, console.text({"cli.option.measure"}));
    saving->add_option("--colours", options->colours, console.text({"cli.option.colours"}));
    saving->add_flag("--graticule", options->theme.graticule,
                     console.text({"cli.option.graticule"}));
    saving->add_flag("--grid", options->theme.kilometreGrid, console.text({"cli.option.grid"}));
    saving->add_flag("--locator", options->theme.locator, console.text({"cli.option.locator"}));
}

} // namespace guatu::cli
