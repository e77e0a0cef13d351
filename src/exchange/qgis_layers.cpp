// SPDX-License-Identifier: MIT
#include "exchange/qgis_layers.h"

#include <algorithm>

namespace guatu::exchange
{
namespace
{

const FeatureTable* tableOf(const QgisProject& project, const std::string& source)
{
    const auto found =
        std::ranges::find(project.tables, source, [](const auto& table) { return table->source; });
    return found == project.tables.end() ? nullptr : found->get();
}

/// Up to which scale the points of the areas' seats bear names; 0 where they do not.
double namedSeatsUpTo(const QgisProject& project, const std::string& areas)
{
    const FeatureTable* seats = tableOf(project, areas + "_seat");
    if (seats == nullptr)
        return 0;
    for (std::size_t row = 0; row < seats->size(); ++row)
        if (!seats->geometry.hasGeometry(row))
            return 0;
    double most = 0;
    for (const Layer& layer : project.definition.layers) {
        if (layer.source != seats->source || project.hiddenLayers.contains(layer.id))
            continue;
        for (const LabelStyle& label : project.definition.styleOf(layer).labels)
            if (!label.when)
                most = std::max(most, std::min(layer.maxScale, label.maxScale));
    }
    return most;
}

void leaveNamesToSeats(std::vector<LabelStyle>& labels, double upTo)
{
    for (LabelStyle& label : labels)
        label.minScale = std::max(label.minScale, upTo);
    std::erase_if(labels, [](const LabelStyle& label) { return label.minScale >= label.maxScale; });
}

void addClustered(std::vector<QgisLayer>& layers, QgisLayer layer, const Clustering& clustering)
{
    if (clustering.belowScale < layer.maxScale) {
        QgisLayer gathered = layer;
        gathered.id += "-clustered";
        gathered.clustered = true;
        gathered.minScale = std::max(layer.minScale, clustering.belowScale);
        layers.push_back(std::move(gathered));
        layer.maxScale = clustering.belowScale;
    }
    if (layer.maxScale > 1)
        layers.push_back(std::move(layer));
}

} // namespace

std::vector<QgisLayer> qgisLayers(const QgisProject& project)
{
    std::vector<QgisLayer> layers;
    for (const Layer& layer : project.definition.layers) {
        const FeatureTable* table = tableOf(project, layer.source);
        if (table == nullptr)
            continue;
        QgisLayer made{.id = "guatu-layer-" + layer.id,
                       .title = layer.title.in(project.language),
                       .layer = &layer,
                       .style = project.definition.styleOf(layer),
                       .table = table,
                       .minScale = layer.minScale,
                       .maxScale = layer.maxScale,
                       .visible = !project.hiddenLayers.contains(layer.id)};
        if (table->geometry.type() == GeometryType::Polygon)
            leaveNamesToSeats(made.style.labels, namedSeatsUpTo(project, layer.source));
        if (layer.clustering && table->geometry.type() == GeometryType::Point)
            addClustered(layers, std::move(made), *layer.clustering);
        else
            layers.push_back(std::move(made));
    }
    return layers;
}

} // namespace guatu::exchange
