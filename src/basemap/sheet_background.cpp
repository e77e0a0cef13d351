// SPDX-License-Identifier: MIT
#include "basemap/sheet_background.h"

#include "basemap/basemap_sheet.h"
#include "basemap/preferences.h"
#include "exchange/hillshade.h"
#include "exchange/raster.h"
#include "render/raster_image.h"

#include <QEventLoop>
#include <QTimer>

namespace guatu::basemap
{
namespace
{

constexpr int stopEvery = 100; // ms between looks whether to stop

/// Waits until everything is there that can be had. Throws Cancelled.
SheetState waitFor(BasemapSheet& sheet, const SheetRequest& request, const Progress& progress)
{
    QEventLoop loop;
    QObject::connect(&sheet, &BasemapSheet::settled, &loop, &QEventLoop::quit);
    QTimer stop;
    QObject::connect(&stop, &QTimer::timeout, &loop, [&] {
        if (progress.stop.stop_requested())
            loop.quit();
    });
    stop.start(stopEvery);
    sheet.ask(request);
    loop.exec();
    progress.checkpoint();
    return sheet.state();
}

SheetReport layService(render::MapScene& scene, const render::MapView& view,
                       const SheetSources& sources, const Progress& progress)
{
    BasemapSheet sheet(sources.tileFolder, mostStoredBytes);
    SheetReport report{0, {sources.isOnline ? "basemap.nothing" : "basemap.offline"}};
    QObject::connect(&sheet, &BasemapSheet::failed,
                     [&report](const Message& reason) { report.why = reason; });
    sheet.setService(*sources.basemap, sources.keys);
    sheet.setOnline(sources.isOnline);
    const SheetState state = waitFor(sheet, {view, scene.crs, false}, progress);
    if (state.pieces.empty())
        throw inputError(report.why);
    report.missing = state.missing;
    scene.background = state.pieces;
    return report;
}

void layFile(render::MapScene& scene, const render::MapView& view,
             const std::filesystem::path& file, const Progress& progress)
{
    const Box seen = view.extent();
    if (exchange::rasterInfo(file, scene.crs).isElevation) {
        const auto shade =
            exchange::readHillshade(file, scene.crs, seen, view.width, view.height, progress);
        scene.relief = render::reliefImage(shade.grey, shade.width, shade.height);
        scene.reliefExtent = seen;
        return;
    }
    const auto picture =
        exchange::readRaster(file, scene.crs, seen, view.width, view.height, progress);
    scene.background.push_back(
        {render::pictureImage(picture.rgba, picture.width, picture.height), seen});
}

} // namespace

SheetReport layUnder(render::MapScene& scene, const render::MapView& view,
                     const SheetSources& sources, const Progress& progress)
{
    render::MapScene laid = scene;
    laid.background.clear();
    laid.relief = {};
    SheetReport report;
    if (sources.basemap) {
        if (sources.basemap->isService())
            report = layService(laid, view, sources, progress);
        else
            layFile(laid, view, sources.basemap->file, progress);
        laid.credit = sources.basemap->attribution.in(scene.language);
    }
    for (const std::filesystem::path& file : sources.files)
        layFile(laid, view, file, progress);
    scene = std::move(laid);
    return report;
}

} // namespace guatu::basemap
