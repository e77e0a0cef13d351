// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "core/progress.h"
#include "core/snapshot.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace guatu::store
{

/// Reads what holds on `asOf`, one scan a table, all within one read transaction. Throws
/// SQLite::Exception, and Error(Store) for values that no workspace can hold.
[[nodiscard]] Snapshot readSnapshot(SQLite::Database& database, const std::filesystem::path& file,
                                    const Profile& profile, Date asOf, const Progress& progress);

/// The members of the households of a snapshot of the same file. Persons are not dated.
[[nodiscard]] PersonColumns readPersonsOf(const Snapshot& snapshot, SQLite::Database& database,
                                          const std::filesystem::path& file,
                                          const Progress& progress);

} // namespace guatu::store
