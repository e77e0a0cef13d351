// SPDX-License-Identifier: MIT
#include "exchange/qgis_class_list.h"

#include "exchange/qgis_expression.h"

#include <algorithm>
#include <set>

namespace guatu::exchange
{
namespace
{

constexpr std::size_t mostFound = 500;

bool isSame(const Condition& a, const Condition& b)
{
    return qgisExpression(a) == qgisExpression(b);
}

bool isIn(const Condition& condition, const std::vector<Condition>& list)
{
    return std::ranges::any_of(
        list, [&condition](const Condition& each) { return isSame(condition, each); });
}

bool isId(const std::string& text)
{
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return !text.empty() && text.size() <= 64 && isPlain(text.front()) &&
           std::ranges::all_of(text, [&](char c) { return isPlain(c) || c == '_' || c == '-'; });
}

bool canCase(const Stroke& lower, const Stroke& upper)
{
    return !lower.casing && !upper.casing && !lower.secondGap && lower.dash.empty() &&
           lower.inside == upper.inside && lower.width > upper.width &&
           lower.colour != upper.colour;
}

/// Symbols that rules with one filter add to one another.
void append(Symbol& symbol, const Symbol& more)
{
    if (more.fill)
        symbol.fill = more.fill;
    if (more.marker)
        symbol.marker = more.marker;
    for (Stroke stroke : more.strokes) {
        // All features' lines of one rule are drawn before those of the next: casings.
        if (!symbol.strokes.empty() && canCase(symbol.strokes.back(), stroke)) {
            stroke.casing = symbol.strokes.back().colour;
            stroke.casingWidth = symbol.strokes.back().width;
            symbol.strokes.pop_back();
        }
        symbol.strokes.push_back(std::move(stroke));
    }
}

void joinEqual(std::vector<FoundClass>& found)
{
    std::vector<FoundClass> joined;
    for (FoundClass& each : found) {
        const auto same = std::ranges::find_if(joined, [&each](const FoundClass& other) {
            return other.filter.nullOf == each.filter.nullOf && other.minScale == each.minScale &&
                   other.maxScale == each.maxScale && isSame(other.filter.when, each.filter.when) &&
                   other.filter.except.size() == each.filter.except.size();
        });
        if (same == joined.end())
            joined.push_back(std::move(each));
        else
            append(same->symbol, each.symbol);
    }
    found = std::move(joined);
}

std::string nameOf(const FoundClass& each)
{
    return each.title.empty() ? qgisExpression(each.filter.when) : each.title;
}

void noteOverlaps(const std::vector<FoundClass>& found, StyleReading& reading)
{
    for (std::size_t i = 0; i < found.size(); ++i) {
        const StyleFilter& own = found[i].filter;
        if (!own.nullOf.empty() || (takesAll(own.when) && i + 1 == found.size()))
            continue;
        for (std::size_t before = 0; before < i; ++before) {
            const StyleFilter& other = found[before].filter;
            if (areDisjoint(other.when, own.when) || isIn(other.when, own.except))
                continue;
            reading.note("style_import.rule_overlap", found[i].line,
                         {{"rule", nameOf(found[i])}, {"other", nameOf(found[before])}});
            break;
        }
    }
}

/// Features whose column is not known come last, as what is left: what is known must be taken
/// before, drawn by the class for all others or not at all.
void placeUnknown(std::vector<FoundClass>& found, StyleReading& reading)
{
    std::vector<FoundClass> unknown;
    std::erase_if(found, [&](FoundClass& each) {
        if (each.filter.nullOf.empty())
            return false;
        if (unknown.empty())
            unknown.push_back(each);
        else
            reading.note("style_import.rule_expression", each.line,
                         {{"rule", each.title}, {"expression", each.filter.nullOf + " IS NULL"}});
        return true;
    });
    if (unknown.empty())
        return;
    const std::string column = unknown.front().filter.nullOf;
    const Condition known = isKnown(column, reading.target().table);
    if (!found.empty() && takesAll(found.back().filter.when))
        found.back().filter.when = known;
    else
        found.push_back({.id = "not_drawn",
                         .title = column,
                         .filter = {.when = known},
                         .inLegend = false,
                         .line = unknown.front().line});
    unknown.front().filter = {};
    found.push_back(std::move(unknown.front()));
}

/// Rules that say what they leave out can only be taken when earlier ones take that.
void dropUnsayable(std::vector<FoundClass>& found, StyleReading& reading)
{
    std::vector<Condition> earlier;
    std::erase_if(found, [&](const FoundClass& each) {
        const bool good = isTakenBefore(each.filter, earlier);
        if (!good)
            reading.note("style_import.rule_expression", each.line,
                         {{"rule", each.title}, {"expression", nameOf(each)}});
        earlier.push_back(each.filter.when);
        return !good;
    });
}

/// What takes everything draws what is left; rules behind it would never be reached.
void moveRestLast(std::vector<FoundClass>& found)
{
    std::ranges::stable_partition(found, [](const FoundClass& each) {
        return !takesAll(each.filter.when) || !each.filter.nullOf.empty();
    });
}

LocalText titleOf(const FoundClass& each, const LocalText& ofLayer)
{
    if (!each.title.empty())
        return {each.title, each.title};
    const std::string expression =
        takesAll(each.filter.when) ? "" : qgisExpression(each.filter.when);
    return expression.empty() ? ofLayer : LocalText{expression, expression};
}

} // namespace

bool isTakenBefore(const StyleFilter& filter, const std::vector<Condition>& earlier)
{
    return std::ranges::all_of(filter.except, [&earlier](const Condition& each) {
        if (isIn(each, earlier))
            return true;
        return each.kind == Condition::Kind::Any &&
               std::ranges::all_of(each.children, [&earlier](const Condition& child) {
                   return isIn(child, earlier);
               });
    });
}

std::vector<StyleClass> classesOf(std::vector<FoundClass> found, int line, StyleReading& reading)
{
    if (found.size() > mostFound)
        throw reading.error("style_import.too_many_classes", line,
                            {{"most", std::to_string(mostFound)}});
    dropUnsayable(found, reading);
    joinEqual(found);
    moveRestLast(found);
    noteOverlaps(found, reading);
    placeUnknown(found, reading);
    if (found.empty())
        throw reading.error("style_import.no_class", line);
    std::vector<StyleClass> classes;
    std::set<std::string> ids;
    for (FoundClass& each : found) {
        std::string id = each.id;
        if (!isId(id) || ids.contains(id))
            id = "class_" + std::to_string(classes.size() + 1);
        while (ids.contains(id))
            id += "_";
        ids.insert(id);
        classes.push_back({.id = id,
                           .title = titleOf(each, reading.target().title),
                           .when = each.filter.when,
                           .symbol = std::move(each.symbol),
                           .inLegend = each.inLegend,
                           .minScale = each.minScale,
                           .maxScale = each.maxScale});
    }
    return classes;
}

} // namespace guatu::exchange
