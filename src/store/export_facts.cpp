// SPDX-License-Identifier: MIT
#include "store/export_facts.h"

#include "store/connection.h"
#include "store/entity_table.h"
#include "store/failure.h"
#include "store/statement.h"
#include "store/workspace.h"

#include <set>

namespace guatu::store
{
namespace
{

/// The first text of a query; empty without a row.
std::string textOf(SQLite::Database& database, std::string_view sql)
{
    Statement statement(database, sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

/// Refuses a file that is no personal-data file, or that of another workspace.
void requireOwn(SQLite::Database& personal, const std::filesystem::path& file,
                const std::filesystem::path& workspace)
{
    constexpr const char* own = "SELECT value FROM meta WHERE key = 'workspace_id'";
    const auto database = openDatabase(workspace, Access::Read);
    if (textOf(personal, own) != textOf(*database, own))
        throw fileError("store.foreign_personal", file);
}

} // namespace

std::string profileText(const std::filesystem::path& workspace)
{
    return guarded(workspace, [&] {
        const auto database = openDatabase(workspace, Access::Read);
        return textOf(*database, "SELECT json FROM profile ORDER BY id LIMIT 1");
    });
}

std::vector<std::string> secretDatasets(const std::filesystem::path& workspace,
                                        std::span<const EntityKind> kinds)
{
    return guarded(workspace, [&] {
        const auto database = openDatabase(workspace, Access::Read);
        std::set<std::string> names;
        for (const EntityKind kind : kinds) {
            // The name of the table is the program's own.
            const std::string table(tableOf(kind).table);
            Statement statement(*database,
                                "SELECT name FROM dataset WHERE secrecy = 'secret' AND EXISTS "
                                "(SELECT 1 FROM " +
                                    table + " WHERE dataset_id = dataset.id)");
            while (statement.step())
                names.emplace(statement.text(0));
        }
        return std::vector<std::string>(names.begin(), names.end());
    });
}

std::vector<std::string> headNames(const std::filesystem::path& workspace,
                                   const HouseholdColumns& households,
                                   std::span<const std::uint32_t> rows)
{
    const std::filesystem::path file = personalFileOf(workspace);
    return guarded(file, [&] {
        const auto personal = openDatabase(file, Access::Read);
        requireOwn(*personal, file, workspace);
        Statement statement(*personal, "SELECT head_name FROM household_pii WHERE hh_id = ?");
        std::vector<std::string> names;
        names.reserve(rows.size());
        for (const std::uint32_t row : rows)
            names.push_back(statement.first(households.id[row]) ? std::string(statement.text(0))
                                                                : std::string());
        return names;
    });
}

} // namespace guatu::store
