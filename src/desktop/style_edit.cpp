// SPDX-License-Identifier: MIT
#include "desktop/style_edit.h"

#include "core/colour_ramp.h"
#include "core/plain_mark.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace guatu::desktop
{
namespace
{

constexpr Fill unknownFill{{0xC8, 0xCC, 0xD0}, Pattern::Dots, {0x5B, 0x5B, 0x5B}};
constexpr Colour unknownLine{0x6F, 0x6F, 0x6F};

/// Apart from each other, and from what colours of states mean.
constexpr Colour categoryColours[]{{0x7F, 0xA6, 0xC9}, {0xD9, 0xB2, 0x6F}, {0x9C, 0x8C, 0xC2},
                                   {0x7F, 0xB8, 0xA4}, {0xC9, 0x8F, 0x7A}, {0xB8, 0xB0, 0x5E},
                                   {0xC4, 0x8F, 0xB0}, {0x6F, 0x8F, 0xB8}, {0xA9, 0x8F, 0x6F},
                                   {0x8F, 0xA3, 0xAD}};

bool draws(const Symbol& symbol)
{
    return symbol.fill || !symbol.strokes.empty() || symbol.marker;
}

/// The symbol of a style that others are made after.
Symbol patternSymbol(const Style& style)
{
    const auto drawn = std::ranges::find_if(
        style.classes, [](const StyleClass& each) { return draws(each.symbol); });
    if (drawn != style.classes.end())
        return drawn->symbol;
    if (!style.classification)
        return {};
    Symbol symbol = style.classification->symbol;
    const auto& stops = style.classification->colours.empty()
                            ? colourStops(style.classification->ramp)
                            : style.classification->colours;
    symbol.fill = Fill{sampled(stops, 1).front(), Pattern::None, {}};
    return symbol;
}

void addFields(const Condition& condition, std::set<std::string>& fields)
{
    if (condition.kind == Condition::Kind::Compare)
        fields.insert(condition.field);
    for (const Condition& child : condition.children)
        addFields(child, fields);
}

bool sameHue(Colour a, Colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

bool isOwn(const Style& style, const std::string& styleClass)
{
    return std::ranges::any_of(style.classes,
                               [&](const StyleClass& each) { return each.id == styleClass; });
}

/// Reads or changes, as the class is one or the other.
template <typename Class>
auto& symbolOf(Class& styleClass, ColourVariant variant)
{
    if (variant == ColourVariant::ColourBlind && styleClass.colourBlind)
        return *styleClass.colourBlind;
    if (variant == ColourVariant::Grey && styleClass.grey)
        return *styleClass.grey;
    return styleClass.symbol;
}

/// A mark in a shape of its own, as long as there are shapes.
Marker markOf(const Symbol& like, Colour colour, PlainMark::Shape shape)
{
    constexpr Colour white{255, 255, 255};
    return {nameOf({shape, colour, white, 1}), like.marker ? like.marker->size : Marker{}.size};
}

Symbol categorySymbol(const Symbol& like, SymbolKind kind, std::size_t index)
{
    Symbol symbol = like;
    const Colour colour = categoryColours[index % std::size(categoryColours)];
    if (kind == SymbolKind::Line) {
        setLined(symbol, true);
        setLineColour(symbol, colour);
        return symbol;
    }
    symbol.fill = Fill{colour, Pattern::None, {}};
    constexpr std::size_t shapes = 7; // those that have an inside
    if (kind == SymbolKind::Point)
        symbol.marker = markOf(like, colour, static_cast<PlainMark::Shape>(index % shapes));
    return symbol;
}

} // namespace

StyleMethod methodOf(const Style& style)
{
    if (style.classification)
        return static_cast<StyleMethod>(static_cast<int>(style.classification->method) +
                                        static_cast<int>(StyleMethod::Thresholds));
    const bool single =
        style.classes.size() == 1 && fieldOf(style).empty() && !isFigure(style.figure);
    return single ? StyleMethod::Single : StyleMethod::Categories;
}

std::optional<ClassMethod> classMethodOf(StyleMethod method)
{
    if (method < StyleMethod::Thresholds)
        return {};
    return static_cast<ClassMethod>(static_cast<int>(method) -
                                    static_cast<int>(StyleMethod::Thresholds));
}

std::string fieldOf(const Style& style)
{
    if (style.classification)
        return style.classification->field;
    std::set<std::string> fields;
    for (const StyleClass& each : style.classes)
        addFields(each.when, fields);
    return fields.size() == 1 ? *fields.begin() : std::string();
}

void makeSingle(Style& style, const LocalText& title)
{
    StyleClass all{"all", title, {}, patternSymbol(style)};
    style.classification.reset();
    style.classes = {std::move(all)};
}

void makeCategories(Style& style, SymbolKind kind, const std::string& field,
                    std::span<const Category> words, const LocalText& unknown)
{
    const Symbol like = patternSymbol(style);
    style.classification.reset();
    style.classes.clear();
    for (const Category& each : words) {
        if (each.word == "unknown")
            continue;
        const std::size_t index = style.classes.size();
        style.classes.push_back(
            {"v" + std::to_string(index + 1),
             each.title,
             {Condition::Kind::Compare, field, Condition::Operator::Equal, {each.word}, {}},
             categorySymbol(like, kind, index)});
    }
    Symbol symbol = categorySymbol(like, kind, style.classes.size());
    if (kind == SymbolKind::Line)
        setLineColour(symbol, unknownLine);
    else
        symbol.fill = unknownFill;
    if (kind == SymbolKind::Point)
        symbol.marker = markOf(like, unknownFill.colour, PlainMark::Shape::Circle);
    style.classes.push_back({"unknown", unknown, {}, std::move(symbol)});
}

void makeClassification(Style& style, SymbolKind kind, ClassMethod method, const std::string& field,
                        const LocalText& unitWord, std::vector<double> breaks)
{
    Classification made;
    if (style.classification) {
        made = *style.classification;
    } else {
        made.symbol = patternSymbol(style);
        made.symbol.fill.reset();
        if (kind != SymbolKind::Point)
            made.symbol.marker.reset();
        else if (!made.symbol.marker || !plainMarkOf(made.symbol.marker->symbol))
            made.symbol.marker = markOf(made.symbol, {}, PlainMark::Shape::Circle);
    }
    const bool otherField = made.field != field;
    made.method = method;
    made.field = field;
    made.unitWord = unitWord;
    if (otherField)
        made.zero.reset();
    if (method == ClassMethod::Thresholds) {
        if (!breaks.empty())
            made.breaks = std::move(breaks);
        if (made.breaks.empty())
            made.breaks = {0};
    } else {
        made.classes = std::clamp<std::size_t>(made.classes, 1, mostClasses);
        made.breaks.clear();
    }
    style.classes.clear();
    style.classification = std::move(made);
}

std::vector<double> breaksOf(std::span<const StyleClass> drawn)
{
    std::vector<double> breaks;
    for (const StyleClass& each : drawn) {
        for (const Condition& bound : each.when.children) {
            const bool isLower = bound.op == Condition::Operator::Greater ||
                                 bound.op == Condition::Operator::GreaterEqual;
            if (!isLower || bound.values.empty())
                continue;
            const auto* value = std::get_if<double>(&bound.values.front());
            if (value && std::isfinite(*value))
                breaks.push_back(*value);
        }
    }
    std::ranges::sort(breaks);
    return breaks;
}

std::variant<std::vector<double>, Message> parseBreaks(std::string_view text)
{
    std::string plain(text);
    for (const std::string_view comma : {"，", "、", "；", "　", ";", ",", "\t"})
        for (std::size_t at = 0; (at = plain.find(comma, at)) != std::string::npos; ++at)
            plain.replace(at, comma.size(), " ");
    std::vector<double> breaks;
    for (std::size_t at = plain.find_first_not_of(' '); at != std::string::npos;) {
        const std::size_t end = std::min(plain.find(' ', at), plain.size());
        const std::string word = plain.substr(at, end - at);
        double value = 0;
        const auto [rest, failure] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (failure != std::errc{} || rest != word.data() + word.size() || !std::isfinite(value))
            return Message{"desktop.style.break_no_number", {{"found", word}}};
        if (!breaks.empty() && !(value > breaks.back()))
            return Message{"desktop.style.break_not_above", {{"found", word}}};
        breaks.push_back(value);
        at = plain.find_first_not_of(' ', end);
    }
    if (breaks.empty())
        return Message{"desktop.style.break_none"};
    if (breaks.size() >= mostClasses)
        return Message{"desktop.style.break_too_many", {{"most", std::to_string(mostClasses - 1)}}};
    return breaks;
}

void editShapes(Style& style, const std::set<std::string>& classes, const SymbolEdit& edit)
{
    bool shared = false;
    for (const std::string& id : classes)
        shared = shared || !isOwn(style, id);
    if (shared && style.classification)
        edit(style.classification->symbol);
    for (StyleClass& each : style.classes) {
        if (!classes.contains(each.id))
            continue;
        edit(each.symbol);
        for (std::optional<Symbol>* variant : {&each.colourBlind, &each.grey})
            if (*variant)
                edit(**variant);
    }
}

void editColours(Style& style, const std::set<std::string>& classes, ColourVariant variant,
                 const SymbolEdit& edit)
{
    for (StyleClass& each : style.classes)
        if (classes.contains(each.id))
            edit(symbolOf(each, variant));
}

void setClassColour(Style& style, std::span<const StyleClass> drawn,
                    const std::set<std::string>& classes, Colour colour)
{
    if (!style.classification)
        return;
    std::vector<Colour> colours; // drawn from the highest values down, then zero
    bool changed = false;
    const auto add = [&](bool zero) {
        for (const StyleClass& each : drawn) {
            const bool isValue = hasColourOf(style, each.id) && !isOwn(style, each.id);
            if (!isValue || (each.id == "zero") != zero || !each.symbol.fill)
                continue;
            changed = changed || classes.contains(each.id);
            colours.push_back(classes.contains(each.id) ? colour : each.symbol.fill->colour);
        }
    };
    add(false);
    add(true);
    std::ranges::reverse(colours);
    if (changed)
        style.classification->colours = std::move(colours);
}

bool hasColourOf(const Style& style, const std::string& styleClass)
{
    return isOwn(style, styleClass) || (style.classification && styleClass != "unknown");
}

const Symbol& symbolIn(const StyleClass& styleClass, ColourVariant variant)
{
    return symbolOf(styleClass, variant);
}

std::optional<Colour> mainColour(const Symbol& symbol)
{
    if (symbol.fill)
        return symbol.fill->colour;
    if (const auto mark = symbol.marker ? plainMarkOf(symbol.marker->symbol) : std::nullopt)
        return mark->fill;
    if (!symbol.strokes.empty())
        return symbol.strokes.back().colour;
    return {};
}

void setMainColour(Symbol& symbol, Colour colour)
{
    auto mark = symbol.marker ? plainMarkOf(symbol.marker->symbol) : std::nullopt;
    if (mark) {
        mark->fill = colour;
        symbol.marker->symbol = nameOf(*mark);
    }
    if (symbol.fill)
        symbol.fill->colour = colour;
    else if (!mark)
        setLineColour(symbol, colour);
}

void setLineColour(Symbol& symbol, Colour colour)
{
    if (symbol.strokes.empty())
        return;
    const Colour old = symbol.strokes.back().colour;
    for (Stroke& stroke : symbol.strokes)
        if (sameHue(stroke.colour, old))
            stroke.colour = {colour.r, colour.g, colour.b, stroke.colour.a};
}

void setLineWidth(Symbol& symbol, double width)
{
    if (symbol.strokes.empty())
        return;
    Stroke& line = symbol.strokes.back();
    if (line.casing)
        line.casingWidth = std::max(width, line.casingWidth + width - line.width);
    line.width = width;
}

void setDash(Symbol& symbol, std::vector<double> dash)
{
    if (!symbol.strokes.empty())
        symbol.strokes.back().dash = std::move(dash);
}

void setLined(Symbol& symbol, bool lined)
{
    if (!lined)
        symbol.strokes.clear();
    else if (symbol.strokes.empty())
        symbol.strokes.push_back({{0x57, 0x51, 0x4A}, 0.3});
}

void setPattern(Symbol& symbol, Pattern pattern)
{
    if (!symbol.fill)
        return;
    Fill& fill = *symbol.fill;
    if (fill.pattern == Pattern::None && fill.patternColour == Colour{}) {
        const auto darker = [](std::uint8_t part) { return static_cast<std::uint8_t>(part / 2); };
        fill.patternColour = {darker(fill.colour.r), darker(fill.colour.g), darker(fill.colour.b)};
    }
    fill.pattern = pattern;
}

void setPatternColour(Symbol& symbol, Colour colour)
{
    if (symbol.fill)
        symbol.fill->patternColour = colour;
}

std::optional<FigureSizes> figureSizes(const Figure& figure)
{
    if (const auto* disc = std::get_if<DiscFigure>(&figure))
        return FigureSizes{disc->least, disc->most};
    if (const auto* chart = std::get_if<ChartFigure>(&figure))
        return FigureSizes{chart->least, chart->most};
    if (const auto* badge = std::get_if<BadgeFigure>(&figure))
        return FigureSizes{badge->size, badge->size};
    return {};
}

void setFigureSizes(Figure& figure, FigureSizes sizes)
{
    sizes.least = std::min(sizes.least, sizes.most);
    if (auto* disc = std::get_if<DiscFigure>(&figure)) {
        disc->least = sizes.least;
        disc->most = sizes.most;
    } else if (auto* chart = std::get_if<ChartFigure>(&figure)) {
        chart->least = sizes.least;
        chart->most = sizes.most;
    } else if (auto* badge = std::get_if<BadgeFigure>(&figure)) {
        badge->size = sizes.most;
    }
}

} // namespace guatu::desktop
