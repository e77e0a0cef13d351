// SPDX-License-Identifier: MIT
#pragma once

#include "core/layer.h"

#include <QString>

#include <string>
#include <vector>

namespace guatu::desktop
{

class Texts;

struct LayerTitle {
    std::string layer;
    QString title;
};

/// The layers, the uppermost first. Of layers of one title each tells its scales behind it.
[[nodiscard]] std::vector<LayerTitle> layerTitles(const MapDefinition& definition,
                                                  const Texts& texts);

/// 1:50,000
[[nodiscard]] QString plainScale(double denominator);

} // namespace guatu::desktop
