// SPDX-License-Identifier: MIT
#include "briefing/map_frame.h"

#include "core/error.h"
#include "core/ground_scale.h"
#include "core/polygon.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu::briefing
{
namespace
{

constexpr double clear = 2;        // mm between the ground shown and the frame
constexpr double panelInset = 2.5; // mm from the frame

/// The share of a panel that lies over the focus, by samples.
double covered(const MapBlock& map, const RectMm& panel)
{
    const GeometryColumn& focus = map.scene->focus;
    if (focus.empty())
        return 0;
    const RectMm inner = map.inner();
    constexpr int samples = 9;
    int hits = 0;
    for (int i = 0; i < samples * samples; ++i) {
        const double x = panel.x + panel.width * (i % samples + 0.5) / samples;
        const double y = panel.y + panel.height * (i / samples + 0.5) / samples;
        const Point place{map.center.x + (x - inner.x - inner.width / 2) * map.metresPerMm,
                          map.center.y - (y - inner.y - inner.height / 2) * map.metresPerMm};
        hits += contains(focus, 0, place) ? 1 : 0;
    }
    return static_cast<double>(hits) / (samples * samples);
}

/// Lower right, lower left, upper right, upper left.
std::array<RectMm, 4> corners(const RectMm& inner, double width, double height, double inset)
{
    const double left = inner.x + inset;
    const double right = inner.right() - inset - width;
    const double top = inner.y + inset;
    const double bottom = inner.bottom() - inset - height;
    return {RectMm{right, bottom, width, height}, RectMm{left, bottom, width, height},
            RectMm{right, top, width, height}, RectMm{left, top, width, height}};
}

} // namespace

void fitMap(MapBlock& map, const Box& ground, const std::string& crs, double leastDenominator)
{
    const RectMm inner = map.inner();
    if (inner.width <= 2 * clear || inner.height <= 2 * clear)
        throw inputError({"briefing.map_too_small", {{"frame", map.id}}});
    map.center = ground.center();
    map.groundScale = groundScale(crs, map.center);
    const double least = std::max({ground.width() / (inner.width - 2 * clear),
                                   ground.height() / (inner.height - 2 * clear), 0.01});
    map.scaleDenominator = roundScale(std::max(least * 1000 * map.groundScale, leastDenominator));
    map.metresPerMm = map.scaleDenominator / 1000 / map.groundScale;
}

render::MapView viewAt(const MapBlock& map, double dpi)
{
    const RectMm inner = map.inner();
    render::MapView view;
    view.center = map.center;
    view.width = static_cast<int>(std::ceil(inner.width * dpi / 25.4 - 1e-6));
    view.height = static_cast<int>(std::ceil(inner.height * dpi / 25.4 - 1e-6));
    view.metresPerPixel = map.metresPerMm * 25.4 / dpi;
    view.dpi = dpi * map.enlarge;
    return view;
}

double roundScale(double least)
{
    const double decade = std::pow(10, std::floor(std::log10(least)));
    for (const double step : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0})
        if (step * decade >= least * (1 - 1e-12))
            return step * decade;
    return 10 * decade;
}

render::ScaleBar barOf(const MapBlock& map)
{
    const double most = std::min(map.inner().width / 4, 60 * map.enlarge);
    return render::scaleBar(map.metresPerMm * map.groundScale, most);
}

MapPanels panelsOf(const MapBlock& map)
{
    const double k = map.enlarge;
    const RectMm inner = map.inner();
    MapPanels panels;
    const double barWidth = std::max(barOf(map).pixels + 15 * k, 26 * k);
    double least = 2;
    const double captionHeight = map.caption.empty() ? 0 : 9 * k;
    for (RectMm corner : corners(inner, barWidth, 11.5 * k, panelInset * k)) {
        if (corner.y < inner.y + inner.height / 2 && corner.x < inner.x + inner.width / 2)
            corner.y += captionHeight;
        if (const double share = covered(map, corner); share < least - 1e-9) {
            least = share;
            panels.scale = corner;
        }
    }
    least = 2;
    // North stands at the top where it can.
    const auto all = corners(inner, 10 * k, 16 * k, panelInset * k);
    for (const std::size_t i : {2, 3, 0, 1}) {
        RectMm corner = all[i];
        if (i == 3)
            corner.y += captionHeight;
        const bool taken = map.scaleBar && corner.x < panels.scale.right() &&
                           panels.scale.x < corner.right() && corner.y < panels.scale.bottom() &&
                           panels.scale.y < corner.bottom();
        const double share = covered(map, corner) + (taken ? 1 : 0);
        if (share < least - 1e-9) {
            least = share;
            panels.north = corner;
        }
    }
    return panels;
}

} // namespace guatu::briefing
