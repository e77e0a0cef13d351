// SPDX-License-Identifier: MIT
#include "store/workspace.h"

#include "store/connection.h"
#include "store/failure.h"
#include "store/person_fold.h"
#include "store/record_writer.h"
#include "store/workspace_impl.h"

#include <algorithm>
#include <array>

namespace guatu::store
{
namespace
{

std::int64_t largestId(SQLite::Database& database, std::string_view table)
{
    Statement statement(database, "SELECT coalesce(max(id), 0) FROM " + std::string(table));
    return statement.step() ? statement.integer(0) : 0;
}

/// The row of the dataset, which is added when it is new.
std::int64_t datasetRow(SQLite::Database& database, const DatasetInfo& info)
{
    std::optional<std::string> asOf;
    if (info.asOf)
        asOf = info.asOf->iso();
    Statement known(database,
                    "SELECT id FROM dataset WHERE name = ? AND source_org IS ? AND as_of IS ? AND "
                    "crs_declared IS ? AND datum = ? AND licence IS ? AND secrecy = ?");
    if (known.first(info.name, info.sourceOrganisation, asOf, info.declaredCrs,
                    toString(info.datum), info.licence, info.secrecy))
        return known.integer(0);
    Statement(
        database,
        "INSERT INTO dataset (name, source_org, as_of, crs_declared, datum, licence, secrecy) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .run(info.name, info.sourceOrganisation, asOf, info.declaredCrs, toString(info.datum),
             info.licence, info.secrecy);
    return database.getLastInsertRowid();
}

std::int64_t changeSetRow(SQLite::Database& database, const ChangeReason& reason,
                          std::int64_t dataset)
{
    Statement(database, "INSERT INTO change_set (at, who, why, dataset_id) "
                        "VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?)")
        .run(reason.who, reason.why, dataset);
    return database.getLastInsertRowid();
}

} // namespace

struct Change::Impl {
    Impl(std::shared_ptr<SQLite::Database> connection, std::filesystem::path path,
         Profile definition)
        : database(std::move(connection)), file(std::move(path)), profile(std::move(definition))
    {
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() { close("ROLLBACK"); }

    void begin(const ChangeReason& reason, const DatasetInfo& dataset, Date asOf)
    {
        database->setBusyTimeout(shortWait);
        database->exec("BEGIN IMMEDIATE");
        open = true;
        database->setBusyTimeout(patientWait);
        for (std::size_t kind = 0; kind < entityKindCount; ++kind)
            lastBefore[kind] = largestId(*database, tableOf(static_cast<EntityKind>(kind)).table);
        const std::int64_t datasetId = datasetRow(*database, dataset);
        // Cells are checked against the same lists before they are bound; SQLite would build each
        // list anew for every row.
        database->exec("PRAGMA ignore_check_constraints = ON");
        const std::int64_t changeSet = changeSetRow(*database, reason, datasetId);
        context.emplace(WriteContext{.database = *database,
                                     .profile = profile,
                                     .dataset = datasetId,
                                     .asOf = asOf.iso(),
                                     .log = ChangeLog(*database, changeSet),
                                     .references = References(*database),
                                     .personal = PersonalFile(*database, file)});
    }

    /// Runs `work`. Any failure ends the change: SQLite may have rolled back by itself, and what
    /// came later would stand alone.
    template <class Work>
    auto orClose(const Work& work)
    {
        if (!open)
            throw fileError("store.change_over", file);
        try {
            return guarded(file, work);
        } catch (...) {
            close("ROLLBACK");
            throw;
        }
    }

    RecordWriter& writerFor(const RecordBatch& batch)
    {
        auto& writer = writers[static_cast<std::size_t>(batch.kind)];
        if (!writer || !writer->fits(batch))
            writer = std::make_unique<RecordWriter>(*context, batch.kind, batch.fields,
                                                    !batch.geometry.empty());
        return *writer;
    }

    void commit()
    {
        foldPersons(*context);
        for (auto& [name, index] : context->spatialIndexes)
            index.finish();
        context->log.flush();
        database->exec("COMMIT");
        close(nullptr);
    }

    /// Ends the change. A rollback that fails is made good by SQLite, when the connection closes
    /// or the next program opens the file.
    void close(const char* statement) noexcept
    {
        if (!open)
            return;
        open = false;
        for (auto& writer : writers)
            writer.reset();
        if (statement != nullptr) {
            database->tryExec(statement);
            // After a failed write SQLite restores the file with the next access: now.
            database->tryExec("SELECT count(*) FROM sqlite_schema");
        }
        if (context)
            context->personal.release();
        context.reset();
    }

    std::shared_ptr<SQLite::Database> database;
    std::filesystem::path file;
    Profile profile;
    bool open = false;
    std::array<std::int64_t, entityKindCount> lastBefore{}; ///< largest ids before the change
    std::optional<WriteContext> context;
    std::array<std::unique_ptr<RecordWriter>, entityKindCount> writers;
};

Change::Change(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Change::Change(Change&&) noexcept = default;
Change& Change::operator=(Change&&) noexcept = default;
Change::~Change() = default;

WriteCounts Change::write(const RecordBatch& batch, std::vector<WriteIssue>& issues)
{
    return m_impl->orClose([&] {
        return batch.size() == 0 ? WriteCounts{} : m_impl->writerFor(batch).write(batch, issues);
    });
}

void Change::commit()
{
    m_impl->orClose([&] { m_impl->commit(); });
}

std::vector<std::string> Change::keysNotWritten(EntityKind kind) const
{
    if (!m_impl->open)
        throw fileError("store.change_over", m_impl->file);
    const auto index = static_cast<std::size_t>(kind);
    auto named = m_impl->context->named[index];
    std::ranges::sort(named);
    const EntityTable& table = tableOf(kind);
    std::string sql = "SELECT id, " + std::string(table.key) + ", " +
                      (table.name.empty() ? "NULL" : std::string(table.name)) + " FROM " +
                      std::string(table.table) + " WHERE id <= ?";
    if (kind == EntityKind::Household)
        sql += " AND row_to IS NULL";
    if (kind == EntityKind::Boundary)
        sql += " AND geom IS NOT NULL";
    return guarded(m_impl->file, [&] {
        std::vector<std::string> missing;
        Statement rows(*m_impl->database, sql + " ORDER BY id");
        rows.bind(1, m_impl->lastBefore[index]);
        while (rows.step()) {
            if (std::ranges::binary_search(named, rows.integer(0)))
                continue;
            std::string& text = missing.emplace_back(rows.text(1));
            if (!rows.isNull(2))
                text.append(" ").append(rows.text(2));
        }
        return missing;
    });
}

Change Workspace::beginChange(const ChangeReason& reason, const DatasetInfo& dataset)
{
    if (m_impl->mode == Mode::Read)
        throw fileError("store.opened_for_reading", m_impl->file);
    auto impl = std::make_unique<Change::Impl>(m_impl->database, m_impl->file, profile());
    guarded(m_impl->file, [&] { impl->begin(reason, dataset, dataset.asOf.value_or(dataDate())); });
    return Change(std::move(impl));
}

} // namespace guatu::store
