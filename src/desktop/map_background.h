// SPDX-License-Identifier: MIT
#pragma once

#include "basemap/sheet_background.h"
#include "desktop/background_raster.h"
#include "desktop/online_basemap.h"

namespace guatu::desktop
{

/// What lies under the map: one picture, of a service or a file, and over it the shade of a file of
/// elevations.
class MapBackground : public QObject
{
    Q_OBJECT

public:
    explicit MapBackground(QObject* parent = nullptr);

    /// Of the plane; before anything is opened, and again when the workspace changes.
    void setCrs(const std::string& crs) { m_crs = crs; }
    /// The workspace is closed: nothing stays, and nobody is told.
    void closeAll();

    /// A picture in place of the one before, or elevations: the file is looked at first.
    void openFile(const std::filesystem::path& file);
    /// The same of files that are known.
    void openPicture(const std::filesystem::path& file);
    void openTerrain(const std::filesystem::path& file);
    void openBasemap(const Basemap& basemap, const KeyValues& keys);
    void closePicture();
    void closeTerrain();
    void setOnline(bool online);

    [[nodiscard]] const std::filesystem::path& pictureFile() const { return m_picture.file(); }
    [[nodiscard]] const std::filesystem::path& terrainFile() const { return m_terrain.file(); }
    /// The basemap's id; empty for none.
    [[nodiscard]] const std::string& basemap() const { return m_basemap.id; }
    /// Whose picture it is; empty for files of the user.
    [[nodiscard]] const LocalText& credit() const { return m_basemap.attribution; }
    [[nodiscard]] bool isWorking() const { return m_online.isWorking(); }
    [[nodiscard]] OnlineBasemap& online() { return m_online; }

    /// All of it, for a sheet of paper.
    [[nodiscard]] basemap::SheetSources sources() const;

    /// The map shows this now.
    void follow(const render::MapView& view);

signals:
    void pictureChanged(const std::vector<guatu::render::RasterPiece>& pieces);
    void terrainChanged(const QImage& relief, const guatu::Box& extent);
    /// Where a file lies, once it has been looked at.
    void opened(const guatu::Box& extent);
    /// Another picture or terrain was chosen, or taken away.
    void chosen();
    void failed(const guatu::Message& why);

private:
    void takePictureAway();

    BackgroundJob m_look{this};
    BackgroundRaster m_picture{this}, m_terrain{this};
    OnlineBasemap m_online{this};
    Basemap m_basemap; ///< empty id: none
    KeyValues m_keys;
    std::string m_crs;
};

} // namespace guatu::desktop
