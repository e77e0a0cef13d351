// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "store/change_log.h"
#include "store/entity_table.h"
#include "store/personal_file.h"
#include "store/references.h"
#include "store/spatial_index.h"

#include <array>
#include <map>
#include <string>

namespace guatu::store
{

/// What the writers of one change share.
struct WriteContext {
    SQLite::Database& database;
    const Profile& profile;
    std::int64_t dataset; ///< row of the dataset the records come from
    std::string asOf;     ///< ISO date that dated rows begin with
    ChangeLog log;
    References references;
    PersonalFile personal;
    std::map<std::string, SpatialIndex> spatialIndexes{}; ///< by table.column

    /// By kind, the rows of the time before this change that a batch has named.
    std::array<std::vector<std::int64_t>, entityKindCount> named{};
    /// Households whose persons, or whose date, have changed.
    std::vector<std::int64_t> toFold{};

    SpatialIndex& spatialIndex(std::string_view table, std::string_view column)
    {
        const std::string name = std::string(table) + "." + std::string(column);
        auto found = spatialIndexes.find(name);
        if (found == spatialIndexes.end())
            found = spatialIndexes.emplace(name, SpatialIndex(database, table, column)).first;
        return found->second;
    }
};

} // namespace guatu::store
