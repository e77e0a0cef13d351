// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "session/household_set.h"
#include "session/query_answer.h"
#include "session/tables/visit_tables.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace guatu::cli
{
namespace
{

struct ClusterOptions {
    ViewOptions view;
    TableOptions table;
    std::string expression;
    double within = 500;
    std::size_t least = 3;
};

/// The households of an expression below a unit, else those that are not cleared.
std::vector<std::uint32_t> householdsOf(const session::WorkspaceView& view, RowIndex unit,
                                        const ClusterOptions& options,
                                        const CommandContext& context)
{
    if (options.expression.empty())
        return session::householdsWith(view, unit, Clear::Uncleared);
    const session::QueryAnswer answer =
        session::answerQuery(view, options.expression, context.console.progress(context.stop));
    if (answer.result.noun.entity != campaign::query::Entity::Household)
        throw inputError({"cli.clusters.households"});
    std::vector<std::uint32_t> rows(answer.result.hits.begin(), answer.result.hits.end());
    const RowIndex end = subtreeEnd(view.snapshot.units, unit);
    std::erase_if(rows, [&](std::uint32_t row) {
        return view.closure.home[row] < unit || view.closure.home[row] >= end;
    });
    return rows;
}

int clusters(const ClusterOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const auto view = openView(options.view, context);
    const RowIndex unit = unitOf(view->snapshot, options.view.unit);
    return deliver(context, *view,
                   session::clusterTables(*view, unit, householdsOf(*view, unit, options, context),
                                          options.within, options.least),
                   options.table);
}

struct SiteOptions {
    ViewOptions view;
    TableOptions table;
    double within = 1000;
};

int sites(const SiteOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const auto view = openView(options.view, context);
    const RowIndex unit = unitOf(view->snapshot, options.view.unit);
    return deliver(context, *view, {session::siteFollowUpTable(*view, unit, options.within)},
                   options.table);
}

} // namespace

void addClustersCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ClusterOptions>();
    CLI::App* command = app.add_subcommand("clusters", console.text({"cli.clusters"}));
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    command->add_option("--households", options->expression,
                        console.text({"cli.option.cluster_households"}));
    command->add_option("--within", options->within, console.text({"cli.option.cluster_within"}))
        ->check(CLI::Range(1.0, 100000.0));
    command->add_option("--least", options->least, console.text({"cli.option.cluster_least"}))
        ->check(CLI::Range(1, 100000));
    addTableOptions(*command, console, options->table, true);
    addAudienceOption(*command, console, options->table);
    command->footer(console.text({"cli.clusters.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return clusters(*options, context); };
    });
}

void addSitesCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<SiteOptions>();
    CLI::App* command = app.add_subcommand("sites", console.text({"cli.sites"}));
    addViewOptions(*command, console, options->view);
    addUnitOption(*command, console, options->view);
    command->add_option("--within", options->within, console.text({"cli.option.site_within"}))
        ->check(CLI::Range(1.0, 100000.0));
    addTableOptions(*command, console, options->table);
    addAudienceOption(*command, console, options->table);
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return sites(*options, context); };
    });
}

} // namespace guatu::cli
