// SPDX-License-Identifier: MIT
#pragma once

#include "core/record.h"
#include "store/cell_check.h"
#include "store/household_history.h"
#include "store/unit_details.h"
#include "store/workspace.h"
#include "store/write_context.h"

#include <deque>
#include <memory>

namespace guatu::store
{

/// Writes batches of one kind and one set of fields: finds each record by its key, adds it, or
/// updates what differs.
///
/// A household that differs on a later day than its row began keeps its id; the old state becomes
/// a closed row of its own, so that persons and personal data stay where they are.
class RecordWriter
{
public:
    /// `fields` must all be fields of the kind; throws Error(Internal) otherwise.
    RecordWriter(WriteContext& context, EntityKind kind, std::vector<std::string> fields,
                 bool hasGeometry);

    [[nodiscard]] bool fits(const RecordBatch& batch) const;
    WriteCounts write(const RecordBatch& batch, std::vector<WriteIssue>& issues);

private:
    struct Column {
        std::string name;
        const FieldDefinition* field = nullptr; ///< none for computed columns
        FieldRule rule{};
        std::size_t cell = 0; ///< in the batch
    };
    /// One record on its way.
    struct Row {
        std::size_t index = 0;
        std::string_view key{};
        std::optional<std::int64_t> id{}; ///< of the existing record
        std::vector<Cell> cells{};        ///< one a column
        std::deque<std::string> scratch{};
        std::vector<unsigned char> geometry{}; ///< empty: none in the batch
        Box box{};
    };
    enum class Outcome { Added, Changed, Unchanged };

    void planColumns();
    void addComputed(std::string name) { m_columns.push_back({.name = std::move(name)}); }
    void prepare();
    [[nodiscard]] std::vector<std::size_t> order(const RecordBatch& batch) const;
    [[nodiscard]] std::optional<WriteIssue> fill(Row& row, const RecordBatch& batch);
    [[nodiscard]] std::optional<WriteIssue> complete(Row& row, const RecordBatch& batch);
    [[nodiscard]] std::optional<WriteIssue> completeUnit(Row& row, const RecordBatch& batch);
    [[nodiscard]] std::optional<WriteIssue> completeSubject(Row& row);
    [[nodiscard]] std::optional<WriteIssue> completePerson(Row& row);
    void completeHousehold(Row& row);
    void completeMonth(Row& row);
    [[nodiscard]] std::optional<WriteIssue> resolve(Row& row, std::size_t column);
    void logInsert(const Row& row);
    void closeOldUnit(Row& row);
    [[nodiscard]] Cell* cellOf(Row& row, std::string_view column);
    void find(Row& row);
    void insert(Row& row);
    [[nodiscard]] std::optional<Outcome> update(Row& row);
    bool writePersonal(const Row& row, const RecordBatch& batch, bool existed);
    void bindCells(Statement& statement, const Row& row);
    [[nodiscard]] std::optional<Outcome> change(Row& row, NamedCells& before, NamedCells& after);
    void noteHousehold(Row& row);

    WriteContext& m_context;
    EntityKind m_kind;
    const EntityTable& m_table;
    std::vector<std::string> m_fields;
    bool m_hasGeometry;
    std::size_t m_keyCell = 0;
    const FieldDefinition* m_keyField = nullptr;
    std::vector<Column> m_columns;
    std::vector<std::string_view> m_personalFields;
    std::vector<std::size_t> m_personalCells;
    std::unique_ptr<Statement> m_find, m_insert, m_read, m_update, m_updateGeometry, m_closeUnit;
    std::unique_ptr<HouseholdHistory> m_history;
    std::unique_ptr<UnitDetails> m_unitDetails;
};

} // namespace guatu::store
