// SPDX-License-Identifier: MIT
#include "desktop/map_worker.h"

#include <memory>

namespace guatu::desktop
{

MapWorker::MapWorker(QObject* parent) : QObject(parent)
{
    connect(&m_job, &BackgroundJob::failed, this, [this](const Message& why) {
        m_isDrawing = false;
        emit failed(why);
    });
    connect(&m_job, &BackgroundJob::cancelled, this, [this] { m_isDrawing = false; });
}

void MapWorker::draw(const render::MapScene& scene, const render::MapView& view)
{
    m_isDrawing = true;
    m_job.start([this, scene, view](const Progress& progress) -> BackgroundJob::Finish {
        auto picture =
            std::make_shared<render::MapPicture>(render::drawMap(scene, view, progress.stop));
        progress.checkpoint();
        return [this, picture] {
            m_isDrawing = false;
            emit drawn(*picture);
        };
    });
}

void MapWorker::prepare(const render::MapScene& scene, const render::MapView& view, double factor)
{
    m_isDrawing = false;
    m_job.start([this, scene, view, factor](const Progress& progress) -> BackgroundJob::Finish {
        // The first test makes indexes: not on the window's thread.
        static_cast<void>(render::hitTest(scene, view, QPointF(view.width, view.height) / 2));
        progress.checkpoint();
        render::MapView around = view;
        around.metresPerPixel *= factor;
        around.pixelRatio = 1;
        auto picture =
            std::make_shared<render::MapPicture>(render::drawMap(scene, around, progress.stop));
        progress.checkpoint();
        return [this, picture, scene, view] {
            emit surroundingsDrawn(*picture);
            m_job.start([scene, view](const Progress& rest) -> BackgroundJob::Finish {
                render::prepareAround(scene, view, rest.stop);
                return {};
            });
        };
    });
}

} // namespace guatu::desktop
