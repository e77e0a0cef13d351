// SPDX-License-Identifier: MIT
#pragma once

#include "core/basemap.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace guatu::basemap
{

/// A tile of one of a service's layers, the lowest being 0.
struct TileAddress {
    std::size_t layer = 0;
    TilePlace place;
    friend auto operator<=>(const TileAddress&, const TileAddress&) = default;
};

/// Tiles on disk as the services sent them, one file each: FOLDER/ID-HASH/LAYER/ZOOM/COLUMN/ROW.
/// The hash is of the service's addresses without keys, so a changed definition begins anew and
/// no key comes near a file name. The time of a file is when the tile was fetched. Never throws:
/// what cannot be read is not there, what cannot be written is not kept.
class TileStore
{
public:
    using Clock = std::filesystem::file_time_type::clock;

    TileStore(std::filesystem::path folder, std::uintmax_t mostBytes);

    struct Tile {
        std::string bytes;
        bool isFresh; ///< younger than the service's cache days
    };
    [[nodiscard]] std::optional<Tile> read(const Basemap& basemap, const TileAddress& tile,
                                           Clock::time_point now = Clock::now()) const;
    /// Whole or not at all, also for who reads at the same time. Beyond the most bytes the oldest
    /// tiles go until four fifths are left.
    void write(const Basemap& basemap, const TileAddress& tile, const std::string& bytes);
    /// Bytes of the tiles kept.
    [[nodiscard]] std::uintmax_t size() const;
    void clear();

    [[nodiscard]] std::filesystem::path fileOf(const Basemap& basemap,
                                               const TileAddress& tile) const;

private:
    void shrink();

    std::filesystem::path m_folder;
    std::uintmax_t m_mostBytes;
    std::uintmax_t m_bytes = 0; ///< about; counted anew when it passes the most
    bool m_isCounted = false;
};

} // namespace guatu::basemap
