// SPDX-License-Identifier: MIT
#include "desktop/map_worker.h"

#include <memory>

namespace guatu::desktop
{

MapWorker::MapWorker(QObject* parent) : QObject(parent)
{
    connect(&m_job, &BackgroundJob::failed, this, &MapWorker::failed);
}

void MapWorker::draw(const render::MapScene& scene, const render::MapView& view)
{
    m_job.start([this, scene, view](const Progress& progress) -> BackgroundJob::Finish {
        auto picture =
            std::make_shared<render::MapPicture>(render::drawMap(scene, view, progress.stop));
        progress.checkpoint();
        return [this, picture] { emit drawn(*picture); };
    });
}

} // namespace guatu::desktop
