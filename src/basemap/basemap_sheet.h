// SPDX-License-Identifier: MIT
#pragma once

#include "basemap/tile_fetcher.h"
#include "core/tile_warp.h"
#include "render/map_picture.h"

#include <QCache>
#include <QImage>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace guatu::basemap
{

/// For QCache.
[[nodiscard]] std::size_t qHash(const TileAddress& tile, std::size_t seed = 0);

/// What a map wants to have under it.
struct SheetRequest {
    render::MapView view;
    std::string crs; ///< of the plane, as "EPSG:4543"
    /// Also the land around the view, four times coarser: it comes first, and the next move finds
    /// it.
    bool withSurroundings = true;
    std::uint64_t number = 0; ///< the caller's
};

/// What lies under a map now.
struct SheetState {
    std::uint64_t number = 0;                ///< of the request
    std::vector<render::RasterPiece> pieces; ///< the lowest first
    std::size_t missing = 0; ///< tiles of the view that are neither here nor replaced by coarser
    bool isSharp = false;    ///< every tile of the view is there
};

/// A service's tiles as pictures of the plane, block by block, in the pixels of the view: from
/// memory, from disk, and while online from the service. What is not there yet is shown coarser,
/// and what was shown before stays below until all is there, so that nothing flickers.
///
/// Lives in one thread with an event loop; `ask` may be called from any.
class BasemapSheet : public QObject
{
    Q_OBJECT

public:
    BasemapSheet(std::filesystem::path cacheFolder, std::uintmax_t mostBytes,
                 FetchLimits limits = {});
    ~BasemapSheet() override;

    /// Replaces the service; nothing of it is shown until it is asked for.
    void setService(const Basemap& basemap, const KeyValues& keys);
    void setOnline(bool online);
    /// Shows this now. The newest request wins; `changed` follows once or more, then `settled`.
    void ask(const SheetRequest& request);
    void clearStore();
    [[nodiscard]] const SheetState& state() const { return m_state; }

signals:
    void changed(const guatu::basemap::SheetState& state);
    /// Nothing more will come for the newest request.
    void settled(const guatu::basemap::SheetState& state);
    /// Why tiles did not come; each reason once, until all is well again.
    void failed(const guatu::Message& why);

private:
    struct Block;
    using BlockPlace = std::tuple<int, std::int64_t, std::int64_t>; ///< -coarseness, column, row
    using Blocks = std::map<BlockPlace, std::shared_ptr<Block>>;    ///< coarse ones first

    void work();
    void planBlocks();
    void addBlocks(const Box& seen, int coarseness, const Blocks& before);
    [[nodiscard]] int zoomFor(int coarseness) const;
    [[nodiscard]] std::vector<TileAddress> tilesOf(const Block& block) const;
    [[nodiscard]] std::vector<const Block*> nearestFirst() const;
    void readStored();
    bool readTileFromStore(const TileAddress& tile);
    void keep(const TileAddress& tile, QImage image);
    [[nodiscard]] std::vector<TileAddress> tilesToFetch();
    void paintBlocks();
    void show();
    void take(const TileAddress& tile, const std::string& bytes);
    void report(const TileAddress& tile, const Message& why, bool forGood);
    void settle();
    [[nodiscard]] bool hasNewer();

    Basemap m_basemap;
    KeyValues m_keys;
    TileStore m_store;
    TileFetcher* m_fetcher;
    QTimer* m_repaint;

    std::mutex m_mutex;
    std::optional<SheetRequest> m_pending; ///< guarded by m_mutex
    SheetRequest m_request;
    std::optional<Transform> m_plane;
    double m_pixel = 0;                       ///< metres, of the blocks
    Blocks m_blocks;                          ///< those of the request
    std::vector<render::RasterPiece> m_under; ///< shown before, at another scale
    QCache<TileAddress, QImage> m_tiles;      ///< cost in KiB
    std::set<TileAddress> m_old;              ///< shown, but to be asked for anew
    std::set<TileAddress> m_gone;             ///< asking again would not help
    std::set<std::string> m_reported;         ///< ids of messages
    SheetState m_state;
};

} // namespace guatu::basemap
