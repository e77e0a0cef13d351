// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "render/map_picture.h"

#include <filesystem>

namespace guatu::desktop
{

/// A raster under the map, a picture or elevations: reads the part that is looked at, as fine as
/// the screen, beside the window.
class BackgroundRaster : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundRaster(QObject* parent = nullptr);

    void open(const std::filesystem::path& file, const std::string& crs);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_file.empty(); }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// The map shows this now: reads anew when what is loaded is too small or too coarse.
    void follow(const render::MapView& view);

signals:
    /// Where the raster lies, once it has been looked at.
    void opened(const guatu::Box& extent);
    void loaded(const QImage& image, const guatu::Box& extent);
    /// The same of elevations: their shade, grey.
    void shaded(const QImage& relief, const guatu::Box& extent);
    void failed(const guatu::Message& why);

private:
    BackgroundJob m_job{this};
    std::filesystem::path m_file;
    std::string m_crs;
    bool m_isElevation = false;
    Box m_whole, m_loaded;
    double m_loadedPixel = 0; ///< metres per pixel of what is loaded
};

} // namespace guatu::desktop
