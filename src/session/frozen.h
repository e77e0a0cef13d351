// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "core/snapshot.h"
#include "store/workspace.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guatu::session
{

/// Keeps the workspace as it stands on `asOf` (its data date when none is given) under a name, as
/// "4月调度": later changes of the data do not touch it. Throws Error(Input) when the name is
/// empty or taken.
store::FrozenSnapshot freeze(const std::filesystem::path& file, const std::string& name,
                             const std::optional<Date>& asOf, const std::string& who,
                             const Progress& progress = {});

/// All that are kept, oldest as-of date first.
[[nodiscard]] std::vector<store::FrozenSnapshot> frozenList(const std::filesystem::path& file);

/// Throws Error(Input) when there is none of that name.
[[nodiscard]] Snapshot readFrozen(const std::filesystem::path& file, const std::string& name);

/// Throws Error(Input) when there is none of that name.
void removeFrozen(const std::filesystem::path& file, const std::string& name,
                  const std::string& who);

} // namespace guatu::session
