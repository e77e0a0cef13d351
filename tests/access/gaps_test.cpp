// SPDX-License-Identifier: MIT
#include "access/gaps.h"
#include "core/error.h"
#include "support/catch.h"
#include "support/source_folder.h"

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
    const Subject subject{where, noRow};
    if (by.maxMetres)
        return judgeGaps(snapshot, by, nullptr, {&subject, 1}).front();
    const RoadNetwork network(snapshot.roads, travel, *travel.find("foot"), Season::Dry);
    return judgeGaps(snapshot, by, &network, {&subject, 1}).front();
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
    metres.maxMinutes.reset();
    metres.maxMetres = 800;
    CHECK(judge(road(), at(0, 799), metres).verdict == CriterionResult::Met);
    CHECK(judge(road(), at(0, 801), metres).verdict == CriterionResult::Unmet);
    CHECK(*judge(road(), at(300, 400), metres).figure == Approx(500).epsilon(1e-3));
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
    by.exemptCriterion = "v_clinic";
    by.maxMinutes.reset();
    by.maxMetres = 10;
    const Subject far{at(5000, 0), 0};
    CHECK(judgeGaps(snapshot, by, nullptr, {&far, 1}).front().verdict == CriterionResult::Exempt);
}

TEST_CASE("shipped standards read, and one without a clear limit is an error", "[access]")
{
    CHECK(loadStandards(test::sourceFolder() / "data/access/standards.json").size() == 4);
    CHECK_THROWS_AS(parseStandards(R"({"standards": [{"id": "a", "service": "a", "title":
        {"zh": "a", "en": "a"}, "facilities": ["a"], "rule": {"zh": "a", "en": "a"},
        "source": "a", "max_minutes": 5, "max_metres": 5, "means": "foot"}]})",
                                   "s.json"),
                    Error);
}
