// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"

namespace guatu::session
{

/// Why a listing rule is hit, with value beside limit: 发生率 10.41 %，限值超过 10 %. `subject` is
/// a row of units or sites. Where the rule is not hit, the message says so.
[[nodiscard]] Message listingReason(const WorkspaceView& view, std::size_t rule,
                                    SubjectType subjectType, RowIndex subject);

/// The rule an active listing follows: the one it names, else one of its issuer for such places,
/// those that are hit first; null when the profile has none.
[[nodiscard]] std::optional<std::size_t> ruleOfListing(const WorkspaceView& view,
                                                       std::size_t listing);

} // namespace guatu::session
