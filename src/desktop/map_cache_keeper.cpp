// SPDX-License-Identifier: MIT
#include "desktop/map_cache_keeper.h"

#include "render/map_cache.h"

namespace guatu::desktop
{
namespace
{

constexpr int restDelay = 1500; // ms without a new picture

} // namespace

MapCacheKeeper::MapCacheKeeper(QObject* parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restDelay);
    connect(&m_rest, &QTimer::timeout, this, &MapCacheKeeper::save);
}

std::shared_ptr<render::SceneCache> MapCacheKeeper::open(const std::filesystem::path& workspace)
{
    m_rest.stop();
    m_scene = {};
    m_canWrite = true;
    return render::makeSceneCache(render::mapCacheFile(workspace));
}

void MapCacheKeeper::keep(const render::MapScene& scene)
{
    if (!m_canWrite)
        return;
    m_scene = scene;
    m_rest.start();
}

void MapCacheKeeper::save()
{
    m_job.start([this, scene = std::exchange(m_scene, {})](const Progress&) {
        const bool saved = render::saveMapCache(scene);
        return [this, saved] {
            m_canWrite = saved;
            emit ended(saved);
        };
    });
}

} // namespace guatu::desktop
