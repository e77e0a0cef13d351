// SPDX-License-Identifier: MIT
#include "cli/service_options.h"
#include "cli/table_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "session/tables/coverage_table.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace guatu::cli
{
namespace
{

struct CoverageOptions {
    ViewOptions view;
    ServiceOptions service;
    TableOptions table;
    std::vector<double> limits;
    std::string added, closing;
    bool seats = false;
};

/// Half, whole, one and a half, twice and three times the limit of the standard.
std::vector<double> limitsOf(const CoverageOptions& options, const session::GapQuestion& question)
{
    std::vector<double> limits = options.limits;
    if (limits.empty())
        for (const double share : {0.5, 1.0, 1.5, 2.0, 3.0})
            limits.push_back(share * session::standardOf(question).limit());
    std::ranges::sort(limits);
    return limits;
}

int cover(const CoverageOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const session::GapQuestion service = options.service.question();
    const session::CoverageQuestion question{.service = service,
                                             .limits = limitsOf(options, service),
                                             .added = placesOf(options.added),
                                             .closed = placesOf(options.closing),
                                             .ages = options.service.ageRange()};
    const auto view = openView(options.view, context);
    const RowIndex unit = unitOf(view->snapshot, options.view.unit);
    return deliver(context, *view,
                   {options.seats
                        ? session::seatsTable(*view, unit, question.service, question.ages)
                        : session::coverageTable(*view, unit, question)},
                   options.table);
}

} // namespace

void addCoverageCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<CoverageOptions>();
    CLI::App* command = app.add_subcommand("coverage", console.text({"cli.coverage"}));
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    addServiceOptions(*command, console, options->service);
    addAgesOption(*command, console, options->service);
    command->add_option("--within", options->limits, console.text({"cli.option.within"}))
        ->delimiter(',')
        ->check(CLI::Range(0.0, 1e6));
    command->add_option("--new", options->added, console.text({"cli.option.new_facility"}));
    command->add_option("--close,--closing", options->closing,
                        console.text({"cli.option.closing"}));
    command->add_flag("--seats", options->seats, console.text({"cli.option.seats"}));
    addTableOptions(*command, console, options->table);
    addAudienceOption(*command, console, options->table);
    command->footer(console.text({"cli.coverage.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return cover(*options, context); };
    });
}

} // namespace guatu::cli
