// SPDX-License-Identifier: MIT
#include "core/map_subject.h"

namespace guatu
{

std::vector<const Layer*> subjectLayers(const MapDefinition& definition,
                                        const std::set<std::string>& hidden,
                                        double scaleDenominator)
{
    const Layer* colouring = nullptr;
    std::vector<const Layer*> figures;
    for (const Layer& layer : definition.layers) {
        if (hidden.contains(layer.id) || !isDrawnAt(layer, scaleDenominator))
            continue;
        if (!layer.exclusive.empty())
            colouring = &layer;
        else if (isFigure(definition.styleOf(layer).figure) && !layer.folder.zh.empty())
            figures.push_back(&layer);
    }
    if (colouring != nullptr)
        figures.insert(figures.begin(), colouring);
    return figures;
}

std::string mapSubject(const MapDefinition& definition, const std::set<std::string>& hidden,
                       double scaleDenominator, Language language)
{
    std::string subject;
    for (const Layer* layer : subjectLayers(definition, hidden, scaleDenominator))
        subject += (subject.empty() ? "" : " · ") + layer->title.in(language);
    return subject;
}

} // namespace guatu
