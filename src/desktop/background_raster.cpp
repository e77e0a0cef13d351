// SPDX-License-Identifier: MIT
#include "desktop/background_raster.h"

#include "exchange/hillshade.h"
#include "exchange/raster.h"
#include "render/raster_image.h"

#include <algorithm>
#include <cmath>

namespace guatu::desktop
{
namespace
{

constexpr double surroundings = 0.25; // of the view, read on each side for the next move
constexpr double tooCoarse = 1.5;     // screen pixels a raster pixel may fill

Box intersection(const Box& a, const Box& b)
{
    return {std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX),
            std::min(a.maxY, b.maxY)};
}

bool covers(const Box& outer, const Box& inner)
{
    return outer.minX <= inner.minX && outer.minY <= inner.minY && outer.maxX >= inner.maxX &&
           outer.maxY >= inner.maxY;
}

} // namespace

BackgroundRaster::BackgroundRaster(QObject* parent) : QObject(parent)
{
    connect(&m_job, &BackgroundJob::failed, this, [this](const Message& why) {
        m_file.clear();
        emit failed(why);
    });
}

void BackgroundRaster::open(const std::filesystem::path& file, const std::string& crs)
{
    close();
    m_file = file;
    m_crs = crs;
    m_whole = m_loaded = {};
    m_job.start([this, file, crs](const Progress&) -> BackgroundJob::Finish {
        const exchange::RasterInfo info = exchange::rasterInfo(file, crs);
        return [this, info] {
            m_whole = info.extent;
            m_isElevation = info.isElevation;
            emit opened(m_whole);
        };
    });
}

void BackgroundRaster::close()
{
    m_job.cancel();
    m_file.clear();
    m_whole = m_loaded = {};
    emit loaded({}, {});
    emit shaded({}, {});
}

void BackgroundRaster::follow(const render::MapView& view)
{
    const Box seen = intersection(view.extent(), m_whole);
    if (!isOpen() || m_whole.empty() || seen.empty())
        return;
    const double pixel = view.metresPerPixel / view.pixelRatio;
    const bool fine = m_loadedPixel <= pixel * tooCoarse && m_loadedPixel >= pixel / 4;
    if (fine && covers(m_loaded, seen))
        return;
    const Box extent = view.extent();
    const Box wanted = intersection(
        extent.grown(surroundings * std::max(extent.width(), extent.height())), m_whole);
    const int width = std::max(1, static_cast<int>(std::ceil(wanted.width() / pixel)));
    const int height = std::max(1, static_cast<int>(std::ceil(wanted.height() / pixel)));
    m_loaded = wanted;
    m_loadedPixel = pixel;
    m_job.start([this, file = m_file, crs = m_crs, isElevation = m_isElevation, wanted, width,
                 height](const Progress& progress) -> BackgroundJob::Finish {
        if (isElevation) {
            const auto shade = exchange::readHillshade(file, crs, wanted, width, height, progress);
            return [this, image = render::reliefImage(shade.grey, shade.width, shade.height),
                    wanted] { emit shaded(image, wanted); };
        }
        const auto window = exchange::readRaster(file, crs, wanted, width, height, progress);
        return [this, image = render::pictureImage(window.rgba, window.width, window.height),
                wanted] { emit loaded(image, wanted); };
    });
}

} // namespace guatu::desktop
