// SPDX-License-Identifier: MIT
// Finding, adding and updating one row of a table.
#include "store/record_writer.h"

#include "store/geometry_blob.h"

#include <algorithm>

namespace guatu::store
{
namespace
{

std::string hex(Bytes bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

} // namespace

void RecordWriter::find(Row& row)
{
    row.id.reset();
    if (m_find->first(row.key))
        row.id = m_find->integer(0);
    m_find->reset();
    if (row.id)
        m_context.named[static_cast<std::size_t>(m_kind)].push_back(*row.id);
}

void RecordWriter::bindCells(Statement& statement, const Row& row)
{
    statement.reset();
    int index = 0;
    for (const Cell& cell : row.cells)
        statement.bind(++index, cell);
    statement.bind(++index, m_context.dataset);
    if (m_kind == EntityKind::Household)
        statement.bind(++index, m_context.asOf);
}

void RecordWriter::insert(Row& row)
{
    bindCells(*m_insert, row);
    if (m_hasGeometry) {
        const int last =
            static_cast<int>(m_columns.size()) + (m_kind == EntityKind::Household ? 3 : 2);
        if (row.geometry.empty())
            m_insert->bind(last, nullptr);
        else
            m_insert->bind(last, Bytes(row.geometry));
    }
    m_insert->run();
    row.id = m_context.database.getLastInsertRowid();
    if (!row.geometry.empty())
        m_context.spatialIndex(m_table.table, m_table.geometry).set(*row.id, row.box);
    if (m_kind == EntityKind::Unit)
        m_context.references.add(*UnitCode::parse(row.key), *row.id);
    logInsert(row);
    noteHousehold(row);
}

/// Signatures are logged word by word, all else as runs of ids.
void RecordWriter::logInsert(const Row& row)
{
    if (m_kind != EntityKind::ClosureSign) {
        m_context.log.inserted(m_table.table, *row.id);
        return;
    }
    NamedCells cells;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        cells.emplace_back(m_columns[i].name, row.cells[i]);
    m_context.log.added(m_table.table, *row.id, cells);
}

/// A unit that became another ends on that day. After a split the units file says what ends.
void RecordWriter::closeOldUnit(Row& row)
{
    if (m_kind != EntityKind::Succession)
        return;
    const Cell* old = cellOf(row, "old_id");
    const Cell* next = cellOf(row, "new_id");
    const Cell* kind = cellOf(row, "kind");
    const Cell* day = cellOf(row, "on_date");
    if (old == nullptr || next == nullptr || kind == nullptr || day == nullptr || *old == *next ||
        textOf(*kind) == "split")
        return;
    m_closeUnit->run(*day, *old);
    if (m_context.database.getChanges() > 0)
        m_context.log.updated("admin_unit", std::get<std::int64_t>(*old), {{"valid_to", Cell{}}},
                              {{"valid_to", *day}});
}

std::optional<RecordWriter::Outcome> RecordWriter::update(Row& row)
{
    // The two columns behind the record's own: row_from or hh_id, and the geometry.
    const int extra = static_cast<int>(m_columns.size());
    m_read->first(*row.id);
    NamedCells before;
    NamedCells after;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Cell old = m_read->cell(static_cast<int>(i));
        // Where a record without a point leaves the old one, its state stays true too.
        if (m_columns[i].field == nullptr && isNull(row.cells[i]))
            row.cells[i] = old;
        if (old != row.cells[i]) {
            before.emplace_back(m_columns[i].name, old);
            after.emplace_back(m_columns[i].name, row.cells[i]);
        }
    }
    std::string oldGeometry;
    std::string newGeometry;
    if (!row.geometry.empty() && !std::ranges::equal(m_read->blob(extra + 1), row.geometry)) {
        oldGeometry = hex(m_read->blob(extra + 1));
        newGeometry = hex(row.geometry);
        before.emplace_back(m_table.geometry,
                            oldGeometry.empty() ? Cell{} : std::string_view(oldGeometry));
        after.emplace_back(m_table.geometry, std::string_view(newGeometry));
    }
    std::optional<Outcome> outcome = Outcome::Unchanged;
    if (!after.empty())
        outcome = change(row, before, after);
    m_read->reset(); // `before` looks into its row until here
    return outcome;
}

std::optional<RecordWriter::Outcome> RecordWriter::change(Row& row, NamedCells& before,
                                                          NamedCells& after)
{
    const int extra = static_cast<int>(m_columns.size());
    const bool isHousehold = m_kind == EntityKind::Household;
    if (isHousehold && m_read->text(extra) > m_context.asOf)
        return std::nullopt;
    if (isHousehold && m_read->text(extra) < m_context.asOf) {
        before.emplace_back("row_from", m_read->text(extra));
        after.emplace_back("row_from", std::string_view(m_context.asOf));
        after.emplace_back("kept_as", m_history->keep(*row.id));
    }
    if (isHousehold)
        m_context.toFold.push_back(*row.id);
    if (m_kind == EntityKind::Person)
        m_context.toFold.push_back(m_read->integer(extra));
    m_context.log.updated(m_table.table, *row.id, before, after);

    bindCells(*m_update, row);
    m_update->bind(extra + (isHousehold ? 3 : 2), *row.id);
    m_update->run();
    if (!row.geometry.empty() && m_updateGeometry) {
        m_updateGeometry->run(Bytes(row.geometry), *row.id);
        m_context.spatialIndex(m_table.table, m_table.geometry).set(*row.id, row.box);
    }
    noteHousehold(row);
    return Outcome::Changed;
}

void RecordWriter::noteHousehold(Row& row)
{
    if (m_kind != EntityKind::Person)
        return;
    if (const Cell* household = cellOf(row, "hh_id"))
        if (const auto* id = std::get_if<std::int64_t>(household))
            m_context.toFold.push_back(*id);
}

bool RecordWriter::writePersonal(const Row& row, const RecordBatch& batch, bool existed)
{
    if (m_personalFields.empty())
        return false;
    std::vector<Cell> values;
    std::deque<std::string> scratch;
    for (const std::size_t cell : m_personalCells) {
        const Value& value = batch.cell(row.index, cell);
        const std::string& text = scratch.emplace_back(shown(value));
        values.push_back(text.empty() ? Cell{} : Cell{std::string_view(text)});
    }
    const auto changed = m_context.personal.write(m_table.table, *row.id, m_personalFields, values);
    if (changed.empty())
        return false;
    if (existed)
        m_context.log.personalChanged(m_table.table, *row.id, changed);
    return true;
}

} // namespace guatu::store
