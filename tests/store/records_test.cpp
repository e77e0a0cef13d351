// SPDX-License-Identifier: MIT
#include "fixture.h"

#include "support/catch.h"

#include <cmath>

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

const Date day = *Date::fromIso("2020-04-17");
constexpr std::int64_t yes = 1;
constexpr std::int64_t no = 0;

std::int64_t whole(int number)
{
    return number;
}

RecordBatch squares()
{
    RecordBatch records{.kind = EntityKind::Boundary,
                        .fields = {"code", "geom_grade"},
                        .cells = {"532329101201", "approx", "532329101202", "official"},
                        .geometry = GeometryColumn(GeometryType::Polygon)};
    const std::vector<Point> outer{{102, 25}, {102.1, 25}, {102.1, 25.1}, {102, 25.1}, {102, 25}};
    const std::vector<Point> hole{
        {102.02, 25.02}, {102.02, 25.04}, {102.04, 25.04}, {102.04, 25.02}, {102.02, 25.02}};
    const std::vector<Point> island{{102.2, 25}, {102.3, 25}, {102.3, 25.1}, {102.2, 25}};
    records.geometry.addPart(outer);
    records.geometry.addPart(hole);
    records.geometry.addPart(island);
    records.geometry.endFeature();
    records.geometry.addPart(island);
    records.geometry.endFeature();
    return records;
}

} // namespace

TEST_CASE("a household comes back with every input of the criteria", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    const auto site = batch(
        EntityKind::Site, {"code", "name", "kind", "host_unit", "county", "moved_p", "planned_hh"},
        {{"S1", "红土田安置点", "poverty_relocation", "532329100201", "532329", whole(1200),
          whole(280)}},
        {{102.4, 25.5}});
    const auto households =
        batch(EntityKind::Household,
              {"hh_code",   "origin_unit",  "current_unit",    "site",          "formal_status",
               "watch",     "watch_active", "exit_year",       "persons",       "in_scope",
               "income_pc", "income_basis", "livelihood_mode", "livelihood_ok", "food",
               "clothing",  "house_grade",  "house_occupied",  "w_quantity",    "w_quality",
               "w_access",  "w_assurance",  "class4",          "class4_new",    "dibao",
               "no_labour", "loc_src",      "loc_state"},
              {{"0532329",
                "532329101201",
                "532329100201",
                "S1",
                "exited",
                "monitored",
                yes,
                whole(2018),
                whole(4),
                yes,
                4000.5,
                "estimated",
                "job",
                yes,
                yes,
                no,
                "B",
                no,
                yes,
                no,
                {},
                yes,
                yes,
                no,
                {},
                no,
                "gps",
                "ok"},
               {"H2", "532329101202",
                {},   {},
                {},   {},
                {},   {},
                {},   {},
                {},   {},
                {},   {},
                {},   {},
                {},   {},
                {},   {},
                {},   {},
                {},   {},
                {},   {},
                {},   {}}},
              {{102.4, 25.5}, {}});
    write(workspace, {units(), site, households});

    const auto snapshot = workspace.snapshot(day);
    const auto& h = snapshot.households;
    REQUIRE(h.size() == 2);
    CHECK(h.code[0] == "0532329"); // a leading zero stays
    CHECK(snapshot.units.name[static_cast<std::size_t>(h.originUnit[0])] == "小河村委会");
    CHECK(snapshot.units.name[static_cast<std::size_t>(h.currentUnit[0])] == "香水村委会");
    CHECK(snapshot.sites.name[static_cast<std::size_t>(h.site[0])] == "红土田安置点");
    CHECK(h.group[0] == noRow);
    CHECK(h.formal[0] == FormalStatus::Exited);
    CHECK(h.watch[0] == Watch::Monitored);
    CHECK(h.watchActive[0] == Flag::Yes);
    CHECK(h.exitYear[0] == 2018);
    CHECK(h.persons[0] == 4);
    CHECK(h.incomePerHead[0] == 4000.5F);
    CHECK(h.incomeBasis[0] == IncomeBasis::Estimated);
    CHECK(h.livelihood[0] == Livelihood::Job);
    CHECK(h.clothing[0] == Flag::No);
    CHECK(h.houseGrade[0] == HouseGrade::B);
    CHECK(h.houseOccupied[0] == Flag::No);
    CHECK(h.waterQuality[0] == Flag::No);
    CHECK(h.waterAccess[0] == Flag::Unknown);
    CHECK(h.class4New[0] == Flag::No);
    CHECK(h.noLabour[0] == Flag::No);
    CHECK(h.locationSource[0] == LocationSource::Gps);
    CHECK(h.locationState[0] == LocationState::Ok);
    // cs2cs EPSG:4490 EPSG:4543 of 25.5 N 102.4 E
    CHECK(h.location[0].x == Approx(540215.297).margin(0.002));
    CHECK(h.location[0].y == Approx(2821502.917).margin(0.002));

    // What a ledger does not say is unknown, never a pass.
    CHECK(h.formal[1] == FormalStatus::Unknown);
    CHECK(h.persons[1] == -1);
    CHECK(h.inScope[1] == Flag::Yes);
    CHECK(std::isnan(h.incomePerHead[1]));
    CHECK(h.houseGrade[1] == HouseGrade::Unknown);
    CHECK(h.education[1] == CriterionResult::Unknown);
    CHECK(h.medical[1] == CriterionResult::Unknown);
    CHECK_FALSE(h.location[1].valid());
    CHECK(h.locationState[1] == LocationState::Missing);

    CHECK(snapshot.sites.movedPersons[0] == 1200);
    CHECK(snapshot.sites.plannedPersons[0] == -1);
    CHECK(snapshot.units.name[static_cast<std::size_t>(snapshot.sites.county[0])] == "武定县");
}

TEST_CASE("boundaries join units that exist, with their holes and islands", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), squares()});

    const auto u = workspace.snapshot(day).units;
    const auto village = static_cast<std::size_t>(findUnit(u, *UnitCode::parse("532329101201")));
    REQUIRE(u.area.partCount(village) == 3);
    CHECK(u.area.part(village, 1).size() == 5);
    CHECK(u.areaGrade[village] == AreaGrade::Approximate);
    CHECK(u.areaGrade[village + 1] == AreaGrade::Official);
    CHECK_FALSE(u.area.hasGeometry(0));
    CHECK(write(workspace, {squares()}).unchanged == 2);

    auto unknown = squares();
    unknown.cells[0] = "532329999201";
    const auto issues = refused(workspace, unknown);
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].row == 0);
    CHECK(issues[0].message.id == "store.row_no_unit");
}

TEST_CASE("sites, facilities, roads, projects and listings come back as they were written",
          "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    RecordBatch roads{.kind = EntityKind::Road,
                      .fields = {"code", "name", "class", "surface", "width_m"},
                      .cells = {"R1", "武高线", "county", "asphalt", 6.5},
                      .geometry = GeometryColumn(GeometryType::Line)};
    roads.geometry.addPart(std::vector<Point>{{102, 25}, {102.1, 25.1}, {102.2, 25.1}});
    roads.geometry.addPart(std::vector<Point>{{102.3, 25}, {102.4, 25.1}});
    roads.geometry.endFeature();
    write(
        workspace,
        {units(),
         batch(EntityKind::Facility, {"code", "kind", "name", "unit", "staff", "state"},
               {{"F1", "clinic", "小河卫生室", "532329101201", whole(1), "working"}},
               {{102.1, 25.7}}),
         roads,
         batch(EntityKind::Project, {"code", "name", "topic", "unit", "budget_wan", "due"},
               {{"P1", "人饮工程", "water", "532329101201", 35.5, "2020-06-30"}}, {{}}),
         batch(
             EntityKind::Listing,
             {"code", "subject_type", "subject", "subject_name", "issuer_level", "rule_id", "from"},
             {{"L1", "village", "532329101201", "小河村委会", "prefecture", "LP1", "2020-04-17"},
              {"L2", "village", "532329109999", "某村委会", "county", {}, {}}})});

    const auto snapshot = workspace.snapshot(day);
    REQUIRE(snapshot.facilities.size() == 1);
    CHECK(snapshot.facilities.kind[0] == "clinic");
    CHECK(snapshot.facilities.staff[0] == 1);
    CHECK(snapshot.facilities.capacity[0] == -1);
    CHECK(snapshot.facilities.location.hasGeometry(0));
    REQUIRE(snapshot.roads.size() == 1);
    CHECK(snapshot.roads.line.partCount(0) == 2);
    CHECK(snapshot.roads.line.part(0, 0).size() == 3);
    CHECK(snapshot.roads.width[0] == 6.5F);
    REQUIRE(snapshot.projects.size() == 1);
    CHECK(snapshot.projects.budgetWan[0] == 35.5);
    CHECK(std::isnan(snapshot.projects.paidWan[0]));
    CHECK(snapshot.projects.due[0] == Date::fromIso("2020-06-30"));
    CHECK_FALSE(snapshot.projects.location.hasGeometry(0));
    REQUIRE(snapshot.listings.size() == 2);
    CHECK(snapshot.units.name[static_cast<std::size_t>(snapshot.listings.subject[0])] ==
          "小河村委会");
    CHECK(snapshot.listings.subject[1] == noRow); // an official name without a unit is kept
    CHECK(snapshot.listings.subjectName[1] == "某村委会");
    CHECK(snapshot.datasetNames == "台账");
}

TEST_CASE("a listing holds from its first to its last day, or while it is active", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace,
          {units(),
           batch(EntityKind::Listing,
                 {"code", "subject_type", "subject", "subject_name", "issuer_level", "from", "to",
                  "state"},
                 {{"L1", "village", "532329101201", "a", "county", "2020-04-01", "2020-04-30",
                   "lifted"},
                  {"L2", "village", "532329101202", "b", "county", "2020-04-01", {}, "lifted"},
                  {"L3", "village", "532329100201", "c", "county", {}, {}, {}}})});
    const auto names = [&](const char* on) {
        return workspace.snapshot(*Date::fromIso(on)).listings.subjectName;
    };
    CHECK(names("2020-03-31") == std::vector<std::string>{"c"});
    CHECK(names("2020-04-30") == std::vector<std::string>{"a", "c"});
    CHECK(names("2020-05-01") == std::vector<std::string>{"c"});
}

TEST_CASE("a problem counts as open from the day it was found until it is closed", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace,
          {units(),
           batch(EntityKind::Household, {"hh_code", "origin_unit"}, {{"H1", "532329101201"}})},
          "2020-03-30");
    write(workspace, {batch(EntityKind::Problem,
                            {"code", "subject_type", "subject", "found_on", "state", "closed_on"},
                            {{"Q1", "household", "H1", "2020-04-10", "closed", "2020-05-10"},
                             {"Q2", "household", "H1", "2020-04-20", "submitted", {}},
                             {"Q3", "household", "H1", {}, "reopened", "2020-04-01"},
                             {"Q4", "unit", "532329101201", {}, "open", {}}})});
    const auto open = [&](const char* on) {
        return int{workspace.snapshot(*Date::fromIso(on)).households.openProblems[0]};
    };
    CHECK(open("2020-04-09") == 1);
    CHECK(open("2020-04-10") == 2);
    CHECK(open("2020-04-20") == 3);
    CHECK(open("2020-05-10") == 2); // closed that day

    const auto problems = workspace.snapshot(day).problems;
    REQUIRE(problems.size() == 3); // Q2 is not found yet
    CHECK(problems.subjectType[2] == SubjectType::Unit);
    CHECK(problems.subject[2] == 5);
    const auto issues =
        refused(workspace, batch(EntityKind::Problem, {"code", "subject_type", "subject"},
                                 {{"Q9", "household", "H7"}}));
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].field == "subject");
    CHECK(issues[0].message.id == "store.row_no_record");
}

TEST_CASE("the formal status of a unit is that of the day", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units()}, "2020-03-30");
    write(workspace,
          {batch(EntityKind::Unit, {"code", "name", "formal_status", "formal_on"},
                 {{"532329", "武定县", "exited", "2020-05-16"}})},
          "2020-05-20");
    const auto status = [&](const char* on) {
        return workspace.snapshot(*Date::fromIso(on)).units.formal[1];
    };
    CHECK(status("2020-03-29") == FormalStatus::Unknown);
    CHECK(status("2020-05-15") == FormalStatus::Unexited);
    CHECK(status("2020-05-16") == FormalStatus::Exited);
    CHECK(query(folder.file(),
                "SELECT count(*) FROM unit_status u JOIN admin_unit a ON a.id = u.unit_id "
                "WHERE a.code = '532329000000'") == "2");
}

TEST_CASE("the incidence denominator is that of the profile's date, else the latest known",
          "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units()});
    const auto statistics = [&](const char* asOf, int villages, int others) {
        write(workspace, {batch(EntityKind::Unit, {"code", "name", "agri_persons", "stat_as_of"},
                                {{"532329101201", "小河村委会", whole(villages), asOf},
                                 {"532329100201", "香水村委会", whole(others), asOf}})});
    };
    statistics("2018-12-31", 2000, 900);
    statistics("2019-12-31", 1900, 950);
    statistics("2020-12-31", 1800, 1000);
    const auto u = workspace.snapshot(day).units;
    CHECK(u.agriPersons[5] == 2100); // 小河: 2014-12-31, as the profile asks
    CHECK(u.statAsOf[5] == Date::fromIso("2014-12-31"));
    CHECK(u.agriPersons[3] == 950); // 香水 has no figure of 2014
    CHECK(u.statAsOf[3] == Date::fromIso("2019-12-31"));
}

TEST_CASE("who answers for a unit follows the last import", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    const auto adopt = [&](const char* office, const char* asOf) {
        write(workspace,
              {batch(EntityKind::Unit, {"code", "name", "responsible_role", "responsible_org"},
                     {{"532329101201", "小河村委会", "挂包单位", office}})},
              asOf);
    };
    write(workspace, {units()}, "2020-03-30");
    adopt("州财政局", "2020-04-01");
    adopt("州教体局", "2020-05-01");
    const auto offices = [&](const char* on) {
        return workspace.snapshot(*Date::fromIso(on)).responsibilities.organisation;
    };
    CHECK(offices("2020-04-17") == std::vector<std::string>{"州财政局"});
    CHECK(offices("2020-05-01") == std::vector<std::string>{"州教体局"});
}

TEST_CASE("rows that cannot stand are named with row, field and reason; the others are written",
          "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units()});
    const auto issues = refused(
        workspace,
        batch(EntityKind::Household,
              {"hh_code", "origin_unit", "house_grade", "persons", "watch_from", "food", "site"},
              {{"H1", "532329101201", "A", whole(3), "2020-01-31", yes, {}},
               {{}, "532329101201", "A", whole(3), {}, yes, {}},
               {"H3", "532329101299", "A", whole(3), {}, yes, {}},
               {"H4", "xiaohe", "A", whole(3), {}, yes, {}},
               {"H5", {}, "A", whole(3), {}, yes, {}},
               {"H6", "532329101201", "E", whole(3), {}, yes, {}},
               {"H7", "532329101201", "A", whole(-3), {}, yes, {}},
               {"H8", "532329101201", "A", 2.5, {}, yes, {}},
               {"H9", "532329101201", "A", whole(3), "2019-02-29", yes, {}},
               {"H10", "532329101201", "A", whole(3), {}, whole(2), {}},
               {"H11", "532329101201", "A", whole(3), {}, yes, "S9"}}));
    const std::vector<std::tuple<std::size_t, std::string, std::string>> expected{
        {1, "hh_code", "store.row_missing"},      {2, "origin_unit", "store.row_no_unit"},
        {3, "origin_unit", "store.row_not_code"}, {4, "origin_unit", "store.row_missing"},
        {5, "house_grade", "store.row_word"},     {6, "persons", "store.row_range"},
        {7, "persons", "store.row_not_whole"},    {8, "watch_from", "store.row_not_date"},
        {9, "food", "store.row_range"},           {10, "site", "store.row_no_record"}};
    REQUIRE(issues.size() == expected.size());
    for (std::size_t i = 0; i < issues.size(); ++i) {
        CHECK(issues[i].row == std::get<0>(expected[i]));
        CHECK(issues[i].field == std::get<1>(expected[i]));
        CHECK(issues[i].message.id == std::get<2>(expected[i]));
        CHECK(hasText(issues[i].message.id, Language::Chinese));
    }
    CHECK(workspace.snapshot(day).households.size() == 1);
}

TEST_CASE("a village needs its town, a county does not need its prefecture", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    const auto issues = refused(workspace, batch(EntityKind::Unit, {"code", "name", "level"},
                                                 {{"532329101201", "小河村委会", {}},
                                                  {"532329", "武定县", "county"},
                                                  {"532329100", "狮山镇", "village"}}));
    REQUIRE(issues.size() == 2);
    CHECK(issues[0].row == 2); // towns are looked at before villages
    CHECK(issues[0].message.id == "store.row_level");
    CHECK(issues[1].row == 0);
    CHECK(issues[1].message.id == "store.row_no_parent");
    CHECK(workspace.snapshot(day).units.size() == 1);
}

TEST_CASE("groups with 15 digits stand under their village", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace,
          {units(), batch(EntityKind::Unit, {"code", "name"}, {{"532329101201001", "一组"}}),
           batch(EntityKind::Household, {"hh_code", "origin_unit", "group"},
                 {{"H1", "532329101201", "532329101201001"}})});
    const auto snapshot = workspace.snapshot(day);
    REQUIRE(snapshot.units.size() == 8);
    CHECK(snapshot.units.level[6] == Level::Group);
    CHECK(snapshot.units.parent[6] == 5);
    CHECK(snapshot.households.group[0] == 6);
    CHECK(query(folder.file(), "SELECT scheme FROM admin_unit WHERE level = 'group'") == "group15");
}

TEST_CASE("records that an import does not name are listed, and stay", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(
        workspace,
        {units(), batch(EntityKind::Household, {"hh_code", "origin_unit"},
                        {{"H1", "532329101201"}, {"H2", "532329101201"}, {"H3", "532329101201"}})});
    auto change = workspace.beginChange({"tester", "test"}, dataset());
    std::vector<WriteIssue> issues;
    change.write(batch(EntityKind::Household, {"hh_code", "origin_unit", "house_grade"},
                       {{"H2", "532329101201", "nonsense"},
                        {"H4", "532329101201", {}},
                        {"H1", "532329101201", {}}}),
                 issues);
    CHECK(issues.size() == 1); // H2 was named, though it could not be written
    CHECK(change.keysNotWritten(EntityKind::Household) == std::vector<std::string>{"H3"});
    CHECK(change.keysNotWritten(EntityKind::Unit).size() == 7);
    CHECK(change.keysNotWritten(EntityKind::Unit)[0] == "532300000000 楚雄彝族自治州");
}
