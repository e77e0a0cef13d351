// SPDX-License-Identifier: MIT
#pragma once

#include "store/packed_rtree.h"
#include "store/statement.h"

#include <string>

namespace guatu::store
{

/// The R*Tree of one geometry column, as SpatiaLite names it: idx_TABLE_COLUMN. An index that
/// was empty before the change waits for finish() and is then written packed.
class SpatialIndex
{
public:
    SpatialIndex(SQLite::Database& database, std::string_view table, std::string_view column);

    void set(std::int64_t id, const Box& box);
    void remove(std::int64_t id);
    /// Writes what waits, and notes the time in SpatiaLite's books, so that its layer statistics
    /// are known to be old.
    void finish();

private:
    SQLite::Database& m_database;
    std::string m_table, m_column, m_index;
    bool m_waits;
    std::vector<BoxEntry> m_waiting{};
    Statement m_insert;
};

} // namespace guatu::store
