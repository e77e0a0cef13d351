// SPDX-License-Identifier: MIT
#include "desktop/layer_titles.h"

#include "core/text.h"
#include "desktop/texts.h"

#include <algorithm>
#include <cmath>

namespace guatu::desktop
{
namespace
{

constexpr double unlimited = 1e12;

QString scalesOf(const Layer& layer, const Texts& texts)
{
    const Message::Parameters ends{{"nearest", plainScale(layer.minScale).toStdString()},
                                   {"farthest", plainScale(layer.maxScale).toStdString()}};
    if (layer.maxScale >= unlimited)
        return texts("desktop.style.from_scale", ends);
    return texts(layer.minScale > 0 ? "desktop.style.between_scales" : "desktop.style.to_scale",
                 ends);
}

} // namespace

QString plainScale(double denominator)
{
    if (!(denominator < 1e15))
        return {};
    return QStringLiteral("1:") + toQString(withThousands(std::llround(denominator)));
}

std::vector<LayerTitle> layerTitles(const MapDefinition& definition, const Texts& texts)
{
    std::vector<LayerTitle> titles;
    for (auto layer = definition.layers.rbegin(); layer != definition.layers.rend(); ++layer) {
        const bool isAlone =
            std::ranges::count(definition.layers, layer->title, &Layer::title) == 1;
        const QString title = texts(layer->title);
        titles.push_back({layer->id, isAlone ? title : title + scalesOf(*layer, texts)});
    }
    return titles;
}

} // namespace guatu::desktop
