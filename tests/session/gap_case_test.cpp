// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "session/gap_case.h"
#include "session/gap_list.h"
#include "session/gap_map.h"
#include "session/gap_trial.h"
#include "session/tables/gap_table.h"
#include "support/catch.h"
#include "view.h"

#include <random>
#include <set>

using namespace guatu;
using namespace guatu::session;
using namespace guatu::test;

namespace
{

constexpr double east = 500000, north = 2800000;

Point at(double x, double y)
{
    return {east + x, north + y};
}

void addRoad(Snapshot& snapshot, const std::string& code, const std::vector<Point>& line)
{
    RoadColumns& roads = snapshot.roads;
    roads.id.push_back(static_cast<std::int64_t>(roads.id.size()) + 1);
    roads.code.push_back(code);
    roads.name.push_back(code);
    roads.roadClass.emplace_back("village");
    roads.surface.emplace_back("concrete");
    roads.width.push_back(4);
    roads.state.emplace_back();
    roads.oneWay.emplace_back();
    roads.noTurns.emplace_back();
    roads.line.addPart(line);
    roads.line.endFeature();
}

void addClinic(Snapshot& snapshot, const std::string& name, Point where,
               const std::string& state = "working")
{
    FacilityColumns& all = snapshot.facilities;
    all.id.push_back(static_cast<std::int64_t>(all.id.size()) + 1);
    all.code.push_back(name);
    all.kind.emplace_back("clinic");
    all.name.push_back(name);
    all.state.push_back(state);
    all.unit.push_back(noRow);
    all.grade.emplace_back();
    all.staff.push_back(2);
    all.capacity.push_back(-1);
    all.area.push_back(0);
    all.upkeepOwner.emplace_back();
    all.location.addPoint(where);
}

/// A township of two villages; households stand at `places`, the first half of them in the first
/// village. Persons are 1, 2, 3, ... by household.
Snapshot townWith(const std::vector<Point>& places)
{
    SnapshotBuilder builder;
    builder.unit({.code = "532329"})
        .unit({.code = "532329102", .name = "高桥镇"})
        .unit({.code = "532329102214", .name = "小河"})
        .unit({.code = "532329102215", .name = "树沟"});
    for (std::size_t i = 0; i < places.size(); ++i)
        builder.household({.origin = i < places.size() / 2 ? "532329102214" : "532329102215",
                           .persons = static_cast<int>(i) + 1});
    Snapshot snapshot = builder.build();
    snapshot.crs = "EPSG:4543";
    for (std::size_t i = 0; i < places.size(); ++i)
        snapshot.households.location[i] = places[i];
    return snapshot;
}

std::shared_ptr<const WorkspaceView> shared(Snapshot snapshot)
{
    return std::make_shared<const WorkspaceView>(viewOf(std::move(snapshot)));
}

/// A road 8 km east with a clinic at its start and a branch north at 4 km. Households at 1,900,
/// 2,000, 2,001 and 6,000 m along it, one 500 m up the branch, one without a place.
std::shared_ptr<const WorkspaceView> valley()
{
    Snapshot snapshot =
        townWith({at(1900, 0), at(2000, 0), at(2001, 0), at(6000, 0), at(4000, 500), Point{}});
    addRoad(snapshot, "R1", {at(0, 0), at(4000, 0)});
    addRoad(snapshot, "R2", {at(4000, 0), at(8000, 0)});
    addRoad(snapshot, "R3", {at(4000, 0), at(4000, 1000)});
    addClinic(snapshot, "甲", at(0, 0));
    addClinic(snapshot, "乙", at(8000, 0), "broken");
    return shared(std::move(snapshot));
}

GapQuestion clinics(double minutes = 30)
{
    return {.service = "clinic", .maxMinutes = minutes};
}

std::set<std::uint32_t> with(const GapCase& gaps, CriterionResult verdict)
{
    std::set<std::uint32_t> rows;
    for (std::size_t i = 0; i < gaps.gaps().size(); ++i)
        if (gaps.gaps()[i].verdict == verdict)
            rows.insert(gaps.households()[i]);
    return rows;
}

} // namespace

TEST_CASE("households more than 30 minutes on foot from a clinic are those beyond two kilometres",
          "[session][gaps]")
{
    // 30 minutes at 4 km/h are 2,000 m.
    const GapCase gaps(valley(), 0, clinics());
    CHECK(with(gaps, CriterionResult::Met) == std::set<std::uint32_t>{0, 1});
    CHECK(with(gaps, CriterionResult::Unmet) == std::set<std::uint32_t>{2, 3, 4});
    CHECK(with(gaps, CriterionResult::Unknown) == std::set<std::uint32_t>{5});
    // Persons 3 + 4 + 5.
    CHECK(gaps.tally().of(CriterionResult::Unmet) == GapCount{3, 12, 0});
    // 小河 has the third household, 树沟 the fourth and fifth.
    const auto villages = gaps.villages();
    REQUIRE(villages.size() == 2);
    const auto& names = gaps.view().snapshot.units.name;
    CHECK(names[static_cast<std::size_t>(villages[0].village)] == "树沟");
    CHECK(villages[0].tally.of(CriterionResult::Unmet) == GapCount{2, 9, 0});
    CHECK(villages[1].tally.of(CriterionResult::Unmet) == GapCount{1, 3, 0});
}

TEST_CASE("the panel's households are those of the table of gaps", "[session][gaps]")
{
    const auto view = valley();
    const GapCase gaps(view, 0, clinics());
    const Table table = gapTable(*view, 0, clinics());
    REQUIRE(table.size() == gaps.gaps().size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        CHECK(std::get<std::string>(table.cell(i, "household")) ==
              std::string(view->snapshot.households.code[gaps.households()[i]]));
        CHECK(std::get<Word>(table.cell(i, "verdict")).code == toString(gaps.gaps()[i].verdict));
    }
}

TEST_CASE("closing the only road lists exactly those whom it cuts off", "[session][gaps]")
{
    const auto view = valley();
    const GapCase before(view, 0, clinics(90));
    GapQuestion closed = clinics(90);
    closed.travel.closed = {"R3"};
    const GapCase after(view, 0, closed);
    const GapChanges changes = changesBetween(before, after);
    // Only the household on the branch loses its road; 4,500 m were 67.5 minutes, so it was served.
    CHECK(changes.cutOff == std::vector<std::uint32_t>{4});
    CHECK(changes.newGaps == std::vector<std::uint32_t>{4});
    CHECK(changes.closed.empty());
    const RecordList list = gapChangeList(before, after, changes);
    REQUIRE(list.table.size() == 1);
    CHECK(std::get<Word>(list.table.cell(0, "change")).code == "cut_off");
    CHECK(list.targets.front().household == 4);

    // Without the first road nobody who lives beyond it reaches the clinic.
    closed.travel.closed = {"R1"};
    const GapChanges all = changesBetween(before, GapCase(view, 0, closed));
    CHECK(all.cutOff == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
}

TEST_CASE("a planned facility serves those near it, and opening a road undoes its closure",
          "[session][gaps]")
{
    const auto view = valley();
    const GapCase before(view, 0, clinics());
    const GapCase after(view, 0, clinics(), {{at(5000, 0), "拟建1"}});
    // 5,000 m: the fourth household is 1,000 m away, the fifth 1,500 m.
    CHECK(with(after, CriterionResult::Unmet) == std::set<std::uint32_t>{2});
    CHECK(changesBetween(before, after).closed == std::vector<std::uint32_t>{3, 4});
    const access::Gap* gap = after.gapOf(3);
    REQUIRE(gap);
    CHECK(after.facilities().name[static_cast<std::size_t>(gap->facility)] == "拟建1");
    CHECK(*gap->figure == Approx(15));
    CHECK(changesBetween(before, GapCase(view, 0, clinics())).newGaps.empty());
}

TEST_CASE("a facility that is dragged gives what judging everything anew gives", "[session][gaps]")
{
    std::mt19937 dice(20);
    std::uniform_real_distribution<double> place(-500, 6500);
    for (int round = 0; round < 12; ++round) {
        std::vector<Point> homes;
        for (int i = 0; i < 120; ++i)
            homes.push_back(i % 17 == 0 ? Point{} : at(place(dice), place(dice)));
        Snapshot snapshot = townWith(homes);
        // A lattice of roads a kilometre apart, some of them missing.
        for (int i = 0; i < 6; ++i)
            for (int j = 0; j < 6; ++j) {
                const std::string code = std::to_string(i) + "-" + std::to_string(j);
                const Point from = at(1000.0 * i, 1000.0 * j);
                if (dice() % 4 != 0)
                    addRoad(snapshot, "E" + code, {from, {from.x + 1000, from.y}});
                if (dice() % 4 != 0)
                    addRoad(snapshot, "N" + code, {from, {from.x, from.y + 1000}});
            }
        for (int i = 0; i < 3; ++i)
            addClinic(snapshot, "诊所" + std::to_string(i), at(place(dice), place(dice)),
                      i == 2 ? "" : "working");
        const auto view = shared(std::move(snapshot));
        GapQuestion question = clinics(15);
        if (round % 3 == 1)
            question = {.service = "clinic", .maxMetres = 900};
        else if (round % 3 == 2)
            question = {.service = "clinic", .maxMetres = 1100, .alongRoads = true};
        if (round % 3 != 1)
            question.travel.closed = {view->snapshot.roads.code.front()};
        const auto base = std::make_shared<const GapCase>(
            view, 0, question, std::vector<PlannedFacility>{{at(3000, 3000), "拟建1"}});
        const GapTrial trial(base);
        for (int step = 0; step < 8; ++step) {
            const Point hand = at(place(dice), place(dice));
            const GapCase anew(view, 0, question, {{at(3000, 3000), "拟建1"}, {hand, "拟建2"}});
            const TrialAnswer tried = trial.with(hand);
            CHECK(tried.verdicts == anew.verdicts());
            CHECK(base->tallyOf(tried.verdicts) == anew.tally());
            // Its lines lead to the hand from those whom it serves.
            const auto hers = static_cast<RowIndex>(anew.facilities().size()) - 1;
            std::int64_t lines = 0;
            for (std::size_t i = 0; i < anew.gaps().size(); ++i) {
                if (anew.gaps()[i].verdict == CriterionResult::Met)
                    CHECK(tried.served[i] == (anew.gaps()[i].facility == hers));
                lines += tried.served[i] ? 1 : 0;
            }
            const FeatureTables drawn = gapSurroundings(*base, tried);
            const GeometryColumn& line = drawn.front()->geometry;
            REQUIRE(drawn.front()->source == "gap_line");
            for (std::size_t i = 0; i < line.size(); ++i)
                lines -= line.part(i, 0)[1] == hand ? 1 : 0;
            CHECK(lines == 0);
        }
    }
}

TEST_CASE("what the map draws of gaps counts as the panel does", "[session][gaps]")
{
    const GapCase gaps(valley(), 0, clinics());
    const FeatureTables places = gapPlaces(gaps, gaps.verdicts());
    REQUIRE(places.size() == 2);
    CHECK(places[0]->size() == 6);
    const CategoryColumn* verdict = places[0]->category("verdict");
    REQUIRE(verdict);
    CHECK(std::ranges::count(verdict->rows, 0) == 1); // the unknown one
    CHECK((*verdict)[2] == "unmet");
    // Of 小河's three judged households one has a gap; of 树沟's two both, its third is not known.
    const NumberColumn* share = places[1]->number("gap_share");
    REQUIRE(share);
    CHECK((*share)[0] == Approx(100.0 / 3));
    CHECK((*share)[1] == 100);
    const FeatureTables rest = gapSurroundings(gaps);
    CHECK(rest[0]->source == "gap_line");
    CHECK(rest[0]->size() == 5); // all that reach the clinic
    const FeatureTables reach = gapReach(gaps, std::vector<double>{15, 30, 60});
    REQUIRE(reach.size() == 2);
    CHECK(reach[0]->size() == 3);
    CHECK((*reach[0]->category("band"))[0] == "b3"); // the widest below the others
    const auto line = gapChosenTable(gaps, 2, "30.0 分钟");
    REQUIRE(line);
    CHECK(line->geometry.part(0, 0)[1] == at(0, 0));
    CHECK(gapChosenTable(gaps, 5, "") == nullptr);
}

TEST_CASE("services that are recorded need no roads, others say that there are none",
          "[session][gaps]")
{
    const auto view = shared(townWith({at(0, 0), at(100, 0)}));
    const GapCase power(view, 0, {.service = "power"});
    CHECK(power.tally().of(CriterionResult::Unknown).households == 2);
    CHECK_THROWS_AS(GapCase(view, 0, {.service = "road"}), Error);
    CHECK_THROWS_AS(GapCase(view, 0, {.service = "opera"}), Error);
}
