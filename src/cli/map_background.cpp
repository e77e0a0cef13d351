// SPDX-License-Identifier: MIT
#include "cli/map_background.h"

#include "basemap/preferences.h"
#include "basemap/sheet_background.h"

#include <CLI/CLI.hpp>
#include <QSettings>

namespace guatu::cli
{
namespace
{

/// Throws Error(Input) naming those there are.
Basemap basemapOf(const std::string& name)
{
    if (name.ends_with(".json"))
        return readBasemap(name);
    std::string all;
    for (Basemap& basemap : basemap::allBasemaps(basemap::userBasemapFolder())) {
        if (basemap.id == name)
            return std::move(basemap);
        all += " " + basemap.id;
    }
    throw inputError({"cli.map.no_basemap", {{"name", name}, {"basemaps", all}}});
}

} // namespace

void addBackgroundOptions(CLI::App& command, const Console& console, BackgroundOptions& options)
{
    command.add_option("--background", options.files, console.text({"cli.option.background"}))
        ->expected(1)
        ->take_all();
    command.add_option("--basemap", options.basemap, console.text({"cli.option.basemap"}));
    command.add_flag("--online", options.online, console.text({"cli.option.online"}));
}

void addBackground(render::MapScene& scene, const render::MapView& view,
                   const BackgroundOptions& options, const CommandContext& context)
{
    basemap::SheetSources sources;
    sources.files.assign(options.files.begin(), options.files.end());
    sources.isOnline = options.online;
    if (!options.basemap.empty()) {
        QSettings settings(basemap::userSettingsFile(), QSettings::IniFormat);
        sources.basemap = basemapOf(options.basemap);
        sources.keys =
            basemap::withEnvironment(basemap::Preferences(settings).keys(), {*sources.basemap});
        sources.tileFolder = basemap::userTileFolder();
    }
    if (sources.empty())
        return;
    const auto report =
        basemap::layUnder(scene, view, sources, context.console.progress(context.stop));
    if (report.missing == 0)
        return;
    context.console.complain(
        Message{"basemap.missing", {{"count", std::to_string(report.missing)}}});
    context.console.complain(report.why);
}

} // namespace guatu::cli
