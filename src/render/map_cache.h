// SPDX-License-Identifier: MIT
#pragma once

#include "render/content_hash.h"
#include "render/packed_table.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace guatu::render
{

/// A file with what drawing prepares of geometry, so that the next start need not: packed tables
/// and the places of names. It is mapped, not read; everything in it is found by the hash of the
/// geometry it was made of, so it can be old but never wrong. It may be deleted at any time. It
/// holds positions and shapes alone: no names, no attributes, nobody's data.
///
/// A file that is cut, altered, or of another version counts as empty, and is replaced. Safe from
/// many threads.
class MapCache
{
public:
    /// A file that is not there is empty.
    explicit MapCache(std::filesystem::path file);

    [[nodiscard]] std::optional<PackedTable> table(const ContentHash& key);
    [[nodiscard]] std::optional<std::vector<Point>> points(const ContentHash& key);
    /// The class of each item of a packed table.
    [[nodiscard]] std::optional<std::vector<std::uint8_t>> bytes(const ContentHash& key);

    /// Kept, not copied, until the file is written.
    void put(const ContentHash& key, std::shared_ptr<const PackedTable> table);
    void put(const ContentHash& key, std::span<const Point> points);
    void put(const ContentHash& key, std::span<const std::uint8_t> bytes);

    /// Writes the file anew when something was put or nothing of it was usable: what was asked for
    /// or put since it was opened stays, the rest goes. False when the place cannot be written.
    bool save();

private:
    struct Entry {
        std::shared_ptr<const PackedTable> table{};          ///< put since the file was read
        std::shared_ptr<const std::vector<std::byte>> own{}; ///< likewise; neither: in the file
        std::span<const std::byte> bytes{};                  ///< of `own` or of the file
        ContentHash check{};
        bool used = false;
    };
    void readDirectory();
    [[nodiscard]] std::span<const std::byte> find(const ContentHash& key, std::uint32_t kind);
    void store(const ContentHash& key, std::uint32_t kind, std::vector<std::byte> bytes);

    std::filesystem::path m_file;
    std::shared_ptr<const std::span<const std::byte>> m_mapped;
    std::mutex m_mutex;
    std::map<std::pair<ContentHash, std::uint32_t>, Entry> m_entries;
    bool m_changed = false;
};

class SceneCache;
struct MapScene;

/// A scene's cache that looks into a file for what it would prepare, and offers it what it has
/// prepared.
[[nodiscard]] std::shared_ptr<SceneCache> makeSceneCache(const std::filesystem::path& cacheFile);

/// Writes the file of the scene's cache, if it has one and it would gain. False when the place
/// cannot be written; that does no harm.
bool saveMapCache(const MapScene& scene);

/// The cache of a workspace: beside it, with `.mapcache` for `.sqlite`.
[[nodiscard]] std::filesystem::path mapCacheFile(const std::filesystem::path& workspace);

} // namespace guatu::render
