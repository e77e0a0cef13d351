// SPDX-License-Identifier: MIT
#include "core/tile_warp.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace guatu
{
namespace
{

constexpr int coarsest = 64, finest = 4; // picture pixels between control points
constexpr double tolerance = 0.1;        // of the service's pixels

/// The service's pixels of places in the plane, in place.
void toTiles(std::vector<Point>& points, const Transform& plane, Datum datum,
             const TileMatrix& matrix, int zoom)
{
    plane.inverse(points);
    for (Point& point : points) {
        if (point.valid())
            point = matrix.pixelOf(fromCgcs2000(datum, point), zoom);
    }
}

} // namespace

Point fromCgcs2000(Datum datum, Point lonLat)
{
    switch (datum) {
    case Datum::Cgcs2000:
    case Datum::Wgs84:
        return lonLat;
    case Datum::Gcj02:
        return gcj02FromWgs84(lonLat);
    case Datum::Bd09:
        return bd09FromGcj02(gcj02FromWgs84(lonLat));
    case Datum::Unknown:
    case Datum::Local:
        break;
    }
    throw inputError({"core.datum.not_movable", {{"datum", std::string(toString(datum))}}});
}

TileWarp::TileWarp(const Transform& plane, Datum datum, const TileMatrix& matrix, int zoom,
                   const Box& extent, int width, int height)
    : m_extent(extent), m_zoom(zoom), m_width(width), m_height(height), m_step(coarsest)
{
    makeMesh(plane, datum, matrix);
    while (m_step > finest && worstError(plane, datum, matrix) > tolerance) {
        m_step /= 2;
        makeMesh(plane, datum, matrix);
    }
    for (const Point& point : m_mesh)
        if (point.valid())
            m_seen.add(point);
}

Point TileWarp::planeAt(double x, double y) const
{
    return {m_extent.minX + m_extent.width() * x / m_width,
            m_extent.maxY - m_extent.height() * y / m_height};
}

void TileWarp::makeMesh(const Transform& plane, Datum datum, const TileMatrix& matrix)
{
    m_columns = (m_width + m_step - 1) / m_step + 1;
    m_rows = (m_height + m_step - 1) / m_step + 1;
    m_mesh.clear();
    for (int row = 0; row < m_rows; ++row)
        for (int column = 0; column < m_columns; ++column)
            m_mesh.push_back(planeAt(column * m_step, row * m_step));
    toTiles(m_mesh, plane, datum, matrix, m_zoom);
}

double TileWarp::worstError(const Transform& plane, Datum datum, const TileMatrix& matrix) const
{
    std::vector<Point> exact;
    for (int row = 0; row + 1 < m_rows; ++row)
        for (int column = 0; column + 1 < m_columns; ++column)
            exact.push_back(planeAt((column + 0.5) * m_step, (row + 0.5) * m_step));
    toTiles(exact, plane, datum, matrix, m_zoom);
    double worst = 0;
    auto truth = exact.begin();
    for (int row = 0; row + 1 < m_rows; ++row) {
        for (int column = 0; column + 1 < m_columns; ++column, ++truth) {
            const Point guess = at((column + 0.5) * m_step, (row + 0.5) * m_step);
            if (guess.valid() && truth->valid())
                worst = std::max(worst, std::hypot(guess.x - truth->x, guess.y - truth->y));
        }
    }
    return worst;
}

Point TileWarp::at(double x, double y) const
{
    const int column = std::clamp(static_cast<int>(x / m_step), 0, m_columns - 2);
    const int row = std::clamp(static_cast<int>(y / m_step), 0, m_rows - 2);
    const double right = x / m_step - column;
    const double low = y / m_step - row;
    const Point* upper = &m_mesh[static_cast<std::size_t>(row * m_columns + column)];
    const Point* lower = upper + m_columns;
    const auto between = [&](double Point::*part) {
        const double above = upper[0].*part * (1 - right) + upper[1].*part * right;
        const double below = lower[0].*part * (1 - right) + lower[1].*part * right;
        return above * (1 - low) + below * low;
    };
    return {between(&Point::x), between(&Point::y)};
}

} // namespace guatu
