// SPDX-License-Identifier: MIT
#include "campaign/support/random_prefecture.h"

#include "support/snapshot_builder.h"

#include <limits>
#include <random>

namespace guatu::test
{
namespace
{

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

class Dice
{
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}

    /// From 0 to `count` - 1.
    int below(int count) { return static_cast<int>(m_engine() % static_cast<unsigned>(count)); }
    bool oneIn(int count) { return below(count) == 0; }
    template <typename Value>
    Value of(std::initializer_list<Value> values)
    {
        return *(values.begin() + below(static_cast<int>(values.size())));
    }
    template <typename Value>
    const Value& of(const std::vector<Value>& values)
    {
        return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
    }

private:
    std::mt19937 m_engine;
};

using enum CriterionResult;

/// Mostly good, so that whole units can close.
Flag mostly(Dice& dice, int badOneIn)
{
    return dice.oneIn(badOneIn) ? dice.of({Flag::No, Flag::Unknown}) : Flag::Yes;
}

void scrambleWith(Dice& dice, HouseholdColumns& to, std::size_t row, int badOneIn)
{
    to.persons[row] = static_cast<std::int16_t>(dice.below(9) - 1);
    to.formal[row] = dice.of({FormalStatus::Unexited, FormalStatus::Returned, FormalStatus::Exited,
                              FormalStatus::NeverRegistered, FormalStatus::Unknown});
    to.watch[row] =
        dice.of({Watch::Unknown, Watch::None, Watch::Monitored, Watch::Marginal, Watch::Sudden});
    to.watchActive[row] = dice.of({Flag::Yes, Flag::No, Flag::Unknown});
    to.inScope[row] = dice.oneIn(6) ? dice.of({Flag::No, Flag::Unknown}) : Flag::Yes;
    to.incomePerHead[row] = dice.oneIn(badOneIn)
                                ? dice.of({std::numeric_limits<float>::quiet_NaN(), 3999.99F, 0.F})
                                : dice.of({4000.F, 9000.F});
    to.incomeBasis[row] = dice.oneIn(badOneIn)
                              ? IncomeBasis::Unknown
                              : dice.of({IncomeBasis::Actual, IncomeBasis::Estimated});
    to.livelihood[row] = dice.of({Livelihood::Job, Livelihood::Business, Livelihood::SafetyNet});
    if (dice.oneIn(badOneIn))
        to.livelihood[row] = Livelihood::Unknown;
    for (auto* flags : {&to.livelihoodOk, &to.food, &to.clothing, &to.houseOccupied,
                        &to.waterQuantity, &to.waterQuality, &to.waterAccess, &to.waterAssurance})
        (*flags)[row] = mostly(dice, badOneIn);
    for (auto* flags : {&to.class4, &to.class4New, &to.dibao, &to.noLabour})
        (*flags)[row] = dice.of({Flag::Yes, Flag::No, Flag::Unknown});
    to.houseGrade[row] = dice.oneIn(badOneIn)
                             ? dice.of({HouseGrade::Unknown, HouseGrade::C, HouseGrade::D})
                             : dice.of({HouseGrade::A, HouseGrade::B});
    for (auto* results : {&to.education, &to.medical})
        (*results)[row] = dice.oneIn(badOneIn) ? dice.of({Unmet, Unknown}) : dice.of({Met, Exempt});
    to.openProblems[row] = dice.oneIn(badOneIn) ? 1 : 0;
}

void addUnits(Dice& dice, SnapshotBuilder& builder, std::vector<std::string>& villages,
              std::vector<std::string>& groups)
{
    const auto spec = [&](const std::string& code) {
        UnitSpec unit{.code = code};
        unit.agriPersons = dice.of({-1, 0, 100, 400, 300, 50});
        unit.poor = dice.of({Flag::Yes, Flag::No, Flag::Unknown});
        unit.households = dice.of({-1, -1, -1, 0, 1, 4});
        unit.formal = dice.of({FormalStatus::Unexited, FormalStatus::Exited, FormalStatus::Returned,
                               FormalStatus::NeverRegistered, FormalStatus::NeverRegistered,
                               FormalStatus::NeverRegistered, FormalStatus::Unknown});
        return unit;
    };
    builder.unit(spec("5323"));
    for (const std::string& county : {std::string("532329"), std::string("532325")})
        for (int town = dice.below(3); town-- > 0;) {
            const std::string townCode = county + "10" + std::to_string(town + 1);
            builder.unit(spec(townCode));
            for (int village = dice.below(4); village-- > 0;) {
                villages.push_back(townCode + "20" + std::to_string(village + 1));
                builder.unit(spec(villages.back()));
                for (int group = dice.below(3); group-- > 0;) {
                    groups.push_back(villages.back() + "00" + std::to_string(group + 1));
                    builder.unit(spec(groups.back()));
                }
            }
        }
}

/// Takes the record of a township away; its villages stay.
void dropTown(Dice& dice, Snapshot& snapshot)
{
    UnitColumns& units = snapshot.units;
    std::vector<std::size_t> towns;
    for (std::size_t row = 0; row < units.size(); ++row)
        if (units.level[row] == Level::Town)
            towns.push_back(row);
    if (towns.empty())
        return;
    const auto gone = static_cast<RowIndex>(dice.of(towns));
    const auto erase = [&](auto& column) { column.erase(column.begin() + gone); };
    erase(units.id);
    erase(units.code);
    erase(units.level);
    erase(units.name);
    erase(units.parent);
    erase(units.isPoor);
    erase(units.isDeepPoor);
    erase(units.formal);
    erase(units.areaGrade);
    erase(units.households);
    erase(units.persons);
    erase(units.agriPersons);
    erase(units.statAsOf);
    units.seat = GeometryColumn(GeometryType::Point);
    units.area = GeometryColumn(GeometryType::Polygon);
    for (std::size_t row = 0; row < units.size(); ++row) {
        units.seat.addPoint({});
        units.area.endFeature();
        const auto parent = units.code[row].parent();
        units.parent[row] = parent ? findUnit(units, *parent) : noRow;
    }
    for (auto* rows : {&snapshot.households.originUnit, &snapshot.households.currentUnit,
                       &snapshot.households.group, &snapshot.sites.hostUnit})
        for (RowIndex& row : *rows)
            row = row == gone ? noRow : row > gone ? row - 1 : row;
}

RowIndex anyRow(Dice& dice, std::size_t size)
{
    return size == 0 ? noRow : static_cast<RowIndex>(dice.below(static_cast<int>(size)));
}

/// A row of the table the type stands for.
RowIndex anySubject(Dice& dice, const Snapshot& snapshot, SubjectType type)
{
    switch (type) {
    case SubjectType::Household:
        return anyRow(dice, snapshot.households.size());
    case SubjectType::Unit:
        return anyRow(dice, snapshot.units.size());
    case SubjectType::Site:
        return anyRow(dice, snapshot.sites.size());
    case SubjectType::Facility:
        return anyRow(dice, snapshot.facilities.size());
    case SubjectType::Project:
    case SubjectType::Unknown:
        break;
    }
    return noRow;
}

Date dayNear(Dice& dice, Date asOf)
{
    return Date(asOf.days() + dice.of({-120, -91, -90, -89, -10, -1, 0, 1}));
}

void addFacilities(Dice& dice, Snapshot& snapshot)
{
    FacilityColumns& to = snapshot.facilities;
    for (int i = dice.below(6); i-- > 0;) {
        to.id.push_back(i);
        to.code.push_back("F" + std::to_string(i));
        to.kind.push_back(dice.of({"clinic", "clinic", "clinic", "health_centre", "school"}));
        to.name.emplace_back();
        to.state.push_back(dice.of({"working", "working", "working", "broken", ""}));
        to.unit.push_back(dice.oneIn(8) ? noRow : anyRow(dice, snapshot.units.size()));
        to.staff.push_back(dice.of({-1, 0, 1, 2}));
        to.capacity.push_back(-1);
        to.area.push_back(dice.of({std::numeric_limits<float>::quiet_NaN(), 59.F, 60.F}));
        to.upkeepOwner.emplace_back();
        to.location.addPoint({});
    }
    for (std::int32_t& persons : snapshot.units.persons)
        persons = dice.of({-1, 800, 801});
}

void addProblems(Dice& dice, Snapshot& snapshot)
{
    ProblemColumns& to = snapshot.problems;
    for (int i = dice.below(4); i-- > 0;) {
        to.id.push_back(i);
        for (auto* texts : {&to.code, &to.topic, &to.text, &to.leadOrganisation})
            texts->emplace_back();
        to.source.push_back(dice.of({"screening", "appraisal"}));
        to.verifierLevel.push_back(dice.of({"", "county"}));
        to.state.push_back(
            dice.of({"open", "fixing", "verified", "reopened", "closed", "closed", "closed"}));
        to.subjectType.push_back(dice.of(
            {SubjectType::Unit, SubjectType::Site, SubjectType::Facility, SubjectType::Unknown}));
        to.subject.push_back(anySubject(dice, snapshot, to.subjectType.back()));
        const auto maybe = [&]() -> std::optional<Date> {
            return dice.oneIn(3) ? std::nullopt : std::optional(dayNear(dice, snapshot.asOf));
        };
        to.foundOn.push_back(maybe());
        to.dueOn.push_back(maybe());
        to.closedOn.push_back(maybe());
    }
}

void addValues(Dice& dice, Snapshot& snapshot)
{
    CriterionValueColumns& to = snapshot.criterionValues;
    const auto add = [&](SubjectType type, RowIndex subject, const char* criterion, double number) {
        if (subject == noRow)
            return;
        to.subjectType.push_back(type);
        to.subject.push_back(subject);
        to.criterion.emplace_back(criterion);
        to.result.push_back(dice.of({Met, Met, Met, Unmet, Unknown, Exempt}));
        to.method.push_back(dice.of({Method::Computed, Method::Reported, Method::Verified}));
        to.number.push_back(number);
        to.text.emplace_back();
        to.exemptReason.emplace_back();
        to.asOf.push_back(Date(snapshot.asOf.days() - dice.below(30)));
        to.dataset.push_back(noRow);
    };
    for (int i = dice.below(12); i-- > 0;)
        add(SubjectType::Household, anyRow(dice, snapshot.households.size()),
            dice.of({"income", "food", "water", "housing", "medical"}), nan);
    for (std::size_t unit = 0; unit < snapshot.units.size(); ++unit)
        for (const char* criterion :
             {"v_road", "v_power", "v_net", "v_infra", "v_service", "v_econ", "v_tv", "v_water",
              "v_clinic", "c_org", "c_upkeep", "c_industry", "c_income", "c_clean"})
            if (snapshot.units.level[unit] == Level::Village && !dice.oneIn(8))
                add(SubjectType::Unit, static_cast<RowIndex>(unit), criterion,
                    std::string_view(criterion) == "v_tv" ? dice.of({98.99, 99.0, nan}) : nan);
}

void addVisits(Dice& dice, Snapshot& snapshot)
{
    VisitColumns& to = snapshot.visits;
    for (int i = dice.of({0, 5, 60}); i-- > 0;) {
        const SubjectType type = dice.oneIn(4) ? SubjectType::Unit : SubjectType::Household;
        const RowIndex subject = anySubject(dice, snapshot, type);
        if (subject == noRow)
            continue;
        to.subjectType.push_back(type);
        to.subject.push_back(subject);
        to.on.push_back(dayNear(dice, snapshot.asOf));
        to.agrees.push_back(dice.of({Flag::Yes, Flag::Yes, Flag::Yes, Flag::No, Flag::Unknown}));
        to.finding.emplace_back();
    }
}

void addPlans(Dice& dice, Snapshot& snapshot)
{
    PlanItemColumns& to = snapshot.planItems;
    for (int i = dice.of({0, 0, 3}); i-- > 0;) {
        to.household.push_back(anyRow(dice, snapshot.households.size()));
        to.topic.emplace_back();
        to.state.push_back(dice.of({"planned", "running", "done", "dropped"}));
        to.start.emplace_back();
        to.due.emplace_back();
    }
}

Profile anyProfile(Dice& dice)
{
    static const Profile shipped = campaignProfile();
    Profile profile = shipped;
    profile.closure.scope = dice.oneIn(5) ? "all" : "in_scope";
    profile.closure.openProblemBlocks = !dice.oneIn(6);
    profile.closure.unknownBlocks = !dice.oneIn(6);
    profile.closure.needVisitForReal = !dice.oneIn(6);
    if (dice.oneIn(8))
        profile.end.reset();
    return profile;
}

} // namespace

RandomPrefecture randomPrefecture(unsigned seed)
{
    Dice dice(seed);
    RandomPrefecture made{anyProfile(dice), {}};
    SnapshotBuilder builder;
    std::vector<std::string> villages, groups;
    addUnits(dice, builder, villages, groups);
    villages.emplace_back("5323"); // some are known no nearer than that
    for (int site = dice.below(3); site-- > 0;)
        builder.site({.households = dice.of({-1, 99, 100}),
                      .persons = dice.of({-1, 999, 1000}),
                      .plannedHouseholds = dice.of({-1, 99, 100}),
                      .plannedPersons = dice.of({-1, 999, 1000}),
                      .host = dice.oneIn(3) ? "" : dice.of(villages)});
    for (int i = dice.of({0, 3, 12, 40}); i-- > 0;)
        builder.household({.origin = dice.of(villages),
                           .current = dice.oneIn(3) ? dice.of(villages) : "",
                           .group = !groups.empty() && !dice.oneIn(3) ? dice.of(groups) : ""});
    Snapshot& snapshot = made.snapshot = builder.build();
    if (dice.oneIn(4))
        dropTown(dice, snapshot);
    snapshot.asOf = *Date::fromIso(dice.of({"2020-04-17", "2020-04-23", "2020-05-01", "2020-06-23",
                                            "2020-06-30", "2020-07-01", "2020-12-31"}));
    const int badOneIn = dice.of({4, 20, 80});
    for (std::size_t row = 0; row < snapshot.households.size(); ++row) {
        scrambleWith(dice, snapshot.households, row, badOneIn);
        if (dice.oneIn(5))
            snapshot.households.site[row] = anyRow(dice, snapshot.sites.size());
        if (dice.oneIn(30))
            snapshot.households.originUnit[row] = noRow;
    }
    addFacilities(dice, snapshot);
    addProblems(dice, snapshot);
    addValues(dice, snapshot);
    addVisits(dice, snapshot);
    addPlans(dice, snapshot);
    return made;
}

void scramble(Snapshot& snapshot, std::size_t household, unsigned seed)
{
    Dice dice(seed);
    scrambleWith(dice, snapshot.households, household, dice.of({2, 20}));
}

} // namespace guatu::test
