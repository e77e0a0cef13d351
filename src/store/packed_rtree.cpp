// SPDX-License-Identifier: MIT
#include "store/packed_rtree.h"

#include "store/statement.h"

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace guatu::store
{
namespace
{

constexpr std::int64_t rootNode = 1;
constexpr std::size_t headerBytes = 4; ///< depth of the tree (root only), count of cells
constexpr std::size_t cellBytes = 24;  ///< id, and four 32-bit floats

/// A node or entry as the level above sees it.
struct Cell32 {
    std::int64_t id;
    float minX, maxX, minY, maxY;
};

/// The float at or beyond `value` in the direction of `towards`: boxes may only grow.
float outward(double value, float towards)
{
    const auto near = static_cast<float>(value);
    const bool outside =
        towards > 0 ? static_cast<double>(near) >= value : static_cast<double>(near) <= value;
    return outside ? near : std::nextafterf(near, towards);
}

Cell32 cellOf(const BoxEntry& entry)
{
    constexpr float up = std::numeric_limits<float>::infinity();
    return {entry.id, outward(entry.box.minX, -up), outward(entry.box.maxX, up),
            outward(entry.box.minY, -up), outward(entry.box.maxY, up)};
}

/// Sorts into vertical tiles, and by y within each, so that runs of `capacity` are compact.
void sortIntoTiles(std::vector<Cell32>& cells, std::size_t capacity)
{
    const auto x = [](const Cell32& cell) { return cell.minX + cell.maxX; };
    const auto y = [](const Cell32& cell) { return cell.minY + cell.maxY; };
    std::ranges::sort(cells, {}, x);
    const double nodes =
        std::ceil(static_cast<double>(cells.size()) / static_cast<double>(capacity));
    const auto tile = static_cast<std::size_t>(std::ceil(std::sqrt(nodes))) * capacity;
    for (std::size_t first = 0; first < cells.size(); first += tile) {
        const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end =
            cells.begin() + static_cast<std::ptrdiff_t>(std::min(first + tile, cells.size()));
        std::ranges::sort(begin, end, {}, y);
    }
}

template <class Number>
void putBigEndian(unsigned char* at, Number number)
{
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte)
        at[byte] = static_cast<unsigned char>(number >> (8 * (sizeof(Number) - 1 - byte)));
}

/// Lets statements write the tables behind an R*Tree, for its lifetime.
class ShadowWriting
{
public:
    explicit ShadowWriting(sqlite3* handle) : m_handle(handle)
    {
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &m_before);
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    }
    ~ShadowWriting() { sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, m_before, nullptr); }
    ShadowWriting(const ShadowWriting&) = delete;
    ShadowWriting& operator=(const ShadowWriting&) = delete;

private:
    sqlite3* m_handle;
    int m_before = 1;
};

class TreeWriter
{
public:
    TreeWriter(SQLite::Database& database, const std::string& table)
        : m_node(database, "INSERT OR REPLACE INTO " + table + "_node VALUES (?, ?)"),
          m_parent(database, "INSERT INTO " + table + "_parent VALUES (?, ?)"),
          m_rowid(database, "INSERT INTO " + table + "_rowid (rowid, nodeno) VALUES (?, ?)")
    {
        // A node fits a page, so its size is the file's own; the empty root has it.
        Statement size(database, "SELECT length(data) FROM " + table + "_node WHERE nodeno = 1");
        m_blob.resize(size.step() ? static_cast<std::size_t>(size.integer(0))
                                  : headerBytes + cellBytes);
        m_capacity = (m_blob.size() - headerBytes) / cellBytes;
    }

    void write(std::vector<Cell32> cells)
    {
        std::vector<std::pair<std::int64_t, std::int64_t>> leaves; // (row id, node)
        leaves.reserve(cells.size());
        unsigned depth = 0;
        for (; cells.size() > m_capacity; ++depth) {
            sortIntoTiles(cells, m_capacity);
            cells = writeLevel(cells, depth == 0 ? &leaves : nullptr);
        }
        for (const Cell32& cell : cells)
            link(cell.id, rootNode, depth == 0 ? &leaves : nullptr);
        writeNode(rootNode, cells, depth);
        std::ranges::sort(leaves);
        for (const auto& [id, node] : leaves)
            m_rowid.run(id, node);
    }

private:
    using Leaves = std::vector<std::pair<std::int64_t, std::int64_t>>;

    /// Writes full nodes over `cells`, evenly filled; returns the cells that stand for them.
    std::vector<Cell32> writeLevel(std::span<const Cell32> cells, Leaves* leaves)
    {
        const std::size_t nodes = (cells.size() + m_capacity - 1) / m_capacity;
        std::vector<Cell32> above;
        for (std::size_t node = 0; node < nodes; ++node) {
            const std::size_t first = node * cells.size() / nodes;
            const std::size_t last = (node + 1) * cells.size() / nodes;
            const auto members = cells.subspan(first, last - first);
            Cell32 cover = members.front();
            cover.id = m_nextNode++;
            for (const Cell32& member : members) {
                cover.minX = std::min(cover.minX, member.minX);
                cover.maxX = std::max(cover.maxX, member.maxX);
                cover.minY = std::min(cover.minY, member.minY);
                cover.maxY = std::max(cover.maxY, member.maxY);
                link(member.id, cover.id, leaves);
            }
            writeNode(cover.id, members, 0);
            above.push_back(cover);
        }
        return above;
    }

    void link(std::int64_t member, std::int64_t node, Leaves* leaves)
    {
        if (leaves != nullptr)
            leaves->emplace_back(member, node);
        else
            m_parent.run(member, node);
    }

    void writeNode(std::int64_t node, std::span<const Cell32> cells, unsigned depth)
    {
        std::ranges::fill(m_blob, static_cast<unsigned char>(0));
        putBigEndian(m_blob.data(), static_cast<std::uint16_t>(depth));
        putBigEndian(m_blob.data() + 2, static_cast<std::uint16_t>(cells.size()));
        unsigned char* at = m_blob.data() + headerBytes;
        for (const Cell32& cell : cells) {
            putBigEndian(at, static_cast<std::uint64_t>(cell.id));
            at += sizeof cell.id;
            for (const float side : {cell.minX, cell.maxX, cell.minY, cell.maxY}) {
                putBigEndian(at, std::bit_cast<std::uint32_t>(side));
                at += sizeof side;
            }
        }
        m_node.run(node, Bytes(m_blob));
    }

    Statement m_node, m_parent, m_rowid;
    std::vector<unsigned char> m_blob;
    std::size_t m_capacity = 1;
    std::int64_t m_nextNode = rootNode + 1;
};

} // namespace

void writePackedRtree(SQLite::Database& database, const std::string& table,
                      std::vector<BoxEntry> entries)
{
    std::vector<Cell32> cells;
    cells.reserve(entries.size());
    for (const BoxEntry& entry : entries)
        cells.push_back(cellOf(entry));
    entries = {};
    const ShadowWriting allowed(database.getHandle());
    TreeWriter(database, table).write(std::move(cells));
}

} // namespace guatu::store
