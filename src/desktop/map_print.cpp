// SPDX-License-Identifier: MIT
#include "desktop/map_print.h"

#include "render/sheet_view.h"

#include <QPagedPaintDevice>
#include <QPainter>

namespace guatu::desktop
{

void printMap(QPagedPaintDevice& device, const PrintJob& job, const std::stop_token& stop)
{
    QPainter painter;
    if (!painter.begin(&device))
        throw Error(ErrorKind::Input, {"desktop.print.not_written"});
    const render::MapView view = render::sheetViewBeside(
        job.scene, job.furniture, job.view, device.width(), device.height(), device.logicalDpiX());
    painter.setClipRect(QRect(0, 0, view.width, view.height));
    const render::MapPicture picture = render::paintMap(painter, job.scene, view, stop);
    if (!picture.complete)
        throw Cancelled{};
    render::paintFurniture(painter, job.scene, picture, job.furniture,
                           view.metresPerPixel * job.groundScale);
}

} // namespace guatu::desktop
