// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "render/map_picture.h"

namespace guatu::desktop
{

/// Draws map pictures beside the window. A new request stops the work before it.
class MapWorker : public QObject
{
    Q_OBJECT

public:
    explicit MapWorker(QObject* parent = nullptr);

    void draw(const render::MapScene& scene, const render::MapView& view);
    /// For the next move: what pointing at a view needs, a coarse picture of the land around it at
    /// `factor` times its scale, then the ground beside the view itself.
    void prepare(const render::MapScene& scene, const render::MapView& view, double factor);
    void stop() { m_job.cancel(); }
    /// The picture asked for is not there yet.
    [[nodiscard]] bool isDrawing() const { return m_isDrawing; }

signals:
    void drawn(const guatu::render::MapPicture& picture);
    void surroundingsDrawn(const guatu::render::MapPicture& picture);
    void failed(const guatu::Message& why);

private:
    BackgroundJob m_job;
    bool m_isDrawing = false;
};

} // namespace guatu::desktop
