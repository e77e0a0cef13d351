// SPDX-License-Identifier: MIT
#include "cli/service_options.h"
#include "cli/table_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "session/tables/gap_changes.h"
#include "session/tables/gap_villages.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct GapOptions {
    ViewOptions view;
    ServiceOptions service;
    TableOptions table;
    std::string grain = "household", by, verdict, closing, added, friction, barriers;
};

session::GapQuestion questionOf(const GapOptions& options)
{
    session::GapQuestion question = options.service.question();
    question.grain = options.grain;
    question.friction = options.friction;
    question.barriers = options.barriers;
    if (!options.verdict.empty()) {
        question.verdict = criterionResultFromString(options.verdict);
        if (!question.verdict)
            throw inputError({"cli.gaps.verdict", {{"value", options.verdict}}});
    }
    return question;
}

int gaps(const GapOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    if (!options.by.empty() && (options.by != "village" || options.grain != "household" ||
                                !options.closing.empty() || !options.added.empty()))
        throw inputError({"cli.gaps.by"});
    const session::GapQuestion question = questionOf(options);
    const auto view = openView(options.view, context);
    const RowIndex unit = unitOf(view->snapshot, options.view.unit);
    if (!options.by.empty())
        return deliver(context, *view, {session::gapVillagesTable(*view, unit, question)},
                       options.table);
    const session::GapChange change{.closed = placesOf(options.closing),
                                    .added = placesOf(options.added)};
    return deliver(context, *view,
                   {change.any() ? session::gapChangesTable(*view, unit, question, change)
                                 : session::gapTable(*view, unit, question)},
                   options.table);
}

} // namespace

void addGapsCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<GapOptions>();
    CLI::App* command = app.add_subcommand("gaps", console.text({"cli.gaps"}));
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    addServiceOptions(*command, console, options->service);
    command->add_option("--grain", options->grain, console.text({"cli.option.grain"}));
    command->add_option("--by", options->by, console.text({"cli.option.gaps_by"}));
    command->add_option("--verdict", options->verdict, console.text({"cli.option.verdict"}));
    command->add_option("--friction", options->friction, console.text({"cli.option.friction"}));
    command->add_option("--barriers", options->barriers, console.text({"cli.option.barriers"}));
    command->add_option("--close,--closing", options->closing,
                        console.text({"cli.option.closing"}));
    command->add_option("--new", options->added, console.text({"cli.option.new_facility"}));
    addTableOptions(*command, console, options->table);
    addAudienceOption(*command, console, options->table);
    command->footer(console.text({"cli.gaps.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return gaps(*options, context); };
    });
}

} // namespace guatu::cli
