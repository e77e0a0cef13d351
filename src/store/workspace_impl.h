// SPDX-License-Identifier: MIT
#pragma once

#include "store/workspace.h"

#include <SQLiteCpp/Database.h>

namespace guatu::store
{

struct Workspace::Impl {
    std::filesystem::path file;
    Mode mode;
    std::shared_ptr<SQLite::Database> database; ///< shared with the change that is under way
};

} // namespace guatu::store
