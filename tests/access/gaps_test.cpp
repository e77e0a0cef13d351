// SPDX-License-Identifier: MIT
#include "access/gaps.h"
#include "core/error.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <cmath>

using namespace guatu;
using namespace guatu::access;

namespace
{

constexpr double east = 500000, north = 2800000;

Point at(double x, double y)
{
    return {east + x, north + y};
}

void addFacility(Snapshot& snapshot, const std::string& name, const std::string& state, Point where)
{
    snapshot.facilities.id.push_back(1);
    snapshot.facilities.name.push_back(name);
    snapshot.facilities.kind.push_back("clinic");
    snapshot.facilities.state.push_back(state);
    snapshot.facilities.unit.push_back(noRow);
    snapshot.facilities.staff.push_back(2);
    snapshot.facilities.grade.emplace_back("village");
    snapshot.facilities.location.addPoint(where);
}

/// A road 10 km east with a working clinic at its start and a broken one at its end.
Snapshot road()
{
    Snapshot snapshot;
    snapshot.roads.id = {1};
    snapshot.roads.roadClass = {"village"};
    snapshot.roads.surface = {"concrete"};
    const std::vector<Point> line{at(0, 0), at(10000, 0)};
    snapshot.roads.line.addPart(line);
    snapshot.roads.line.endFeature();
    addFacility(snapshot, "甲", "working", at(0, 0));
    addFacility(snapshot, "乙", "broken", at(10000, 0));
    return snapshot;
}

Standard standard()
{
    return {.id = "s",
            .service = "clinic",
            .title = {},
            .facilities = {"clinic"},
            .means = "foot",
            .maxMinutes = 30};
}

Gap judge(const Snapshot& snapshot, Point where, const Standard& by = standard())
{
    const Travel travel = loadTravel(test::sourceFolder() / "data/access/travel.json");
    const Subject subject{.at = where};
    if (by.maxMetres)
        return judgeGaps(snapshot, by, {}, {&subject, 1}).front();
    const Travel how = by.maxRoadMetres ? metresTravel(travel) : travel;
    const RoadNetwork network(snapshot.roads, how, *how.find(by.maxRoadMetres ? "metres" : "foot"),
                              Season::Dry);
    return judgeGaps(snapshot, by, {.network = &network}, {&subject, 1}).front();
}

} // namespace

TEST_CASE("the limit itself is kept, one metre more is not", "[access]")
{
    // 30 minutes at 4 km/h are 2,000 m.
    const Gap kept = judge(road(), at(2000, 0)), over = judge(road(), at(2001, 0));
    CHECK(kept.verdict == CriterionResult::Met);
    CHECK(kept.facility == 0);
    CHECK(*kept.figure == 30);
    CHECK(over.verdict == CriterionResult::Unmet);
    CHECK(text(over.reason, Language::Chinese).find("甲") != std::string::npos);
}

TEST_CASE("a broken facility serves nobody, one of unknown state makes it unknown", "[access]")
{
    CHECK(judge(road(), at(9000, 0)).verdict == CriterionResult::Unmet);
    Snapshot snapshot = road();
    snapshot.facilities.state[1].clear();
    CHECK(judge(snapshot, at(9000, 0)).verdict == CriterionResult::Unknown);
    CHECK(judge(snapshot, at(5000, 0)).verdict == CriterionResult::Unmet);
}

TEST_CASE("missing data are unknown, never met or unmet", "[access]")
{
    CHECK(judge(road(), Point{}).verdict == CriterionResult::Unknown);
    CHECK(judge(road(), at(1000, 2001)).verdict == CriterionResult::Unknown); // off every road
}

TEST_CASE("who no road joins to a facility is unmet, and has no figure", "[access]")
{
    Snapshot snapshot = road();
    snapshot.facilities.state[0] = "closed";
    const Gap gap = judge(snapshot, at(100, 0));
    CHECK(gap.verdict == CriterionResult::Unmet);
    CHECK_FALSE(gap.figure);
    CHECK(gap.facility == noRow);
}

TEST_CASE("a standard in metres needs no road", "[access]")
{
    Standard metres = standard();
    metres.means.clear();
    metres.maxMinutes.reset();
    metres.maxMetres = 800;
    CHECK(judge(road(), at(0, 799), metres).verdict == CriterionResult::Met);
    CHECK(judge(road(), at(0, 801), metres).verdict == CriterionResult::Unmet);
    CHECK(*judge(road(), at(300, 400), metres).figure == Approx(500).epsilon(1e-3));
}

TEST_CASE("metres along roads are those of the road and the way to it", "[access]")
{
    Standard metres = standard();
    metres.means.clear();
    metres.maxMinutes.reset();
    metres.maxRoadMetres = 1000;
    const Gap kept = judge(road(), at(900, 100), metres);
    CHECK(kept.verdict == CriterionResult::Met);
    CHECK(*kept.figure == Approx(1000));
    CHECK(judge(road(), at(901, 100), metres).verdict == CriterionResult::Unmet);
}

// 400 m use half of 800; so 40 m up of 80 are just kept (Q14 of the domain notes).
TEST_CASE("distance and climb share one limit, and without heights it cannot be told", "[access]")
{
    Standard water = standard();
    water.means.clear();
    water.maxMinutes.reset();
    water.maxMetres = 800;
    water.maxClimb = 80;
    const auto verdict = [&](Point where, double climb) {
        const Subject subject{.at = where};
        const Snapshot snapshot = road();
        const HeightAt height = [&](Point p) { return p.x > east + 1 ? 2000 + climb : 2000.0; };
        return judgeGaps(snapshot, water, {.height = height}, {&subject, 1}).front().verdict;
    };
    CHECK(verdict(at(399.5, 0), 40) == CriterionResult::Met);
    CHECK(verdict(at(399.5, 0), -40) == CriterionResult::Met);
    CHECK(verdict(at(402, 0), 40) == CriterionResult::Unmet);
    CHECK(verdict(at(799, 0), 0) == CriterionResult::Met);
    CHECK(verdict(at(100, 0), std::nan("")) == CriterionResult::Unknown);
    CHECK(verdict(at(802, 0), std::nan("")) == CriterionResult::Unmet);
}

TEST_CASE("the farther facility serves when the nearer one lies too high", "[access]")
{
    Snapshot snapshot = road();
    snapshot.facilities.state[1] = "working";
    snapshot.facilities.location = GeometryColumn(GeometryType::Point);
    snapshot.facilities.location.addPoint(at(100, 0));
    snapshot.facilities.location.addPoint(at(0, 500));
    Standard water = standard();
    water.means.clear();
    water.maxMinutes.reset();
    water.maxMetres = 800;
    water.maxClimb = 80;
    const Subject subject{.at = at(0, 0)};
    const HeightAt height = [](Point p) { return p.x > east + 50 ? 2100.0 : 2000.0; };
    const Gap gap = judgeGaps(snapshot, water, {.height = height}, {&subject, 1}).front();
    CHECK(gap.verdict == CriterionResult::Met);
    CHECK(gap.facility == 1);
}

TEST_CASE("a facility that is not good enough serves nobody, one in doubt makes it unknown",
          "[access]")
{
    Standard staffed = standard();
    staffed.quality.staff = 1;
    Snapshot snapshot = road();
    CHECK(judge(snapshot, at(100, 0), staffed).verdict == CriterionResult::Met);
    snapshot.facilities.staff[0] = 0;
    const Gap gap = judge(snapshot, at(100, 0), staffed);
    CHECK(gap.verdict == CriterionResult::Unmet);
    REQUIRE(gap.remarks.size() == 2);
    CHECK(text(gap.remarks[0], Language::Chinese).find("甲") != std::string::npos);
    snapshot.facilities.staff[0] = -1;
    CHECK(judge(snapshot, at(100, 0), staffed).verdict == CriterionResult::Unknown);
    staffed.quality = {.grades = {"county"}};
    CHECK(judge(snapshot, at(100, 0), staffed).verdict == CriterionResult::Unmet);
}

namespace
{

/// A township with its seat at the start of the road, and a village some way along it.
Snapshot township(double villageAt)
{
    Snapshot snapshot = road();
    UnitColumns& units = snapshot.units;
    units.id = {1, 2};
    units.parent = {noRow, 0};
    units.level = {Level::Town, Level::Village};
    units.name = {"高桥镇", "小河村"};
    units.households = {900, 40};
    units.seat.addPoint(at(0, 0));
    units.seat.addPoint(at(villageAt, 0));
    return snapshot;
}

Gap judgeVillage(const Snapshot& snapshot, const Standard& by)
{
    const Subject village{.at = snapshot.units.seat.firstPoint(1), .unit = 1, .whole = true};
    return judgeGaps(snapshot, by, {}, {&village, 1}).front();
}

Standard withinTenMetres()
{
    Standard by = standard();
    by.means.clear();
    by.maxMinutes.reset();
    by.maxMetres = 10;
    return by;
}

void record(Snapshot& snapshot, const char* criterion, CriterionResult result, Method method)
{
    CriterionValueColumns& values = snapshot.criterionValues;
    values.subjectType.push_back(SubjectType::Unit);
    values.subject.push_back(1);
    values.criterion.emplace_back(criterion);
    values.result.push_back(result);
    values.method.push_back(method);
    values.asOf.push_back(*Date::fromYmd(2020, 4, 9));
}

Standard hardened()
{
    return {.id = "h",
            .service = "road",
            .title = {},
            .maxMetres = 100,
            .hardenedSurfaces = {"asphalt", "concrete"},
            .recorded = "v_road"};
}

} // namespace

TEST_CASE("the village at the township's seat, and a small one, need no facility", "[access]")
{
    Standard by = withinTenMetres();
    by.exempt.townSeat = true;
    CHECK(judgeVillage(township(600), by).verdict == CriterionResult::Exempt);
    CHECK(judgeVillage(township(1500), by).verdict == CriterionResult::Unmet);
    by.exempt = {.householdsBelow = 41};
    CHECK(judgeVillage(township(1500), by).verdict == CriterionResult::Exempt);
    by.exempt = {.householdsBelow = 40};
    CHECK(judgeVillage(township(1500), by).verdict == CriterionResult::Unmet);
    // A household of that village is asked for itself.
    const Snapshot snapshot = township(600);
    by.exempt = {.townSeat = true};
    const Subject household{.at = at(600, 0), .unit = 1, .household = 0};
    CHECK(judgeGaps(snapshot, by, {}, {&household, 1}).front().verdict == CriterionResult::Unmet);
}

TEST_CASE("a hardened road must lead to the township's seat", "[access]")
{
    Snapshot snapshot = township(5000);
    CHECK(judgeVillage(snapshot, hardened()).verdict == CriterionResult::Met);
    snapshot.roads.surface = {"earth"};
    CHECK(judgeVillage(snapshot, hardened()).verdict == CriterionResult::Unmet);
    snapshot.roads.surface = {""};
    CHECK(judgeVillage(snapshot, hardened()).verdict == CriterionResult::Unknown);
    // Hardened from the village on, but a stretch of earth before the township.
    snapshot.roads = {};
    const auto add = [&](double from, double to, const char* surface) {
        const std::vector<Point> line{at(from, 0), at(to, 0)};
        snapshot.roads.line.addPart(line);
        snapshot.roads.line.endFeature();
        snapshot.roads.surface.emplace_back(surface);
    };
    add(0, 1000, "concrete");
    add(1000, 1200, "earth");
    add(1200, 9000, "asphalt");
    CHECK(judgeVillage(snapshot, hardened()).verdict == CriterionResult::Unmet);
    snapshot.roads.surface[1] = "concrete";
    CHECK(judgeVillage(snapshot, hardened()).verdict == CriterionResult::Met);
}

TEST_CASE("a recorded result goes before, a verified one first, and contradictions are told",
          "[access]")
{
    Snapshot snapshot = township(5000);
    record(snapshot, "v_road", CriterionResult::Met, Method::Reported);
    CHECK(judgeVillage(snapshot, hardened()).remarks.empty());
    record(snapshot, "v_road", CriterionResult::Unmet, Method::Verified);
    const Gap gap = judgeVillage(snapshot, hardened());
    CHECK(gap.verdict == CriterionResult::Unmet);
    CHECK(gap.remarks.size() == 2);
    CHECK(gap.asOf == Date::fromYmd(2020, 4, 9));
}

TEST_CASE("what only records tell is unknown where nothing is recorded", "[access]")
{
    const Standard power{.id = "p", .service = "power", .title = {}, .recorded = "v_power"};
    Snapshot snapshot = township(5000);
    CHECK(judgeVillage(snapshot, power).verdict == CriterionResult::Unknown);
    record(snapshot, "v_power", CriterionResult::Unmet, Method::Reported);
    CHECK(judgeVillage(snapshot, power).verdict == CriterionResult::Unmet);
}

TEST_CASE("a household with water within reach needs no water point", "[access]")
{
    Standard water = withinTenMetres();
    water.pipedWaterMeets = true;
    Snapshot snapshot = township(5000);
    snapshot.households.waterAccess = {Flag::Yes, Flag::Unknown};
    std::vector<Subject> households{{.at = at(5000, 0), .unit = 1, .household = 0},
                                    {.at = at(5000, 0), .unit = 1, .household = 1}};
    const auto gaps = judgeGaps(snapshot, water, {}, households);
    CHECK(gaps[0].verdict == CriterionResult::Met);
    CHECK(gaps[1].verdict == CriterionResult::Unmet);
}

TEST_CASE("a unit that is recorded as exempt needs no facility", "[access]")
{
    Snapshot snapshot = road();
    snapshot.units.id = {1};
    snapshot.units.parent = {noRow};
    snapshot.units.level = {Level::Village};
    snapshot.criterionValues.subjectType = {SubjectType::Unit};
    snapshot.criterionValues.subject = {0};
    snapshot.criterionValues.criterion = {"v_clinic"};
    snapshot.criterionValues.result = {CriterionResult::Exempt};
    Standard by = standard();
    by.exempt.criterion = "v_clinic";
    by.means.clear();
    by.maxMinutes.reset();
    by.maxMetres = 10;
    const Subject far{.at = at(5000, 0), .unit = 0};
    CHECK(judgeGaps(snapshot, by, {}, {&far, 1}).front().verdict == CriterionResult::Exempt);
}

TEST_CASE("shipped standards read, and one without a clear limit is an error", "[access]")
{
    CHECK(loadStandards(test::sourceFolder() / "data/access/standards.json").size() == 7);
    CHECK_THROWS_AS(parseStandards(R"({"standards": [{"id": "a", "service": "a", "title":
        {"zh": "a", "en": "a"}, "facilities": ["a"], "rule": {"zh": "a", "en": "a"},
        "source": "a", "max_minutes": 5, "max_metres": 5, "means": "foot"}]})",
                                   "s.json"),
                    Error);
}

// Q18: the straight line times 1.6 at 4 km/h. 1,250 m are 2,000 m of way, the half hour itself.
TEST_CASE("where there is no road the straight line stands for the way, and says so", "[access]")
{
    Snapshot snapshot = road();
    snapshot.crs = "EPSG:4543";
    addFacility(snapshot, "丙", "working", at(5000, 6000));
    const Approximation walk{.detour = 1.6, .kmh = 4};
    const Travel travel = loadTravel(test::sourceFolder() / "data/access/travel.json");
    CHECK(travel.detour == 1.6);
    const RoadNetwork network(snapshot.roads, travel, *travel.find("foot"), Season::Dry);
    const auto judged = [&](Point where, const RoadNetwork* roads) {
        const Subject subject{.at = where};
        return judgeGaps(snapshot, standard(),
                         {.network = roads, .height = {}, .approximation = walk}, {&subject, 1})
            .front();
    };
    for (const RoadNetwork* roads : {&network, static_cast<const RoadNetwork*>(nullptr)}) {
        const Gap near = judged(at(5000, 7200), roads);
        CHECK(near.verdict == CriterionResult::Met);
        CHECK(near.approximate);
        CHECK(near.figure.value() == Approx(28.8).epsilon(0.002));
        CHECK(near.reason.id == "access.gap.met_about_minutes");
        const Gap far = judged(at(5000, 7300), roads);
        CHECK(far.verdict == CriterionResult::Unmet);
        CHECK(far.approximate);
        CHECK(far.figure.value() == Approx(31.2).epsilon(0.002));
    }
    // Beside the road the road tells.
    const Gap beside = judged(at(1000, 0), &network);
    CHECK(beside.verdict == CriterionResult::Met);
    CHECK_FALSE(beside.approximate);
    // Nothing is said of ways when nothing stands for them, or of a place without a position.
    CHECK(judge(snapshot, at(5000, 7200)).verdict == CriterionResult::Unknown);
    CHECK(judged(Point{}, &network).verdict == CriterionResult::Unknown);
}

TEST_CASE("facilities in the sea, and roads that are all closed, are answers", "[access]")
{
    Snapshot snapshot = road();
    snapshot.facilities = {};
    addFacility(snapshot, "海", "working", at(2e6, -3e6));
    const Gap sea = judge(snapshot, at(1000, 0));
    CHECK(sea.verdict == CriterionResult::Unmet);
    CHECK(sea.reason.id == "access.gap.no_way");

    snapshot = road();
    const Travel travel = loadTravel(test::sourceFolder() / "data/access/travel.json");
    RoadNetwork network(snapshot.roads, travel, *travel.find("foot"), Season::Dry);
    for (std::uint32_t link = 0; link < network.graph().linkCount(); ++link)
        network.graph().setOpen(link, false);
    const Subject subject{.at = at(1000, 0)};
    const Gap cut = judgeGaps(snapshot, standard(), {.network = &network}, {&subject, 1}).front();
    CHECK(cut.verdict == CriterionResult::Unmet);
    CHECK(cut.reason.id == "access.gap.no_way");
}
