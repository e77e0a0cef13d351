// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"

#include <string>

namespace guatu::session
{

/// What pages print so that they can be traced: the first eight digits of the content hash of the
/// workspace's state, in two groups, as 7f3a 91c2.
[[nodiscard]] std::string contentMark(const WorkspaceView& view);

} // namespace guatu::session
