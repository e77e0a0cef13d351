// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/qgis_project.h"

#include <string>
#include <vector>

namespace guatu::exchange
{

/// A layer as QGIS holds it: ours, or one of the two that a layer with clusters becomes.
struct QgisLayer {
    std::string id; ///< longer than 10 letters: QGIS gives shorter ones another
    std::string title;
    const Layer* layer = nullptr;
    Style style;
    const FeatureTable* table = nullptr;
    double minScale = 0, maxScale = 1e12;
    bool clustered = false;
    bool visible = true;
};

/// Those with a table, bottom to top. QGIS would name an area beside its seat: areas lose their
/// labels at the scales at which a layer of points, all of them located, names the seats.
[[nodiscard]] std::vector<QgisLayer> qgisLayers(const QgisProject& project);

} // namespace guatu::exchange
