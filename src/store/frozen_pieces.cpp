// SPDX-License-Identifier: MIT
#include "store/frozen_pieces.h"

#include "store/failure.h"

#include <zstd.h>

namespace guatu::store
{
namespace
{

/// Small enough that a change of a few rows leaves most pieces as they are.
constexpr std::size_t pieceSize = 1 << 16;
constexpr int level = 6; // of zstd: more gains little

std::int64_t hashOf(std::string_view bytes)
{
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    return static_cast<std::int64_t>(hash);
}

std::string compressed(std::string_view bytes)
{
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), level));
    return packed;
}

Bytes asBytes(const std::string& text)
{
    return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

} // namespace

PieceWriter::PieceWriter(SQLite::Database& database, std::int64_t frozen)
    : m_database(database),
      m_frozen(frozen),
      m_find(database, "SELECT id, data FROM frozen_piece WHERE hash = ? AND size = ?"),
      m_addPiece(database, "INSERT INTO frozen_piece (hash, size, data) VALUES (?, ?, ?)"),
      m_addPart(database,
                "INSERT INTO frozen_part (frozen_id, name, place, piece_id) VALUES (?, ?, ?, ?)")
{
}

void PieceWriter::write(const std::string& name, std::string_view bytes)
{
    std::int64_t place = 0;
    do {
        m_addPart.run(m_frozen, name, place++, pieceOf(bytes.substr(0, pieceSize)));
        bytes.remove_prefix(std::min(bytes.size(), pieceSize));
    } while (!bytes.empty());
}

std::int64_t PieceWriter::pieceOf(std::string_view bytes)
{
    const std::int64_t hash = hashOf(bytes);
    const auto size = static_cast<std::int64_t>(bytes.size());
    const std::string packed = compressed(bytes);
    std::optional<std::int64_t> known;
    for (bool more = m_find.first(hash, size); more && !known; more = m_find.step())
        if (std::ranges::equal(m_find.blob(1), asBytes(packed)))
            known = m_find.integer(0);
    m_find.reset();
    if (known)
        return *known;
    m_addPiece.run(hash, size, asBytes(packed));
    return m_database.getLastInsertRowid();
}

PieceReader::PieceReader(SQLite::Database& database, const std::filesystem::path& file,
                         std::int64_t frozen)
    : m_file(file),
      m_frozen(frozen),
      m_pieces(database, "SELECT size, data FROM frozen_part JOIN frozen_piece ON "
                         "frozen_piece.id = piece_id WHERE frozen_id = ? AND name = ? "
                         "ORDER BY place")
{
}

std::optional<std::string> PieceReader::read(const std::string& name)
{
    std::optional<std::string> bytes;
    for (bool more = m_pieces.first(m_frozen, name); more; more = m_pieces.step()) {
        if (!bytes)
            bytes.emplace();
        const std::int64_t size = m_pieces.integer(0);
        if (size < 0 || size > static_cast<std::int64_t>(pieceSize))
            fail(name);
        const std::size_t before = bytes->size();
        bytes->resize(before + static_cast<std::size_t>(size));
        const Bytes packed = m_pieces.blob(1);
        const std::size_t got = ZSTD_decompress(
            bytes->data() + before, static_cast<std::size_t>(size), packed.data(), packed.size());
        if (ZSTD_isError(got) != 0 || got != static_cast<std::size_t>(size))
            fail(name);
    }
    m_pieces.reset();
    return bytes;
}

void PieceReader::fail(const std::string& name) const
{
    throw fileError(
        "store.bad_value", m_file,
        {{"table", "frozen_piece"}, {"row", std::to_string(m_frozen)}, {"column", name}});
}

} // namespace guatu::store
