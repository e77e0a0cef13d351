// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/gui_application.h"
#include "cli/map_background.h"
#include "cli/map_layers.h"
#include "cli/map_scene.h"
#include "cli/unit_argument.h"
#include "core/ground_scale.h"
#include "core/text.h"
#include "render/locator.h"
#include "render/map_font.h"
#include "render/map_picture.h"
#include "render/sheet_view.h"
#include "session/export_policy.h"
#include "session/handed_out.h"
#include "session/kept_looks.h"
#include "session/overview.h"
#include "session/unit_point.h"
#include "session/workspace_view.h"

#include <CLI/CLI.hpp>
#include <QImage>
#include <QPainter>

#include <charconv>
#include <cmath>

namespace guatu::cli
{
namespace
{

struct MapOptions {
    std::string workspace, unit, layers, theme, output, asOf, audience;
    std::string size = "1600x1200";
    std::string colours;
    double dpi = 96;
    BackgroundOptions background{};
    bool plain = false, graticule = false, grid = false, locator = false;
};

/// "1600x1200" as logical pixels. Throws Error(Input).
std::pair<int, int> parseSize(const std::string& size)
{
    constexpr int most = 30000;
    int width = 0;
    int height = 0;
    const char* end = size.data() + size.size();
    const auto [atX, badWidth] = std::from_chars(size.data(), end, width);
    if (badWidth == std::errc{} && atX != end && *atX == 'x') {
        const auto [atEnd, badHeight] = std::from_chars(atX + 1, end, height);
        if (badHeight == std::errc{} && atEnd == end && width >= 100 && height >= 100 &&
            width <= most && height <= most)
            return {width, height};
    }
    throw inputError({"cli.map.bad_size", {{"size", size}}});
}

/// Everything there is, for workspaces without any unit.
Box boxOf(const FeatureTables& tables)
{
    Box box;
    for (const auto& table : tables)
        box.add(table->geometry.box());
    return box;
}

/// What is drawn and what is off: the theme asked for, else the layers asked for.
MapTheme themeOf(const MapOptions& options, const MapDefinition& definition)
{
    MapTheme theme;
    if (!options.theme.empty())
        theme = themeNamed(options.workspace, options.theme);
    else
        theme.shown = shownBut(hiddenLayers(definition, options.layers), definition);
    theme.graticule = theme.graticule || options.graticule;
    theme.kilometreGrid = theme.kilometreGrid || options.grid;
    theme.locator = theme.locator || options.locator;
    if (!options.colours.empty())
        theme.colours = variantOf(options.colours);
    return theme;
}

void save(const QImage& image, const std::string& file)
{
    if (!image.save(QString::fromStdString(file)))
        throw inputError({"cli.map.not_written", {{"file", file}}});
}

int drawMapFile(const MapOptions& options, const CommandContext& context)
{
    const auto [width, height] = parseSize(options.size);
    const auto asOf = options.asOf.empty() ? std::nullopt : Date::fromIso(options.asOf);
    if (!options.asOf.empty() && !asOf)
        throw inputError({"cli.bad_date", {{"date", options.asOf}}});

    const GuiApplication application;

    const auto view =
        session::openWorkspace(options.workspace, asOf, context.console.progress(context.stop));
    const bool hasUnits = view->snapshot.units.size() != 0;
    const RowIndex unit = hasUnits ? unitOf(view->snapshot, options.unit) : noRow;
    const Box box = hasUnits ? session::unitBox(view->snapshot.units, unit) : boxOf(view->tables);
    if (box.empty())
        throw inputError({"cli.map.nothing_located", {{"file", options.workspace}}});

    const Language language = context.console.language();
    if (const auto font = render::fontSubstitution())
        context.console.complain(
            Message{"render.font_instead", {{"wanted", font->wanted}, {"used", font->used}}});
    const auto [definition, notDrawn] = session::drawnWith(
        session::keptLooks(view->file), loadMapDefinition(dataRoot()), view->tables);
    for (const Message& why : notDrawn)
        context.console.complain(why);
    const MapTheme theme = themeOf(options, definition);
    const ExportPolicy policy = session::exportPolicy(*view);
    for (const auto& table : view->tables)
        session::requireNotSecret(*view, session::recordsBehind(table->source));
    render::MapScene scene = mapScene(
        *view,
        session::audienceTables(*view, policy, session::audienceFor(options.audience, policy)),
        unit, definition, theme, language);
    const render::MapView whole = render::MapView::fitting(box, width, height, options.dpi);
    render::Furniture furniture = mapFurniture(*view, unit, scene, whole.scaleDenominator());
    const render::MapView mapView =
        options.plain
            ? whole
            : render::sheetViewBeside(scene, furniture, whole, width, height, options.dpi);
    addBackground(scene, mapView, options.background, context);
    render::MapPicture picture = render::drawMap(scene, mapView, context.stop);
    if (!picture.complete)
        throw Cancelled{};
    if (!options.plain) {
        const double ground = groundScale(view->snapshot.crs, mapView.center);
        furniture = mapFurniture(*view, unit, scene, mapView.scaleDenominator());
        if (theme.locator) {
            const auto overview = session::overviewOf(view->snapshot.units, unit);
            furniture.locator = std::make_shared<render::Locator>(
                render::makeLocator(overview.counties, overview.current));
        }
        render::drawFurniture(picture.image, scene, picture, furniture,
                              mapView.metresPerPixel * ground);
    } else {
        QPainter painter(&picture.image);
        render::paintGridLabels(painter, picture);
        render::paintCredit(painter, scene, picture);
    }
    const int dotsPerMetre = static_cast<int>(std::lround(options.dpi / 0.0254));
    picture.image.setDotsPerMeterX(dotsPerMetre);
    picture.image.setDotsPerMeterY(dotsPerMetre);
    save(picture.image, options.output);
    context.console.say(
        Message{"cli.map.done",
                {{"file", options.output},
                 {"scale", withThousands(std::llround(mapView.scaleDenominator()))}}});
    if (picture.unplacedLabels != 0)
        context.console.say(
            Message{"cli.map.unplaced", {{"count", std::to_string(picture.unplacedLabels)}}});
    if (picture.unplacedFigures != 0)
        context.console.say(Message{"cli.map.unplaced_figures",
                                    {{"count", std::to_string(picture.unplacedFigures)}}});
    return 0;
}

} // namespace

void addMapCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<MapOptions>();
    CLI::App* command = app.add_subcommand("map", console.text({"cli.map"}));
    command->add_option("workspace", options->workspace, console.text({"cli.option.workspace"}))
        ->required();
    command->add_option("--unit", options->unit, console.text({"cli.option.unit"}));
    command->add_option("--layers", options->layers, console.text({"cli.option.layers"}));
    command->add_option("--theme", options->theme, console.text({"cli.option.theme"}));
    command->add_option("--size", options->size, console.text({"cli.option.size"}));
    command->add_option("--dpi", options->dpi, console.text({"cli.option.dpi"}))
        ->check(CLI::Range(36.0, 1200.0))
        ->type_name(console.text({"cli.help.value"}));
    command->add_option("--as-of", options->asOf, console.text({"cli.option.as_of"}));
    command->add_option("--colours", options->colours, console.text({"cli.option.colours"}));
    addBackgroundOptions(*command, console, options->background);
    command->add_option("--for", options->audience, console.text({"cli.option.audience"}));
    command->add_flag("--graticule", options->graticule, console.text({"cli.option.graticule"}));
    command->add_flag("--grid", options->grid, console.text({"cli.option.grid"}));
    command->add_flag("--locator", options->locator, console.text({"cli.option.locator"}));
    command->add_flag("--plain", options->plain, console.text({"cli.option.plain"}));
    command->add_option("-o,--output", options->output, console.text({"cli.option.output"}))
        ->required();
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return drawMapFile(*options, context); };
    });
}

} // namespace guatu::cli
