// SPDX-License-Identifier: MIT
#pragma once

#include "store/change_log.h"
#include "store/workspace.h"

#include <SQLiteCpp/Database.h>

namespace guatu::store
{

/// A small change that brings no dataset: one transaction with its row in change_set. Rolled back
/// unless committed.
class LoggedChange
{
public:
    /// Takes the write lock; throws SQLite::Exception when another program has it.
    LoggedChange(SQLite::Database& database, const ChangeReason& reason);
    ~LoggedChange();
    LoggedChange(const LoggedChange&) = delete;
    LoggedChange& operator=(const LoggedChange&) = delete;

    [[nodiscard]] ChangeLog& log() { return m_log; }
    void commit();

private:
    /// Begins before the log's statement is made.
    static std::int64_t begin(SQLite::Database& database, const ChangeReason& reason);

    SQLite::Database& m_database;
    ChangeLog m_log;
    bool m_open = true;
};

} // namespace guatu::store
