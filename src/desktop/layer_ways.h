// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "core/layer.h"

namespace guatu::desktop
{

/// Whether a layer is not drawn while these tables are: a list of households stands for all of
/// them; verdicts on a service stand for households, facilities and the fills of areas.
[[nodiscard]] bool givesWay(const Layer& layer, const FeatureTables& tables);

} // namespace guatu::desktop
