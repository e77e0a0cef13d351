// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <vector>

namespace guatu::render
{

/// Of every vertex of a column the coarsest level of detail that still has it; `everyLevel` for
/// the ends of arcs. At level 0 all vertices stay; at level k those that lie at least
/// `levelTolerance(k)` off the line that would be drawn without them (Douglas and Peucker 1973,
/// made monotone).
///
/// Areas: a boundary that two rings share, in either direction, keeps the same vertices in both,
/// so that neighbours never gap or overlap at any level. Arcs end where three boundaries meet.
[[nodiscard]] std::vector<std::uint8_t> vertexLevels(const GeometryColumn& column);

inline constexpr std::uint8_t everyLevel = 255;

/// Metres that a line of level `level` may lie off the true one; 0 at level 0.
[[nodiscard]] double levelTolerance(int level);

/// The coarsest level within `metres` of the truth.
[[nodiscard]] int levelFor(double metres);

/// The level that a picture of so many metres a pixel is drawn at: within a quarter of a pixel.
[[nodiscard]] int detailLevel(double metresPerPixel);

/// Whether long lines are cut at this vertex for the sake of the index; the same for everyone who
/// has it.
[[nodiscard]] bool isCut(Point vertex);

} // namespace guatu::render
