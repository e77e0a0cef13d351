// SPDX-License-Identifier: MIT
#pragma once

#include "render/density_field.h"
#include "render/drawn_layer.h"
#include "render/focus.h"
#include "render/pixels.h"

#include <QPainter>

#include <array>
#include <functional>

namespace guatu::render
{

/// The shades of a heat surface, by density.
class HeatShades
{
public:
    /// `peak` is the greatest density there is; it matters where the figure does not say the most.
    HeatShades(const HeatFigure& figure, double peak);

    [[nodiscard]] double least() const { return m_least; } ///< per square kilometre
    [[nodiscard]] double most() const { return m_most; }

    /// Clear at and below the least, nearly opaque from a quarter of the way on.
    [[nodiscard]] Pixel of(double density) const
    {
        if (!(density > m_least))
            return 0;
        const double share = std::min(1.0, (density - m_least) / (m_most - m_least));
        return m_pixels[static_cast<std::size_t>(share * 255 + 0.5)];
    }

private:
    std::array<Pixel, 256> m_pixels;
    double m_least, m_most;
};

/// A heat surface ready to be drawn.
struct Heat {
    std::shared_ptr<const DensityField> field;
    HeatShades shades;
};

/// Metres that a point of the figure reaches on the ground at a scale.
[[nodiscard]] double heatRadius(const HeatFigure& figure, double scaleDenominator);

[[nodiscard]] Heat heatOf(const DrawnLayer& layer, SceneCache& cache, double scaleDenominator);

/// Lays the surface over a rectangle of pixels whose corner lies at (left, top) of the canvas's
/// grid; `within` is null or gives, of a row, how much of each pixel is in the focus.
void shadeHeat(const Pixels& tile, double left, double top, const Canvas& canvas, const Heat& heat,
               const std::function<const std::uint8_t*(int row)>& within);

/// Draws the surface within the focus with a painter: the same pixels as shadeHeat, as a picture.
/// On canvases of more than `mostPixels` it is drawn coarser and enlarged.
void paintHeat(QPainter& painter, const Canvas& canvas, const Heat& heat, const Focus& focus);

} // namespace guatu::render
