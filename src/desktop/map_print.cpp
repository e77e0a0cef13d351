// SPDX-License-Identifier: MIT
#include "desktop/map_print.h"

#include "render/sheet_view.h"

#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace guatu::desktop
{

namespace
{

constexpr double pictureDpi = 200; // of pictures under the map: finer is not seen

/// The scene with what lies under it as fine as paper shows it; as on the screen where that cannot
/// be had.
render::MapScene sceneFor(const PrintJob& job, const render::MapView& view,
                          const std::stop_token& stop)
{
    render::MapScene scene = job.scene;
    if (job.under.empty())
        return scene;
    const double share = std::min(1.0, pictureDpi / view.dpi);
    render::MapView coarser = view;
    coarser.width = static_cast<int>(std::ceil(view.width * share));
    coarser.height = static_cast<int>(std::ceil(view.height * share));
    coarser.metresPerPixel = view.metresPerPixel / share;
    coarser.dpi = view.dpi * share;
    try {
        basemap::layUnder(scene, coarser, job.under, Progress{[](const ProgressStep&) {}, stop});
    } catch (const Error&) {
        return job.scene;
    }
    return scene;
}

} // namespace

std::vector<std::string> printMap(QPagedPaintDevice& device, const PrintJob& job,
                                  const std::stop_token& stop)
{
    QPainter painter;
    if (!painter.begin(&device))
        throw Error(ErrorKind::Input, {"desktop.print.not_written"});
    const render::MapView view = render::sheetViewBeside(
        job.scene, job.furniture, job.view, device.width(), device.height(), device.logicalDpiX());
    painter.setClipRect(QRect(0, 0, view.width, view.height));
    const render::MapScene scene = sceneFor(job, view, stop);
    const render::MapPicture picture = render::paintMap(painter, scene, view, stop);
    if (!picture.complete)
        throw Cancelled{};
    render::paintFurniture(painter, scene, picture, job.furniture,
                           view.metresPerPixel * job.groundScale);
    std::vector<std::string> words{job.furniture.title, job.furniture.subtitle, job.furniture.note};
    for (const render::PlacedLabel& label : picture.labels)
        words.push_back(label.text);
    return words;
}

} // namespace guatu::desktop
