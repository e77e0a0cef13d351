// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/gui_application.h"
#include "cli/output_folder.h"
#include "cli/pack_slides.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "core/file_name.h"
#include "exchange/file_set.h"
#include "exchange/table_writer.h"
#include "exchange/text_document.h"
#include "session/export_policy.h"
#include "session/masked_table.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct PackOptions {
    ViewOptions view;
    std::string name, audience, output;
    bool force = false;
};

Audience audienceOf(const std::string& word, const ExportPolicy& policy)
{
    if (word.empty())
        return policy.byDefault;
    if (const auto audience = audienceFromString(word))
        return *audience;
    throw inputError(
        {"cli.export.bad_word",
         {{"option", "--for"}, {"word", word}, {"known", "internal briefing public field"}}});
}

int writePack(const PackOptions& options, const CommandContext& context)
{
    const session::Pack pack = session::loadPack(dataRoot(), options.name);
    const GuiApplication application;

    const Language language = context.console.language();
    const auto view = openView(options.view, context);
    const ExportPolicy policy = session::exportPolicy(*view);
    const Audience audience = audienceOf(options.audience, policy);
    for (const char* records : {"units", "facility", "road", "project"})
        session::requireNotSecret(*view, session::recordsBehind(records));
    const RowIndex unit = unitOf(view->snapshot, options.view.unit);
    const session::FilledPack filled =
        session::fillPack(*view, pack, unit, policy, audience, language);
    const auto slides = packSlides(*view, filled, unit, policy, audience, context);

    makeFolder(options.output);
    exchange::FileSet files(options.output, options.force);
    const std::string stem = legalFileName(filled.title);
    const auto named = [&](const char* part, const char* extension) {
        return files.path(stem + "-" + text(part, language) + extension);
    };
    exchange::writeWorkbook(named("pack.tables", ".xlsx"), filled.tables, language);
    std::vector<exchange::DocumentParagraph> paragraphs;
    for (const session::PackText& each : filled.texts)
        paragraphs.push_back({each.isHeading, each.text});
    exchange::writeTextDocument(named("pack.words", ".docx"), filled.title, paragraphs, true);
    exchange::writeSlides(named("pack.slides", ".pptx"), filled.title, slides, true);
    for (const auto& file : files.keep())
        context.console.say(Message{"cli.export.file", {{"file", file.string()}}});
    return 0;
}

} // namespace

void addPackCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<PackOptions>();
    const auto help = [&console](const char* id) { return console.text({id}); };
    CLI::App* command = app.add_subcommand("pack", help("cli.pack"));
    addViewOptions(*command, console, options->view);
    command->add_option("name", options->name, help("cli.option.pack"))->required();
    addUnitOption(*command, console, options->view);
    command->add_option("--for", options->audience, help("cli.option.audience"));
    command->add_option("-o,--output", options->output, help("cli.option.pack_output"))->required();
    command->add_flag("--force", options->force, help("cli.option.force"));
    command->footer(help("cli.pack.example"));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return writePack(*options, context); };
    });
}

} // namespace guatu::cli
