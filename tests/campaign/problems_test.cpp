// SPDX-License-Identifier: MIT
#include "campaign/problems.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

using namespace guatu;
using namespace guatu::test;
using namespace guatu::campaign;

namespace
{

const std::string village = "532329102201";
const std::string otherVillage = "532329103201";

struct Found {
    std::string unit, source, state, verifier;
    const char* due = nullptr;
};

Snapshot withProblems(const std::vector<Found>& problems)
{
    SnapshotBuilder builder;
    builder.unit({village}).unit({otherVillage});
    for (const Found& problem : problems)
        builder.problem({.unit = problem.unit, .state = problem.state});
    Snapshot snapshot = builder.build();
    for (std::size_t row = 0; row < problems.size(); ++row) {
        snapshot.problems.source[row] = problems[row].source;
        snapshot.problems.verifierLevel[row] = problems[row].verifier;
        if (problems[row].due != nullptr)
            snapshot.problems.dueOn[row] = Date::fromIso(problems[row].due);
    }
    return snapshot;
}

std::vector<RectificationRow> bySource(const Snapshot& snapshot, const std::string& unit)
{
    return rectificationBy(snapshot, closeUp(snapshot, campaignProfile()), ProblemGrouping::Source,
                           static_cast<RowIndex>(rowOf(snapshot, unit)));
}

} // namespace

TEST_CASE("only problems verified and then closed count as rectified", "[campaign]")
{
    const Snapshot snapshot = withProblems({{village, "screening", "closed", "county"},
                                            {village, "screening", "closed", ""},
                                            {village, "screening", "verified", "county"},
                                            {village, "screening", "reopened", "county"},
                                            {village, "screening", "open", ""}});
    const auto rows = bySource(snapshot, "5323");
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().figures.found == 5);
    CHECK(rows.front().figures.closed == 1);
    CHECK(rows.front().figures.percent() == 20.0);
}

TEST_CASE("rates are by source, and of the unit's own subtree", "[campaign]")
{
    const Snapshot snapshot = withProblems({{village, "screening", "closed", "county"},
                                            {village, "appraisal", "open", ""},
                                            {otherVillage, "screening", "open", ""}});
    const auto rows = bySource(snapshot, village);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].key == "appraisal");
    CHECK(rows[0].figures == Rectification{1, 0, 0});
    CHECK(rows[1].figures == Rectification{1, 1, 0});
    const auto units = rectificationOfUnits(snapshot, closeUp(snapshot, campaignProfile()));
    CHECK(units[rowOf(snapshot, "532329")] == Rectification{3, 1, 0});
    CHECK(units[rowOf(snapshot, "532329103")] == Rectification{1, 0, 0});
}

TEST_CASE("a problem found or closed later is not found or closed yet", "[campaign]")
{
    Snapshot snapshot = withProblems(
        {{village, "screening", "closed", "county"}, {village, "screening", "open", ""}});
    snapshot.problems.closedOn[0] = Date::fromYmd(2020, 4, 18);
    snapshot.problems.foundOn[1] = Date::fromYmd(2020, 4, 18);
    CHECK(bySource(snapshot, village).front().figures == Rectification{1, 0, 0});
    snapshot.asOf = *Date::fromYmd(2020, 4, 18);
    CHECK(bySource(snapshot, village).front().figures == Rectification{2, 1, 0});
}

TEST_CASE("an open problem is late the day after it was due", "[campaign]")
{
    Snapshot snapshot = withProblems({{village, "screening", "open", "", "2020-04-17"}});
    CHECK(bySource(snapshot, village).front().figures.late == 0);
    snapshot.asOf = *Date::fromYmd(2020, 4, 18);
    CHECK(bySource(snapshot, village).front().figures.late == 1);
}

TEST_CASE("without problems there is no rate", "[campaign]")
{
    CHECK_FALSE(Rectification{}.percent());
}
