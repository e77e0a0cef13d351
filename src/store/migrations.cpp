// SPDX-License-Identifier: MIT
#include "store/migrations.h"

#include "store/connection.h"
#include "store/failure.h"
#include "store/statement.h"

#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guatu::store
{

namespace detail
{
extern const std::vector<std::pair<std::string_view, std::string_view>> workspaceScripts;
extern const std::vector<std::pair<std::string_view, std::string_view>> personalScripts;
} // namespace detail

namespace
{

struct GeometryColumnDefinition {
    int since; ///< the version that brings it
    const char* table;
    const char* column;
    const char* type;
};

constexpr GeometryColumnDefinition geometryColumns[]{
    {1, "admin_unit", "seat", "POINT"},     {1, "admin_unit", "geom", "MULTIPOLYGON"},
    {1, "household", "loc", "POINT"},       {1, "site", "loc", "POINT"},
    {1, "site", "geom", "POLYGON"},         {1, "facility", "loc", "POINT"},
    {1, "road", "geom", "MULTILINESTRING"}, {1, "project", "loc", "POINT"},
};

/// SRIDs a workspace knows: CGCS2000 and its grids here, WGS 84, and web maps.
constexpr int spatialReferences[]{4490, 4543, 4522, 4326, 3857};

int versionOf(std::string_view scriptName)
{
    int number = 0;
    std::from_chars(scriptName.data(), scriptName.data() + scriptName.size(), number);
    return number;
}

/// Runs a SpatiaLite function, which says 1 for success.
template <class... Arguments>
void call(SQLite::Database& database, const std::filesystem::path& file,
          const std::string& function, Arguments... arguments)
{
    Statement statement(database, "SELECT " + function);
    if (!statement.first(arguments...) || statement.integer(0) != 1)
        throw fileError("store.failed", file, {{"detail", function}});
}

void addGeometry(SQLite::Database& database, const std::filesystem::path& file, int version)
{
    for (const auto& column : geometryColumns) {
        if (column.since != version)
            continue;
        call(database, file, "AddGeometryColumn(?, ?, 4490, ?, 'XY')", column.table, column.column,
             column.type);
        call(database, file, "CreateSpatialIndex(?, ?)", column.table, column.column);
    }
}

void setHeader(SQLite::Database& database, const std::string& schema, int application, int version)
{
    database.exec("PRAGMA " + schema + ".application_id = " + std::to_string(application));
    database.exec("PRAGMA " + schema + ".user_version = " + std::to_string(version));
}

} // namespace

int newestVersion()
{
    return versionOf(detail::workspaceScripts.back().first);
}

int checkedVersion(SQLite::Database& database, const std::filesystem::path& file)
{
    return guarded(file, [&] {
        if (database.execAndGet("PRAGMA application_id").getInt() != workspaceApplicationId)
            throw fileError("store.not_a_workspace", file);
        const int version = database.execAndGet("PRAGMA user_version").getInt();
        if (version < 1)
            throw fileError("store.not_a_workspace", file);
        if (version > newestVersion())
            throw fileError("store.newer_version", file,
                            {{"found", std::to_string(version)},
                             {"supported", std::to_string(newestVersion())}});
        return version;
    });
}

void migrate(const std::filesystem::path& file, int version,
             const std::function<void(SQLite::Database&)>& finish)
{
    SpatialConnection connection(file);
    SQLite::Database& database = connection.database();
    guarded(file, [&] {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        if (version == 0) {
            call(database, file, "InitSpatialMetaData(0, 'NONE')");
            for (const int srid : spatialReferences)
                call(database, file, "InsertEpsgSrid(?)", srid);
        }
        for (const auto& [name, script] : detail::workspaceScripts) {
            if (versionOf(name) <= version)
                continue;
            database.exec(std::string(script));
            addGeometry(database, file, versionOf(name));
        }
        if (finish)
            finish(database);
        setHeader(database, "main", workspaceApplicationId, newestVersion());
        transaction.commit();
    });
}

void makePersonalTables(SQLite::Database& database)
{
    for (const auto& [name, script] : detail::personalScripts)
        database.exec(std::string(script));
    setHeader(database, "pii", personalApplicationId,
              versionOf(detail::personalScripts.back().first));
}

} // namespace guatu::store
