// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/travel_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "session/tables/gap_table.h"

#include <CLI/CLI.hpp>

#include <charconv>

namespace guatu::cli
{
namespace
{

struct GapOptions {
    ViewOptions view;
    TravelArguments travel;
    TableOptions table;
    std::string service, most, grain = "household", verdict, means;
};

/// 30min, or 800m.
void takeLimit(const std::string& text, session::GapQuestion& question)
{
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view unit(end, text.data() + text.size());
    if (failure != std::errc() || !(value >= 0) || !(value < 1e6) || (unit != "min" && unit != "m"))
        throw inputError({"cli.gaps.max", {{"value", text}}});
    (unit == "min" ? question.maxMinutes : question.maxMetres) = value;
}

session::GapQuestion questionOf(const GapOptions& options)
{
    session::GapQuestion question{.service = options.service, .grain = options.grain};
    question.travel = options.travel.travel();
    if (!options.means.empty()) {
        question.meansGiven = true;
        question.travel.means = options.means == "walk" ? "foot" : options.means;
    }
    if (!options.most.empty())
        takeLimit(options.most, question);
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
    const session::GapQuestion question = questionOf(options);
    const auto view = openView(options.view, context);
    const RowIndex unit = unitOf(view->snapshot, options.view.unit);
    return deliver(context, {session::gapTable(*view, unit, question)}, options.table);
}

} // namespace

void addGapsCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<GapOptions>();
    CLI::App* command = app.add_subcommand("gaps", console.text({"cli.gaps"}));
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    command->add_option("--service", options->service, console.text({"cli.option.service"}))
        ->required();
    command->add_option("--max", options->most, console.text({"cli.option.max"}));
    command->add_option("--grain", options->grain, console.text({"cli.option.grain"}));
    command->add_option("--verdict", options->verdict, console.text({"cli.option.verdict"}));
    options->travel.means = "foot";
    command->add_option("--means", options->means, console.text({"cli.option.means"}));
    command->add_flag("--rain", options->travel.rain, console.text({"cli.option.rain"}));
    command->add_option("--closed", options->travel.closed, console.text({"cli.option.closed"}));
    addTableOptions(*command, console, options->table);
    command->footer(console.text({"cli.gaps.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return gaps(*options, context); };
    });
}

} // namespace guatu::cli
