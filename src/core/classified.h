// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "core/layer.h"

namespace guatu
{

/// The definition with every classification worked out: its styles have classes only. Call it once
/// when tables are at hand, before drawing.
///
/// Breaks follow from all rows of the layer's table that its filter admits, wherever the map
/// stands, so that colours keep their meaning while it moves. Each such layer gets a style of its
/// own, "style@layer", as tables differ. Layers without a table keep the classes of rules and that
/// of the unknown.
[[nodiscard]] MapDefinition classified(MapDefinition definition, const FeatureTables& tables);

/// The classes of a classification, highest values first, then zero, then what is not known or not
/// finite. Ids are c1, c2, ... from low to high, zero and unknown; titles name each break with its
/// operator. `values` may hold anything, in any order. A plain mark takes the colour of its class,
/// as fills do.
[[nodiscard]] std::vector<StyleClass> valueClasses(const Classification& classification,
                                                   const std::vector<double>& values);

} // namespace guatu
