// SPDX-License-Identifier: MIT
#include "render/heat_painter.h"

#include "core/colour_ramp.h"
#include "render/pattern.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr double mostOpaque = 0.86;
constexpr double opaqueFrom = 0.25; // of the way from least to most
constexpr double mostPixels = 16e6; // of a picture that is painted

/// 1, 2 or 5 times a power of ten, not below.
double roundAbove(double value)
{
    if (!(value > 0))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(value) + 1e-9));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= value * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

} // namespace

HeatShades::HeatShades(const HeatFigure& figure, double peak)
    : m_pixels{},
      m_least(figure.least),
      m_most(figure.most > 0 ? figure.most : std::max(roundAbove(peak), 2 * figure.least))
{
    const auto& stops = figure.colours.empty() ? colourStops(figure.ramp) : figure.colours;
    const std::vector<Colour> colours = sampled(stops, m_pixels.size());
    for (std::size_t i = 0; i < m_pixels.size(); ++i) {
        const double share = static_cast<double>(i) / 255;
        QColor colour = qcolor(colours[i]);
        colour.setAlphaF(static_cast<float>(mostOpaque * std::min(1.0, share / opaqueFrom)));
        m_pixels[i] = qPremultiply(colour.rgba());
    }
}

double heatRadius(const HeatFigure& figure, double scaleDenominator)
{
    return std::max(leastHeatRadius,
                    figure.onPaper ? figure.radius / 1000 * scaleDenominator : figure.radius);
}

Heat heatOf(const DrawnLayer& layer, SceneCache& cache, double scaleDenominator)
{
    const auto& figure = std::get<HeatFigure>(layer.style->figure);
    const auto field = cache.density(layer.table, layer.classes, *layer.style,
                                     heatRadius(figure, scaleDenominator));
    return {field, HeatShades(figure, field->peak())};
}

void shadeHeat(const Pixels& tile, double left, double top, const Canvas& canvas, const Heat& heat,
               const std::function<const std::uint8_t*(int row)>& within)
{
    const double metres = canvas.metresPerPixel();
    const Turn& turn = canvas.turn();
    const Box seen =
        turn.boxOf({left * metres, top * metres, tile.width * metres, tile.height * metres});
    if (heat.field->extent().empty() || !seen.intersects(heat.field->extent()))
        return;
    DensityField::Reader reader(*heat.field);
    for (int y = 0; y < tile.height; ++y) {
        Pixel* row = tile.row(y);
        const std::uint8_t* share = within ? within(y) : nullptr;
        for (int x = 0; x < tile.width; ++x) {
            if (share && share[x] == 0)
                continue;
            const Point p = turn.onPlane((left + x + 0.5) * metres, (top + y + 0.5) * metres);
            const Pixel shade = heat.shades.of(reader.at(p.x, p.y));
            if (shade != 0)
                row[x] = over(share ? scaled(shade, share[x]) : shade, row[x]);
        }
    }
}

void paintHeat(QPainter& painter, const Canvas& canvas, const Heat& heat, const Focus& focus)
{
    const QSizeF size = canvas.bounds().size();
    const double step =
        std::max(1.0, std::ceil(std::sqrt(size.width() * size.height() / mostPixels)));
    QImage image(qCeil(size.width() / step), qCeil(size.height() / step),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    MapView coarse = canvas.view();
    coarse.metresPerPixel *= step;
    const Canvas grid = step == 1 ? canvas : Canvas(coarse);
    const Pixels pixels{reinterpret_cast<Pixel*>(image.bits()), image.width(), image.width(),
                        image.height()};
    shadeHeat(pixels, canvas.left() / step, canvas.top() / step, grid, heat, {});
    painter.save();
    if (focus.exists())
        painter.setClipPath(focus.path(), Qt::IntersectClip);
    painter.drawImage(QRectF(0, 0, image.width() * step, image.height() * step), image);
    painter.restore();
}

} // namespace guatu::render
