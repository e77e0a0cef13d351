// SPDX-License-Identifier: MIT
#include "store/content_hash.h"

#include "store/column_bytes.h"
#include "store/snapshot_columns.h"

#include <fmt/format.h>

#include <cmath>
#include <cstring>

namespace guatu::store
{
namespace
{

class Hash
{
public:
    void add(std::string_view bytes)
    {
        addWord(bytes.size());
        std::size_t at = 0;
        for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, sizeof(word));
            addWord(word);
        }
        for (; at < bytes.size(); ++at)
            addWord(static_cast<unsigned char>(bytes[at]));
    }
    void addWord(std::uint64_t word)
    {
        // The upper half goes down again, else it would never reach the lower bits.
        m_state = (m_state ^ word) * 1099511628211ULL;
        m_state ^= m_state >> 32U;
    }
    [[nodiscard]] std::uint64_t value() const { return m_state; }

private:
    std::uint64_t m_state = 14695981039346656037ULL;
};

/// Hashes columns as they are visited.
class ColumnHash
{
public:
    explicit ColumnHash(Hash& hash) : m_hash(hash) {}

    void table(const char* name) { m_hash.add(name); }
    void end() {}
    template <class Column>
    void column(const char* name, const Column& column)
    {
        m_hash.add(name);
        m_hash.add(bytesOf(column));
    }
    void column(const char* name, const std::vector<Point>& column)
    {
        m_hash.add(name);
        addPoints(column);
    }
    void column(const char* name, const GeometryColumn& column)
    {
        m_hash.add(name);
        for (std::size_t row = 0; row < column.size(); ++row) {
            m_hash.addWord(column.partCount(row));
            for (std::size_t part = 0; part < column.partCount(row); ++part)
                addPoints(column.part(row, part));
        }
    }
    void rows(const char* name, const std::vector<RowIndex>& rows, const char*)
    {
        column(name, rows);
    }
    void subjects(const char* name, const std::vector<RowIndex>& rows,
                  const std::vector<SubjectType>&)
    {
        column(name, rows);
    }

private:
    void addPoints(std::span<const Point> points)
    {
        constexpr double centimetres = 100;
        const auto word = [](double value) {
            return std::isfinite(value)
                       ? static_cast<std::uint64_t>(std::llround(value * centimetres))
                       : ~std::uint64_t{0};
        };
        m_hash.addWord(points.size());
        for (const Point point : points) {
            m_hash.addWord(word(point.x));
            m_hash.addWord(word(point.y));
        }
    }

    Hash& m_hash;
};

} // namespace

std::string contentHash(const Snapshot& snapshot)
{
    Hash hash;
    hash.add(snapshot.asOf.iso());
    hash.add(snapshot.crs);
    hash.add(snapshot.profileCode);
    ColumnHash visit(hash);
    visitColumns(snapshot, visit);
    return fmt::format("{:016x}", hash.value());
}

} // namespace guatu::store
