// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "render/map_picture.h"

#include <QTimer>

#include <filesystem>

namespace guatu::desktop
{

/// Writes what drawing has prepared beside the workspace, once the map has come to rest, so that
/// the next start need not prepare it. A place that cannot be written is left alone.
class MapCacheKeeper : public QObject
{
    Q_OBJECT

public:
    explicit MapCacheKeeper(QObject* parent = nullptr);

    /// The cache to draw a workspace with.
    [[nodiscard]] std::shared_ptr<render::SceneCache> open(const std::filesystem::path& workspace);
    /// A complete picture of the scene is shown.
    void keep(const render::MapScene& scene);

signals:
    void ended(bool saved);

private:
    void save();

    QTimer m_rest;
    bool m_canWrite = true; ///< until it could not
    render::MapScene m_scene;
    BackgroundJob m_job;
};

} // namespace guatu::desktop
