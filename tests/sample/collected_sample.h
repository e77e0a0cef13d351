// SPDX-License-Identifier: MIT
#pragma once

#include "core/record.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guatu::test
{

/// All records of one kind, read back by field name; a household that comes again on a later day
/// takes the place of the earlier one. It knows nothing of how they were made.
class Table
{
public:
    void add(const RecordBatch& batch);

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] const GeometryColumn& geometry(std::size_t row) const
    {
        return m_batches[m_rows[row].first].geometry;
    }
    /// The row's feature in its geometry column.
    [[nodiscard]] std::size_t feature(std::size_t row) const { return m_rows[row].second; }
    [[nodiscard]] Point point(std::size_t row) const
    {
        return geometry(row).firstPoint(feature(row));
    }

    [[nodiscard]] const Value& value(std::size_t row, std::string_view field) const;
    /// Empty when not known.
    [[nodiscard]] std::string text(std::size_t row, std::string_view field) const;
    /// -1 when not known.
    [[nodiscard]] long long number(std::size_t row, std::string_view field) const;

    /// The row whose field holds the text; fails the test when there is none.
    [[nodiscard]] std::size_t find(std::string_view field, std::string_view text) const;

private:
    std::vector<RecordBatch> m_batches{};
    std::vector<std::pair<std::size_t, std::size_t>> m_rows{}; ///< batch, row in it
    std::unordered_map<std::string, std::size_t> m_households{};
};

struct Collected {
    std::map<EntityKind, Table> tables{};
    std::vector<EntityKind> order{};           ///< of the kinds' first batches
    std::map<std::string, Table> households{}; ///< as they came, by ISO day

    [[nodiscard]] const Table& operator[](EntityKind kind) const { return tables.at(kind); }
};

/// The sample of 100,000 households, made once a program.
[[nodiscard]] const Collected& collected();

/// A number that any change of any batch changes (FNV-1a).
[[nodiscard]] std::uint64_t fingerprint(std::size_t households, std::uint64_t seed);

} // namespace guatu::test
