// SPDX-License-Identifier: MIT
#include "store/logged_change.h"

#include "store/connection.h"

namespace guatu::store
{

LoggedChange::LoggedChange(SQLite::Database& database, const ChangeReason& reason)
    : m_database(database), m_log(database, begin(database, reason))
{
}

LoggedChange::~LoggedChange()
{
    if (m_open)
        m_database.tryExec("ROLLBACK");
}

std::int64_t LoggedChange::begin(SQLite::Database& database, const ChangeReason& reason)
{
    database.setBusyTimeout(shortWait);
    database.exec("BEGIN IMMEDIATE");
    database.setBusyTimeout(patientWait);
    Statement(database, "INSERT INTO change_set (at, who, why) "
                        "VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?)")
        .run(reason.who, reason.why);
    return database.getLastInsertRowid();
}

void LoggedChange::commit()
{
    m_log.flush();
    m_database.exec("COMMIT");
    m_open = false;
}

} // namespace guatu::store
