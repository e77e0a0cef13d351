// SPDX-License-Identifier: MIT
#pragma once

#include "core/layer.h"

#include <set>
#include <string>
#include <vector>

namespace guatu
{

/// Whether a layer is drawn at a scale, by its denominator.
[[nodiscard]] inline bool isDrawnAt(const Layer& layer, double scaleDenominator)
{
    return scaleDenominator >= layer.minScale && scaleDenominator <= layer.maxScale;
}

/// The layers that say what a map is about: that which colours its areas, then those that draw
/// figures at places, upwards. Empty where none is shown.
[[nodiscard]] std::vector<const Layer*> subjectLayers(const MapDefinition& definition,
                                                      const std::set<std::string>& hidden,
                                                      double scaleDenominator);

/// Their titles, for the title of a map; empty where there is none.
[[nodiscard]] std::string mapSubject(const MapDefinition& definition,
                                     const std::set<std::string>& hidden, double scaleDenominator,
                                     Language language);

} // namespace guatu
