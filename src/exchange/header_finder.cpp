// SPDX-License-Identifier: MIT
#include "exchange/header_finder.h"

#include "core/text.h"
#include "exchange/column_mapper.h"

#include <algorithm>
#include <set>

namespace guatu::exchange
{
namespace
{

std::size_t filledCells(const std::vector<std::string>& cells)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(cells, [](const std::string& cell) { return !trim(cell).empty(); }));
}

bool isNumber(std::string_view cell)
{
    cell = trim(cell);
    return !cell.empty() && cell.find_first_not_of("0123456789.,-+%eE") == std::string_view::npos;
}

/// Different fields of the kind that these headers name, and other headers that are known.
std::size_t score(const std::vector<std::string>& headers, EntityKind kind, const Lexicon& lexicon)
{
    std::set<std::string> fields;
    std::size_t known = 0;
    for (const std::string& header : headers) {
        if (header.size() > 200) // a sentence, no header
            continue;
        for (const std::string& form : headerForms(header)) {
            if (const Lexicon::Meaning* meaning = lexicon.meaning(kind, form)) {
                fields.insert(meaning->field);
                break;
            }
            if (lexicon.knows(form)) {
                ++known;
                break;
            }
        }
    }
    return fields.size() * 4 + known;
}

std::vector<std::string> plain(const std::vector<std::string>& cells)
{
    std::vector<std::string> headers;
    for (const std::string& cell : cells)
        headers.emplace_back(trim(cell));
    while (!headers.empty() && headers.back().empty())
        headers.pop_back();
    return headers;
}

/// Joins two header rows. An upper cell that spans several columns stands in its first one only.
std::vector<std::string> joined(const std::vector<std::string>& upper,
                                const std::vector<std::string>& lower)
{
    std::vector<std::string> headers;
    std::string spanning;
    for (std::size_t column = 0; column < std::max(upper.size(), lower.size()); ++column) {
        const std::string above(column < upper.size() ? trim(upper[column]) : std::string_view{});
        const std::string below(column < lower.size() ? trim(lower[column]) : std::string_view{});
        if (!above.empty())
            spanning = above;
        if (below.empty() || below == above)
            headers.push_back(above);
        else
            headers.push_back(spanning.empty() ? below : spanning + "/" + below);
    }
    while (!headers.empty() && headers.back().empty())
        headers.pop_back();
    return headers;
}

/// Whether the row below can be the second of two header rows: texts, and the upper row has
/// gaps there or is merged over it.
bool canBeSecondRow(const std::vector<std::string>& upper, const std::vector<std::string>& lower)
{
    const bool texts = std::ranges::none_of(lower, isNumber);
    bool fillsGap = false;
    for (std::size_t column = 0; column < lower.size(); ++column) {
        const bool above = column < upper.size() && !trim(upper[column]).empty();
        fillsGap = fillsGap || (!above && !trim(lower[column]).empty());
    }
    return texts && fillsGap && filledCells(lower) > 0;
}

} // namespace

std::optional<HeaderPlace> findHeader(const std::vector<SourceRow>& rows, EntityKind kind,
                                      const Lexicon& lexicon)
{
    std::optional<HeaderPlace> best;
    std::size_t bestScore = 0;
    std::size_t widest = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto& cells = rows[row].cells;
        widest = std::max(widest, filledCells(cells));
        std::vector<std::string> headers = plain(cells);
        const std::size_t single = score(headers, kind, lexicon);
        if (single > bestScore) {
            bestScore = single;
            best = HeaderPlace{{row}, std::move(headers)};
        }
        if (row + 1 < rows.size() && canBeSecondRow(cells, rows[row + 1].cells)) {
            std::vector<std::string> both = joined(cells, rows[row + 1].cells);
            const std::size_t pair = score(both, kind, lexicon);
            // Title rows above a header add nothing to it.
            if (pair > bestScore && pair > score(plain(rows[row + 1].cells), kind, lexicon)) {
                bestScore = pair;
                best = HeaderPlace{{row, row + 1}, std::move(both)};
            }
        }
    }
    // One known word alone may stand in a title; a table of several columns needs more.
    if (best && (bestScore > 4 || best->headers.size() <= 2))
        return best;
    const std::size_t enough = widest <= 1 ? 1 : std::max<std::size_t>(2, (widest * 2 + 2) / 3);
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (widest > 0 && filledCells(rows[row].cells) >= enough &&
            std::ranges::none_of(rows[row].cells, isNumber))
            return HeaderPlace{{row}, plain(rows[row].cells)};
    return best;
}

} // namespace guatu::exchange
