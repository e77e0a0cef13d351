// SPDX-License-Identifier: MIT
#include "campaign/closure.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

#include <algorithm>
#include <limits>

using namespace guatu;
using namespace guatu::test;
using namespace guatu::campaign;
using enum CriterionResult;

namespace
{

const std::string village = "532329102201";
constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

/// A poor village that has not exited, with so many remaining persons of so many residents.
Snapshot exitVillage(int remaining, int agriPersons, int households = 1)
{
    SnapshotBuilder builder;
    builder.unit({.code = village,
                  .agriPersons = agriPersons,
                  .poor = Flag::Yes,
                  .formal = FormalStatus::Unexited});
    builder.household({.origin = village, .persons = 1, .formal = FormalStatus::Unexited},
                      remaining);
    builder.household({.origin = village}, households);
    return builder.build();
}

void record(Snapshot& snapshot, SubjectType type, RowIndex subject, const std::string& criterion,
            CriterionResult result, Method method = Method::Verified, double number = noNumber,
            const char* asOf = "2020-04-10")
{
    CriterionValueColumns& to = snapshot.criterionValues;
    to.subjectType.push_back(type);
    to.subject.push_back(subject);
    to.criterion.push_back(criterion);
    to.result.push_back(result);
    to.method.push_back(method);
    to.number.push_back(number);
    to.text.emplace_back();
    to.exemptReason.emplace_back();
    to.asOf.push_back(*Date::fromIso(asOf));
    to.dataset.push_back(noRow);
}

void addClinic(Snapshot& snapshot, const std::string& unit, const std::string& state, int staff,
               float area, const std::string& kind = "clinic")
{
    FacilityColumns& to = snapshot.facilities;
    to.id.push_back(static_cast<std::int64_t>(to.size()) + 1);
    to.code.emplace_back();
    to.kind.push_back(kind);
    to.name.emplace_back();
    to.state.push_back(state);
    to.unit.push_back(static_cast<RowIndex>(rowOf(snapshot, unit)));
    to.staff.push_back(staff);
    to.capacity.push_back(-1);
    to.area.push_back(area);
    to.upkeepOwner.emplace_back();
    to.location.addPoint({});
}

Judgement judged(const Snapshot& snapshot, SubjectType type, RowIndex row, const std::string& id)
{
    const Profile profile = campaignProfile();
    const auto all = judgementsOf(snapshot, profile, closeUp(snapshot, profile), type, row);
    const auto found = std::ranges::find(all, id, &Judgement::id);
    REQUIRE(found != all.end());
    return *found;
}

Judgement ofVillage(const Snapshot& snapshot, const std::string& id)
{
    return judged(snapshot, SubjectType::Unit, static_cast<RowIndex>(rowOf(snapshot, village)), id);
}

} // namespace

TEST_CASE("12 of 400 is 3.00 % and no exit, 11 of 400 is", "[campaign]")
{
    CHECK(ofVillage(exitVillage(12, 400), "v_incidence").result == Unmet);
    const Judgement below = ofVillage(exitVillage(11, 400), "v_incidence");
    CHECK(below.result == Met);
    CHECK(below.readings.front().number == 2.75);
    CHECK(below.op == "<");
    CHECK(below.limit == 3.0);
    CHECK(below.due == Date::fromYmd(2020, 6, 30));
    CHECK(below.readings.front().method == Method::Computed);
}

TEST_CASE("an exit without denominator is not known", "[campaign]")
{
    CHECK(ofVillage(exitVillage(1, -1), "v_incidence").result == Unknown);
    CHECK(ofVillage(exitVillage(1, 0), "v_incidence").result == Unknown);
}

TEST_CASE("water is secured when it is for every household in scope", "[campaign]")
{
    Snapshot snapshot = exitVillage(0, 400, 3);
    CHECK(ofVillage(snapshot, "v_water").result == Met);
    CHECK(ofVillage(snapshot, "v_water").readings.front().number == 100.0);
    snapshot.households.waterQuality[0] = Flag::Unknown;
    CHECK(ofVillage(snapshot, "v_water").result == Unknown);
    snapshot.households.waterQuality[1] = Flag::No;
    CHECK(ofVillage(snapshot, "v_water").result == Unmet);
    snapshot.households.inScope[1] = Flag::No;
    CHECK(ofVillage(snapshot, "v_water").result == Unknown);
}

TEST_CASE("a clinic needs to work, a doctor, and 60 square metres above 800 residents",
          "[campaign]")
{
    const auto with = [](const std::string& state, int staff, float area, int residents) {
        Snapshot snapshot = exitVillage(0, 400);
        snapshot.units.persons[rowOf(snapshot, village)] = residents;
        addClinic(snapshot, village, state, staff, area);
        return ofVillage(snapshot, "v_clinic").result;
    };
    const float unknownArea = std::numeric_limits<float>::quiet_NaN();
    CHECK(with("working", 1, 60, 801) == Met);
    CHECK(with("working", 1, 59, 801) == Unmet);
    CHECK(with("working", 1, 59, 800) == Met);
    CHECK(with("working", 1, unknownArea, 800) == Met);
    CHECK(with("working", 1, unknownArea, 801) == Unknown);
    CHECK(with("working", 1, 59, -1) == Unknown);
    CHECK(with("working", 1, 60, -1) == Met);
    CHECK(with("working", 0, 60, 801) == Unmet);
    CHECK(with("working", -1, 60, 801) == Unknown);
    CHECK(with("broken", 1, 60, 801) == Unmet);
    CHECK(with("", 1, 60, 801) == Unknown);
}

TEST_CASE("a village without a clinic lacks one only where clinics are on record", "[campaign]")
{
    Snapshot snapshot = exitVillage(0, 400);
    CHECK(ofVillage(snapshot, "v_clinic").result == Unknown);
    addClinic(snapshot, "532329102", "working", 1, 60);
    CHECK(ofVillage(snapshot, "v_clinic").result == Unmet);
}

TEST_CASE("where the township's health centre works no clinic is needed", "[campaign]")
{
    Snapshot snapshot = exitVillage(0, 400);
    addClinic(snapshot, "532329102", "working", 1, 60);
    addClinic(snapshot, village, "working", 5, 400, "health_centre");
    const Judgement judgement = ofVillage(snapshot, "v_clinic");
    CHECK(judgement.result == Exempt);
    CHECK(judgement.readings.front().exemptReason == "town_seat");
}

TEST_CASE("99 % of households with television is enough, 98.99 % is not", "[campaign]")
{
    const auto with = [](double percent) {
        Snapshot snapshot = exitVillage(0, 400);
        record(snapshot, SubjectType::Unit, static_cast<RowIndex>(rowOf(snapshot, village)), "v_tv",
               Unknown, Method::Reported, percent);
        return ofVillage(snapshot, "v_tv").result;
    };
    CHECK(with(99) == Met);
    CHECK(with(98.99) == Unmet);
    CHECK(with(noNumber) == Unknown);
}

TEST_CASE("verified beats reported beats computed, and all are kept", "[campaign]")
{
    Snapshot snapshot = exitVillage(0, 400, 3);
    const auto unit = static_cast<RowIndex>(rowOf(snapshot, village));
    record(snapshot, SubjectType::Unit, unit, "v_water", Unmet, Method::Computed);
    CHECK(ofVillage(snapshot, "v_water").result == Met);
    record(snapshot, SubjectType::Unit, unit, "v_water", Unknown, Method::Reported);
    CHECK(ofVillage(snapshot, "v_water").result == Unknown);
    record(snapshot, SubjectType::Unit, unit, "v_water", Unmet, Method::Verified);
    const Judgement judgement = ofVillage(snapshot, "v_water");
    CHECK(judgement.result == Unmet);
    REQUIRE(judgement.readings.size() == 4);
    CHECK(judgement.readings[0].method == Method::Verified);
    CHECK(judgement.readings[1].method == Method::Reported);
    CHECK(judgement.readings[2].result == Met); // worked out from the households of today
    CHECK(judgement.readings[3].result == Unmet);
}

TEST_CASE("of two reports the later one counts", "[campaign]")
{
    Snapshot snapshot = exitVillage(0, 400);
    const auto unit = static_cast<RowIndex>(rowOf(snapshot, village));
    record(snapshot, SubjectType::Unit, unit, "v_road", Met, Method::Reported, noNumber,
           "2020-04-12");
    record(snapshot, SubjectType::Unit, unit, "v_road", Unmet, Method::Reported, noNumber,
           "2020-04-11");
    CHECK(ofVillage(snapshot, "v_road").result == Met);
}

TEST_CASE("what was verified for a household outranks its ledger, a computed value does not",
          "[campaign]")
{
    Snapshot snapshot = exitVillage(0, 400);
    snapshot.households.food[0] = Flag::No;
    record(snapshot, SubjectType::Household, 0, "food", Met, Method::Computed);
    CHECK(judged(snapshot, SubjectType::Household, 0, "food").result == Unmet);
    record(snapshot, SubjectType::Household, 0, "food", Met, Method::Verified);
    const Judgement judgement = judged(snapshot, SubjectType::Household, 0, "food");
    CHECK(judgement.result == Met);
    CHECK(judgement.readings.size() == 3);
    snapshot.households.clothing[0] = Flag::Unknown;
    record(snapshot, SubjectType::Household, 0, "clothing", Met, Method::Computed);
    CHECK(judged(snapshot, SubjectType::Household, 0, "clothing").result == Met);
    CHECK(closeUp(snapshot, campaignProfile()).household[0] == Clear::Cleared);
}

TEST_CASE("an estimated income satisfies until 31 December, flagged, and is unknown then",
          "[campaign]")
{
    Snapshot snapshot = exitVillage(0, 400);
    snapshot.households.incomePerHead[0] = 4000;
    snapshot.households.incomeBasis[0] = IncomeBasis::Estimated;
    for (const auto& [day, result] :
         {std::pair("2020-06-30", Met), std::pair("2020-12-30", Met),
          std::pair("2020-12-31", Unknown), std::pair("2021-01-01", Unknown)}) {
        snapshot.asOf = *Date::fromIso(day);
        const Judgement income = judged(snapshot, SubjectType::Household, 0, "income");
        CHECK(income.result == result);
        CHECK(income.estimated);
        CHECK(income.readings.front().number == 4000.0);
    }
    snapshot.asOf = *Date::fromYmd(2020, 6, 30);
    snapshot.households.incomePerHead[0] = 3999;
    CHECK(judged(snapshot, SubjectType::Household, 0, "income").result == Unmet);
}

TEST_CASE("a county exits when nine of ten poor villages have", "[campaign]")
{
    const auto with = [](int exited, int unexited, int unknown) {
        SnapshotBuilder builder;
        int number = 201;
        const auto add = [&](FormalStatus formal, int count) {
            while (count-- > 0)
                builder.unit({.code = "532329102" + std::to_string(number++),
                              .poor = Flag::Yes,
                              .formal = formal});
        };
        add(FormalStatus::Exited, exited);
        add(FormalStatus::Unexited, unexited);
        add(FormalStatus::Unknown, unknown);
        const Snapshot snapshot = builder.build();
        return judged(snapshot, SubjectType::Unit, static_cast<RowIndex>(rowOf(snapshot, "532329")),
                      "k_villages")
            .result;
    };
    CHECK(with(9, 1, 0) == Met);
    CHECK(with(8, 2, 0) == Unmet);
    CHECK(with(89, 11, 0) == Unmet);
    CHECK(with(9, 0, 1) == Met);
    CHECK(with(8, 1, 1) == Unknown);
    CHECK(with(7, 2, 1) == Unmet);
}

TEST_CASE("county items are judged and bind nobody", "[campaign]")
{
    const Snapshot snapshot = exitVillage(0, 400);
    const Judgement item = judged(snapshot, SubjectType::Unit,
                                  static_cast<RowIndex>(rowOf(snapshot, "532329")), "k_education");
    CHECK(item.result == Unknown);
    CHECK(item.readings.empty());
    CHECK_FALSE(item.binding);
}

TEST_CASE("an unexited poor village is bound by ten exit items, an exited one by five",
          "[campaign]")
{
    const auto boundBy = [](FormalStatus formal, Flag poor) {
        Snapshot snapshot = exitVillage(0, 400);
        snapshot.units.formal[rowOf(snapshot, village)] = formal;
        snapshot.units.isPoor[rowOf(snapshot, village)] = poor;
        return closeUp(snapshot, campaignProfile()).own.results[rowOf(snapshot, village)].size();
    };
    CHECK(boundBy(FormalStatus::Unexited, Flag::Yes) == 10);
    CHECK(boundBy(FormalStatus::Returned, Flag::Yes) == 10);
    CHECK(boundBy(FormalStatus::Exited, Flag::Yes) == 5);
    CHECK(boundBy(FormalStatus::Unexited, Flag::No) == 0);
    CHECK(boundBy(FormalStatus::NeverRegistered, Flag::No) == 0);
}

TEST_CASE("a village whose formal status is missing is not cleared", "[campaign]")
{
    Snapshot snapshot = exitVillage(0, 400);
    snapshot.units.formal[rowOf(snapshot, village)] = FormalStatus::Unknown;
    const Closure closure = closeUp(snapshot, campaignProfile());
    CHECK(closure.own.binding[rowOf(snapshot, village)] == UnitCriteria::cannotTell);
    CHECK(closure.unit[rowOf(snapshot, village)] == Clear::Unknown);
}

TEST_CASE("one unmet item of the village keeps every unit above it open", "[campaign]")
{
    Snapshot snapshot = exitVillage(0, 400, 3);
    const auto unit = static_cast<RowIndex>(rowOf(snapshot, village));
    addClinic(snapshot, village, "working", 1, 60);
    snapshot.units.persons[static_cast<std::size_t>(unit)] = 500;
    for (const char* item :
         {"v_road", "v_power", "v_tv", "v_net", "v_infra", "v_service", "v_econ"})
        record(snapshot, SubjectType::Unit, unit, item, Met);
    const Profile profile = campaignProfile();
    for (const std::string& place : {village, std::string("532329"), std::string("5323")})
        CHECK(closeUp(snapshot, profile).unit[rowOf(snapshot, place)] == Clear::Cleared);
    record(snapshot, SubjectType::Unit, unit, "v_econ", Unmet, Method::Verified, noNumber,
           "2020-04-16");
    for (const std::string& place : {village, std::string("532329"), std::string("5323")})
        CHECK(closeUp(snapshot, profile).unit[rowOf(snapshot, place)] == Clear::Uncleared);
}

TEST_CASE("a profile may judge sites and townships by sets of their own", "[campaign]")
{
    Profile profile = campaignProfile();
    profile.criteria["site_items"] = {
        Criterion{.id = "s_size",
                  .title = {"规模", "Size"},
                  .grain = "site",
                  .field = "households",
                  .op = ">=",
                  .value = 100},
        Criterion{.id = "s_school", .title = {"学校", "School"}, .grain = "site"}};
    profile.criteria["town_items"] = {Criterion{.id = "t_rate",
                                                .title = {"发生率", "Incidence"},
                                                .grain = "town",
                                                .field = "incidence",
                                                .op = "<",
                                                .value = 3}};
    profile.closure.own.push_back({.level = Level::Town, .set = "town_items"});
    Snapshot snapshot =
        SnapshotBuilder()
            .unit({.code = "532329102", .agriPersons = 100})
            .unit({village})
            .household({.origin = village, .persons = 3, .formal = FormalStatus::Unexited})
            .site({.households = 99, .host = village})
            .build();
    record(snapshot, SubjectType::Site, 0, "s_school", Met);
    const Closure closure = closeUp(snapshot, profile);
    const auto site = judgementsOf(snapshot, profile, closure, SubjectType::Site, 0);
    REQUIRE(site.size() == 2);
    CHECK(site[0].result == Unmet);
    CHECK(site[0].readings.front().number == 99.0);
    CHECK(site[1].result == Met);
    const std::size_t town = rowOf(snapshot, "532329102");
    CHECK(closure.own.results[town] == std::vector{Unmet}); // 3 of 100 is 3 %
    CHECK(closure.unit[town] == Clear::Uncleared);
    CHECK(closure.unit[rowOf(snapshot, village)] == Clear::Cleared);
}
