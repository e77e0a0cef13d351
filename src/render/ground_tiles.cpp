// SPDX-License-Identifier: MIT
#include "render/ground_tiles.h"

#include "render/tile_painter.h"
#include "render/tile_pool.h"

#include <algorithm>
#include <optional>

namespace guatu::render
{
namespace
{

constexpr std::size_t mostInView = 224; // 56 MB: a screen of 3840 by 2160 and a rim

/// Selections of areas and lines: those are drawn on the ground.
std::vector<const Selection*> groundSelections(const MapScene& scene)
{
    std::vector<const Selection*> chosen;
    for (const Selection& selection : scene.selections) {
        const bool onGround =
            std::any_of(scene.tables.begin(), scene.tables.end(), [&](const auto& table) {
                return table->source == selection.source &&
                       table->geometry.type() != GeometryType::Point;
            });
        if (onGround && !selection.ids.empty())
            chosen.push_back(&selection);
    }
    return chosen;
}

bool sameSelections(const MapScene& a, const MapScene& b)
{
    const auto one = groundSelections(a);
    const auto other = groundSelections(b);
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const Selection* x, const Selection* y) {
                          return x->source == y->source && x->ids == y->ids;
                      });
}

/// Where two lists of pictures differ; null when pictures of both have changed their order.
std::optional<std::vector<Box>> changedBoxes(const std::vector<RasterPiece>& before,
                                             const std::vector<RasterPiece>& after)
{
    std::vector<Box> changed;
    const auto kept = [&changed](const auto& pieces, const auto& others) {
        std::vector<RasterPiece> both;
        for (const RasterPiece& piece : pieces) {
            if (std::ranges::find(others, piece) != others.end())
                both.push_back(piece);
            else
                changed.push_back(piece.extent);
        }
        return both;
    };
    const auto first = kept(before, after);
    if (first != kept(after, before))
        return std::nullopt;
    return changed;
}

/// The tiles a canvas touches, with `rim` more on every side; nearest to the middle first.
std::vector<std::pair<int, int>> tilesOf(const Canvas& canvas, int width, int height, int rim)
{
    const auto tile = [](double at) { return static_cast<int>(std::floor(at / tileSide)); };
    std::vector<std::pair<int, int>> places;
    for (int row = tile(canvas.top()) - rim; row <= tile(canvas.top() + height - 1) + rim; ++row) {
        for (int column = tile(canvas.left()) - rim;
             column <= tile(canvas.left() + width - 1) + rim; ++column)
            places.emplace_back(column, row);
    }
    const double x = (canvas.left() + width / 2.0) / tileSide - 0.5;
    const double y = (canvas.top() + height / 2.0) / tileSide - 0.5;
    std::stable_sort(places.begin(), places.end(), [&](const auto& a, const auto& b) {
        return std::hypot(a.first - x, a.second - y) < std::hypot(b.first - x, b.second - y);
    });
    return places;
}

/// Copies a tile into a picture whose corner lies at (left, top) of the grid.
void copyTile(const Pixel* tile, QImage& image, uchar* bits, std::int64_t x, std::int64_t y)
{
    const std::int64_t fromX = std::max<std::int64_t>(0, -x);
    const std::int64_t toX = std::min<std::int64_t>(tileSide, image.width() - x);
    const std::int64_t fromY = std::max<std::int64_t>(0, -y);
    const std::int64_t toY = std::min<std::int64_t>(tileSide, image.height() - y);
    for (std::int64_t row = fromY; row < toY && fromX < toX; ++row) {
        auto* line = reinterpret_cast<Pixel*>(bits + (y + row) * image.bytesPerLine());
        std::copy_n(tile + row * tileSide + fromX, toX - fromX, line + x + fromX);
    }
}

} // namespace

bool GroundTiles::show(const MapScene& scene, const MapView& view) const
{
    return m_scene.background == scene.background && showButBackground(scene, view);
}

bool GroundTiles::showButBackground(const MapScene& scene, const MapView& view) const
{
    const MapScene& own = m_scene;
    const MapView& at = m_plan->canvas.view();
    return at.metresPerPixel == view.metresPerPixel && at.pixelRatio == view.pixelRatio &&
           at.dpi == view.dpi && at.rotation == view.rotation &&
           own.definition == scene.definition && own.tables == scene.tables &&
           own.background.empty() == scene.background.empty() && // tints differ
           own.hiddenLayers == scene.hiddenLayers && sameSelections(own, scene) &&
           own.relief.cacheKey() == scene.relief.cacheKey() &&
           own.reliefExtent == scene.reliefExtent && own.focus == scene.focus;
}

std::shared_ptr<GroundTiles> GroundTiles::withBackground(const MapScene& scene)
{
    auto plan = std::make_shared<GroundPlan>(*m_plan);
    plan->background = scene.background;
    MapScene own = scene;
    own.cache = nullptr; // which holds the tiles, so they must not hold it
    auto made = std::make_shared<GroundTiles>(std::move(plan), std::move(own));
    const auto changed = changedBoxes(m_scene.background, scene.background);
    if (!changed)
        return made;
    const double pixel = m_plan->canvas.metresPerPixel();
    const double side = tileSide * pixel;
    const std::lock_guard lock(m_mutex);
    made->m_inView = m_inView;
    for (const Place& place : m_uses) {
        const Box box = m_plan->canvas.turn()
                            .boxOf({place.first * side, place.second * side, side, side})
                            .grown(pixel); // smoothing reaches a pixel far
        if (std::ranges::any_of(*changed, [&](const Box& each) { return each.intersects(box); }))
            continue;
        made->m_uses.push_back(place);
        made->m_tiles[place] = {m_tiles.at(place).tile, std::prev(made->m_uses.end())};
    }
    return made;
}

std::shared_ptr<const Pixel[]> GroundTiles::kept(Place place)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_tiles.find(place);
    if (known == m_tiles.end())
        return nullptr;
    m_uses.splice(m_uses.begin(), m_uses, known->second.use);
    return known->second.tile;
}

void GroundTiles::keep(Place place, std::shared_ptr<const Pixel[]> tile)
{
    const std::lock_guard lock(m_mutex);
    if (m_tiles.contains(place))
        return;
    m_uses.push_front(place);
    m_tiles[place] = {std::move(tile), m_uses.begin()};
    dropBeyond(2 * m_inView); // with a rim, and the way back
}

void GroundTiles::dropBeyond(std::size_t most)
{
    while (m_tiles.size() > most) {
        m_tiles.erase(m_uses.back());
        m_uses.pop_back();
    }
}

void GroundTiles::shrink()
{
    const std::lock_guard lock(m_mutex);
    dropBeyond(m_inView);
}

std::shared_ptr<const Pixel[]> GroundTiles::make(Place place)
{
    thread_local TilePainter painter;
    const auto tile = std::make_shared_for_overwrite<Pixel[]>(std::size_t{tileSide} * tileSide);
    painter.paint(*m_plan, place.first, place.second, {tile.get(), tileSide, tileSide, tileSide});
    return tile;
}

void GroundTiles::draw(const Canvas& canvas, QImage& image, std::stop_token stop)
{
    const auto places = tilesOf(canvas, image.width(), image.height(), 0);
    const bool keeps = places.size() <= mostInView;
    if (keeps) {
        const std::lock_guard lock(m_mutex);
        m_inView = places.size();
    }
    const auto left = static_cast<std::int64_t>(canvas.left());
    const auto top = static_cast<std::int64_t>(canvas.top());
    uchar* bits = image.bits(); // detaches here, not in the threads
    const auto lay = [&](Place place, const Pixel* tile) {
        copyTile(tile, image, bits, std::int64_t{place.first} * tileSide - left,
                 std::int64_t{place.second} * tileSide - top);
    };
    std::vector<Place> missing;
    for (const Place& place : places) {
        if (const auto tile = keeps ? kept(place) : nullptr)
            lay(place, tile.get());
        else
            missing.push_back(place);
    }
    TilePool::shared().run(
        missing.size(),
        [&](std::size_t index) {
            auto tile = make(missing[index]);
            lay(missing[index], tile.get());
            if (keeps)
                keep(missing[index], std::move(tile));
        },
        std::move(stop));
}

void GroundTiles::drawAround(const Canvas& canvas, std::stop_token stop)
{
    const QSizeF size = canvas.bounds().size();
    auto places =
        tilesOf(canvas, static_cast<int>(size.width()), static_cast<int>(size.height()), 1);
    if (places.size() > mostInView)
        return;
    std::erase_if(places, [this](Place place) { return kept(place) != nullptr; });
    TilePool::shared().run(
        places.size(), [&](std::size_t index) { keep(places[index], make(places[index])); },
        std::move(stop));
}

} // namespace guatu::render
