// SPDX-License-Identifier: MIT
#pragma once

#include "core/audience.h"
#include "core/table.h"
#include "session/workspace_view.h"

#include <vector>

namespace guatu::session
{

/// Lists on their way into a file.
struct HandedOut {
    std::vector<Table> tables;
    std::vector<Message> notes; ///< which columns and lists stay behind
};

/// Who something is for: as asked, else as the workspace's profile has it for what leaves the
/// office (`default_class`). Throws Error(Input) for a word that names nobody.
[[nodiscard]] Audience audienceFor(const std::string& word, const ExportPolicy& policy);

/// What an audience may have of lists: the one way of a list into a file. Of several, those that it
/// may see nothing of stay behind. Throws Error(Input) when none is left, or some of them comes
/// from a dataset that is marked secret.
[[nodiscard]] HandedOut handedOut(const WorkspaceView& view, const std::vector<Table>& tables,
                                  Audience audience, Language language);

} // namespace guatu::session
