// SPDX-License-Identifier: MIT
#include "session/household_set.h"

#include "session/closure_history.h"
#include "session/record_list.h"
#include "session/view.h"
#include "support/catch.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::test;

namespace
{

const std::string xiaohe = "532329102201", shugou = "532329102202";

/// 小河 with two unexited households of 4 and an unknown number of persons, one of them moved to
/// 树沟, and an exited one.
session::WorkspaceView twoVillages()
{
    Snapshot snapshot =
        SnapshotBuilder()
            .unit({.code = "532329", .name = "武定县"})
            .unit({.code = "532329102", .name = "高桥镇"})
            .unit({.code = xiaohe, .name = "小河村委会"})
            .unit({.code = shugou, .name = "树沟村委会"})
            .household({.origin = xiaohe, .persons = 4, .formal = FormalStatus::Unexited})
            .household({.origin = xiaohe,
                        .persons = -1,
                        .formal = FormalStatus::Unexited,
                        .current = shugou})
            .household({.origin = xiaohe, .persons = 3})
            .build();
    return viewOf(std::move(snapshot));
}

RowIndex rowIn(const session::WorkspaceView& view, const std::string& unit)
{
    return static_cast<RowIndex>(rowOf(view.snapshot, unit));
}

/// So many households in scope of one unit, so many of them cleared.
session::HistoryPoint point(std::int64_t cleared, std::int64_t uncleared)
{
    campaign::Tally tally;
    for (std::int64_t i = 0; i < cleared; ++i)
        tally.add(Clear::Cleared, 1);
    for (std::int64_t i = 0; i < uncleared; ++i)
        tally.add(Clear::Uncleared, 1);
    return {{*UnitCode::parse(xiaohe)}, {tally}};
}

Date day(const char* iso)
{
    return *Date::fromIso(iso);
}

} // namespace

TEST_CASE("a moved household remains where it lives, and counts where it comes from", "[session]")
{
    const auto view = twoVillages();
    using session::CountedBy;
    CHECK(session::remainingHouseholds(view, rowIn(view, xiaohe), CountedBy::CurrentUnit).size() ==
          1);
    CHECK(session::remainingHouseholds(view, rowIn(view, xiaohe), CountedBy::OriginUnit).size() ==
          2);
    CHECK(session::remainingHouseholds(view, rowIn(view, shugou), CountedBy::CurrentUnit).size() ==
          1);
}

TEST_CASE("a set of households says how many persons are not known", "[session]")
{
    const auto view = twoVillages();
    const auto set = session::householdSet(view, {2, 1, 1, 0});
    CHECK(set.rows == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(set.persons == 7);
    CHECK(set.personsUnknown == 1);
    REQUIRE(set.places);
    CHECK(set.places->source == "found");
    CHECK(set.places->size() == 3);
    CHECK(set.places->category("class")->rows.size() == 3);
}

TEST_CASE("the pace that is needed is what is left over the weeks that are left", "[session]")
{
    const Profile profile = campaignProfile(); // from 2020-03-30 to 2020-06-30
    const UnitCode unit = *UnitCode::parse(xiaohe);
    // 2020-05-05 is eight weeks before the end; four weeks earlier 20 of 100 were cleared.
    std::map<Date, session::HistoryPoint> points{{day("2020-05-05"), point(40, 60)}};
    const auto alone = session::paceOf(profile, unit, day("2020-05-05"), points);
    REQUIRE(alone);
    CHECK(alone->requiredPerWeek == Approx(60.0 / 8));
    CHECK_FALSE(alone->actualPerWeek);
    points[day("2020-04-07")] = point(20, 80);
    const auto pace = session::paceOf(profile, unit, day("2020-05-05"), points);
    REQUIRE(pace->actualPerWeek);
    CHECK(*pace->actualPerWeek == Approx(5));
    CHECK(pace->missing == 20); // 60 left, 8 weeks at 5
    CHECK_FALSE(session::paceOf(profile, unit, day("2020-06-30"), points));
}

TEST_CASE("a timeline keeps the weeks, the deadlines and the data's own day", "[session]")
{
    const auto view = twoVillages();
    const auto dates = session::timelineDates(view.profile, day("2020-04-17"));
    CHECK(dates.front() == day("2020-03-30"));
    CHECK(dates.back() == day("2020-06-30"));
    for (const char* iso : {"2020-04-06", "2020-04-17", "2020-04-30", "2020-05-31", "2020-06-20"})
        CHECK(std::ranges::find(dates, day(iso)) != dates.end());
    CHECK(std::ranges::find(dates, day("2020-12-31")) == dates.end()); // behind the end
}

TEST_CASE("the list of the units below has a line each, with where it leads", "[session]")
{
    const auto view = twoVillages();
    const auto list =
        session::recordList(view, session::RecordKind::Children, rowIn(view, "532329102"));
    REQUIRE(list.table.size() == 2);
    REQUIRE(list.targets.size() == 2);
    CHECK(list.targets[0].unit == rowIn(view, xiaohe));
    CHECK(std::get<std::int64_t>(list.table.cell(0, "remaining_households")) == 1);
    CHECK(std::get<std::int64_t>(list.table.cell(1, "remaining_households")) == 1);
}
