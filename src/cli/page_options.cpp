// SPDX-License-Identifier: MIT
#include "cli/page_options.h"

#include "briefing/page_font.h"
#include "cli/map_layers.h"
#include "core/error.h"
#include "session/kept_looks.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{

void addPageOptions(CLI::App& command, const Console& console, PageOptions& options)
{
    addViewOptions(command, console, options.view);
    addUnitOption(command, console, options.view);
    const auto value = console.text({"cli.help.value"});
    command.add_option("--compare", options.compare, console.text({"cli.option.compare"}));
    command.add_option("--for", options.audience, console.text({"cli.option.audience"}));
    command.add_option("--approval", options.approval, console.text({"cli.option.approval"}));
    command.add_option("--compiler", options.compiler, console.text({"cli.option.compiler"}));
    command.add_option("--colours", options.colours, console.text({"cli.option.colours"}));
    command.add_option("--dpi", options.dpi, console.text({"cli.option.dpi"}))
        ->check(CLI::Range(36.0, 1200.0))
        ->type_name(value);
    command.add_option("--vector-limit", options.mostVectorPoints,
                       console.text({"cli.option.vector_limit"}));
    command.add_flag("--raster", options.raster, console.text({"cli.option.raster"}));
    command.add_flag("--force", options.force, console.text({"cli.option.force"}));
}

void addTemplateOption(CLI::App& command, const Console& console, PageOptions& options)
{
    command.add_option("--template", options.designName, console.text({"cli.option.template"}));
}

briefing::Material pageMaterial(const PageOptions& options, std::optional<Audience> preferred,
                                const CommandContext& context)
{
    briefing::MaterialOptions wishes;
    wishes.language = context.console.language();
    wishes.approval = options.approval;
    wishes.compiler = options.compiler;
    if (!options.colours.empty())
        wishes.colours = variantOf(options.colours);
    for (const Message& why : briefing::checkPageFonts())
        context.console.complain(why);
    const auto view = openView(options.view, context);
    briefing::ViewPointer before;
    if (!options.compare.empty())
        before = openView(viewAt({options.view.workspace, {}, {}, {}}, options.compare), context);
    if (!options.audience.empty()) {
        const auto audience = audienceFromString(options.audience);
        if (!audience)
            throw inputError({"cli.page.bad_audience", {{"word", options.audience}}});
        wishes.audience = *audience;
    } else {
        wishes.audience = preferred.value_or(
            audienceFromString(view->profile.defaultExportClass).value_or(Audience::Briefing));
    }
    auto [definition, notDrawn] = session::drawnWith(session::keptLooks(view->file),
                                                     loadMapDefinition(dataRoot()), view->tables);
    for (const Message& why : notDrawn)
        context.console.complain(why);
    return briefing::materialOf(view, before, std::move(definition), wishes);
}

briefing::PaintOptions paintOptions(const PageOptions& options)
{
    briefing::PaintOptions paint;
    paint.mapDpi = options.dpi;
    paint.mostVectorPoints = options.mostVectorPoints;
    paint.mapsAsPictures = options.raster;
    return paint;
}

} // namespace guatu::cli
