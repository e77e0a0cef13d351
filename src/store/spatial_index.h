// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "store/statement.h"

#include <string>

namespace guatu::store
{

/// The R*Tree of one geometry column, as SpatiaLite names it: idx_TABLE_COLUMN.
///
/// Few entries go in one by one. When the column was empty at the beginning they wait, and
/// finish() writes the whole tree packed: 15 times as fast for a million points.
class SpatialIndex
{
public:
    SpatialIndex(SQLite::Database& database, std::string_view table, std::string_view column);

    void set(std::int64_t id, const Box& box);
    /// Writes what waits; and notes the time in SpatiaLite's books, whose layer statistics
    /// are no longer true.
    void finish();

private:
    struct Entry {
        std::int64_t id;
        Box box;
    };

    SQLite::Database& m_database;
    std::string m_table, m_column, m_index;
    bool m_waits, m_changed = false;
    std::vector<Entry> m_entries;
    Statement m_insert;
};

} // namespace guatu::store
