// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/kleene.h"
#include "campaign/query/query.h"

#include <span>

namespace guatu::campaign::query
{

/// What a spatial condition is measured against.
struct SpatialTargets {
    Entity entity{};
    Truths truths{};     ///< by row of the entity
    bool byName = false; ///< asked for by name: without a position of theirs nothing can be told
};

struct SpatialResult {
    Truths truths;
    std::size_t unlocatedTargets = 0; ///< left out, as they have no position
};

/// Where each row stands: households and what belongs to them at the household, units at their
/// seat, problems at their subject. Roads have lines instead. Invalid when not known.
[[nodiscard]] std::vector<Point> pointsOf(const QueryContext& context, Entity entity);

/// The shapes of an entity: areas of units, lines of roads, else points.
[[nodiscard]] GeometryColumn shapesOf(const QueryContext& context, Entity entity);

/// Whether some target is within `metres` on the ground, the limit included. Never of a row itself.
[[nodiscard]] SpatialResult near(const QueryContext& context, Entity entity,
                                 const SpatialTargets& targets, double metres);

/// Whether the area of a target unit covers the position, its boundary included; of a road, all of
/// its line.
[[nodiscard]] SpatialResult inside(const QueryContext& context, Entity entity,
                                   const SpatialTargets& targets);

/// Whether the shapes have a point in common.
[[nodiscard]] SpatialResult intersecting(const QueryContext& context, Entity entity,
                                         const SpatialTargets& targets);

/// The nearest of the targets that are certain, for each of `rows`; NaN metres where there is none.
[[nodiscard]] std::vector<NearestTarget> nearestOf(const QueryContext& context, Entity entity,
                                                   const SpatialTargets& targets,
                                                   std::span<const std::uint32_t> rows);

} // namespace guatu::campaign::query
