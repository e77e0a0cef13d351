// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <QPointF>
#include <QRectF>

#include <cmath>
#include <numbers>

namespace guatu::render
{

/// From the plane, y north, to the directions of a picture, y down, which shows north turned
/// clockwise from up. Lengths stay.
struct Turn {
    double cos = 1, sin = 0;

    Turn() = default;
    /// Degrees; quarters are exact.
    explicit Turn(double degrees)
    {
        const double quarters = degrees / 90;
        if (quarters == std::floor(quarters)) {
            const int quarter = (static_cast<int>(quarters) % 4 + 4) % 4;
            cos = quarter == 0 ? 1 : quarter == 2 ? -1 : 0;
            sin = quarter == 1 ? 1 : quarter == 3 ? -1 : 0;
        } else {
            cos = std::cos(degrees * std::numbers::pi / 180);
            sin = std::sin(degrees * std::numbers::pi / 180);
        }
    }

    [[nodiscard]] bool isNone() const { return sin == 0 && cos == 1; }
    [[nodiscard]] QPointF onPicture(Point p) const
    {
        return isNone() ? QPointF(p.x, -p.y)
                        : QPointF(p.x * cos + p.y * sin, p.x * sin - p.y * cos);
    }
    [[nodiscard]] Point onPlane(double x, double y) const
    {
        return isNone() ? Point{x, -y} : Point{x * cos + y * sin, x * sin - y * cos};
    }
    /// The box of the plane around a rectangle of the picture.
    [[nodiscard]] Box boxOf(const QRectF& r) const
    {
        Box box;
        for (const QPointF& corner : {r.topLeft(), r.topRight(), r.bottomLeft(), r.bottomRight()})
            box.add(onPlane(corner.x(), corner.y()));
        return box;
    }
};

} // namespace guatu::render
