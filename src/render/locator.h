// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "render/map_picture.h"

#include <optional>

class QPainter;

namespace guatu::render
{

/// A small map of the whole that shows which part a large one looks at.
struct Locator {
    GeometryColumn areas{GeometryType::Polygon};   ///< all that is there, coarse
    GeometryColumn current{GeometryType::Polygon}; ///< the unit looked at; empty: none
};

/// Areas of a map as coarse as a locator needs: vertices that a picture of some 300 pixels cannot
/// tell apart are left out. `current` is the row to stand out, or none.
[[nodiscard]] Locator makeLocator(const GeometryColumn& areas, std::optional<std::size_t> current);

/// Height of a locator so wide.
[[nodiscard]] double locatorHeight(const Locator& locator, double width);

/// Draws the whole with the frame of a view into a box; `css` is a CSS pixel.
void paintLocator(QPainter& painter, const QRectF& box, const Locator& locator, const MapView& view,
                  double css);

/// The place of the plane at a point of the box.
[[nodiscard]] Point placeInLocator(const Locator& locator, const QRectF& box, QPointF at);

} // namespace guatu::render
