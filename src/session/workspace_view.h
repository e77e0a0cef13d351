// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"
#include "campaign/listing.h"
#include "core/feature_table.h"
#include "core/profile.h"
#include "core/progress.h"
#include "core/snapshot.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace guatu::session
{

/// A workspace at one date, with everything that follows from it: immutable, shared by threads.
struct WorkspaceView {
    std::filesystem::path file;
    Date dataDate{0};            ///< the newest date the workspace's data speak of
    bool readOnlyMedium = false; ///< the file could not be written to even if asked
    Profile profile;
    Snapshot snapshot;
    campaign::Closure closure;
    campaign::ListingState listings;
    FeatureTables tables; ///< what the map draws: see feature_tables.h
};

/// Opens for reading, loads the snapshot of `asOf` (default: the data's own date), computes
/// closure and makes the map tables. The file's bytes stay as they are.
[[nodiscard]] std::shared_ptr<const WorkspaceView> openWorkspace(const std::filesystem::path& file,
                                                                 std::optional<Date> asOf = {},
                                                                 const Progress& progress = {});

/// The same for a state that was frozen under a name.
[[nodiscard]] std::shared_ptr<const WorkspaceView> openFrozen(const std::filesystem::path& file,
                                                              const std::string& name,
                                                              const Progress& progress = {});

} // namespace guatu::session
