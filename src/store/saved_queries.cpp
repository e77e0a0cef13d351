// SPDX-License-Identifier: MIT
#include "store/failure.h"
#include "store/logged_change.h"
#include "store/workspace_impl.h"

namespace guatu::store
{

std::vector<SavedQuery> Workspace::savedQueries() const
{
    return guarded(file(), [&] {
        std::vector<SavedQuery> queries;
        Statement rows(*m_impl->database,
                       "SELECT name, entity, text, note FROM saved_query ORDER BY name");
        while (rows.step())
            queries.push_back({std::string(rows.text(0)), std::string(rows.text(1)),
                               std::string(rows.text(2)), std::string(rows.text(3))});
        return queries;
    });
}

void Workspace::saveQuery(const ChangeReason& reason, const SavedQuery& query)
{
    if (query.name.empty())
        throw Error(ErrorKind::Input, {"store.name_missing"});
    m_impl->changeFrom(reason, [&](LoggedChange& change) {
        SQLite::Database& database = *m_impl->database;
        const NamedCells after{{"name", std::string_view(query.name)},
                               {"entity", std::string_view(query.entity)},
                               {"text", std::string_view(query.text)},
                               {"note", std::string_view(query.note)}};
        Statement known(database,
                        "SELECT id, name, entity, text, note FROM saved_query WHERE name = ?");
        if (known.first(query.name)) {
            const std::int64_t id = known.integer(0);
            NamedCells before;
            for (std::size_t i = 0; i < after.size(); ++i)
                before.emplace_back(after[i].first, known.cell(static_cast<int>(i) + 1));
            if (before == after)
                return;
            change.log().updated("saved_query", id, before, after);
            known.reset();
            Statement(database, "UPDATE saved_query SET entity = ?, text = ?, note = ?, saved_at = "
                                "strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?")
                .run(query.entity, query.text, query.note, id);
            return;
        }
        Statement(database, "INSERT INTO saved_query (name, entity, text, note, saved_at) VALUES "
                            "(?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")
            .run(query.name, query.entity, query.text, query.note);
        change.log().added("saved_query", database.getLastInsertRowid(), after);
    });
}

bool Workspace::removeQuery(const ChangeReason& reason, const std::string& name)
{
    bool removed = false;
    m_impl->changeFrom(reason, [&](LoggedChange& change) {
        SQLite::Database& database = *m_impl->database;
        Statement known(database, "SELECT id, entity, text FROM saved_query WHERE name = ?");
        if (!known.first(name))
            return;
        const std::int64_t id = known.integer(0);
        change.log().removed(
            "saved_query", id,
            {{"name", std::string_view(name)}, {"entity", known.text(1)}, {"text", known.text(2)}});
        known.reset();
        Statement(database, "DELETE FROM saved_query WHERE id = ?").run(id);
        removed = true;
    });
    return removed;
}

} // namespace guatu::store
