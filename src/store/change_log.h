// SPDX-License-Identifier: MIT
#pragma once

#include "store/statement.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guatu::store
{

/// Columns of a record with their values.
using NamedCells = std::vector<std::pair<std::string_view, Cell>>;

/// Writes the change_log rows of one change. Updates are logged one by one; inserted records as
/// runs of ids, one row a run. Personal values never come here: only the names of their fields.
class ChangeLog
{
public:
    ChangeLog(SQLite::Database& database, std::int64_t changeSet);

    void inserted(std::string_view table, std::int64_t id);
    void updated(std::string_view table, std::int64_t id, const NamedCells& before,
                 const NamedCells& after);
    void added(std::string_view table, std::int64_t id, const NamedCells& after);
    void removed(std::string_view table, std::int64_t id, const NamedCells& before);
    /// The names of personal fields that changed, without values.
    void personalChanged(std::string_view table, std::int64_t id,
                         const std::vector<std::string_view>& fields);
    /// Ends the run of inserted records; also at the end of each batch.
    void flush();

private:
    void write(std::string_view table, std::int64_t id, std::string_view action,
               const std::optional<std::string_view>& before,
               const std::optional<std::string_view>& after);

    std::int64_t m_changeSet;
    Statement m_insert;
    std::string_view m_runTable{};
    std::int64_t m_runFirst = 0, m_runLast = 0;
};

} // namespace guatu::store
