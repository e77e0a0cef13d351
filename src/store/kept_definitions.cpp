// SPDX-License-Identifier: MIT
#include "store/failure.h"
#include "store/logged_change.h"
#include "store/workspace_impl.h"

namespace guatu::store
{
namespace
{

std::string_view wordOf(KeptKind kind)
{
    return kind == KeptKind::Look ? "look" : "theme";
}

} // namespace

std::vector<KeptDefinition> Workspace::keptDefinitions(KeptKind kind) const
{
    return guarded(file(), [&] {
        std::vector<KeptDefinition> kept;
        Statement rows(*m_impl->database,
                       "SELECT name, json FROM kept_definition WHERE kind = ? ORDER BY name");
        rows.bind(1, wordOf(kind));
        while (rows.step())
            kept.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
        return kept;
    });
}

void Workspace::keepDefinition(const ChangeReason& reason, KeptKind kind,
                               const KeptDefinition& definition)
{
    if (definition.name.empty())
        throw Error(ErrorKind::Input, {"store.name_missing"});
    m_impl->changeFrom(reason, [&](LoggedChange& change) {
        SQLite::Database& database = *m_impl->database;
        const std::string_view word = wordOf(kind);
        const NamedCells after{{"kind", word},
                               {"name", std::string_view(definition.name)},
                               {"json", std::string_view(definition.json)}};
        Statement known(database,
                        "SELECT id, json FROM kept_definition WHERE kind = ? AND name = ?");
        if (known.first(word, definition.name)) {
            const std::int64_t id = known.integer(0);
            const std::string before(known.text(1));
            if (before == definition.json)
                return;
            change.log().updated("kept_definition", id,
                                 {{"kind", word},
                                  {"name", std::string_view(definition.name)},
                                  {"json", std::string_view(before)}},
                                 after);
            known.reset();
            Statement(database, "UPDATE kept_definition SET json = ?, saved_at = "
                                "strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?")
                .run(definition.json, id);
            return;
        }
        Statement(database, "INSERT INTO kept_definition (kind, name, json, saved_at) VALUES "
                            "(?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")
            .run(word, definition.name, definition.json);
        change.log().added("kept_definition", database.getLastInsertRowid(), after);
    });
}

bool Workspace::dropDefinition(const ChangeReason& reason, KeptKind kind, const std::string& name)
{
    bool dropped = false;
    m_impl->changeFrom(reason, [&](LoggedChange& change) {
        SQLite::Database& database = *m_impl->database;
        const std::string_view word = wordOf(kind);
        Statement known(database,
                        "SELECT id, json FROM kept_definition WHERE kind = ? AND name = ?");
        if (!known.first(word, name))
            return;
        const std::int64_t id = known.integer(0);
        change.log().removed(
            "kept_definition", id,
            {{"kind", word}, {"name", std::string_view(name)}, {"json", known.text(1)}});
        known.reset();
        Statement(database, "DELETE FROM kept_definition WHERE id = ?").run(id);
        dropped = true;
    });
    return dropped;
}

} // namespace guatu::store
