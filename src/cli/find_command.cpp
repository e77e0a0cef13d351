// SPDX-License-Identifier: MIT
#include "campaign/query/query_error.h"
#include "cli/table_options.h"
#include "cli/view_options.h"
#include "core/error.h"
#include "core/text.h"
#include "core/text_width.h"
#include "session/query_answer.h"
#include "session/search.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{
namespace
{

struct FindOptions {
    ViewOptions view;
    TableOptions table;
    std::string query;
    bool places = false, expression = false, unknown = false;
};

Table placesTable(const std::vector<session::SearchHit>& hits)
{
    const auto title = [](std::string_view id) { return localText(id); };
    Table table("places", title("table.places"),
                {{"code", title("column.code")},
                 {"name", title("column.name")},
                 {"place", title("column.place")}});
    for (const session::SearchHit& hit : hits)
        table.addRow({hit.code, hit.name, hit.context});
    return table;
}

/// The expression, or that of the query whose name stands behind @.
std::string expressionOf(const FindOptions& options)
{
    if (!options.query.starts_with('@'))
        return options.query;
    const std::string name = options.query.substr(1);
    if (auto text = session::savedQueryText(options.view.workspace, name))
        return *std::move(text);
    throw inputError({"session.query.unknown", {{"name", name}}});
}

/// Shows where an expression went wrong, below it.
void markPlace(const Console& console, const std::string& text,
               const campaign::query::QueryError& error)
{
    constexpr std::size_t longest = 200; // what a terminal still shows in one piece
    const std::u32string all = decodeUtf8(text);
    if (all.size() > longest)
        return;
    const std::size_t at = std::min(error.position(), all.size());
    console.complain(text);
    const int blanks = textWidth(encodeUtf8(std::u32string_view(all).substr(0, at)));
    console.complain(std::string(static_cast<std::size_t>(blanks), ' ') + "^");
}

/// One word that names no place is no broken expression: nothing was found.
bool isOneWord(const std::string& text)
{
    return foldWidth(trim(text)).find_first_of(" =<>!(),@") == std::string::npos;
}

int runExpression(const session::WorkspaceView& view, const FindOptions& options,
                  const CommandContext& context)
{
    const std::string text = expressionOf(options);
    try {
        const session::QueryAnswer answer =
            session::answerQuery(view, text, context.console.progress(context.stop));
        return deliver(context, view, {session::answerTable(view, answer, options.unknown)},
                       options.table);
    } catch (const campaign::query::QueryError& error) {
        if (!options.expression && isOneWord(options.query))
            return deliver(context, {placesTable({})}, options.table);
        markPlace(context.console, text, error);
        throw;
    }
}

int find(const FindOptions& options, const CommandContext& context)
{
    checkTableOptions(options.table);
    const auto view = openView(options.view, context);
    if (!options.expression && !options.unknown && !options.query.starts_with('@')) {
        const std::size_t limit = options.table.limit == 0 ? 10000 : options.table.limit;
        const auto hits = session::SearchIndex(view->snapshot).find(options.query, limit);
        if (!hits.empty() || options.places)
            return deliver(context, {placesTable(hits)}, options.table);
    }
    return runExpression(*view, options, context);
}

} // namespace

void addFindCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<FindOptions>();
    CLI::App* command = app.add_subcommand("find", console.text({"cli.find"}));
    addViewOptions(*command, console, options->view);
    command->add_option("query", options->query, console.text({"cli.option.query"}))->required();
    command->add_flag("--places", options->places, console.text({"cli.option.places"}));
    command->add_flag("--expression", options->expression, console.text({"cli.option.expression"}));
    command->add_flag("--unknown", options->unknown, console.text({"cli.option.unknown"}));
    addTableOptions(*command, console, options->table);
    addAudienceOption(*command, console, options->table);
    command->footer(console.text({"cli.find.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return find(*options, context); };
    });
}

} // namespace guatu::cli
