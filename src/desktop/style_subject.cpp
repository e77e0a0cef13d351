// SPDX-License-Identifier: MIT
#include "desktop/style_subject.h"

#include <algorithm>

namespace guatu::desktop
{

SymbolKind StyleSubject::kind() const
{
    if (table) {
        if (table->geometry.type() == GeometryType::Polygon)
            return SymbolKind::Area;
        return table->geometry.type() == GeometryType::Line ? SymbolKind::Line : SymbolKind::Point;
    }
    // Without data: as its classes are drawn.
    const auto marked = [](const StyleClass& each) { return each.symbol.marker.has_value(); };
    const auto filled = [](const StyleClass& each) { return each.symbol.fill.has_value(); };
    if (std::ranges::any_of(defined.style.classes, marked))
        return SymbolKind::Point;
    return std::ranges::any_of(defined.style.classes, filled) ? SymbolKind::Area : SymbolKind::Line;
}

std::vector<StyleClass> StyleSubject::drawnClasses() const
{
    if (!look.style.classification || !drawn)
        return look.style.classes;
    const auto found = std::ranges::find(drawn->layers, layer.id, &Layer::id);
    return found == drawn->layers.end() ? look.style.classes : drawn->styleOf(*found).classes;
}

std::optional<Symbol> StyleSubject::symbol() const
{
    for (const StyleClass& each : drawnClasses())
        if (classes.contains(each.id))
            return symbolIn(each, colours);
    return {};
}

std::vector<StyleField> fieldsOf(const FeatureTable* table)
{
    std::vector<StyleField> fields;
    if (!table)
        return fields;
    for (const auto& [name, column] : table->columns) {
        if (const auto* words = std::get_if<CategoryColumn>(&column))
            fields.push_back({name, StyleField::Kind::Words, words->words});
        else
            fields.push_back({name, std::holds_alternative<NumberColumn>(column)
                                        ? StyleField::Kind::Number
                                        : StyleField::Kind::Text});
    }
    return fields;
}

} // namespace guatu::desktop
