// SPDX-License-Identifier: MIT
#pragma once

#include "core/audience.h"
#include "core/entity.h"
#include "core/feature_table.h"
#include "session/workspace_view.h"

#include <span>
#include <string_view>
#include <vector>

namespace guatu::session
{

/// Who may see what of the workspace: as its profile says or, where that is from before profiles
/// said so, the shipped profile of the same code. Throws Error(Input) when neither says anything.
[[nodiscard]] ExportPolicy exportPolicy(const WorkspaceView& view);

/// The records that a map source, or a list by its key, is made of. Of what is not known: all.
[[nodiscard]] std::vector<EntityKind> recordsBehind(std::string_view sourceOrTable);

/// Throws Error(Input) naming the datasets when some of the records come from one that is marked
/// secret (domain notes §11): it cannot leave the office in any form.
void requireNotSecret(const WorkspaceView& view, std::span<const EntityKind> kinds);

/// The view's tables as an audience may have them: the granted columns of the sources that it may
/// see at all; households, and problems of households, where sharedUnits puts them if they must not
/// be found, without the ids that lead back to them.
[[nodiscard]] FeatureTables audienceTables(const WorkspaceView& view, const ExportPolicy& policy,
                                           Audience audience);

} // namespace guatu::session
