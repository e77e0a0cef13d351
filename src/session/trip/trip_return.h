// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/trip/finding.h"
#include "session/workspace_view.h"
#include "store/workspace.h"

namespace guatu::session
{

/// How findings are brought into a workspace.
struct ReturnJob {
    bool dryRun = false;        ///< everything is tried, nothing is kept
    bool acceptPartial = false; ///< keep the good rows although others were refused
    std::string who{};          ///< for the change log; empty is the login name
};

/// What became of what came back.
struct TripReturn {
    FindingFile read{};          ///< issues of the file and of the workspace together
    store::WriteCounts counts{}; ///< visits that were written, or would have been
    bool dryRun = false;
    bool committed = false;   ///< the workspace has changed
    std::size_t reopened = 0; ///< signatures of the closure workflow that findings took back
    std::int64_t realBefore = 0, realAfter = 0; ///< households cleared and verified on site

    [[nodiscard]] std::size_t refused() const;
};

/// Writes a visit for each household, unit, site, ... that was visited, in one change: whole or not
/// at all, unless the job accepts partial files. A visit is known by the trip's first day, the stop
/// and its subject, so a file that comes back again, or corrected, changes what it brought before.
/// Chains of signatures that the findings no longer bear out are taken back, in a change of their
/// own. Throws Error when file or workspace as a whole are unusable; the workspace is then as it
/// was.
[[nodiscard]] TripReturn importFindings(const std::filesystem::path& workspace,
                                        const trips::Trip& trip, const std::filesystem::path& file,
                                        const ReturnJob& job);

/// The plan against what was done, one row a stop in the order of the plan; stops that were visited
/// without being planned come last.
[[nodiscard]] Table tripDoneTable(const trips::Trip& trip, const std::vector<Finding>& findings);

/// What of a file was not taken, or with a remark, by its rows, with the remedy.
[[nodiscard]] Table tripIssueTable(const TripReturn& made);

/// Visits of the trip's stops that do not agree with the ledger, and what the ledger says of them.
[[nodiscard]] Table tripDifferenceTable(const WorkspaceView& view, const trips::Trip& trip);

} // namespace guatu::session
