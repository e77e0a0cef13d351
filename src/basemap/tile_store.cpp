// SPDX-License-Identifier: MIT
#include "basemap/tile_store.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

namespace guatu::basemap
{
namespace
{

namespace fs = std::filesystem;

/// FNV-1a, 64 bits, in hexadecimal.
std::string hashOf(const Basemap& basemap)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const std::string& url : basemap.urls) {
        for (const char c : url + '\n') {
            hash ^= static_cast<unsigned char>(c);
            hash *= 1099511628211ULL;
        }
    }
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash));
    return text.data();
}

struct StoredFile {
    fs::path path;
    fs::file_time_type time;
    std::uintmax_t bytes;
};

std::vector<StoredFile> filesOf(const fs::path& folder)
{
    std::vector<StoredFile> files;
    std::error_code none;
    for (fs::recursive_directory_iterator entry(folder, none), end; !none && entry != end;
         entry.increment(none)) {
        std::error_code gone;
        if (!entry->is_regular_file(gone))
            continue;
        const auto bytes = entry->file_size(gone);
        const auto time = entry->last_write_time(gone);
        if (!gone)
            files.push_back({entry->path(), time, bytes});
    }
    return files;
}

} // namespace

TileStore::TileStore(fs::path folder, std::uintmax_t mostBytes)
    : m_folder(std::move(folder)), m_mostBytes(mostBytes)
{
}

fs::path TileStore::fileOf(const Basemap& basemap, const TileAddress& tile) const
{
    return m_folder / (basemap.id + '-' + hashOf(basemap)) / std::to_string(tile.layer) /
           std::to_string(tile.place.zoom) / std::to_string(tile.place.column) /
           std::to_string(tile.place.row);
}

std::optional<TileStore::Tile> TileStore::read(const Basemap& basemap, const TileAddress& tile,
                                               Clock::time_point now) const
{
    const fs::path file = fileOf(basemap, tile);
    std::error_code gone;
    const auto time = fs::last_write_time(file, gone);
    std::ifstream in(file, std::ios::binary);
    if (gone || !in)
        return std::nullopt;
    Tile read{{std::istreambuf_iterator<char>(in), {}},
              now - time <= std::chrono::hours(24 * basemap.cacheDays)};
    if (in.bad() || read.bytes.empty())
        return std::nullopt;
    return read;
}

void TileStore::write(const Basemap& basemap, const TileAddress& tile, const std::string& bytes)
{
    const fs::path file = fileOf(basemap, tile);
    static std::atomic<unsigned> number = 0; // two maps may keep the same tile at once
    const fs::path half =
        file.string() + '.' + std::to_string(::getpid()) + '.' + std::to_string(number++) + ".part";
    std::error_code failure;
    fs::create_directories(file.parent_path(), failure);
    {
        std::ofstream out(half, std::ios::binary);
        out << bytes;
        out.close();
        if (!out) {
            fs::remove(half, failure);
            return;
        }
    }
    fs::rename(half, file, failure);
    if (failure)
        fs::remove(half, failure);
    if (!m_isCounted)
        m_bytes = size();
    else
        m_bytes += bytes.size();
    m_isCounted = true;
    if (m_bytes > m_mostBytes)
        shrink();
}

std::uintmax_t TileStore::size() const
{
    std::uintmax_t bytes = 0;
    for (const StoredFile& file : filesOf(m_folder))
        bytes += file.bytes;
    return bytes;
}

void TileStore::shrink()
{
    std::vector<StoredFile> files = filesOf(m_folder);
    std::ranges::sort(files, {}, &StoredFile::time);
    m_bytes = 0;
    for (const StoredFile& file : files)
        m_bytes += file.bytes;
    for (const StoredFile& file : files) {
        if (m_bytes <= m_mostBytes / 5 * 4)
            return;
        std::error_code failure;
        if (fs::remove(file.path, failure))
            m_bytes -= file.bytes;
    }
}

void TileStore::clear()
{
    for (const StoredFile& file : filesOf(m_folder)) {
        std::error_code failure;
        fs::remove(file.path, failure);
    }
    m_bytes = 0;
}

} // namespace guatu::basemap
