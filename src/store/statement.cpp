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

// Connections are opened without a mutex, so a column's value needs no protecting copy.
Field Statement::operator[](int column) const
{
    return Field(sqlite3_column_value(m_statement.get(), column));
}

bool Statement::isNull(int column) const
{
    return (*this)[column].isNull();
}

std::int64_t Statement::integer(int column) const
{
    return (*this)[column].integer();
}

double Statement::real(int column) const
{
    return (*this)[column].real();
}

std::string_view Statement::text(int column) const
{
    return (*this)[column].text();
}

Bytes Statement::blob(int column) const
{
    return (*this)[column].blob();
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

bool Field::isNull() const
{
    return sqlite3_value_type(m_value) == SQLITE_NULL;
}

bool Field::isInteger() const
{
    return sqlite3_value_type(m_value) == SQLITE_INTEGER;
}

bool Field::isNumber() const
{
    const int type = sqlite3_value_type(m_value);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

std::int64_t Field::integer() const
{
    return sqlite3_value_int64(m_value);
}

double Field::real() const
{
    return sqlite3_value_double(m_value);
}

std::string_view Field::text() const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(m_value));
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_value_bytes(m_value))};
}

Bytes Field::blob() const
{
    if (sqlite3_value_type(m_value) != SQLITE_BLOB)
        return {};
    const auto* data = static_cast<const unsigned char*>(sqlite3_value_blob(m_value));
    return {data, static_cast<std::size_t>(sqlite3_value_bytes(m_value))};
}

} // namespace guatu::store
