// SPDX-License-Identifier: MIT
#include "render/map_cache.h"

#include "render/scene_cache.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guatu::render
{
namespace
{

namespace fs = std::filesystem;

constexpr std::array<char, 8> magic{'G', 'u', 'a', 't', 'u', 'M', 'a', 'p'};
constexpr std::uint32_t version = 1; ///< changes with the format and with what levels mean
constexpr std::uint32_t byteOrder = 0x01020304;
constexpr std::size_t alignment = 64;
enum Kind : std::uint32_t { Table = 1, Points = 2, Bytes = 3 };

struct Header {
    std::array<char, 8> magic;
    std::uint32_t version, byteOrder;
    std::uint64_t fileSize, entries;
    ContentHash check; ///< of the directory
};
struct DirectoryEntry {
    ContentHash key, check;
    std::uint64_t offset, size;
    std::uint32_t kind, unused;
};

/// The numbers of a packed table, before its arrays.
struct TableHeader {
    std::uint32_t type, unused;
    double originX, originY, unit;
    std::array<std::uint64_t, 9> sizes;
};

std::size_t aligned(std::size_t at)
{
    return (at + alignment - 1) / alignment * alignment;
}

template <class T>
std::span<const std::byte> raw(std::span<const T> values)
{
    return std::as_bytes(values);
}

void append(std::vector<std::byte>& to, std::span<const std::byte> bytes)
{
    to.resize(aligned(to.size()));
    to.insert(to.end(), bytes.begin(), bytes.end());
}

std::vector<std::byte> flat(const PackedTable& t)
{
    const TableHeader header{static_cast<std::uint32_t>(t.type),
                             0,
                             t.origin.x,
                             t.origin.y,
                             t.unit,
                             {t.rows.size(), t.blocks.size(), t.vertices.size(), t.levels.size(),
                              t.boxes.size(), t.itemRuns.size(), t.runs.size(), t.runBoxes.size(),
                              t.partBegins.size()}};
    std::vector<std::byte> bytes;
    append(bytes, std::as_bytes(std::span(&header, 1)));
    for (const auto part :
         {raw(t.rows), raw(t.blocks), raw(t.vertices), raw(t.levels), raw(t.boxes), raw(t.itemRuns),
          raw(t.runs), raw(t.runBoxes), raw(t.partBegins)})
        append(bytes, part);
    return bytes;
}

/// Takes arrays off the front of some bytes.
class Taker
{
public:
    explicit Taker(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    template <class T>
    bool take(std::span<const T>& values, std::uint64_t count)
    {
        m_at = aligned(m_at);
        if (m_at > m_bytes.size() || count > (m_bytes.size() - m_at) / sizeof(T))
            return false;
        values = {reinterpret_cast<const T*>(m_bytes.data() + m_at), count};
        m_at += count * sizeof(T);
        return true;
    }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
};

/// Whether each is at least the one before, and the last is `end`.
bool rises(std::span<const std::uint32_t> values, std::size_t end)
{
    return !values.empty() && std::is_sorted(values.begin(), values.end()) && values.front() == 0 &&
           values.back() == end;
}

/// Whether every number points to what is there.
bool isSound(const PackedTable& t)
{
    const std::size_t size = t.rows.size();
    if (t.type > GeometryType::Polygon || !t.origin.valid() || !(t.unit > 0))
        return size == 0 && t.blocks.empty();
    if (t.blocks.size() != (size + t.perBlock() - 1) / t.perBlock())
        return false;
    if (t.type == GeometryType::Point)
        return t.vertices.size() == size;
    if (t.levels.size() != t.vertices.size() || t.boxes.size() != size ||
        t.itemRuns.size() != size + 1 || !rises(t.itemRuns, t.runBoxes.size()) ||
        t.runs.size() != t.runBoxes.size() + 1 || !rises(t.runs, t.vertices.size()) ||
        t.partBegins.size() != t.runBoxes.size())
        return false;
    for (std::size_t run = 1; run < t.runs.size(); ++run) {
        if (t.runs[run] == t.runs[run - 1])
            return false; // a run has at least one vertex
    }
    return true;
}

std::shared_ptr<const std::span<const std::byte>> mapped(const fs::path& file)
{
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return nullptr;
    struct ::stat status {
    };
    void* memory = MAP_FAILED;
    if (::fstat(handle, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
        memory = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE,
                        handle, 0);
    }
    ::close(handle);
    if (memory == MAP_FAILED)
        return nullptr;
    const auto size = static_cast<std::size_t>(status.st_size);
    return {new std::span<const std::byte>(static_cast<const std::byte*>(memory), size),
            [memory, size](const std::span<const std::byte>* span) {
                ::munmap(memory, size);
                delete span;
            }};
}

} // namespace

MapCache::MapCache(fs::path file) : m_file(std::move(file)), m_mapped(mapped(m_file))
{
    if (m_mapped)
        readDirectory();
    m_changed = m_entries.empty();
}

void MapCache::readDirectory()
{
    const std::span<const std::byte> all = *m_mapped;
    Header header{};
    if (all.size() < sizeof header)
        return;
    std::memcpy(&header, all.data(), sizeof header);
    if (header.magic != magic || header.version != version || header.byteOrder != byteOrder ||
        header.fileSize != all.size() ||
        header.entries > (all.size() - sizeof header) / sizeof(DirectoryEntry))
        return;
    const auto directory = all.subspan(sizeof header, header.entries * sizeof(DirectoryEntry));
    if (contentHash(directory) != header.check)
        return;
    for (std::size_t i = 0; i < header.entries; ++i) {
        DirectoryEntry entry{};
        std::memcpy(&entry, directory.data() + i * sizeof entry, sizeof entry);
        if (entry.offset > all.size() || entry.size > all.size() - entry.offset)
            continue;
        m_entries[{entry.key, entry.kind}] = {
            .bytes = all.subspan(entry.offset, entry.size), .check = entry.check, .used = false};
    }
}

std::span<const std::byte> MapCache::find(const ContentHash& key, std::uint32_t kind)
{
    const auto found = m_entries.find({key, kind});
    if (found == m_entries.end())
        return {};
    Entry& entry = found->second;
    if (!entry.used && !entry.own && contentHash(entry.bytes) != entry.check) {
        m_entries.erase(found);
        m_changed = true;
        return {};
    }
    entry.used = true;
    return entry.bytes;
}

std::optional<PackedTable> MapCache::table(const ContentHash& key)
{
    const std::lock_guard lock(m_mutex);
    if (const auto put = m_entries.find({key, Kind::Table});
        put != m_entries.end() && put->second.table)
        return *put->second.table;
    const auto bytes = find(key, Kind::Table);
    TableHeader header{};
    if (bytes.size() < sizeof header)
        return {};
    std::memcpy(&header, bytes.data(), sizeof header);
    PackedTable t;
    t.type = static_cast<GeometryType>(header.type);
    t.origin = {header.originX, header.originY};
    t.unit = header.unit;
    const auto& sizes = header.sizes;
    Taker whole(bytes);
    std::span<const TableHeader> skipped;
    const bool isThere = whole.take(skipped, 1) && whole.take(t.rows, sizes[0]) &&
                         whole.take(t.blocks, sizes[1]) && whole.take(t.vertices, sizes[2]) &&
                         whole.take(t.levels, sizes[3]) && whole.take(t.boxes, sizes[4]) &&
                         whole.take(t.itemRuns, sizes[5]) && whole.take(t.runs, sizes[6]) &&
                         whole.take(t.runBoxes, sizes[7]) && whole.take(t.partBegins, sizes[8]);
    if (!isThere || !isSound(t))
        return {};
    t.memory = m_mapped;
    return t;
}

std::optional<std::vector<Point>> MapCache::points(const ContentHash& key)
{
    const std::lock_guard lock(m_mutex);
    const auto bytes = find(key, Kind::Points);
    if (bytes.empty() || bytes.size() % sizeof(Point) != 0)
        return {};
    std::vector<Point> points(bytes.size() / sizeof(Point));
    std::memcpy(points.data(), bytes.data(), bytes.size());
    return points;
}

std::optional<std::vector<std::uint8_t>> MapCache::bytes(const ContentHash& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = find(key, Kind::Bytes);
    if (found.empty())
        return {};
    std::vector<std::uint8_t> values(found.size());
    std::memcpy(values.data(), found.data(), found.size());
    return values;
}

void MapCache::store(const ContentHash& key, std::uint32_t kind, std::vector<std::byte> bytes)
{
    if (bytes.empty())
        return;
    const std::lock_guard lock(m_mutex);
    const auto own = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
    m_entries[{key, kind}] = {.own = own, .bytes = *own, .used = true};
    m_changed = true;
}

void MapCache::put(const ContentHash& key, std::shared_ptr<const PackedTable> table)
{
    const std::lock_guard lock(m_mutex);
    m_entries[{key, Kind::Table}] = {.table = std::move(table), .used = true};
    m_changed = true;
}

void MapCache::put(const ContentHash& key, std::span<const Point> points)
{
    const auto bytes = std::as_bytes(points);
    store(key, Kind::Points, {bytes.begin(), bytes.end()});
}

void MapCache::put(const ContentHash& key, std::span<const std::uint8_t> values)
{
    const auto bytes = std::as_bytes(values);
    store(key, Kind::Bytes, {bytes.begin(), bytes.end()});
}

bool MapCache::save()
{
    const std::lock_guard lock(m_mutex);
    if (!m_changed)
        return true;
    // Under another name first: whoever has the old file mapped keeps it.
    fs::path fresh = m_file;
    fresh += "." + std::to_string(::getpid()) + ".new";
    std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
    const auto writeAt = [&file](std::size_t at, std::span<const std::byte> bytes) {
        file.seekp(static_cast<std::streamoff>(at));
        file.write(reinterpret_cast<const char*>(bytes.data()),
                   static_cast<std::streamsize>(bytes.size()));
    };
    // The contents first: what they are checked by is known when they are flat.
    const auto count = static_cast<std::size_t>(std::count_if(
        m_entries.begin(), m_entries.end(), [](const auto& entry) { return entry.second.used; }));
    std::size_t end = sizeof(Header) + count * sizeof(DirectoryEntry);
    std::vector<DirectoryEntry> directory;
    for (const auto& [key, entry] : m_entries) {
        if (!entry.used)
            continue;
        std::vector<std::byte> made;
        if (entry.table)
            made = flat(*entry.table);
        const std::span<const std::byte> bytes = entry.table ? made : entry.bytes;
        const std::size_t at = aligned(end);
        directory.push_back({key.first, contentHash(bytes), at, bytes.size(), key.second, 0});
        writeAt(at, bytes);
        end = at + bytes.size();
    }
    const Header header{magic, version,          byteOrder,
                        end,   directory.size(), contentHash(std::as_bytes(std::span(directory)))};
    writeAt(0, std::as_bytes(std::span(&header, 1)));
    writeAt(sizeof header, std::as_bytes(std::span(directory)));
    file.close();
    std::error_code failed;
    if (file)
        fs::rename(fresh, m_file, failed);
    if (!file || failed) {
        fs::remove(fresh, failed);
        return false;
    }
    // What was put lies in the file now.
    m_entries.clear();
    m_mapped = mapped(m_file);
    if (m_mapped)
        readDirectory();
    for (auto& [key, entry] : m_entries)
        entry.used = true;
    m_changed = false;
    return true;
}

std::shared_ptr<SceneCache> makeSceneCache(const fs::path& cacheFile)
{
    return std::make_shared<SceneCache>(std::make_shared<MapCache>(cacheFile));
}

bool saveMapCache(const MapScene& scene)
{
    return !scene.cache->file() || scene.cache->file()->save();
}

fs::path mapCacheFile(const fs::path& workspace)
{
    fs::path file = workspace;
    return file.replace_extension(".mapcache");
}

} // namespace guatu::render
