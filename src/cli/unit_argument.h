// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <string>

namespace guatu::cli
{

/// The unit that `--unit` means: a code (4, 6, 9, 12 or 15 digits) or a name. The whole
/// prefecture, the first unit, when the text is empty. Throws Error(Input) when there is none,
/// or when several units have the name: then the message lists their codes.
[[nodiscard]] RowIndex unitOf(const Snapshot& snapshot, const std::string& text);

/// A unit or a household.
struct Subject {
    SubjectType type = SubjectType::Unit;
    RowIndex row = noRow;
};

/// The unit, by code or name, or the household, by its whole code, that `text` means. Throws
/// Error(Input) as unitOf does.
[[nodiscard]] Subject subjectOf(const Snapshot& snapshot, const std::string& text);

} // namespace guatu::cli
