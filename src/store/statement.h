// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace guatu::store
{

using Bytes = std::span<const unsigned char>;

/// A value on its way into SQL; a text is not copied and must outlive the step.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

[[nodiscard]] inline bool isNull(const Cell& cell)
{
    return std::holds_alternative<std::monostate>(cell);
}
/// The text of a cell; empty when it holds none.
[[nodiscard]] inline std::string_view textOf(const Cell& cell)
{
    const auto* text = std::get_if<std::string_view>(&cell);
    return text == nullptr ? std::string_view{} : *text;
}

/// One value of the row at hand, fetched once and then asked without further calls into the
/// statement. Lives until the next step.
class Field
{
public:
    explicit Field(sqlite3_value* value) : m_value(value) {}

    [[nodiscard]] bool isNull() const { return type() == SQLITE_NULL; }
    [[nodiscard]] bool isInteger() const { return type() == SQLITE_INTEGER; }
    [[nodiscard]] bool isNumber() const { return isInteger() || type() == SQLITE_FLOAT; }
    [[nodiscard]] std::int64_t integer() const { return sqlite3_value_int64(m_value); }
    [[nodiscard]] double real() const { return sqlite3_value_double(m_value); }
    [[nodiscard]] std::string_view text() const
    {
        const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(m_value));
        return data == nullptr ? std::string_view{} : std::string_view{data, size()};
    }
    /// Empty for anything but a blob.
    [[nodiscard]] Bytes blob() const
    {
        if (type() != SQLITE_BLOB)
            return {};
        return {static_cast<const unsigned char*>(sqlite3_value_blob(m_value)), size()};
    }

private:
    [[nodiscard]] int type() const { return sqlite3_value_type(m_value); }
    [[nodiscard]] std::size_t size() const
    {
        return static_cast<std::size_t>(sqlite3_value_bytes(m_value));
    }

    sqlite3_value* m_value;
};

/// A prepared statement for long loops: values go in and out without a copy, which
/// SQLite::Statement cannot. Throws SQLite::Exception.
class Statement
{
public:
    Statement(SQLite::Database& database, std::string_view sql);

    // Parameters count from 1. A text or blob must outlive the step.
    void bind(int index, std::nullptr_t);
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, double value);
    void bind(int index, std::string_view value);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind(int index, Bytes value);
    void bind(int index, const Cell& value);
    template <class Value>
    void bind(int index, const std::optional<Value>& value)
    {
        value ? bind(index, *value) : bind(index, nullptr);
    }

    /// True while there is a row.
    bool step();
    void reset();

    /// Binds, runs to the end and resets.
    template <class... Values>
    void run(const Values&... values)
    {
        bindAll(values...);
        finish();
    }
    /// Binds anew and steps to the first row, if there is one.
    template <class... Values>
    bool first(const Values&... values)
    {
        reset();
        bindAll(values...);
        return step();
    }

    [[nodiscard]] std::string name(int column) const;

    // Columns count from 0. Texts and blobs live until the next step.
    // Connections are opened without a mutex, so a column's value needs no protecting copy.
    [[nodiscard]] Field operator[](int column) const
    {
        return Field(sqlite3_column_value(m_statement.get(), column));
    }
    [[nodiscard]] bool isNull(int column) const { return (*this)[column].isNull(); }
    [[nodiscard]] std::int64_t integer(int column) const { return (*this)[column].integer(); }
    [[nodiscard]] double real(int column) const { return (*this)[column].real(); }
    [[nodiscard]] std::string_view text(int column) const { return (*this)[column].text(); }
    [[nodiscard]] Bytes blob(int column) const { return (*this)[column].blob(); }
    /// Null, integer, real or text; a blob counts as null.
    [[nodiscard]] Cell cell(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };

    template <class... Values>
    void bindAll(const Values&... values)
    {
        int index = 0;
        (bind(++index, values), ...);
    }
    void finish();
    void check(int code) const;

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

} // namespace guatu::store
