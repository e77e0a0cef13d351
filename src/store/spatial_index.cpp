// SPDX-License-Identifier: MIT
#include "store/spatial_index.h"

#include <algorithm>

namespace guatu::store
{
namespace
{

bool isEmpty(SQLite::Database& database, const std::string& index)
{
    return !Statement(database, "SELECT 1 FROM " + index + "_rowid LIMIT 1").step();
}

/// Leaves the last of the entries of each id.
void dropReplaced(std::vector<BoxEntry>& entries)
{
    std::ranges::stable_sort(entries, {}, &BoxEntry::id);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (i + 1 == entries.size() || entries[i + 1].id != entries[i].id)
            entries[kept++] = entries[i];
    entries.resize(kept);
}

} // namespace

SpatialIndex::SpatialIndex(SQLite::Database& database, std::string_view table,
                           std::string_view column)
    : m_database(database),
      m_table(table),
      m_column(column),
      m_index("idx_" + m_table + "_" + m_column),
      m_waits(isEmpty(database, m_index)),
      m_insert(database, "INSERT OR REPLACE INTO " + m_index + " VALUES (?, ?, ?, ?, ?)")
{
}

void SpatialIndex::set(std::int64_t id, const Box& box)
{
    if (m_waits)
        m_waiting.push_back({id, box});
    else
        m_insert.run(id, box.minX, box.maxX, box.minY, box.maxY);
}

void SpatialIndex::remove(std::int64_t id)
{
    std::erase_if(m_waiting, [&](const BoxEntry& entry) { return entry.id == id; });
    Statement(m_database, "DELETE FROM " + m_index + " WHERE pkid = ?").run(id);
}

void SpatialIndex::finish()
{
    if (!m_waiting.empty()) {
        dropReplaced(m_waiting);
        writePackedRtree(m_database, m_index, std::move(m_waiting));
    }
    m_waiting = {};
    Statement(m_database, "UPDATE geometry_columns_time SET "
                          "last_insert = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "
                          "last_update = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
                          "WHERE f_table_name = ? AND f_geometry_column = ?")
        .run(m_table, m_column);
}

} // namespace guatu::store
