// SPDX-License-Identifier: MIT
#include "store/statement.h"

#include <SQLiteCpp/Exception.h>

#include <sqlite3.h>

namespace guatu::store
{

Statement::Statement(SQLite::Database& database, std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v3(database.getHandle(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK)
        throw SQLite::Exception(database.getHandle(), code);
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        throw SQLite::Exception(sqlite3_db_handle(m_statement.get()), code);
}

void Statement::bind(int index, std::nullptr_t)
{
    check(sqlite3_bind_null(m_statement.get(), index));
}

void Statement::bind(int index, std::int64_t value)
{
    check(sqlite3_bind_int64(m_statement.get(), index, value));
}

void Statement::bind(int index, double value)
{
    check(sqlite3_bind_double(m_statement.get(), index, value));
}

void Statement::bind(int index, std::string_view value)
{
    // A null pointer would bind NULL; an empty text is a text.
    const char* data = value.data() == nullptr ? "" : value.data();
    check(sqlite3_bind_text64(m_statement.get(), index, data, value.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
}

void Statement::bind(int index, Bytes value)
{
    check(sqlite3_bind_blob64(m_statement.get(), index, value.data(), value.size(), SQLITE_STATIC));
}

void Statement::bind(int index, const Cell& value)
{
    std::visit(
        [&](const auto& held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                bind(index, nullptr);
            else
                bind(index, held);
        },
        value);
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const SQLite::Exception error(sqlite3_db_handle(m_statement.get()), code);
    sqlite3_reset(m_statement.get());
    throw error;
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

void Statement::finish()
{
    while (step()) {
    }
    reset();
}

std::string Statement::name(int column) const
{
    const char* name = sqlite3_column_name(m_statement.get(), column);
    return name == nullptr ? std::string() : std::string(name);
}

Cell Statement::cell(int column) const
{
    switch (sqlite3_column_type(m_statement.get(), column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return text(column);
    default:
        return std::monostate{};
    }
}

} // namespace guatu::store
