// SPDX-License-Identifier: MIT
#pragma once

#include "session/feature_tables.h"
#include "session/workspace_view.h"
#include "support/snapshot_builder.h"

namespace guatu::test
{

/// A view of a hand-made snapshot under the shipped 100-day campaign, without any file.
inline session::WorkspaceView viewOf(Snapshot snapshot)
{
    Profile profile = campaignProfile();
    campaign::Closure closure = campaign::closeUp(snapshot, profile);
    campaign::ListingState listings = campaign::listings(snapshot, profile, closure);
    FeatureTables tables = session::featureTables(snapshot, closure, listings);
    return {.file = {},
            .readOnlyMedium = false,
            .profile = std::move(profile),
            .snapshot = std::move(snapshot),
            .closure = std::move(closure),
            .listings = std::move(listings),
            .tables = std::move(tables)};
}

} // namespace guatu::test
