// SPDX-License-Identifier: MIT
#include "session/frozen.h"

#include "core/error.h"

#include <algorithm>

namespace guatu::session
{

using store::Workspace;

store::FrozenSnapshot freeze(const std::filesystem::path& file, const std::string& name,
                             const std::optional<Date>& asOf, const std::string& who,
                             const Progress& progress)
{
    Workspace workspace = Workspace::open(file, Workspace::Mode::Write);
    workspace.freeze({who, "freeze"}, asOf ? *asOf : workspace.dataDate(), name, progress);
    const auto kept = workspace.frozenSnapshots();
    return *std::ranges::find(kept, name, &store::FrozenSnapshot::name);
}

std::vector<store::FrozenSnapshot> frozenList(const std::filesystem::path& file)
{
    return Workspace::open(file, Workspace::Mode::Read).frozenSnapshots();
}

Snapshot readFrozen(const std::filesystem::path& file, const std::string& name)
{
    return Workspace::open(file, Workspace::Mode::Read).frozenSnapshot(name);
}

void removeFrozen(const std::filesystem::path& file, const std::string& name,
                  const std::string& who)
{
    Workspace workspace = Workspace::open(file, Workspace::Mode::Write);
    if (!workspace.removeFrozen({who, "remove"}, name))
        throw inputError({"store.frozen_unknown", {{"name", name}}});
}

} // namespace guatu::session
