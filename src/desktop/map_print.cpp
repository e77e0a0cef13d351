// SPDX-License-Identifier: MIT
#include "desktop/map_print.h"

#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace guatu::desktop
{

render::MapView sheetView(const render::MapView& screen, int width, int height, double dotsPerInch)
{
    render::MapView view = screen;
    view.width = width;
    view.height = height;
    view.pixelRatio = 1;
    view.dpi = dotsPerInch;
    view.metresPerPixel =
        screen.metresPerPixel * std::max(static_cast<double>(screen.width) / width,
                                         static_cast<double>(screen.height) / height);
    return view;
}

void printMap(QPagedPaintDevice& device, const PrintJob& job, const std::stop_token& stop)
{
    QPainter painter;
    if (!painter.begin(&device))
        throw Error(ErrorKind::Input, {"desktop.print.not_written"});
    const render::MapView view =
        sheetView(job.view, device.width(), device.height(), device.logicalDpiX());
    painter.setClipRect(QRect(0, 0, view.width, view.height));
    const render::MapPicture picture = render::paintMap(painter, job.scene, view, stop);
    if (!picture.complete)
        throw Cancelled{};
    render::paintFurniture(painter, job.scene, picture, job.furniture,
                           view.metresPerPixel * job.groundScale);
}

} // namespace guatu::desktop
