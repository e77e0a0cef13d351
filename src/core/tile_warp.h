// SPDX-License-Identifier: MIT
#pragma once

#include "core/crs.h"
#include "core/datum.h"
#include "core/tile_matrix.h"

#include <vector>

namespace guatu
{

/// Where the pixels of a picture of the plane, north up, are found among a service's tiles.
///
/// Exact at the control points of a mesh (plane to degrees, CGCS2000 to the service's datum,
/// degrees to the service's pixels) and bilinear between them. The mesh is made fine enough that
/// in the middle of its cells, where a bilinear mesh is worst, it is off by less than a tenth of
/// a pixel of the service.
class TileWarp
{
public:
    /// `plane` goes from the degrees of CGCS2000 to the plane. The picture covers `extent` of the
    /// plane with `width` by `height` pixels. Datum as in toCgcs2000; Error(Input) for others.
    TileWarp(const Transform& plane, Datum datum, const TileMatrix& matrix, int zoom,
             const Box& extent, int width, int height);

    /// The service's pixel at a place of the picture, in pixels from its upper left corner;
    /// invalid where the projection has no image.
    [[nodiscard]] Point at(double x, double y) const;

    /// The service's pixels that the picture sees.
    [[nodiscard]] const Box& seen() const { return m_seen; }
    [[nodiscard]] int zoom() const { return m_zoom; }
    /// Picture pixels between control points.
    [[nodiscard]] int step() const { return m_step; }

private:
    void makeMesh(const Transform& plane, Datum datum, const TileMatrix& matrix);
    [[nodiscard]] double worstError(const Transform& plane, Datum datum,
                                    const TileMatrix& matrix) const;
    [[nodiscard]] Point planeAt(double x, double y) const;

    Box m_extent;
    int m_zoom, m_width, m_height;
    int m_step;
    int m_columns = 0, m_rows = 0; ///< of control points
    std::vector<Point> m_mesh;
    Box m_seen;
};

/// CGCS2000 degrees in a service's datum: the opposite of toCgcs2000. Unknown and Local are not
/// moved by anyone: they throw Error(Input).
[[nodiscard]] Point fromCgcs2000(Datum datum, Point lonLat);

} // namespace guatu
