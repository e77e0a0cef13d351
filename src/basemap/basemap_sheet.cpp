// SPDX-License-Identifier: MIT
#include "basemap/basemap_sheet.h"

#include "basemap/tile_image.h"
#include "render/tile_mosaic.h"

#include <algorithm>
#include <cmath>

namespace guatu::basemap
{
namespace
{

constexpr int blockSide = 512;       // pixels
constexpr int coarse = 4;            // the land around, in pixels of the view
constexpr double rim = 0.1;          // of the view, sharp around it
constexpr double surroundings = 0.5; // of the view, coarse around it
constexpr int repaintDelay = 100;    // ms: tiles that come together are drawn together
constexpr double mostBlocks = 1024;
constexpr double mostFiner = 2;
constexpr int memoryKib = 128 * 1024;

} // namespace

/// A picture of the plane with a pixel more on every side, so that neighbours leave no seam.
struct BasemapSheet::Block {
    Block(const Transform& plane, const Basemap& basemap, int zoom, const Box& extent, int pixels)
        : warp(plane, basemap.datum, basemap.matrix(), zoom, extent, pixels, pixels),
          tiles(render::tilesFor(warp, basemap.matrix())),
          side(pixels),
          piece{{}, extent}
    {
    }

    TileWarp warp;
    TileRange tiles;
    int side; ///< pixels
    render::RasterPiece piece;
    bool isSharp = false, isOld = true; ///< old: a tile of it has changed
};

std::size_t qHash(const TileAddress& tile, std::size_t seed)
{
    return qHashMulti(seed, tile.layer, tile.place.zoom, tile.place.column, tile.place.row);
}

BasemapSheet::BasemapSheet(std::filesystem::path cacheFolder, std::uintmax_t mostBytes,
                           FetchLimits limits)
    : m_store(std::move(cacheFolder), mostBytes),
      m_fetcher(new TileFetcher(limits, this)),
      m_repaint(new QTimer(this)),
      m_tiles(memoryKib)
{
    m_repaint->setSingleShot(true);
    connect(m_repaint, &QTimer::timeout, this, [this] {
        paintBlocks();
        show();
    });
    connect(m_fetcher, &TileFetcher::arrived, this, &BasemapSheet::take);
    connect(m_fetcher, &TileFetcher::failed, this, &BasemapSheet::report);
    connect(m_fetcher, &TileFetcher::ended, this, &BasemapSheet::settle);
}

BasemapSheet::~BasemapSheet() = default;

void BasemapSheet::setService(const Basemap& basemap, const KeyValues& keys)
{
    m_basemap = basemap;
    m_keys = keys;
    m_fetcher->setService(basemap, keys);
    m_repaint->stop();
    m_blocks.clear();
    m_under.clear();
    m_tiles.clear();
    m_old.clear();
    m_gone.clear();
    m_reported.clear();
    m_state = {};
}

void BasemapSheet::setOnline(bool online)
{
    m_reported.clear();
    m_gone.clear();
    m_fetcher->setOnline(online);
}

void BasemapSheet::clearStore()
{
    m_store.clear();
}

void BasemapSheet::ask(const SheetRequest& request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pending = request;
    }
    QMetaObject::invokeMethod(this, &BasemapSheet::work, Qt::QueuedConnection);
}

bool BasemapSheet::hasNewer()
{
    const std::lock_guard lock(m_mutex);
    return m_pending.has_value();
}

void BasemapSheet::work()
{
    SheetRequest request;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_pending || m_basemap.urls.empty())
            return;
        request = *std::exchange(m_pending, std::nullopt);
    }
    if (!m_plane || m_request.crs != request.crs) {
        m_plane.emplace(std::string(storeCrs), request.crs);
        m_blocks.clear();
        m_under.clear();
    }
    m_request = std::move(request);
    planBlocks();
    readStored();
    if (hasNewer())
        return;
    paintBlocks();
    show();
    m_fetcher->want(tilesToFetch());
}

void BasemapSheet::planBlocks()
{
    const render::MapView& view = m_request.view;
    const double pixel = view.metresPerPixel / view.pixelRatio;
    if (pixel != m_pixel) {
        m_under.clear();
        for (const auto& [place, block] : m_blocks)
            if (!block->piece.isEmpty())
                m_under.push_back(block->piece);
        m_blocks.clear();
    }
    m_pixel = pixel;
    const auto before = std::exchange(m_blocks, {});
    const Box seen = view.extent();
    const double size = std::max(seen.width(), seen.height());
    if (m_request.withSurroundings) {
        addBlocks(seen.grown(surroundings * size), coarse, before);
        addBlocks(seen.grown(rim * size), 1, before);
    } else {
        addBlocks(seen, 1, before);
    }
}

int BasemapSheet::zoomFor(int coarseness) const
{
    const render::MapView& view = m_request.view;
    // On paper pixels are finer than a reader's eye: letters of tiles may be half as large there.
    const double finer = view.dpi / 96;
    const double metres =
        view.metresPerPixel * coarseness * finer / std::clamp(finer, 1.0, mostFiner);
    const Point middle = m_plane->inverse(view.center);
    return m_basemap.matrix().zoomFor(metres, middle.valid() ? middle.y : 0, m_basemap.minZoom,
                                      m_basemap.maxZoom);
}

void BasemapSheet::addBlocks(const Box& seen, int coarseness, const Blocks& before)
{
    const double pixel = m_pixel * coarseness;
    const double side = pixel * blockSide;
    const auto index = [side](double at) {
        return static_cast<std::int64_t>(std::floor(at / side));
    };
    if ((seen.width() / side + 1) * (seen.height() / side + 1) > mostBlocks)
        return;
    const int zoom = zoomFor(coarseness);
    for (std::int64_t row = index(seen.minY); row <= index(seen.maxY); ++row) {
        for (std::int64_t column = index(seen.minX); column <= index(seen.maxX); ++column) {
            const BlockPlace place{-coarseness, column, row};
            const auto known = before.find(place);
            if (known != before.end()) {
                m_blocks[place] = known->second;
                continue;
            }
            const Box inner{static_cast<double>(column) * side, static_cast<double>(row) * side,
                            static_cast<double>(column + 1) * side,
                            static_cast<double>(row + 1) * side};
            m_blocks[place] = std::make_shared<Block>(*m_plane, m_basemap, zoom, inner.grown(pixel),
                                                      blockSide + 2);
        }
    }
}

std::vector<TileAddress> BasemapSheet::tilesOf(const Block& block) const
{
    std::vector<TileAddress> tiles;
    for (std::size_t layer = 0; layer < m_basemap.urls.size(); ++layer)
        for (int row = block.tiles.firstRow; row <= block.tiles.lastRow; ++row)
            for (int column = block.tiles.firstColumn; column <= block.tiles.lastColumn; ++column)
                tiles.push_back({layer, {block.tiles.zoom, column, row}});
    return tiles;
}

std::vector<const BasemapSheet::Block*> BasemapSheet::nearestFirst() const
{
    std::vector<std::pair<std::pair<int, double>, const Block*>> order;
    const Point middle = m_request.view.center;
    for (const auto& [place, block] : m_blocks) {
        const Point at = block->piece.extent.center();
        order.push_back(
            {{std::get<0>(place), std::hypot(at.x - middle.x, at.y - middle.y)}, block.get()});
    }
    std::ranges::stable_sort(order, {}, [](const auto& each) { return each.first; });
    std::vector<const Block*> blocks;
    for (const auto& [key, block] : order)
        blocks.push_back(block);
    return blocks;
}

bool BasemapSheet::readTileFromStore(const TileAddress& tile)
{
    if (m_tiles.contains(tile))
        return true;
    const auto stored = m_store.read(m_basemap, tile);
    QImage image = stored ? readTile(stored->bytes) : QImage();
    if (image.isNull())
        return false;
    stored->isFresh ? m_old.erase(tile) : m_old.insert(tile).second;
    keep(tile, std::move(image));
    return true;
}

void BasemapSheet::keep(const TileAddress& tile, QImage image)
{
    const auto kib = static_cast<int>(image.sizeInBytes() / 1024);
    m_tiles.insert(tile, new QImage(std::move(image)), kib);
    for (const auto& [place, block] : m_blocks) {
        const TileRange& range = block->tiles;
        const int levels = range.zoom - tile.place.zoom;
        if (levels >= 0 && tile.place.column >= range.firstColumn >> levels &&
            tile.place.column <= range.lastColumn >> levels &&
            tile.place.row >= range.firstRow >> levels && tile.place.row <= range.lastRow >> levels)
            block->isOld = true;
    }
}

void BasemapSheet::readStored()
{
    std::set<TileAddress> absent; // tiles above are looked for again and again
    std::size_t count = 0;
    for (const auto& [place, block] : m_blocks)
        count += tilesOf(*block).size();
    const int side = m_basemap.tileSize;
    m_tiles.setMaxCost(std::max(memoryKib, static_cast<int>(count) * side * side / 128));
    for (const Block* block : nearestFirst()) {
        for (TileAddress tile : tilesOf(*block)) {
            if (hasNewer())
                return;
            while (absent.contains(tile) || !readTileFromStore(tile)) {
                absent.insert(tile);
                if (tile.place.zoom <= m_basemap.minZoom)
                    break;
                tile.place = tile.place.parent();
            }
        }
    }
}

std::vector<TileAddress> BasemapSheet::tilesToFetch()
{
    std::vector<TileAddress> missing;
    std::set<TileAddress> known;
    for (const Block* block : nearestFirst()) {
        for (const TileAddress& tile : tilesOf(*block)) {
            const bool isHere = m_tiles.contains(tile) && !m_old.contains(tile);
            if (!isHere && !m_gone.contains(tile) && known.insert(tile).second)
                missing.push_back(tile);
        }
    }
    const BasemapKey* key = missingKey(m_basemap, m_keys);
    if (key && !missing.empty() && m_fetcher->isOnline())
        report({}, {"basemap.no_key", {{"key", key->name}}}, false);
    return missing;
}

void BasemapSheet::paintBlocks()
{
    const TileMatrix matrix = m_basemap.matrix();
    const render::FindTile find = [this](std::size_t layer, const TilePlace& place) {
        const QImage* tile = m_tiles.object({layer, place});
        return tile ? *tile : QImage();
    };
    for (const auto& [place, block] : m_blocks) {
        if (!block->isOld)
            continue;
        auto warped = render::warpTiles(block->warp, matrix, m_basemap.minZoom,
                                        m_basemap.urls.size(), find, block->side, block->side);
        block->piece.image = std::move(warped.image);
        block->isSharp = warped.isSharp;
        block->isOld = false;
    }
}

void BasemapSheet::show()
{
    m_state = {m_request.number, {}, 0, true};
    std::set<TileAddress> missing;
    for (const auto& [place, block] : m_blocks) {
        if (std::get<0>(place) != -1 || block->isSharp)
            continue;
        m_state.isSharp = false;
        for (const TileAddress& tile : tilesOf(*block))
            if (!m_tiles.contains(tile))
                missing.insert(tile);
    }
    m_state.missing = missing.size();
    if (m_state.isSharp)
        m_under.clear();
    m_state.pieces = m_under;
    for (const auto& [place, block] : m_blocks)
        if (!block->piece.isEmpty())
            m_state.pieces.push_back(block->piece);
    emit changed(m_state);
}

void BasemapSheet::take(const TileAddress& tile, const std::string& bytes)
{
    QImage image = readTile(bytes);
    if (image.isNull()) {
        report(tile, {"basemap.not_image", {{"host", m_fetcher->hostOf(tile)}}}, true);
        return;
    }
    m_store.write(m_basemap, tile, bytes);
    m_old.erase(tile);
    keep(tile, std::move(image));
    if (!m_repaint->isActive())
        m_repaint->start(repaintDelay);
}

void BasemapSheet::report(const TileAddress& tile, const Message& why, bool forGood)
{
    if (forGood)
        m_gone.insert(tile);
    if (m_reported.insert(why.id).second)
        emit failed(why);
}

void BasemapSheet::settle()
{
    if (hasNewer())
        return;
    m_repaint->stop();
    m_under.clear();
    paintBlocks();
    show();
    if (m_state.isSharp)
        m_reported.clear(); // what comes up again is told again
    emit settled(m_state);
}

} // namespace guatu::basemap
