// SPDX-License-Identifier: MIT
#include "store/record_writer.h"

#include "core/error.h"
#include "store/geometry_blob.h"

#include <algorithm>
#include <numeric>

namespace guatu::store
{
namespace
{

std::string quotedName(std::string_view name)
{
    return "\"" + std::string(name) + "\"";
}

} // namespace

RecordWriter::RecordWriter(WriteContext& context, EntityKind kind, std::vector<std::string> fields,
                           bool hasGeometry)
    : m_context(context),
      m_kind(kind),
      m_table(tableOf(kind)),
      m_fields(std::move(fields)),
      m_hasGeometry(hasGeometry && !m_table.geometry.empty())
{
    planColumns();
    prepare();
    if (kind == EntityKind::Unit)
        m_unitDetails = std::make_unique<UnitDetails>(context, m_fields);
}

bool RecordWriter::fits(const RecordBatch& batch) const
{
    return batch.fields == m_fields &&
           m_hasGeometry == (!batch.geometry.empty() && !m_table.geometry.empty());
}

void RecordWriter::planColumns()
{
    for (std::size_t cell = 0; cell < m_fields.size(); ++cell) {
        const auto* field = findField(m_kind, m_fields[cell]);
        if (field == nullptr)
            throw Error(ErrorKind::Internal, {"store.no_such_field", {{"field", m_fields[cell]}}});
        if (field->key) {
            m_keyField = field;
            m_keyCell = cell;
        }
        const FieldRule rule = ruleOf(m_kind, *field);
        if (field->personal) {
            m_personalFields.push_back(field->name);
            m_personalCells.push_back(cell);
        } else if (!rule.column.empty()) {
            m_columns.push_back({std::string(rule.column), field, rule, cell});
        }
    }
    if (m_keyField == nullptr)
        throw Error(ErrorKind::Internal,
                    {"store.no_such_field", {{"field", std::string(m_table.key)}}});
    const auto lacks = [&](std::string_view name) {
        return std::ranges::find(m_columns, name, &Column::name) == m_columns.end();
    };
    if (m_kind == EntityKind::Unit) {
        if (lacks("level"))
            addComputed("level");
        addComputed("scheme");
        addComputed("parent_id");
    } else if (m_kind == EntityKind::Boundary) {
        if (lacks("geom_grade"))
            addComputed("geom_grade");
    } else if (m_kind == EntityKind::Household) {
        if (m_hasGeometry && lacks("loc_state"))
            addComputed("loc_state");
    } else if (findField(m_kind, "subject") != nullptr) {
        addComputed("subject_key");
        if (m_kind == EntityKind::CriterionValue && lacks("method"))
            addComputed("method");
    }
}

void RecordWriter::prepare()
{
    const std::string table(m_table.table);
    const bool dated = m_kind == EntityKind::Household;
    std::string names;
    std::string marks;
    std::string sets;
    for (const Column& column : m_columns) {
        names += quotedName(column.name) + ", ";
        marks += "?, ";
        sets += quotedName(column.name) + " = ?, ";
    }
    const std::string geometry(m_table.geometry);
    const auto make = [&](const std::string& sql) {
        return std::make_unique<Statement>(m_context.database, sql);
    };

    std::string find = "SELECT id FROM " + table + " WHERE " + std::string(m_table.key) + " = ?";
    if (dated)
        find += " AND row_to IS NULL";
    else if (table == "admin_unit")
        find += " ORDER BY valid_to IS NULL DESC, valid_to DESC LIMIT 1";
    m_find = make(find);
    m_insert =
        make("INSERT INTO " + table + " (" + names + "dataset_id" + (dated ? ", row_from" : "") +
             (m_hasGeometry ? ", " + geometry : "") + ") VALUES (" + marks + "?" +
             (dated ? ", ?" : "") + (m_hasGeometry ? ", ?" : "") + ")");
    m_read =
        make("SELECT " + names +
             (dated               ? "row_from"
              : table == "person" ? "hh_id"
                                  : "NULL") +
             ", " + (geometry.empty() ? "NULL" : geometry) + " FROM " + table + " WHERE id = ?");
    m_update = make("UPDATE " + table + " SET " + sets + "dataset_id = ?" +
                    (dated ? ", row_from = ?" : "") + " WHERE id = ?");
    if (m_hasGeometry)
        m_updateGeometry = make("UPDATE " + table + " SET " + geometry + " = ? WHERE id = ?");
    if (m_kind == EntityKind::Succession)
        m_closeUnit = make("UPDATE admin_unit SET valid_to = ? WHERE id = ? AND valid_to IS NULL");
    if (dated)
        m_history = std::make_unique<HouseholdHistory>(m_context);
}

std::vector<std::size_t> RecordWriter::order(const RecordBatch& batch) const
{
    std::vector<std::size_t> rows(batch.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (m_kind == EntityKind::Unit) // parents first, however the file is sorted
        std::ranges::stable_sort(rows, {}, [&](std::size_t row) {
            const auto code = UnitCode::parse(shown(batch.cell(row, m_keyCell)));
            return code ? static_cast<int>(code->level()) : -1;
        });
    return rows;
}

WriteCounts RecordWriter::write(const RecordBatch& batch, std::vector<WriteIssue>& issues)
{
    WriteCounts counts;
    Row row;
    for (const std::size_t index : order(batch)) {
        row.index = index;
        row.scratch.clear();
        if (auto issue = fill(row, batch)) {
            issues.push_back(std::move(*issue));
            continue;
        }
        Outcome outcome = Outcome::Added;
        const bool existed = row.id.has_value();
        if (existed) {
            const auto updated = update(row);
            if (!updated) {
                issues.push_back({index,
                                  std::string(m_table.key),
                                  {"store.row_older",
                                   {{"key", std::string(row.key)}, {"date", m_context.asOf}}}});
                continue;
            }
            outcome = *updated;
        } else {
            insert(row);
        }
        closeOldUnit(row);
        const bool details = m_unitDetails && m_unitDetails->write(*row.id);
        const bool personal = writePersonal(row, batch, existed);
        if (outcome == Outcome::Unchanged && (details || personal))
            outcome = Outcome::Changed;
        ++(outcome == Outcome::Added     ? counts.added
           : outcome == Outcome::Changed ? counts.changed
                                         : counts.unchanged);
    }
    m_context.log.flush();
    return counts;
}

std::optional<WriteIssue> RecordWriter::fill(Row& row, const RecordBatch& batch)
{
    const auto keyCell = checkCell(batch.cell(row.index, m_keyCell), *m_keyField, {},
                                   m_context.references, row.scratch);
    if (keyCell.problem)
        return WriteIssue{row.index, std::string(m_keyField->name), *keyCell.problem};
    row.key = textOf(keyCell.cell);
    find(row);

    row.cells.assign(m_columns.size(), Cell{});
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        if (column.field == nullptr)
            continue;
        auto checked = checkCell(batch.cell(row.index, column.cell), *column.field, column.rule,
                                 m_context.references, row.scratch);
        if (checked.problem)
            return WriteIssue{row.index, std::string(column.field->name),
                              std::move(*checked.problem)};
        row.cells[i] = checked.cell;
        if (auto issue = resolve(row, i))
            return issue;
    }
    if (!row.id)
        for (const auto& field : fieldsOf(m_kind))
            if (field.required && std::ranges::find(m_fields, field.name) == m_fields.end())
                return WriteIssue{row.index, std::string(field.name), {"store.row_missing"}};
    row.geometry.clear();
    if (m_hasGeometry && batch.geometry.hasGeometry(row.index)) {
        row.geometry = encodeGeometry(batch.geometry, row.index);
        row.box = batch.geometry.box(row.index);
    }
    return complete(row, batch);
}

} // namespace guatu::store
