// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <functional>

namespace guatu::store
{

/// Marks a workspace in the SQLite header: "GUAT".
inline constexpr int workspaceApplicationId = 0x47554154;
/// Marks a personal-data file: "GUAP".
inline constexpr int personalApplicationId = 0x47554150;

/// The version this program writes: the number of the last script in data/schema/migrations.
[[nodiscard]] int newestVersion();

/// The version of an open workspace. Throws Error(Store) when the file is no workspace, or of a
/// newer version.
[[nodiscard]] int checkedVersion(SQLite::Database& database, const std::filesystem::path& file);

/// Brings a file from `version` (0: empty) to the newest with all geometry columns registered,
/// then runs `finish`; one transaction, all or nothing.
void migrate(const std::filesystem::path& file, int version,
             const std::function<void(SQLite::Database&)>& finish = {});

/// Makes the tables of a personal-data file in the attached database `pii`.
void makePersonalTables(SQLite::Database& database);

} // namespace guatu::store
