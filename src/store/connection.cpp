// SPDX-License-Identifier: MIT
#include "store/connection.h"

#include "store/failure.h"

#include <sqlite3.h>
// sqlite3.h comes first: SpatiaLite's header uses its types.
#include <spatialite.h>

#include <array>
#include <span>

namespace guatu::store
{
namespace
{

void configure(sqlite3* handle)
{
    for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                        {SQLITE_DBCONFIG_ENABLE_VIEW, 0}})
        sqlite3_db_config(handle, option, value, nullptr);
    constexpr int largestValue = 64 << 20;
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, largestValue);
}

void requireFile(const std::filesystem::path& file)
{
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (status.type() == std::filesystem::file_type::not_found)
        throw fileError("store.missing", file);
    if (std::filesystem::is_directory(status))
        throw fileError("store.is_folder", file);
}

std::uint32_t bigEndian(std::span<const unsigned char> bytes)
{
    std::uint32_t number = 0;
    for (const unsigned char byte : bytes)
        number = number << 8 | byte;
    return number;
}

/// Whether the header promises more pages than the file has. Asked through the connection: to
/// open the file beside it would drop this process's locks.
bool isTruncated(sqlite3* handle)
{
    sqlite3_file* file = nullptr;
    sqlite3_int64 size = 0;
    std::array<unsigned char, 32> header{};
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        file->pMethods == nullptr || file->pMethods->xFileSize(file, &size) != SQLITE_OK ||
        file->pMethods->xRead(file, header.data(), static_cast<int>(header.size()), 0) != SQLITE_OK)
        return false;
    const std::span<const unsigned char> bytes(header);
    const std::uint32_t stated = bigEndian(bytes.subspan(16, 2));
    const sqlite3_int64 pageSize = stated == 1 ? 65536 : stated;
    return sqlite3_int64{bigEndian(bytes.subspan(28, 4))} * pageSize > size;
}

/// Reads the schema once, which takes the shared lock, finds a file that is no database, and
/// notices a write that was killed.
void touch(SQLite::Database& database)
{
    SQLite::Statement statement(database, "SELECT count(*) FROM sqlite_schema");
    statement.executeStep();
}

} // namespace

std::unique_ptr<SQLite::Database> openDatabase(const std::filesystem::path& file, Access access)
{
    requireFile(file);
    const auto open = [&](int flags) {
        auto database = std::make_unique<SQLite::Database>(
            file.string(), flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, shortWait);
        configure(database->getHandle());
        return database;
    };
    return guarded(file, [&] {
        auto database =
            open(access == Access::Write ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY);
        if (access == Access::Write && sqlite3_db_readonly(database->getHandle(), "main") == 1)
            throw fileError("store.read_only", file);
        try {
            touch(*database);
        } catch (const SQLite::Exception& error) {
            if (error.getErrorCode() == SQLITE_CORRUPT && isTruncated(database->getHandle()))
                throw fileError("store.truncated", file);
            if (error.getExtendedErrorCode() != SQLITE_READONLY_ROLLBACK)
                throw;
            touch(*open(SQLite::OPEN_READWRITE)); // takes the killed write back
            touch(*database);
        }
        return database;
    });
}

SpatialConnection::SpatialConnection(const std::filesystem::path& file)
    : m_cache(spatialite_alloc_connection())
{
    m_database = guarded(file, [&] {
        return std::make_unique<SQLite::Database>(
            file.string(), SQLite::OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
            shortWait);
    });
    spatialite_init_ex(m_database->getHandle(), m_cache, 0);
}

SpatialConnection::~SpatialConnection()
{
    m_database.reset();
    spatialite_cleanup_ex(m_cache);
}

} // namespace guatu::store
