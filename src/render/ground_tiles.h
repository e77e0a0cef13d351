// SPDX-License-Identifier: MIT
#pragma once

#include "render/ground_plan.h"

#include <list>

namespace guatu::render
{

/// The tiles of a plan that are drawn already, the most recently used ones. Safe from many
/// threads.
class GroundTiles
{
public:
    /// The scene that the plan was made of.
    GroundTiles(std::shared_ptr<const GroundPlan> plan, MapScene scene)
        : m_plan(std::move(plan)), m_scene(std::move(scene))
    {
    }

    /// Whether its tiles show this scene at this scale, wherever that is.
    [[nodiscard]] bool show(const MapScene& scene, const MapView& view) const;

    /// The same but for the pictures under the map.
    [[nodiscard]] bool showButBackground(const MapScene& scene, const MapView& view) const;

    /// Tiles of a scene that differs by the pictures under it alone: those that no changed picture
    /// touches are kept.
    [[nodiscard]] std::shared_ptr<GroundTiles> withBackground(const MapScene& scene);

    [[nodiscard]] bool isOf(const FeatureTables& tables) const { return m_scene.tables == tables; }

    /// Draws the part of the map that the canvas sees; the middle first. Tiles that are missing
    /// are drawn by all threads. What is not done when a stop is asked for stays as it was.
    void draw(const Canvas& canvas, QImage& image, std::stop_token stop);

    /// Draws the tiles around the canvas that are missing, for the next move.
    void drawAround(const Canvas& canvas, std::stop_token stop);

    /// Drops all but as many tiles as were last seen at once: another scale is looked at now.
    void shrink();

private:
    using Place = std::pair<int, int>; ///< column, row
    struct Kept {
        std::shared_ptr<const Pixel[]> tile;
        std::list<Place>::iterator use;
    };

    [[nodiscard]] std::shared_ptr<const Pixel[]> kept(Place place);
    std::shared_ptr<const Pixel[]> make(Place place);
    void keep(Place place, std::shared_ptr<const Pixel[]> tile);
    void dropBeyond(std::size_t most);

    std::shared_ptr<const GroundPlan> m_plan;
    MapScene m_scene;
    std::mutex m_mutex;
    std::map<Place, Kept> m_tiles;
    std::list<Place> m_uses;  ///< the latest at the front
    std::size_t m_inView = 0; ///< tiles that a canvas shows
};

} // namespace guatu::render
