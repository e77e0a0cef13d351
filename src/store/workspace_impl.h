// SPDX-License-Identifier: MIT
#pragma once

#include "store/failure.h"
#include "store/logged_change.h"
#include "store/workspace.h"

#include <SQLiteCpp/Database.h>

namespace guatu::store
{

struct Workspace::Impl {
    std::filesystem::path file;
    Mode mode;
    std::shared_ptr<SQLite::Database> database; ///< shared with the change that is under way

    /// Runs `work` in a change of its own; throws Error(Store) when the file is open for reading.
    template <class Work>
    void changeFrom(const ChangeReason& reason, const Work& work)
    {
        if (mode == Mode::Read)
            throw fileError("store.opened_for_reading", file);
        guarded(file, [&] {
            LoggedChange change(*database, reason);
            work(change);
            change.commit();
        });
    }
};

} // namespace guatu::store
