// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <functional>
#include <vector>

namespace guatu::desktop
{

/// From the plane of the map to degrees and back.
struct MapTransforms {
    std::function<Point(Point)> toLonLat = [](Point p) { return p; };
    std::function<Point(Point)> toPlane = [](Point p) { return p; };
};

/// A part of the map whose households are wanted: inside a ring or within a distance.
class MapChoice
{
public:
    MapChoice() = default;
    /// Vertices in the plane, closed or not.
    [[nodiscard]] static MapChoice inside(std::vector<Point> ring);
    /// All that lies no farther from `centre` than `edge` does, by geodesics.
    [[nodiscard]] static MapChoice around(Point centre, Point edge,
                                          const MapTransforms& transforms);

    [[nodiscard]] bool contains(Point plane) const;
    /// What it looks like on the map; open.
    [[nodiscard]] const std::vector<Point>& ring() const { return m_ring; }
    /// Metres; 0 for a ring.
    [[nodiscard]] double radius() const { return m_radius; }

private:
    std::vector<Point> m_ring;
    Box m_box;
    Point m_centre{};
    double m_radius = 0;
    double m_surelyIn = 0, m_surelyOut = 0; ///< metres of the plane from the centre
    std::function<Point(Point)> m_toLonLat;
};

} // namespace guatu::desktop
