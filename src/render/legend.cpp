// SPDX-License-Identifier: MIT
#include "render/drawn_layer.h"
#include "render/legend_counts.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

std::size_t wholeNumber(double number)
{
    return std::isfinite(number) && number > 0 ? static_cast<std::size_t>(number) : 0;
}

/// Adds what a chart shows of a row to the counts of its classes; says how much it is in all.
std::size_t addParts(const ChartFigure& chart, const Style& style, const FeatureTable& table,
                     std::size_t row, std::vector<std::size_t>& counts)
{
    std::size_t sum = 0;
    for (const ChartPart& part : chart.parts) {
        const NumberColumn* numbers = table.number(part.field);
        const auto named =
            std::find_if(style.classes.begin(), style.classes.end(),
                         [&](const auto& each) { return each.id == part.styleClass; });
        if (!numbers || named == style.classes.end())
            continue;
        const std::size_t number = wholeNumber((*numbers)[row]);
        counts[static_cast<std::size_t>(named - style.classes.begin())] += number;
        sum += number;
    }
    return sum;
}

LegendSection sectionOf(const MapScene& scene, const Layer& layer,
                        const std::shared_ptr<const FeatureTable>& table,
                        const std::function<bool(Point)>& isWithin)
{
    const Style& style = scene.definition->styleOf(layer);
    const auto classes = scene.cache->classes(table, scene.definition, layer);
    LegendSection section;
    section.layer = layer.id;
    section.folder = layer.folder.in(scene.language);
    section.group = layer.group.in(scene.language);
    section.title = layer.title.in(scene.language);
    section.unitWord = layer.unitWord.in(scene.language);
    section.approximate = layer.approximate;
    section.hasFigure = isFigure(style.figure);

    const bool countsPersons = scene.measure == Measure::Persons && layer.persons;
    const NumberColumn* persons = countsPersons ? table->number(layer.persons->field) : nullptr;
    if (persons)
        section.unitWord = layer.persons->unitWord.in(scene.language);
    const auto prepared = isWithin ? scene.cache->prepared(table) : nullptr;
    std::vector<std::size_t> counts(style.classes.size());
    for (std::size_t row = 0; row < classes->size(); ++row) {
        const std::uint8_t styleClass = (*classes)[row];
        if (styleClass == noClass || !style.classes[styleClass].inLegend)
            continue;
        const bool hasPlace = table->geometry.hasGeometry(row);
        if (isWithin && (!hasPlace || !isWithin(prepared->anchor(row))))
            continue;
        // Households whose number of persons is not known add none.
        const double people = persons ? (*persons)[row] : 1;
        std::size_t weight = wholeNumber(people);
        if (const auto* chart = std::get_if<ChartFigure>(&style.figure))
            weight = addParts(*chart, style, *table, row, counts);
        else
            counts[styleClass] += weight;
        (hasPlace ? section.located : section.notLocated) += weight;
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const StyleClass& styleClass = style.classes[i];
        // Unknown is always listed: none of them is news too.
        if (styleClass.inLegend && (counts[i] > 0 || styleClass.id == "unknown")) {
            section.entries.push_back(
                {layer.id, styleClass.id, styleClass.title.in(scene.language), counts[i]});
        }
    }
    return section;
}

} // namespace

std::vector<LegendSection> legendWhere(const MapScene& scene, double scaleDenominator,
                                       const std::function<bool(Point)>& isWithin)
{
    std::vector<LegendSection> sections;
    if (!scene.definition)
        return sections;
    std::vector<const Layer*> layers;
    for (const Layer& layer : scene.definition->layers)
        layers.push_back(&layer);
    std::stable_sort(layers.begin(), layers.end(),
                     [](const Layer* a, const Layer* b) { return a->order > b->order; });
    for (const Layer* layer : layers) {
        const auto table = tableOf(scene, *layer);
        if (!table)
            continue;
        sections.push_back(sectionOf(scene, *layer, table, isWithin));
        sections.back().drawn = isDrawn(scene, *layer, scaleDenominator);
    }
    return sections;
}

std::vector<LegendSection> legend(const MapScene& scene, double scaleDenominator, const Box* within)
{
    if (!within)
        return legendWhere(scene, scaleDenominator, {});
    return legendWhere(scene, scaleDenominator, [within](Point p) { return within->contains(p); });
}

} // namespace guatu::render
