// SPDX-License-Identifier: MIT
#include "briefing/book.h"
#include "briefing/place_subjects.h"
#include "briefing/writer.h"
#include "cli/command.h"
#include "cli/gui_application.h"
#include "cli/left_out.h"
#include "cli/output_folder.h"
#include "cli/page_options.h"
#include "cli/unit_argument.h"
#include "core/error.h"
#include "core/file_name.h"
#include "session/query_answer.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <set>

namespace guatu::cli
{
namespace
{

struct BookOptions {
    PageOptions page;
    std::string by, each, where, name = "{place_code}-{place}-{date}";
    bool files = false, slides = false;
};

Level divisionOf(const std::string& word)
{
    if (const auto level = levelFromString(word))
        return *level;
    throw inputError({"cli.book.bad_level", {{"word", word}}});
}

/// The units of the level that an expression hits.
std::vector<RowIndex> hitBy(const std::string& expression, std::vector<RowIndex> units,
                            const session::WorkspaceView& view, const CommandContext& context)
{
    const auto answer =
        session::answerQuery(view, expression, context.console.progress(context.stop));
    const Table hits = session::answerTable(view, answer);
    if (std::ranges::find(hits.columns(), "code", &TableColumn::key) == hits.columns().end())
        throw inputError({"cli.book.no_units_asked", {{"expression", expression}}});
    std::set<std::string> codes;
    for (std::size_t row = 0; row < hits.size(); ++row)
        if (const auto* code = std::get_if<std::string>(&hits.cell(row, "code")))
            codes.insert(*code);
    std::erase_if(units, [&](RowIndex unit) {
        return !codes.contains(view.snapshot.units.code[static_cast<std::size_t>(unit)].str());
    });
    return units;
}

/// The template of the book's own pages, and of its sections unless they are each of their own.
briefing::PageTemplate designOf(const BookOptions& options)
{
    std::string name = options.page.designName;
    if (name.empty() && !options.each.empty())
        name = briefing::usualPlaceTemplate;
    else if (name.empty())
        name = briefing::usualTemplate(divisionOf(options.by));
    const briefing::PageTemplate design = briefing::pageTemplate(name);
    return options.slides ? briefing::slideTemplate(design) : design;
}

std::vector<briefing::Subject> subjects(const BookOptions& options,
                                        const briefing::Material& material,
                                        const briefing::PageTemplate& design, RowIndex unit,
                                        const CommandContext& context)
{
    const session::WorkspaceView& view = *material.day.view;
    if (options.each.empty()) {
        std::vector<RowIndex> units =
            briefing::unitsBelow(view.snapshot, unit, divisionOf(options.by));
        if (!options.where.empty())
            units = hitBy(options.where, std::move(units), view, context);
        return briefing::subjectsOf(design, units);
    }
    briefing::EachOf each{.what = options.each, .slides = options.slides};
    if (!options.page.designName.empty())
        each.design = design;
    return briefing::subjectsEach(material, unit, each, context.console.progress(context.stop));
}

int makeBook(const BookOptions& options, const CommandContext& context)
{
    const GuiApplication application;
    const PageOptions& page = options.page;
    if (options.by.empty() == options.each.empty())
        throw inputError({"cli.book.by_or_each"});
    const briefing::PageTemplate design = designOf(options);
    const char* extension = options.slides ? ".pptx" : ".pdf";
    const briefing::Material material = pageMaterial(page, design.audience, context);
    const session::WorkspaceView& view = *material.day.view;
    briefing::BookPlan plan;
    plan.unit = unitOf(view.snapshot, page.view.unit);
    plan.design = &design;
    plan.subjects = subjects(options, material, design, plan.unit, context);
    const Progress progress = context.console.progress(context.stop);
    const std::filesystem::path folder = page.output;
    std::size_t pages = 0;
    std::vector<briefing::LeftOut> leftOut;
    if (options.files) {
        briefing::BookFiles files = briefing::composeFiles(material, plan, options.name, progress);
        leftOut = std::move(files.leftOut);
        makeFolder(folder);
        for (const briefing::BookFile& file : files.files) {
            (void)briefing::writeDocument(file.document, folder / (file.name + extension), page.dpi,
                                          page.force, paintOptions(page), progress);
            pages += file.document.pages.size();
        }
    } else {
        briefing::Book book = briefing::composeBook(material, plan, progress);
        leftOut = std::move(book.leftOut);
        makeFolder(folder);
        const std::string name = legalFileName(book.document.title);
        (void)briefing::writeDocument(book.document, folder / (name + extension), page.dpi,
                                      page.force, paintOptions(page), progress);
        pages = book.document.pages.size();
    }
    tellLeftOut(leftOut, context.console);
    context.console.say(
        Message{"cli.book.done",
                {{"folder", folder.string()},
                 {"pages", std::to_string(pages)},
                 {"units", std::to_string(plan.subjects.size() - leftOut.size())}}});
    return leftOut.empty() ? 0 : 2;
}

} // namespace

void addBookCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<BookOptions>();
    CLI::App* command = app.add_subcommand("book", console.text({"cli.book"}));
    addPageOptions(*command, console, options->page);
    addTemplateOption(*command, console, options->page);
    command->add_option("--by", options->by, console.text({"cli.option.by_level"}));
    command->add_option("--each", options->each, console.text({"cli.option.book_each"}));
    command->add_option("--where", options->where, console.text({"cli.option.book_where"}));
    command->add_flag("--files", options->files, console.text({"cli.option.book_files"}));
    command->add_flag("--slides", options->slides, console.text({"cli.option.book_slides"}));
    command->add_option("--name", options->name, console.text({"cli.option.book_name"}));
    command->add_option("-o,--output", options->page.output, console.text({"cli.option.folder"}))
        ->required();
    command->footer(console.text({"cli.book.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return makeBook(*options, context); };
    });
}

} // namespace guatu::cli
