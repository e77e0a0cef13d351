// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/unit_argument.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "session/reports.h"
#include "session/tables/due_table.h"
#include "session/tables/exit_card_table.h"
#include "session/tables/household_table.h"
#include "session/tables/problem_table.h"
#include "session/tables/status_table.h"
#include "session/tables/supervision_table.h"
#include "session/tables/table_parts.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>

namespace guatu::cli
{
namespace
{

using session::WorkspaceView;
using Tables = std::vector<Table>;

/// The exit card of a village, or of all poor villages below that have not exited.
Tables exitCards(const WorkspaceView& view, RowIndex unit)
{
    const bool one = view.snapshot.units.level[static_cast<std::size_t>(unit)] == Level::Village;
    Table table =
        session::exitCardTable(view, one ? std::vector{unit} : session::villagesToExit(view, unit));
    session::addHead(table, view, unit);
    return {std::move(table)};
}

struct Kind {
    std::string_view word;
    Tables (*make)(const WorkspaceView& view, RowIndex unit);
};

constexpr std::array kinds{
    Kind{"briefing", session::briefingReport},
    Kind{"special", session::specialReport},
    Kind{"monthly", session::monthlyReport},
    Kind{"households", [](const WorkspaceView& view,
                          RowIndex unit) { return Tables{session::unclearedTable(view, unit)}; }},
    Kind{"problems", [](const WorkspaceView& view,
                        RowIndex unit) { return Tables{session::openProblemTable(view, unit)}; }},
    Kind{"zeroing", [](const WorkspaceView& view,
                       RowIndex unit) { return Tables{session::zeroingTable(view, unit)}; }},
    Kind{"due", [](const WorkspaceView& view,
                   RowIndex unit) { return Tables{session::dueTable(view, unit)}; }},
    Kind{"countdown", [](const WorkspaceView& view,
                         RowIndex unit) { return Tables{session::countdownTable(view, unit)}; }},
    Kind{"exit-card", exitCards},
    Kind{"aspects", [](const WorkspaceView& view,
                       RowIndex unit) { return Tables{session::aspectTable(view, unit)}; }},
    Kind{"reviews", [](const WorkspaceView& view, RowIndex unit) {
             return Tables{session::overdueReviewTable(view, unit)};
         }}};

struct ReportOptions {
    ViewOptions view;
    TableOptions table;
    std::string kind;
};

const Kind& kindOf(const std::string& word)
{
    const auto* found = std::ranges::find(kinds, word, &Kind::word);
    if (found != kinds.end())
        return *found;
    std::string words;
    for (const Kind& kind : kinds)
        words += " " + std::string(kind.word);
    throw inputError({"cli.report.bad_kind", {{"kind", word}, {"kinds", words}}});
}

int report(const ReportOptions& options, const CommandContext& context)
{
    const Kind& kind = kindOf(options.kind);
    checkTableOptions(options.table);
    const auto view = openView(options.view, context);
    const RowIndex unit = unitOf(view->snapshot, options.view.unit);
    return deliver(context, *view, kind.make(*view, unit), options.table);
}

} // namespace

void addReportCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ReportOptions>();
    options->table.titleBlock = true;
    CLI::App* command = app.add_subcommand("report", console.text({"cli.report"}));
    addViewOptions(*command, console, options->view);
    command->add_option("kind", options->kind, console.text({"cli.option.report_kind"}))
        ->required();
    addUnitOption(*command, console, options->view);
    addTableOptions(*command, console, options->table, true);
    addAudienceOption(*command, console, options->table);
    command->footer(console.text({"cli.report.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return report(*options, context); };
    });
}

} // namespace guatu::cli
