// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

struct sqlite3_stmt;
struct sqlite3_value;

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

    [[nodiscard]] bool isNull() const;
    [[nodiscard]] bool isInteger() const;
    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] double real() const;
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] Bytes blob() const; ///< empty for anything but a blob

private:
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
    [[nodiscard]] Field operator[](int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
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
