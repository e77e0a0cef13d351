// SPDX-License-Identifier: MIT
#include "cli/service_options.h"
#include "cli/table_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "session/tables/siting_table.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace guatu::cli
{
namespace
{

constexpr std::size_t mostAdded = 100;

struct SitingOptions {
    ViewOptions view;
    ServiceOptions service;
    TableOptions table;
    std::optional<std::size_t> add;
    std::string method = "cover", candidates = "village", fixed, forbidden, costs;
    std::optional<double> budget;
};

int site(const SitingOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const auto goal = session::sitingGoalFromString(options.method);
    if (!goal)
        throw inputError({"cli.siting.method", {{"method", options.method}}});
    const session::SitingQuestion question{.service = options.service.question(),
                                           .goal = *goal,
                                           .add =
                                               options.add.value_or(options.budget ? mostAdded : 1),
                                           .candidates = options.candidates,
                                           .fixed = placesOf(options.fixed),
                                           .forbidden = placesOf(options.forbidden),
                                           .ages = options.service.ageRange(),
                                           .costs = options.costs,
                                           .budget = options.budget};
    const auto view = openView(options.view, context);
    const RowIndex unit = unitOf(view->snapshot, options.view.unit);
    return deliver(context, *view, {session::sitingTable(*view, unit, question)}, options.table);
}

} // namespace

void addSitingCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<SitingOptions>();
    CLI::App* command = app.add_subcommand("siting", console.text({"cli.siting"}));
    command->alias("site");
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    addServiceOptions(*command, console, options->service);
    addAgesOption(*command, console, options->service);
    command->add_option("--add,--new", options->add, console.text({"cli.option.add"}))
        ->check(CLI::Range(std::size_t{1}, mostAdded));
    command->add_option("--method", options->method, console.text({"cli.option.siting_method"}));
    command->add_option("--candidates", options->candidates,
                        console.text({"cli.option.candidates"}));
    command->add_option("--fixed", options->fixed, console.text({"cli.option.fixed_sites"}));
    command->add_option("--forbidden", options->forbidden,
                        console.text({"cli.option.forbidden_sites"}));
    command->add_option("--costs", options->costs, console.text({"cli.option.costs"}));
    command->add_option("--budget", options->budget, console.text({"cli.option.budget"}))
        ->check(CLI::Range(0.0, 1e12));
    addTableOptions(*command, console, options->table);
    addAudienceOption(*command, console, options->table);
    command->footer(console.text({"cli.siting.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return site(*options, context); };
    });
}

} // namespace guatu::cli
