// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>

namespace guatu::store
{

enum class Access { Read, Write };

/// How long a connection waits for a lock of another program, in milliseconds.
inline constexpr int shortWait = 200;     ///< before a change begins
inline constexpr int patientWait = 10000; ///< when a finished change meets readers

/// A connection that trusts nothing the file brings: its triggers and views do not run, its
/// schema calls no unsafe function. Read leaves the file and its folder as they are. The
/// SpatiaLite functions are not there; the store keeps geometry and spatial indexes itself.
///
/// Throws Error(Store) when there is no such file, or it cannot be opened as asked.
[[nodiscard]] std::unique_ptr<SQLite::Database> openDatabase(const std::filesystem::path& file,
                                                             Access access);

/// A connection with the SpatiaLite functions, for making and migrating files of our own.
class SpatialConnection
{
public:
    explicit SpatialConnection(const std::filesystem::path& file);
    ~SpatialConnection();
    SpatialConnection(const SpatialConnection&) = delete;
    SpatialConnection& operator=(const SpatialConnection&) = delete;

    [[nodiscard]] SQLite::Database& database() { return *m_database; }

private:
    void* m_cache; ///< SpatiaLite's; lives longer than the connection
    std::unique_ptr<SQLite::Database> m_database;
};

} // namespace guatu::store
