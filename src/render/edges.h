// SPDX-License-Identifier: MIT
#pragma once

#include "render/scene_cache.h"

namespace guatu::render
{

/// Lines, and of each the class of its area.
struct UniqueOutlines {
    GeometryColumn lines{GeometryType::Line};
    ClassIndex classes;
};

/// The outlines of areas with every shared edge once, without the edges that run along an outline
/// of `above` (within a metre, so that boundaries of one source but other vertices agree).
/// An edge belongs to the first area that has it.
[[nodiscard]] UniqueOutlines
uniqueOutlines(const GeometryColumn& areas, const ClassIndex& classes,
               const std::vector<std::shared_ptr<const FeatureTable>>& above);

} // namespace guatu::render
