// SPDX-License-Identifier: MIT
#include "briefing/figure_check.h"

#include "core/error.h"
#include "core/text.h"
#include "session/number_guard.h"

#include <cmath>
#include <map>
#include <utility>

namespace guatu::briefing
{
namespace
{

/// The list a figure stands in; empty for one in a sentence.
std::string listOf(const BoundFigure& figure)
{
    const std::size_t comma = figure.place.find(", ");
    return comma == std::string::npos ? std::string() : figure.place.substr(0, comma);
}

/// Lists with one row for each unit; in others the same unit has several numbers of a kind. What a
/// legend counts is what lies in its map's frame.
bool isComparable(const BoundFigure& figure)
{
    const std::string list = listOf(figure);
    return (list.empty() || list == "status" || list == "briefing") &&
           !figure.quantity.starts_with("legend/");
}

std::string placeOf(std::size_t page, const BoundFigure& figure, Language language)
{
    return text({"guard.page", {{"page", std::to_string(page + 1)}, {"place", figure.place}}},
                language);
}

void requireTotals(const Page& page, std::size_t number, Language language)
{
    std::map<std::pair<std::string, std::string>, std::pair<double, const BoundFigure*>> sums;
    for (const BoundFigure& figure : page.figures) {
        if (listOf(figure).empty() || !isComparable(figure) ||
            figure.quantity.ends_with("_percent"))
            continue;
        auto& [sum, total] = sums[{listOf(figure), figure.quantity}];
        if (figure.isTotal)
            total = &figure;
        else if (figure.depth == 0)
            sum += figure.value; // NaN where one is not known
    }
    for (const auto& [name, each] : sums) {
        const auto& [sum, total] = each;
        if (total == nullptr || std::isnan(sum) || std::isnan(total->value) || sum == total->value)
            continue;
        throw inputError({"guard.total_clash",
                          {{"place", placeOf(number, *total, language)},
                           {"column", name.second},
                           {"total", total->shown},
                           {"sum", withThousands(std::llround(sum))}}});
    }
}

} // namespace

void requireAgreement(const Document& document)
{
    requireAgreement(document, {});
}

void requireAgreement(const Document& document, std::span<const session::CheckedFigure> others)
{
    std::vector<session::CheckedFigure> figures(others.begin(), others.end());
    for (std::size_t number = 0; number < document.pages.size(); ++number) {
        const Page& page = document.pages[number];
        requireTotals(page, number, document.language);
        for (const BoundFigure& figure : page.figures)
            if (isComparable(figure))
                figures.push_back({figure.quantity, figure.unit, figure.asOf, figure.value,
                                   figure.shown, placeOf(number, figure, document.language)});
    }
    session::requireAgreement(figures);
}

} // namespace guatu::briefing
