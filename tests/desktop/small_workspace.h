// SPDX-License-Identifier: MIT
#pragma once

#include "support/temporary_folder.h"

#include <filesystem>

namespace guatu::test
{

/// A workspace of one township with two villages, 小河 in the west and 树沟 in the east, and six
/// households: in 小河 two unexited (one in a C-grade house, one without position), one monitored,
/// one exited; in 树沟 one exited, one unexited.
[[nodiscard]] std::filesystem::path makeSmallWorkspace(const TemporaryFolder& folder);

/// A further ledger for it: one new household, one changed, one with an unknown village.
[[nodiscard]] std::filesystem::path makeLedger(const TemporaryFolder& folder);

/// Adds four households of 小河 that live at one place, 102.08 E 25.65 N, to it.
void addHamlet(const std::filesystem::path& workspace, const TemporaryFolder& folder);

} // namespace guatu::test
