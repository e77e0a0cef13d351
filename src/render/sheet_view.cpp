// SPDX-License-Identifier: MIT
#include "render/sheet_view.h"

#include "render/furniture_panels.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

/// Logical pixels that the furniture takes from the right and from the top.
QSizeF takenBy(const MapScene& scene, const Furniture& furniture, const MapView& view)
{
    const Canvas canvas(view);
    const MapPicture picture{.image = {}, .view = view, .labels = {}, .gridLabels = {}};
    const Furnishing f{canvas, scene, picture, furniture, view.metresPerPixel};
    const double rim = 2 * canvas.css(insetCss);
    const double legend =
        furniture.legend ? std::max(legendSize(f).width(), routesSize(f).width()) : 0;
    const double title = titleSize(f).height();
    const QSizeF taken(legend > 0 ? legend + rim : 0, title > 0 ? title + rim : 0);
    return {std::min(taken.width() / view.pixelRatio, view.width * 0.5),
            std::min(taken.height() / view.pixelRatio, view.height * 0.5)};
}

MapView fittedInto(const QRectF& room, const MapView& seen, int width, int height, double dpi)
{
    MapView view = seen;
    view.width = width;
    view.height = height;
    view.pixelRatio = 1;
    view.dpi = dpi;
    view.metresPerPixel =
        seen.metresPerPixel * std::max(seen.width / room.width(), seen.height / room.height());
    const Point middle = view.toMap(room.center());
    view.center = {2 * seen.center.x - middle.x, 2 * seen.center.y - middle.y};
    return view;
}

} // namespace

MapView sheetView(const MapView& seen, int width, int height, double dpi)
{
    return fittedInto(QRectF(0, 0, width, height), seen, width, height, dpi);
}

MapView sheetViewBeside(const MapScene& scene, const Furniture& furniture, const MapView& seen,
                        int width, int height, double dpi)
{
    // At another scale other layers are drawn and the legend is another: look twice.
    MapView view = sheetView(seen, width, height, dpi);
    for (int pass = 0; pass < 2; ++pass) {
        const QSizeF taken = takenBy(scene, furniture, view);
        const QRectF room(0, taken.height(), width - taken.width(), height - taken.height());
        view = fittedInto(room, seen, width, height, dpi);
    }
    return view;
}

} // namespace guatu::render
