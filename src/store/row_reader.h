// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"
#include "core/error.h"
#include "core/status.h"
#include "store/statement.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace guatu::store
{

/// The columns of the row at hand, checked: a file may hold anything. What no workspace can hold
/// throws Error(Store) with table, row and column.
class RowReader
{
public:
    RowReader(Statement& statement, const std::filesystem::path& file, std::string_view table)
        : m_statement(statement), m_file(file), m_table(table)
    {
    }

    /// Whole number of 0 to 2^31-1; `missing` for NULL.
    [[nodiscard]] std::int32_t count(int column, std::int32_t missing = -1) const;
    [[nodiscard]] double real(int column) const; ///< NaN for NULL
    [[nodiscard]] std::string text(int column) const
    {
        return std::string(m_statement.text(column));
    }
    [[nodiscard]] std::optional<Date> date(int column) const;
    [[nodiscard]] Flag flag(int column) const
    {
        const Field field = m_statement[column];
        if (field.isNull())
            return Flag::Unknown;
        const std::int64_t number = field.integer();
        if (!field.isInteger() || number < 0 || number > 1)
            fail(column);
        return number == 1 ? Flag::Yes : Flag::No;
    }

    /// A word by `parse`, a function that gives an optional; `missing` for NULL.
    template <class Parse, class Value>
    [[nodiscard]] Value word(int column, const Parse& parse, Value missing) const
    {
        const Field field = m_statement[column];
        if (field.isNull())
            return missing;
        const auto value = parse(field.text());
        if (!value)
            fail(column);
        return *value;
    }

    /// Throws Error(Store): column 0 is taken for the row's id.
    [[noreturn]] void fail(int column) const;

private:
    Statement& m_statement;
    const std::filesystem::path& m_file;
    std::string_view m_table;
};

} // namespace guatu::store
