// SPDX-License-Identifier: MIT
#include "store/spatial_index.h"

namespace guatu::store
{

SpatialIndex::SpatialIndex(SQLite::Database& database, std::string_view table,
                           std::string_view column)
    : m_database(database),
      m_table(table),
      m_column(column),
      m_index("idx_" + m_table + "_" + m_column),
      m_waits(false),
      m_insert(database, "INSERT OR REPLACE INTO " + m_index + " VALUES (?, ?, ?, ?, ?)")
{
}

void SpatialIndex::set(std::int64_t id, const Box& box)
{
    m_changed = true;
    m_insert.run(id, box.minX, box.maxX, box.minY, box.maxY);
}

void SpatialIndex::finish()
{
    if (!m_changed)
        return;
    Statement(m_database, "UPDATE geometry_columns_time SET "
                          "last_insert = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "
                          "last_update = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
                          "WHERE f_table_name = ? AND f_geometry_column = ?")
        .run(std::string_view(m_table), std::string_view(m_column));
}

} // namespace guatu::store
