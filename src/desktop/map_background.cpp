// SPDX-License-Identifier: MIT
#include "desktop/map_background.h"

#include "exchange/raster.h"

namespace guatu::desktop
{

MapBackground::MapBackground(QObject* parent) : QObject(parent)
{
    for (BackgroundRaster* raster : {&m_picture, &m_terrain}) {
        connect(raster, &BackgroundRaster::failed, this, &MapBackground::failed);
        connect(raster, &BackgroundRaster::opened, this, &MapBackground::opened);
    }
    connect(&m_look, &BackgroundJob::failed, this, &MapBackground::failed);
    connect(&m_online, &OnlineBasemap::failed, this, &MapBackground::failed);
    connect(&m_online, &OnlineBasemap::loaded, this, &MapBackground::pictureChanged);
    connect(&m_picture, &BackgroundRaster::loaded, this,
            [this](const QImage& image, const Box& extent) {
                if (image.isNull())
                    emit pictureChanged({});
                else
                    emit pictureChanged({{image, extent}});
            });
    connect(&m_terrain, &BackgroundRaster::shaded, this, &MapBackground::terrainChanged);
}

void MapBackground::openFile(const std::filesystem::path& file)
{
    m_look.start([this, file, crs = m_crs](const Progress&) -> BackgroundJob::Finish {
        const bool isElevation = exchange::rasterInfo(file, crs).isElevation;
        return [this, file, isElevation] { isElevation ? openTerrain(file) : openPicture(file); };
    });
}

void MapBackground::openPicture(const std::filesystem::path& file)
{
    takePictureAway();
    m_picture.open(file, m_crs);
    emit chosen();
}

void MapBackground::openTerrain(const std::filesystem::path& file)
{
    m_terrain.open(file, m_crs);
    emit chosen();
}

void MapBackground::openBasemap(const Basemap& basemap, const KeyValues& keys)
{
    takePictureAway();
    m_basemap = basemap;
    m_keys = keys;
    if (basemap.isService())
        m_online.show(basemap, keys);
    else
        m_picture.open(basemap.file, m_crs);
    emit chosen();
}

void MapBackground::takePictureAway()
{
    m_basemap = {};
    m_online.close();
    m_picture.close();
}

void MapBackground::closePicture()
{
    takePictureAway();
    emit chosen();
}

void MapBackground::closeTerrain()
{
    m_terrain.close();
    emit chosen();
}

void MapBackground::closeAll()
{
    m_look.cancel();
    takePictureAway();
    m_terrain.close();
}

void MapBackground::setOnline(bool online)
{
    m_online.setOnline(online);
}

basemap::SheetSources MapBackground::sources() const
{
    basemap::SheetSources sources;
    sources.keys = m_keys;
    sources.isOnline = m_online.isOnline();
    sources.tileFolder = m_online.store();
    if (!m_basemap.id.empty())
        sources.basemap = m_basemap;
    else if (m_picture.isOpen())
        sources.files.push_back(m_picture.file());
    if (m_terrain.isOpen())
        sources.files.push_back(m_terrain.file());
    return sources;
}

void MapBackground::follow(const render::MapView& view)
{
    m_picture.follow(view);
    m_terrain.follow(view);
    m_online.follow(view, m_crs);
}

} // namespace guatu::desktop
