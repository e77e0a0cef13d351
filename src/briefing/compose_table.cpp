// SPDX-License-Identifier: MIT
#include "briefing/comparison_table.h"
#include "briefing/composer.h"
#include "briefing/page_font.h"
#include "briefing/table_layout.h"
#include "core/error.h"
#include "session/masked_table.h"
#include "session/tables/due_table.h"
#include "session/tables/household_table.h"
#include "session/tables/problem_table.h"
#include "session/tables/status_table.h"
#include "session/tables/supervision_table.h"

#include <algorithm>
#include <cmath>

namespace guatu::briefing
{
namespace
{

/// The value of a cell as a number; NaN for what is unknown or no number.
double valueOf(const TableCell& cell)
{
    if (const auto* count = std::get_if<std::int64_t>(&cell))
        return static_cast<double>(*count);
    const auto* figure = std::get_if<double>(&cell);
    return figure == nullptr ? NAN : *figure;
}

bool isBound(const TableCell& cell)
{
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell) ||
           std::holds_alternative<Unknown>(cell);
}

/// Binds the figures of a table of units: of each row its own unit, of the total the page's.
void bindRows(Composition& c, const Table& table, const TableWish& wish)
{
    const auto& columns = table.columns();
    const auto codes = std::ranges::find(columns, "code", &TableColumn::key);
    const auto bind = [&](const Table::Row& row, std::size_t number, bool isTotal) {
        std::string code = c.unitCode();
        if (!isTotal && codes != columns.end()) {
            const auto* own =
                std::get_if<std::string>(&row[static_cast<std::size_t>(codes - columns.begin())]);
            code = own == nullptr ? code + "/own" : *own;
        } else if (!isTotal) {
            return; // rows that are not units
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool isShown =
                wish.columns.empty() ||
                std::ranges::find(wish.columns, columns[i].key) != wish.columns.end();
            if (!isShown || !isFigure(columns[i].kind) || !isBound(row[i]))
                continue;
            c.bind(columns[i].key, valueOf(row[i]), shown(row[i], columns[i], c.language()),
                   table.key() + ", " + std::to_string(number + 1), isTotal);
            c.page.figures.back().unit = code;
            c.page.figures.back().depth = isTotal ? 0 : table.depth(number);
        }
    };
    for (std::size_t row = 0; row < table.size(); ++row)
        bind(table.row(row), row, false);
    if (table.total())
        bind(*table.total(), table.size(), true);
}

/// A page that goes on with a table: the title of the first and the table over the whole space.
Page continuation(const Composition& c, TableBlock part)
{
    Page page = emptyPage(c);
    page.title = c.page.title;
    page.bookmark = -1;
    const RectMm space = c.design.space();
    page.blocks.emplace_back(TextBlock{{space.x, space.y, space.width, 8 * c.design.enlarge},
                                       {{{{c.unitName(), c.style(13, true)}}, Align::Left}},
                                       true});
    page.blocks.emplace_back(std::move(part));
    return page;
}

} // namespace

namespace
{

Table wholeTable(const Composition& c, const std::string& kind)
{
    const session::WorkspaceView& view = *c.material.day.view;
    if (kind == "briefing")
        return session::briefingTable(view, c.unit);
    if (kind == "comparison")
        return comparisonTable(*c.material.before->view, view, c.unit);
    if (kind == "supervision")
        return session::supervisionTable(view, c.unit);
    if (kind == "listing_difference")
        return session::listingDifferenceTable(view, c.unit);
    if (kind == "aspects")
        return session::aspectTable(view, c.unit);
    if (kind == "overdue_reviews")
        return session::overdueReviewTable(view, c.unit);
    if (kind == "problems")
        return session::openProblemTable(view, c.unit);
    if (kind == "zeroing")
        return session::zeroingTable(view, c.unit);
    if (kind == "due")
        return session::dueTable(view, c.unit);
    if (kind == "countdown")
        return session::countdownTable(view, c.unit);
    if (kind == "households")
        return session::unclearedTable(view, c.unit);
    return session::statusTable(view, c.unit);
}

} // namespace

Table tableFor(const Composition& c, const std::string& kind)
{
    Table table = wholeTable(c, kind);
    if (kind == "comparison") // nothing but what the status table may show
        return table;
    return session::maskedTable(table, c.material.policy, c.material.options.audience, c.language())
        .table;
}

void addTable(Composition& c, const Frame& frame)
{
    const Audience audience = c.material.options.audience;
    const bool ofHouseholds = frame.table == "households";
    const bool ofProblems = frame.table == "problems"; // texts may speak of a household
    if ((ofHouseholds || ofProblems) && audience != Audience::Internal &&
        audience != Audience::Field)
        throw inputError({"briefing.table_not_for_audience",
                          {{"table", frame.table}, {"audience", std::string(toString(audience))}}});
    addRows(c, frame, tableFor(c, frame.table));
}

void addRows(Composition& c, const Frame& frame, const Table& table)
{
    TableWish wish;
    wish.columns = frame.columns;
    wish.points = frame.points > 0 ? frame.points : 9;
    wish.enlarge = c.design.enlarge;
    wish.title = frame.text.zh.empty() ? table.title().in(c.language())
                                       : filledText(c, frame.text, frame.table);
    wish.hasRules = c.material.options.audience == Audience::Field;
    bindRows(c, table, wish);

    TableBlock whole = setTable(table, wish, frame.box.width, c.language());
    if (frame.table == "children" || frame.table == "briefing")
        whole.notes = wrapped(c.words({"briefing.table.note"}),
                              {.points = 7.5 * c.design.enlarge, .serif = true}, frame.box.width);
    else if (frame.table == "comparison")
        whole.notes = {table.notes().back().in(c.language())};
    // Rows a little closer before the table goes on behind the page; wider where there is room.
    const double free = frame.box.height - heightOf(whole);
    const double each = free / static_cast<double>(std::max<std::size_t>(1, whole.rows.size()));
    if (const double change = std::clamp(each, -0.9 * c.design.enlarge, 1.4 * c.design.enlarge);
        free >= 0 || each >= -0.9 * c.design.enlarge)
        for (TableRowBlock& row : whole.rows)
            row.height += change;
    const RectMm space = c.design.space();
    const double head = 9 * c.design.enlarge;
    // Behind the page a table keeps its width; it stands alone below the unit's name.
    const RectMm next{space.x, space.y + head,
                      whole.columns.empty() ? space.width : frame.box.width, space.height - head};
    std::vector<TableBlock> parts = flowed(whole, frame.box, next, c.language());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == 0 && parts[i].rows.empty())
            continue; // no room for a single row: all of it stands behind
        if (i == 0)
            c.page.blocks.emplace_back(std::move(parts[i]));
        else
            c.more.push_back(continuation(c, std::move(parts[i])));
    }
}

} // namespace guatu::briefing
