// SPDX-License-Identifier: MIT
#include "session/workspace_view.h"

#include "session/feature_tables.h"
#include "store/workspace.h"

#include <unistd.h>

namespace guatu::session
{
namespace
{

void report(const Progress& progress, std::uint64_t done, std::string id)
{
    progress.checkpoint();
    progress.report({Message{std::move(id)}, done, 4});
}

/// Everything that follows from a snapshot.
std::shared_ptr<const WorkspaceView> viewOf(const store::Workspace& workspace, Snapshot snapshot,
                                            const Progress& progress)
{
    Profile profile = workspace.profile();
    report(progress, 2, "session.open.close_up");
    campaign::Closure closure = campaign::closeUp(snapshot, profile);
    campaign::ListingState listings = campaign::listings(snapshot, profile, closure);
    report(progress, 3, "session.open.tables");
    FeatureTables tables = featureTables(snapshot, closure, listings);
    report(progress, 4, "session.open.tables");
    return std::make_shared<const WorkspaceView>(
        WorkspaceView{.file = workspace.file(),
                      .dataDate = workspace.dataDate(),
                      .readOnlyMedium = ::access(workspace.file().c_str(), W_OK) != 0,
                      .profile = std::move(profile),
                      .snapshot = std::move(snapshot),
                      .closure = std::move(closure),
                      .listings = std::move(listings),
                      .tables = std::move(tables)});
}

} // namespace

std::shared_ptr<const WorkspaceView>
openWorkspace(const std::filesystem::path& file, std::optional<Date> asOf, const Progress& progress)
{
    report(progress, 0, "session.open.file");
    const store::Workspace workspace = store::Workspace::open(file, store::Workspace::Mode::Read);
    report(progress, 1, "session.open.read");
    Snapshot snapshot = workspace.snapshot(asOf.value_or(workspace.dataDate()), progress);
    return viewOf(workspace, std::move(snapshot), progress);
}

std::shared_ptr<const WorkspaceView> openFrozen(const std::filesystem::path& file,
                                                const std::string& name, const Progress& progress)
{
    report(progress, 0, "session.open.file");
    const store::Workspace workspace = store::Workspace::open(file, store::Workspace::Mode::Read);
    report(progress, 1, "session.open.read");
    return viewOf(workspace, workspace.frozenSnapshot(name), progress);
}

} // namespace guatu::session
