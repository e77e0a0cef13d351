// SPDX-License-Identifier: MIT
#include "briefing/composer.h"
#include "briefing/page_font.h"
#include "core/error.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace guatu::briefing
{
namespace
{

// Status colours of the interface guide: bars and large numbers.
constexpr Colour ink{27, 36, 48, 255}, green{0x14, 0x7A, 0x36, 255}, red{0xB1, 0x00, 0x26, 255},
    grey{0x56, 0x61, 0x6E, 255};

FiguresBlock::Item percentItem(Composition& c, const char* caption, const LocalText& word,
                               const Colour& colour)
{
    const std::string number = filledText(c, word, "figures");
    const bool known =
        !number.empty() && (std::isdigit(static_cast<unsigned char>(number[0])) != 0);
    return {{{number, known ? "%" : ""}}, c.words({caption}), colour};
}

FiguresBlock::Item daysItem(Composition& c)
{
    const auto& end = c.material.day.view->profile.end;
    if (!end)
        return {{{"–", ""}}, c.words({"briefing.figure.no_end"}), ink};
    const int days = daysBetween(c.snapshot().asOf, *end);
    c.bind("days_left", days, std::to_string(days), "figures");
    return {
        {{std::to_string(std::abs(days)), c.words({"briefing.days"})}},
        c.words({days >= 0 ? "briefing.figure.days_left" : "briefing.figure.days_over",
                 {{"month", std::to_string(end->month())}, {"day", std::to_string(end->day())}}}),
        days >= 0 ? ink : red};
}

FiguresBlock::Item itemOf(Composition& c, const std::string& word)
{
    const auto number = [&](const char* token) { return filledText(c, {token, token}, "figures"); };
    if (word == "remaining")
        return {{{number("{remaining_households}"), c.words({"briefing.households"})},
                 {number("{remaining_persons}"), c.words({"briefing.persons"})}},
                c.words({"briefing.figure.remaining"}),
                ink};
    if (word == "cleared")
        return percentItem(c, "briefing.figure.cleared", {"{cleared_percent}", {}}, green);
    if (word == "uncleared")
        return percentItem(c, "briefing.figure.uncleared", {"{uncleared_percent}", {}}, red);
    if (word == "unknown")
        return percentItem(c, "briefing.figure.unknown", {"{unknown_percent}", {}}, grey);
    if (word == "incidence")
        return percentItem(c, "briefing.figure.incidence", {"{incidence_percent}", {}}, ink);
    if (word == "listed_places")
        return {{{number("{listed_places}"), c.words({"briefing.places"})}},
                c.words({"briefing.figure.listed"}),
                {0x7A, 0x01, 0x77, 255}};
    return daysItem(c);
}

/// Whether the numbers of an item fit its part of the row.
double widthOfItem(const FiguresBlock::Item& item, double points)
{
    double width = 0;
    for (const auto& [number, unit] : item.numbers)
        width += widthOf(number, {.points = points, .bold = true}) +
                 widthOf(unit, {.points = points * 0.45}) + points * mmPerPoint * 0.35;
    return std::max(width, widthOf(item.caption, {.points = std::max(7.0, points * 0.4)}));
}

/// 审图号, or why there is none (domain notes §11).
std::string approvalWords(const Composition& c)
{
    const std::string& number = c.material.options.approval;
    return number.empty() ? c.words({"briefing.no_approval"}) : number;
}

const char* labelOf(const std::string& item)
{
    constexpr std::array<std::pair<std::string_view, const char*>, 9> labels{
        {{"data_date", "briefing.fact.data_date"},
         {"sources", "briefing.fact.sources"},
         {"crs", "briefing.fact.crs"},
         {"grid", "briefing.fact.grid"},
         {"scale", "briefing.fact.scale"},
         {"compiler", "briefing.fact.compiler"},
         {"approval", "briefing.fact.approval"},
         {"audience", "briefing.fact.audience"},
         {"hash", "briefing.fact.hash"}}};
    for (const auto& [word, id] : labels)
        if (word == item)
            return id;
    throw std::logic_error("no label for " + item); // templates are checked when read
}

std::pair<std::string, std::string> factOf(Composition& c, const std::string& item)
{
    const std::string label = c.words({labelOf(item)});
    const auto filledWith = [&](const char* token) {
        return std::pair(label, filledText(c, {token, token}, "furniture"));
    };
    if (item == "data_date")
        return filledWith("{date}");
    if (item == "sources")
        return filledWith("{sources}");
    if (item == "crs")
        return filledWith("{crs}");
    if (item == "scale")
        return filledWith("{scale}");
    if (item == "audience")
        return filledWith("{audience}");
    if (item == "hash")
        return filledWith("{hash}");
    if (item == "grid")
        return {label, c.words({"briefing.grid_words"})};
    if (item == "compiler")
        return {label, c.material.options.compiler.empty()
                           ? c.words({"briefing.compiler_of", {{"unit", c.unitName()}}})
                           : c.material.options.compiler};
    return {label, approvalWords(c)};
}

void addStamp(Composition& c, const Frame& frame)
{
    if (!c.material.options.approval.empty())
        return; // the number stands among the facts
    TextStyle style = c.style(frame.points > 0 ? frame.points : 12, true);
    style.colour = red;
    const std::string words = c.words({"briefing.stamp"});
    while (widthOf(words, style) > frame.box.width * 0.92 && style.points > 7)
        style.points -= 0.5;
    c.page.blocks.emplace_back(StampBlock{frame.box, {words, style}});
}

/// What is known of the place that the page is about.
void addPlace(const Composition& c, FactsBlock& facts)
{
    if (c.spot != nullptr)
        facts.rows.insert(facts.rows.end(), c.spot->facts.begin(), c.spot->facts.end());
}

} // namespace

void addFigures(Composition& c, const Frame& frame)
{
    FiguresBlock block;
    block.box = frame.box;
    block.points = (frame.points > 0 ? frame.points : 20) * c.design.enlarge;
    for (const std::string& word : frame.items)
        block.items.push_back(itemOf(c, word));
    const auto all = [&](double points) {
        double width = 0;
        for (const FiguresBlock::Item& item : block.items)
            width += widthOfItem(item, points) + 3 * c.design.enlarge;
        return width;
    };
    while (all(block.points) > frame.box.width && block.points > 9)
        block.points -= 0.5;
    c.page.blocks.emplace_back(std::move(block));
}

void addFurniture(Composition& c, const Frame& frame)
{
    FactsBlock facts;
    facts.box = frame.box;
    facts.points = (frame.points > 0 ? frame.points : 8.5) * c.design.enlarge;
    for (const std::string& item : frame.items) {
        if (item == "stamp")
            addStamp(c, frame);
        else if (item == "place")
            addPlace(c, facts);
        else
            facts.rows.push_back(factOf(c, item));
    }
    if (facts.rows.empty())
        return;
    for (;; facts.points -= 0.25) {
        facts.rowHeight = facts.points * mmPerPoint * 1.65;
        facts.labelWidth = 0;
        for (const auto& row : facts.rows)
            facts.labelWidth = std::max(facts.labelWidth,
                                        widthOf(row.first, {.points = facts.points, .bold = true}));
        facts.labelWidth += facts.points * mmPerPoint * 1.2;
        double height = 0;
        for (const auto& row : facts.rows)
            height += facts.rowHeight *
                      static_cast<double>(std::max<std::size_t>(
                          1, wrapped(row.second, {.points = facts.points, .serif = true},
                                     facts.box.width - facts.labelWidth)
                                 .size()));
        if (height <= facts.box.height)
            break;
        if (facts.points <= 7 * std::min(1.0, c.design.enlarge))
            throw inputError({"briefing.text_too_long",
                              {{"frame", frame.id.empty() ? "furniture" : frame.id},
                               {"unit", c.unitName()},
                               {"text", facts.rows.front().second}}});
    }
    c.page.blocks.emplace_back(std::move(facts));
}

void addChart(Composition& c, const Frame& frame)
{
    const Table table = tableFor(c, "children");
    ChartBlock block;
    block.box = frame.box;
    block.title = filledText(c, frame.text, "chart");
    block.points = (frame.points > 0 ? frame.points : 8.5) * c.design.enlarge;
    const Colour cleared{0x1A, 0x96, 0x41, 255}, uncleared{0xD7, 0x19, 0x1C, 255},
        unknown{0xBD, 0xBD, 0xBD, 255};
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto number = [&](std::string_view key) {
            const auto* value = std::get_if<std::int64_t>(&table.cell(row, key));
            return value == nullptr ? 0.0 : static_cast<double>(*value);
        };
        const std::size_t name = table.column("name");
        block.bars.push_back({shown(table.row(row)[name], table.columns()[name], c.language()),
                              {{number("cleared_households"), cleared},
                               {number("uncleared_households"), uncleared},
                               {number("unknown_households"), unknown}},
                              withThousands(std::llround(number("households")))});
    }
    const double least = block.points * mmPerPoint * 1.25;
    if (least * static_cast<double>(block.bars.size() + 2) > block.box.height)
        throw inputError({"briefing.chart_too_long", {{"unit", c.unitName()}}});
    block.key = {{c.words({"column.cleared_households"}), cleared},
                 {c.words({"column.uncleared_households"}), uncleared},
                 {c.words({"column.unknown_households"}), unknown}};
    c.page.blocks.emplace_back(std::move(block));
}

} // namespace guatu::briefing
