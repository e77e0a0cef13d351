// SPDX-License-Identifier: MIT
#include "store/connection.h"

#include "store/failure.h"
#include "store/migrations.h"

#include <sqlite3.h>
// sqlite3.h comes first: SpatiaLite's header uses its types.
#include <spatialite.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

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

using Header = std::array<unsigned char, 100>;

/// The first bytes of the file, and its size. Asked through the connection: to open the file
/// beside it would drop this process's locks.
std::optional<std::pair<Header, sqlite3_int64>> headerOf(sqlite3* handle)
{
    sqlite3_file* file = nullptr;
    sqlite3_int64 size = 0;
    Header header{};
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        file->pMethods == nullptr || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return std::nullopt;
    const int wanted = static_cast<int>(std::min<sqlite3_int64>(size, header.size()));
    if (file->pMethods->xRead(file, header.data(), wanted, 0) != SQLITE_OK)
        return std::nullopt;
    return std::pair{header, size};
}

/// Whether the header promises more pages than the file has.
bool isTruncated(sqlite3* handle)
{
    const auto known = headerOf(handle);
    if (!known)
        return false;
    const std::span<const unsigned char> bytes(known->first);
    const std::uint32_t stated = bigEndian(bytes.subspan(16, 2));
    const sqlite3_int64 pageSize = stated == 1 ? 65536 : stated;
    return sqlite3_int64{bigEndian(bytes.subspan(28, 4))} * pageSize > known->second;
}

enum class WriteAheadLog { None, OfWorkspace, OfStranger };

/// Whether another program has left the file with a write-ahead log; SQLite would put files
/// beside it even to read. A stranger is what this program may not change.
WriteAheadLog writeAheadLogOf(sqlite3* handle)
{
    constexpr unsigned char writeAhead = 2;
    const auto known = headerOf(handle);
    if (!known || known->first[18] != writeAhead)
        return WriteAheadLog::None;
    const std::span<const unsigned char> bytes(known->first);
    const bool ours =
        bigEndian(bytes.subspan(68, 4)) == workspaceApplicationId &&
        bigEndian(bytes.subspan(60, 4)) <= static_cast<std::uint32_t>(newestVersion());
    return ours ? WriteAheadLog::OfWorkspace : WriteAheadLog::OfStranger;
}

/// The file as a URI that promises SQLite that nobody changes it meanwhile.
std::string immutableUri(const std::filesystem::path& file)
{
    std::string uri = "file:";
    for (const char letter : std::filesystem::absolute(file).string()) {
        constexpr std::string_view special = "%?#";
        constexpr std::array<std::string_view, 3> escaped{"%25", "%3f", "%23"};
        const auto place = special.find(letter);
        uri +=
            place == std::string_view::npos ? std::string(1, letter) : std::string(escaped[place]);
    }
    return uri + "?immutable=1";
}

/// Whether a log beside the file holds changes that are not in it.
bool hasPendingLog(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file.string() + "-wal", error);
    return !error && size != 0;
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
    const auto open = [](const std::string& name, int flags) {
        auto database = std::make_unique<SQLite::Database>(
            name, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, shortWait);
        configure(database->getHandle());
        return database;
    };
    return guarded(file, [&] {
        const bool writing = access == Access::Write;
        auto database =
            open(file.string(), writing ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY);
        if (writing && sqlite3_db_readonly(database->getHandle(), "main") == 1)
            throw fileError("store.read_only", file);
        const auto log = writeAheadLogOf(database->getHandle());
        if (log != WriteAheadLog::None) {
            if (writing && log == WriteAheadLog::OfWorkspace)
                database->exec("PRAGMA journal_mode = DELETE");
            else if (hasPendingLog(file))
                throw fileError("store.pending_log", file);
            else
                database = open(immutableUri(file), SQLite::OPEN_READONLY | SQLITE_OPEN_URI);
        }
        try {
            touch(*database);
        } catch (const SQLite::Exception& error) {
            if (error.getErrorCode() == SQLITE_CORRUPT && isTruncated(database->getHandle()))
                throw fileError("store.truncated", file);
            if (error.getExtendedErrorCode() != SQLITE_READONLY_ROLLBACK)
                throw;
            touch(*open(file.string(), SQLite::OPEN_READWRITE)); // takes the killed write back
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
