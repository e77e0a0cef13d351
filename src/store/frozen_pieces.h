// SPDX-License-Identifier: MIT
#pragma once

#include "store/statement.h"

#include <filesystem>
#include <string>

namespace guatu::store
{

/// Writes the bytes of columns in compressed pieces; a piece that is there already is kept once.
class PieceWriter
{
public:
    PieceWriter(SQLite::Database& database, std::int64_t frozen);

    void write(const std::string& name, std::string_view bytes);

private:
    [[nodiscard]] std::int64_t pieceOf(std::string_view bytes);

    SQLite::Database& m_database;
    std::int64_t m_frozen;
    Statement m_find, m_addPiece, m_addPart;
};

/// Reads them back. Throws Error(Store) for pieces that are damaged.
class PieceReader
{
public:
    PieceReader(SQLite::Database& database, const std::filesystem::path& file, std::int64_t frozen);

    /// Empty when the state has no such column.
    [[nodiscard]] std::optional<std::string> read(const std::string& name);
    [[noreturn]] void fail(const std::string& name) const;

private:
    const std::filesystem::path& m_file;
    std::int64_t m_frozen;
    Statement m_pieces;
};

} // namespace guatu::store
