// SPDX-License-Identifier: MIT
#include "session/feature_list.h"

#include "session/tables/table_parts.h"

#include <algorithm>
#include <array>

namespace guatu::session
{
namespace
{

/// Fields of map sources: their titles, and the column of lists that says the same.
struct LayerField {
    std::string_view key, title, same{};
};
constexpr std::array<LayerField, 34> layerFields{{
    {"area_grade", "layer_field.area_grade"},
    {"class", "layer_field.class", "class"},
    {"clear", "layer_field.clear", "closure"},
    {"clear_share", "layer_field.clear_share"},
    {"code", "layer_field.code", "code"},
    {"formal", "layer_field.formal", "formal_status"},
    {"from", "layer_field.from"},
    {"hh_at_risk", "layer_field.hh_at_risk"},
    {"hh_cleared", "layer_field.hh_cleared"},
    {"hh_uncleared", "layer_field.hh_uncleared"},
    {"hh_unknown", "layer_field.hh_unknown"},
    {"households", "layer_field.households"},
    {"incidence", "layer_field.incidence", "incidence_percent"},
    {"is_poor", "layer_field.is_poor", "poor_unit"},
    {"kind", "layer_field.kind", "kind"},
    {"listed", "layer_field.listed"},
    {"located", "layer_field.located"},
    {"name", "layer_field.name", "name"},
    {"open_problems", "layer_field.open_problems", "open_problems"},
    {"origin", "layer_field.origin"},
    {"persons", "layer_field.persons", "persons"},
    {"persons_unknown", "layer_field.persons_unknown"},
    {"remaining_hh", "layer_field.remaining_hh", "remaining_households"},
    {"remaining_p", "layer_field.remaining_p", "remaining_persons"},
    {"rule_listed", "layer_field.rule_listed"},
    {"short_name", "layer_field.short_name"},
    {"site", "layer_field.site"},
    {"state", "layer_field.state", "state"},
    {"surface", "layer_field.surface", "surface"},
    {"text", "layer_field.text", "text"},
    {"to", "layer_field.to"},
    {"moved_households", "layer_field.households", "moved_households"},
    {"moved_persons", "layer_field.persons", "moved_persons"},
    {"topic", "layer_field.topic", "topic"},
}};

const LayerField* layerFieldOf(std::string_view key)
{
    const auto* found = std::ranges::find(layerFields, key, &LayerField::key);
    return found == layerFields.end() ? nullptr : found;
}

/// Codes of categories in words; codes that profiles give words to are not among the fields that
/// are left to layers.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> layerWords{{
    {"approx", "layer_word.approx"},
    {"county", "layer_word.county"},
    {"national", "layer_word.national"},
    {"no", "layer_word.no"},
    {"none", "layer_word.none"},
    {"official", "layer_word.official"},
    {"prefecture", "layer_word.prefecture"},
    {"province", "layer_word.province"},
    {"town", "layer_word.town"},
    {"unknown", "layer_word.unknown"},
    {"village", "layer_word.village"},
    {"voronoi", "layer_word.voronoi"},
    {"yes", "layer_word.yes"},
}};

TableCell layerWord(const std::string& code)
{
    for (const auto& [known, id] : layerWords)
        if (known == code)
            return Word{code, localText(id)};
    return Word{code, {code, code}};
}

TableCell layerCellOf(const FieldValue& value, bool isCategory)
{
    if (const auto* code = std::get_if<std::string>(&value); code != nullptr && isCategory)
        return layerWord(*code);
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    if (const auto* words = std::get_if<std::string>(&value))
        return *words;
    return Unknown{};
}

} // namespace

FeatureColumns featureColumns(const FeatureTable& table, std::span<const std::uint32_t> features)
{
    FeatureColumns made;
    made.rows.resize(features.size());
    for (const auto& [key, column] : table.columns) {
        const LayerField* field = layerFieldOf(key);
        const bool isNumber = std::holds_alternative<NumberColumn>(column);
        const bool isCategory = std::holds_alternative<CategoryColumn>(column);
        made.columns.push_back({key,
                                field == nullptr ? LocalText{key, key} : localText(field->title),
                                isNumber     ? ColumnKind::Decimal
                                : isCategory ? ColumnKind::Word
                                             : ColumnKind::Text,
                                TableColumn::asNeeded});
        for (std::size_t i = 0; i < features.size(); ++i)
            made.rows[i].push_back(layerCellOf(table.value(key, features[i]), isCategory));
    }
    return made;
}

bool saysSame(const Table& list, std::string_view key)
{
    const LayerField* field = layerFieldOf(key);
    return std::ranges::any_of(list.columns(), [&](const TableColumn& column) {
        return column.key == key ||
               (field != nullptr && !field->same.empty() && column.key == field->same);
    });
}

Table featureList(const WorkspaceView& view, const FeatureTable& table,
                  std::span<const std::uint32_t> features, const LocalText& title)
{
    FeatureColumns parts = featureColumns(table, features);
    Table list(table.source, title, std::move(parts.columns));
    for (Table::Row& row : parts.rows)
        list.addRow(std::move(row));
    list.setGeometry(Places(view.snapshot).lines(table.geometry, features));
    return list;
}

} // namespace guatu::session
