// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/changes.h"
#include "core/feature_table.h"
#include "session/record_list.h"

namespace guatu::session
{

/// Source `problem`: the problems that are open at the snapshot's date, where their subjects
/// stand (of units: the seat, else inside the area); category state (late open), text text.
[[nodiscard]] std::shared_ptr<const FeatureTable> problemTable(const Snapshot& snapshot);

/// Source `change`: what changed, where it stands at the later date; category kind (the words of
/// campaign::ChangeKind), text name. Households that are gone have no place there.
[[nodiscard]] std::shared_ptr<const FeatureTable> changeTable(const Snapshot& later,
                                                              const campaign::ChangeSet& changes);

/// The same as a list, within a unit's subtree.
[[nodiscard]] RecordList changeList(const WorkspaceView& later, const campaign::ChangeSet& changes,
                                    RowIndex unit);

} // namespace guatu::session
