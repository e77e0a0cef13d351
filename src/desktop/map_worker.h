// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "render/map_picture.h"

namespace guatu::desktop
{

/// Draws map pictures beside the window. A new request stops the picture in work.
class MapWorker : public QObject
{
    Q_OBJECT

public:
    explicit MapWorker(QObject* parent = nullptr);

    void draw(const render::MapScene& scene, const render::MapView& view);
    [[nodiscard]] bool isDrawing() const { return m_job.isRunning(); }
    /// Leaves the picture in work unfinished.
    void stop() { m_job.cancel(); }

signals:
    void drawn(const guatu::render::MapPicture& picture);
    void failed(const guatu::Message& why);

private:
    BackgroundJob m_job;
};

} // namespace guatu::desktop
