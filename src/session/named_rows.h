// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"
#include "exchange/row_source.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace guatu::session
{

/// The rows of a table file below its header, by column name.
class NamedRows
{
public:
    /// Each of `wanted` is a column's name, or several of which the file has one ("name|名称"), in
    /// lower case. A name that begins with ? may be missing: its cells are empty then. Throws
    /// Error(Input) for a file that cannot be read or lacks a column.
    NamedRows(const std::filesystem::path& file, const std::vector<std::string>& wanted);

    bool next() { return m_source->next(m_row); }
    [[nodiscard]] std::size_t row() const { return m_row.number; }
    [[nodiscard]] bool has(std::size_t wanted) const { return m_columns[wanted] != none; }
    [[nodiscard]] std::string text(std::size_t wanted) const;
    /// Throws Error(Input) naming file, row and what stands there when it is no number from `least`
    /// to `most`.
    [[nodiscard]] double number(std::size_t wanted, double least, double most) const;
    [[nodiscard]] Error bad(const std::string& value) const;

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::string m_file;
    std::unique_ptr<exchange::RowSource> m_source;
    exchange::SourceRow m_row;
    std::vector<std::size_t> m_columns;
};

} // namespace guatu::session
