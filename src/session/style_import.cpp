// SPDX-License-Identifier: MIT
#include "session/style_import.h"

#include "core/classified.h"
#include "core/error.h"
#include "exchange/qgis_style.h"
#include "exchange/qgis_style_reader.h"

#include <algorithm>
#include <array>

namespace guatu::session
{
namespace
{

const Layer& layerOf(const MapDefinition& definition, const std::string& id)
{
    (void)lookOf(definition, id); // says what is wrong
    return *std::ranges::find(definition.layers, id, &Layer::id);
}

const FeatureTable& tableOf(const Layer& layer, const FeatureTables& tables)
{
    const auto found =
        std::ranges::find(tables, layer.source, [](const auto& table) { return table->source; });
    if (found == tables.end())
        throw inputError({"style_import.no_table", {{"layer", layer.id}}});
    return **found;
}

/// The records whose headers may name a table's columns.
std::optional<EntityKind> recordsOf(std::string_view source)
{
    constexpr std::array<std::pair<std::string_view, EntityKind>, 6> kinds{
        {{"household", EntityKind::Household},
         {"site", EntityKind::Site},
         {"facility", EntityKind::Facility},
         {"road", EntityKind::Road},
         {"project", EntityKind::Project},
         {"problem", EntityKind::Problem}}};
    for (const auto& [name, kind] : kinds)
        if (name == source)
            return kind;
    constexpr std::array<std::string_view, 5> levels{"prefecture", "county", "town", "village",
                                                     "group"};
    for (const std::string_view level : levels)
        if (source.starts_with(level))
            return EntityKind::Unit;
    return std::nullopt;
}

/// Pictograms have no colour of their own for the rings of places that stand together; where the
/// layer draws one already, its class has.
void takeRingColours(Style& style, const Style& before)
{
    for (StyleClass& each : style.classes) {
        if (each.symbol.fill || !each.symbol.marker)
            continue;
        const auto same = std::ranges::find_if(before.classes, [&each](const StyleClass& other) {
            return other.symbol.marker && other.symbol.marker->symbol == each.symbol.marker->symbol;
        });
        if (same != before.classes.end())
            each.symbol.fill = same->symbol.fill;
    }
}

} // namespace

ImportedLook importLook(const MapDefinition& definition, const FeatureTables& tables,
                        const std::string& id, const std::filesystem::path& file)
{
    const Layer& layer = layerOf(definition, id);
    const FeatureTable& table = tableOf(layer, tables);
    exchange::ImportedStyle read =
        exchange::readQgisStyle(file, {.table = table,
                                       .title = layer.title,
                                       .symbols = dataRoot() / "styles" / "symbols",
                                       .records = recordsOf(table.source)});
    takeRingColours(read.style, definition.styleOf(layer));
    const auto [least, largest] = read.scales.value_or(std::pair(layer.minScale, layer.maxScale));
    return {{.layer = id, .style = std::move(read.style), .minScale = least, .maxScale = largest},
            std::move(read.notes)};
}

void exportLook(const MapDefinition& definition, const FeatureTables& tables, const std::string& id,
                const std::filesystem::path& file, bool overwrite, Language language)
{
    const GeometryType geometry = tableOf(layerOf(definition, id), tables).geometry.type();
    const LayerLook look = lookOf(classified(definition, tables), id);
    if (isFigure(look.style.figure))
        throw inputError({"style_export.figure", {{"layer", id}}});
    exchange::writeQgisStyle(file,
                             {.style = look.style,
                              .geometry = geometry,
                              .minScale = look.minScale,
                              .maxScale = look.maxScale,
                              .symbols = dataRoot() / "styles" / "symbols",
                              .language = language},
                             overwrite);
}

} // namespace guatu::session
