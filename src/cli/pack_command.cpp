// SPDX-License-Identifier: MIT
#include "briefing/pack_book.h"
#include "briefing/slide_pages.h"
#include "briefing/writer.h"
#include "cli/command.h"
#include "cli/gui_application.h"
#include "cli/left_out.h"
#include "cli/output_folder.h"
#include "cli/page_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "core/file_name.h"
#include "exchange/file_set.h"
#include "exchange/table_writer.h"
#include "exchange/text_document.h"
#include "session/export_policy.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>

namespace guatu::cli
{
namespace
{

namespace fs = std::filesystem;

struct PackOptions {
    PageOptions page;
    std::string name;
};

void writeText(const fs::path& file, const session::FilledPack& filled)
{
    std::vector<exchange::DocumentParagraph> paragraphs;
    for (const session::PackText& each : filled.texts)
        paragraphs.push_back({each.isHeading, each.text});
    exchange::writeTextDocument(file, filled.title, paragraphs, true);
}

int writePack(const PackOptions& options, const CommandContext& context)
{
    using briefing::Medium;
    const session::Pack pack = session::loadPack(dataRoot(), options.name);
    const GuiApplication application;
    const Language language = context.console.language();
    const briefing::Material material = pageMaterial(options.page, std::nullopt, context);
    const session::WorkspaceView& view = *material.day.view;
    for (const char* records : {"units", "facility", "road", "project"})
        session::requireNotSecret(view, session::recordsBehind(records));
    const RowIndex unit = unitOf(view.snapshot, options.page.view.unit);
    const Progress progress = context.console.progress(context.stop);
    const session::FilledPack filled =
        session::fillPack(view, pack, unit, material.policy, material.options.audience, language);
    const briefing::PackBook book =
        briefing::composePack(material, pack, filled, unit, Medium::Paper, progress);
    const briefing::PackBook slides =
        briefing::composePack(material, pack, filled, unit, Medium::Slides, progress);

    makeFolder(options.page.output);
    exchange::FileSet files(options.page.output, options.page.force);
    const std::string stem = legalFileName(filled.title);
    const auto named = [&](const char* part, const char* extension) {
        return files.path(stem + (part == nullptr ? "" : "-" + text(part, language)) + extension);
    };
    // What is in the way of one file is said before any is made.
    const fs::path pdf = named(nullptr, ".pdf"), tables = named("pack.tables", ".xlsx");
    const fs::path words = named("pack.words", ".docx"), show = named("pack.slides", ".pptx");
    briefing::writePdf(book.document, pdf, true, paintOptions(options.page), progress);
    exchange::writeWorkbook(tables, filled.tables, language);
    writeText(words, filled);
    exchange::writeSlides(show, filled.title,
                          briefing::slidesOf(slides.document, paintOptions(options.page), progress),
                          true);
    for (const auto& file : files.keep())
        context.console.say(Message{"cli.export.file", {{"file", file.string()}}});
    std::vector<briefing::LeftOut> leftOut = book.leftOut;
    std::ranges::copy(slides.leftOut, std::back_inserter(leftOut));
    tellLeftOut(leftOut, context.console);
    return leftOut.empty() ? 0 : 2;
}

} // namespace

void addPackCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<PackOptions>();
    const auto help = [&console](const char* id) { return console.text({id}); };
    CLI::App* command = app.add_subcommand("pack", help("cli.pack"));
    addPageOptions(*command, console, options->page);
    command->add_option("name", options->name, help("cli.option.pack"))->required();
    command->add_option("-o,--output", options->page.output, help("cli.option.pack_output"))
        ->required();
    command->footer(help("cli.pack.example"));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return writePack(*options, context); };
    });
}

} // namespace guatu::cli
