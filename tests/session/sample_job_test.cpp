// SPDX-License-Identifier: MIT
#include "session/sample_job.h"

#include "campaign/workflow.h"
#include "core/error.h"
#include "session/workspace_view.h"
#include "store/workspace.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <cstdlib>
#include <set>

using namespace guatu;
using namespace guatu::test;
using session::makeSampleWorkspace;
using session::WorkspaceView;

namespace
{

std::set<std::string> filesIn(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

/// The sample the test run has made already; a fresh one where it has not.
std::filesystem::path sampleIn(const std::filesystem::path& folder)
{
    const char* made = std::getenv("GUATU_TEST_SAMPLE");
    const auto file = std::filesystem::path(made == nullptr ? "" : made) / session::sampleFileName;
    return std::filesystem::exists(file) ? file : makeSampleWorkspace(folder);
}

/// Names of the units and sites that hit a rule.
std::set<std::string> hitBy(const WorkspaceView& view, const std::string& rule)
{
    std::set<std::string> names;
    for (const campaign::RuleHit& hit : view.listings.hits) {
        const auto row = static_cast<std::size_t>(hit.subject);
        if (view.profile.listingRules[hit.rule].id == rule)
            names.insert(hit.subjectType == SubjectType::Site ? view.snapshot.sites.name[row]
                                                              : view.snapshot.units.name[row]);
    }
    return names;
}

} // namespace

TEST_CASE("the sample closes, lists and counts as the plan says", "[session]")
{
    const TemporaryFolder folder;
    const auto file = sampleIn(folder / "new");
    CHECK(filesIn(file.parent_path()) ==
          std::set<std::string>{file.filename().string(),
                                store::personalFileOf(file).filename().string()});

    const auto view = session::openWorkspace(file);
    const campaign::Closure& closure = view->closure;
    CHECK(view->snapshot.households.size() == 100000);
    CHECK(closure.remaining[0] == campaign::Remaining{2903, 8331});
    CHECK(closure.remainingByOrigin[0] == campaign::Remaining{2903, 8331});
    CHECK(hitBy(*view, "LP1").size() == 1);
    CHECK(hitBy(*view, "LP2").size() == 1);
    CHECK(hitBy(*view, "LP3").size() == 1);
    CHECK(hitBy(*view, "LC1") == std::set<std::string>{"狮山镇", "高桥镇", "插甸镇"});
    CHECK(hitBy(*view, "LC2").size() == 10);
    CHECK(hitBy(*view, "LC3").size() == 10);
    CHECK(view->listings.undecided.empty());
    CHECK(view->listings.unmatched.empty());
    CHECK(view->listings.withoutRule.size() == 1);
    CHECK(std::ranges::count(view->listings.unitHitOnly, true) == 1);
}

TEST_CASE("what is signed in the sample is cleared, and no chain needs taking back", "[session]")
{
    const TemporaryFolder folder;
    const auto view = session::openWorkspace(sampleIn(folder / "new"));
    const auto standings = campaign::standingsOf(view->snapshot);
    std::size_t villages = 0;
    for (std::size_t row = 0; row < standings.unit.size(); ++row)
        if (standings.unit[row].state == campaign::SignState::Approved) {
            CHECK(view->closure.unit[row] == Clear::Cleared);
            villages += view->snapshot.units.level[row] == Level::Village ? 1 : 0;
        }
    CHECK(villages == 24);
    CHECK(campaign::reopenings(view->snapshot, view->closure, standings).empty());
}

TEST_CASE("on 30 March the sample has six households less to go", "[session]")
{
    const TemporaryFolder folder;
    const auto file = sampleIn(folder / "new");
    const auto workspace = store::Workspace::open(file, store::Workspace::Mode::Read);
    const Snapshot snapshot = workspace.snapshot(*Date::fromYmd(2020, 3, 30));
    CHECK(snapshot.households.size() == 100000);
    const auto before = campaign::closeUp(snapshot, workspace.profile());
    CHECK(before.remaining[0].households == 2903 - 6); // they were poor again later
    const auto now = session::openWorkspace(file);
    CHECK(before.tally[0].count(Clear::Cleared) < now->closure.tally[0].count(Clear::Cleared));
    CHECK(now->snapshot.visits.size() > 8000);
    CHECK(now->snapshot.criterionValues.size() > 3000);
    CHECK(now->snapshot.planItems.size() > 2500);
    CHECK(now->snapshot.successions.size() == 2);
}

TEST_CASE("a sample that is there already is left as it is", "[session]")
{
    const TemporaryFolder folder;
    const auto file = folder.write(std::string(session::sampleFileName), "precious");
    CHECK_THROWS_AS(makeSampleWorkspace(folder.path()), Error);
    CHECK(bytesOf(file) == "precious");
    CHECK(filesIn(folder.path()).size() == 1);
}

TEST_CASE("a sample that is stopped midway leaves nothing behind", "[session]")
{
    const TemporaryFolder folder;
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    progress.report = [&](const ProgressStep&) { stop.request_stop(); };
    CHECK_THROWS_AS(makeSampleWorkspace(folder / "new", 100000, progress), Cancelled);
    CHECK(filesIn(folder.path()).empty());
}

TEST_CASE("a sample cannot be made below a file", "[session]")
{
    const TemporaryFolder folder;
    const auto file = folder.write("a", "");
    CHECK_THROWS_AS(makeSampleWorkspace(file / "b"), Error);
    CHECK(filesIn(folder.path()) == std::set<std::string>{"a"});
}
