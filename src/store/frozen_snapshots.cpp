// SPDX-License-Identifier: MIT
#include "store/column_bytes.h"
#include "store/frozen_pieces.h"
#include "store/snapshot_columns.h"
#include "store/snapshot_reader.h"
#include "store/workspace_impl.h"

#include <functional>
#include <map>

namespace guatu::store
{
namespace
{

constexpr const char* headName = "snapshot"; ///< CRS, profile, names of the datasets

class ColumnWriter
{
public:
    explicit ColumnWriter(PieceWriter& pieces) : m_pieces(pieces) {}

    void table(const char* name) { m_table = name; }
    void end() {}
    template <class Column>
    void column(const char* name, const Column& column)
    {
        m_pieces.write(m_table + "." + name, bytesOf(column));
    }
    void rows(const char* name, const std::vector<RowIndex>& column, const char*)
    {
        this->column(name, column);
    }
    void subjects(const char* name, const std::vector<RowIndex>& column,
                  const std::vector<SubjectType>&)
    {
        this->column(name, column);
    }

private:
    PieceWriter& m_pieces;
    std::string m_table;
};

/// Reads the columns, and checks that they fit each other: they come from a file. A column that
/// an older program did not know is filled with what it holds when nothing is known.
class ColumnReader
{
public:
    explicit ColumnReader(PieceReader& pieces) : m_pieces(pieces) {}

    void table(const char* name)
    {
        m_table = name;
        m_size.reset();
    }
    void end() { m_sizes[m_table] = m_size.value_or(0); }

    template <class Column>
    void column(const char* name, Column& column)
    {
        const std::string whole = m_table + "." + name;
        const auto bytes = m_pieces.read(whole);
        if (!bytes)
            fill(column, m_size.value_or(0));
        else if (!fromBytes(*bytes, column) || (m_size && rowsOf(column) != *m_size))
            m_pieces.fail(whole);
        m_size = rowsOf(column);
    }
    void rows(const char* name, std::vector<RowIndex>& rows, const std::string& target)
    {
        column(name, rows);
        m_checks.emplace_back([this, &rows, target, whole = m_table + "." + name] {
            for (const RowIndex row : rows)
                checkRow(row, m_sizes.at(target), whole);
        });
    }
    void subjects(const char* name, std::vector<RowIndex>& rows,
                  const std::vector<SubjectType>& types)
    {
        column(name, rows);
        m_checks.emplace_back([this, &rows, &types, whole = m_table + "." + name] {
            for (std::size_t i = 0; i < rows.size(); ++i)
                checkRow(rows[i], sizeOf(types[i]), whole);
        });
    }
    /// After all tables: whether row numbers are within their tables.
    void check() const
    {
        for (const auto& check : m_checks)
            check();
    }

private:
    template <class Column>
    static void fill(Column& column, std::size_t size)
    {
        if constexpr (std::is_same_v<Column, GeometryColumn>)
            for (std::size_t row = 0; row < size; ++row)
                column.endFeature();
        else if constexpr (std::is_same_v<Column, TextColumn>)
            for (std::size_t row = 0; row < size; ++row)
                column.add({});
        else if constexpr (std::is_same_v<Column, CategoryColumn>)
            column.rows.assign(size, 0);
        else if constexpr (std::is_same_v<Column, std::vector<Date>>)
            column.assign(size, noDate);
        else if constexpr (std::is_same_v<Column, std::vector<RowIndex>>)
            column.assign(size, noRow);
        else
            column.assign(size, {});
    }
    [[nodiscard]] std::size_t sizeOf(SubjectType type) const
    {
        switch (type) {
        case SubjectType::Household:
            return m_sizes.at("households");
        case SubjectType::Unit:
            return m_sizes.at("units");
        case SubjectType::Site:
            return m_sizes.at("sites");
        case SubjectType::Facility:
            return m_sizes.at("facilities");
        case SubjectType::Project:
            return m_sizes.at("projects");
        case SubjectType::Unknown:
            break;
        }
        return 0;
    }
    void checkRow(RowIndex row, std::size_t size, const std::string& name) const
    {
        if (row < noRow || (row >= 0 && static_cast<std::size_t>(row) >= size))
            m_pieces.fail(name);
    }

    PieceReader& m_pieces;
    std::string m_table;
    std::optional<std::size_t> m_size;
    std::map<std::string, std::size_t> m_sizes;
    std::vector<std::function<void()>> m_checks;
};

[[noreturn]] void refuse(const char* id, const std::string& name)
{
    throw Error(ErrorKind::Input, {id, {{"name", name}}});
}

std::optional<std::int64_t> idOf(SQLite::Database& database, const std::string& name)
{
    Statement statement(database, "SELECT id FROM frozen WHERE name = ?");
    return statement.first(name) ? std::optional(statement.integer(0)) : std::nullopt;
}

Date dayOf(Statement& statement, int column, const std::filesystem::path& file)
{
    const auto day = Date::fromIso(statement.text(column));
    if (!day)
        throw fileError("store.bad_value", file,
                        {{"table", "frozen"},
                         {"row", std::to_string(statement.integer(0))},
                         {"column", "as_of"}});
    return *day;
}

} // namespace

void Workspace::freeze(const ChangeReason& reason, Date asOf, const std::string& name,
                       const Progress& progress)
{
    if (name.empty())
        throw Error(ErrorKind::Input, {"store.name_missing"});
    const Profile rules = profile();
    m_impl->changeFrom(reason, [&](LoggedChange& change) {
        SQLite::Database& database = *m_impl->database;
        if (idOf(database, name))
            refuse("store.frozen_name_taken", name);
        const Snapshot snapshot = readSnapshot(database, file(), rules, asOf, progress);
        const std::string day = asOf.iso();
        const auto households = static_cast<std::int64_t>(snapshot.households.size());
        Statement(database, "INSERT INTO frozen (name, as_of, frozen_at, households) VALUES "
                            "(?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)")
            .run(name, day, households);
        const std::int64_t id = database.getLastInsertRowid();
        change.log().added("frozen", id,
                           {{"name", std::string_view(name)},
                            {"as_of", std::string_view(day)},
                            {"households", households}});
        PieceWriter pieces(database, id);
        pieces.write(headName, bytesOf(std::vector<std::string>{snapshot.crs, snapshot.profileCode,
                                                                snapshot.datasetNames}));
        ColumnWriter writer(pieces);
        visitColumns(snapshot, writer);
        progress.checkpoint();
    });
}

std::vector<FrozenSnapshot> Workspace::frozenSnapshots() const
{
    return guarded(file(), [&] {
        std::vector<FrozenSnapshot> list;
        Statement rows(*m_impl->database,
                       "SELECT id, name, as_of, frozen_at, households FROM frozen "
                       "ORDER BY as_of, id");
        while (rows.step())
            list.push_back({std::string(rows.text(1)), dayOf(rows, 2, file()),
                            std::string(rows.text(3)), rows.integer(4)});
        return list;
    });
}

Snapshot Workspace::frozenSnapshot(const std::string& name) const
{
    return guarded(file(), [&] {
        Statement known(*m_impl->database, "SELECT id, as_of FROM frozen WHERE name = ?");
        if (!known.first(name))
            refuse("store.frozen_unknown", name);
        Snapshot snapshot;
        snapshot.asOf = dayOf(known, 1, file());
        PieceReader pieces(*m_impl->database, file(), known.integer(0));
        std::vector<std::string> head;
        if (const auto bytes = pieces.read(headName);
            !bytes || !fromBytes(*bytes, head) || head.size() != 3)
            pieces.fail(headName);
        snapshot.crs = head[0];
        snapshot.profileCode = head[1];
        snapshot.datasetNames = head[2];
        ColumnReader reader(pieces);
        visitColumns(snapshot, reader);
        reader.check();
        return snapshot;
    });
}

bool Workspace::removeFrozen(const ChangeReason& reason, const std::string& name)
{
    bool removed = false;
    m_impl->changeFrom(reason, [&](LoggedChange& change) {
        SQLite::Database& database = *m_impl->database;
        const auto id = idOf(database, name);
        if (!id)
            return;
        change.log().removed("frozen", *id, {{"name", std::string_view(name)}});
        Statement(database, "DELETE FROM frozen_part WHERE frozen_id = ?").run(*id);
        Statement(database, "DELETE FROM frozen WHERE id = ?").run(*id);
        Statement(database, "DELETE FROM frozen_piece WHERE NOT EXISTS "
                            "(SELECT 1 FROM frozen_part WHERE piece_id = frozen_piece.id)")
            .run();
        removed = true;
    });
    return removed;
}

} // namespace guatu::store
