// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

#include <optional>
#include <string>
#include <string_view>

namespace guatu::session
{

/// submit, check, approve, reject, reopen; null for another word.
[[nodiscard]] std::optional<SignAction> signActionFromString(std::string_view word);

/// A step of the closure workflow to be signed on a view's as-of date.
struct Signing {
    SubjectType type = SubjectType::Household; ///< or Unit
    RowIndex row = noRow;
    SignAction action{};
    std::optional<Level> level{}; ///< whose signature; the one whose turn it is by default
    std::string role{};           ///< the office that signs, never a person's name
    std::string note{};
    std::string who{}; ///< for the change log; empty is the login name
};

/// Signs into the workspace of the view. Gives how many signatures were added: a reopening takes
/// back those of the units above. Throws Error(Input) when no office is named or the step may not
/// be taken, Error(Store) when the workspace cannot be written.
std::size_t signStep(const WorkspaceView& view, const Signing& signing);

/// The signatures of a subject, oldest first, and where it stands.
[[nodiscard]] Table signatureTable(const WorkspaceView& view, SubjectType type, RowIndex row);

} // namespace guatu::session
