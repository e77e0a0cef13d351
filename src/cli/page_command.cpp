// SPDX-License-Identifier: MIT
#include "briefing/wall_map.h"
#include "cli/command.h"
#include "cli/gui_application.h"
#include "cli/page_options.h"
#include "cli/unit_argument.h"
#include "core/error.h"
#include "core/text.h"

#include <CLI/CLI.hpp>

#include <cmath>

namespace guatu::cli
{
namespace
{

struct SheetOptions {
    PageOptions page;
    std::string tiles; ///< paper; empty: the page as it is
    double overlap = 15;
};

void writeTiles(const briefing::Document& document, const SheetOptions& sheet,
                const CommandContext& context)
{
    if (!sheet.page.output.ends_with(".pdf"))
        throw inputError({"cli.page.tiles_are_pdf"});
    if (document.pages.size() > 1)
        throw inputError({"cli.page.tiles_of_one"});
    const briefing::Page& page = document.pages.front();
    briefing::PaintOptions paint = paintOptions(sheet.page);
    paint.stop = context.stop;
    const briefing::TilePlan plan =
        briefing::tilePlan(page.width, page.height, sheet.tiles, sheet.overlap);
    briefing::writeTiles(page, plan, document.language, sheet.page.output, sheet.page.force, paint);
}

/// The template asked for, else the one for the level of the unit.
std::string designFor(const PageOptions& options, const briefing::Material& material, RowIndex unit)
{
    if (!options.designName.empty())
        return options.designName;
    const Level level = material.day.snapshot().units.level[static_cast<std::size_t>(unit)];
    return briefing::usualTemplate(level);
}

int makePage(const SheetOptions& sheet, const CommandContext& context)
{
    const PageOptions& options = sheet.page;
    const GuiApplication application;
    std::optional<Audience> preferred;
    if (!options.designName.empty()) // a wrong name is said before the workspace is read
        preferred = briefing::pageTemplate(options.designName).audience;
    const briefing::Material material = pageMaterial(options, preferred, context);
    const RowIndex unit = unitOf(material.day.snapshot(), options.view.unit);
    briefing::PageTemplate design = briefing::pageTemplate(designFor(options, material, unit));
    if (options.output.ends_with(".pptx"))
        design = briefing::slideTemplate(design);
    const briefing::Document document = briefing::documentOf(design, material, unit);
    std::string names = options.output;
    if (sheet.tiles.empty())
        names = briefing::namesOf(briefing::writeDocument(document, options.output, options.dpi,
                                                          options.force, paintOptions(options),
                                                          context.console.progress(context.stop)));
    else
        writeTiles(document, sheet, context);
    const briefing::MapBlock* map = document.pages.front().map();
    context.console.say(
        Message{"cli.page.done",
                {{"file", names},
                 {"pages", std::to_string(document.pages.size())},
                 {"scale", map == nullptr ? std::string("-")
                                          : withThousands(std::llround(map->scaleDenominator))}}});
    return 0;
}

} // namespace

void addPageCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<SheetOptions>();
    CLI::App* command = app.add_subcommand("page", console.text({"cli.page"}));
    addPageOptions(*command, console, options->page);
    addTemplateOption(*command, console, options->page);
    command->add_option("--tiles", options->tiles, console.text({"cli.option.tiles"}));
    command->add_option("--overlap", options->overlap, console.text({"cli.option.overlap"}))
        ->type_name(console.text({"cli.help.value"}));
    command
        ->add_option("-o,--output", options->page.output, console.text({"cli.option.page_output"}))
        ->required();
    command->footer(console.text({"cli.page.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return makePage(*options, context); };
    });
}

} // namespace guatu::cli
