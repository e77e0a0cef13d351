// SPDX-License-Identifier: MIT
#include "support/snapshot_builder.h"
#include "support/source_folder.h"

#include <map>
#include <stdexcept>

namespace guatu::test
{
namespace
{

UnitCode codeOf(const std::string& digits)
{
    const auto code = UnitCode::parse(digits);
    if (!code)
        throw std::invalid_argument("no unit code: " + digits);
    return *code;
}

RowIndex unitRow(const UnitColumns& units, const std::string& digits)
{
    if (digits.empty())
        return noRow;
    const RowIndex row = findUnit(units, codeOf(digits));
    if (row == noRow)
        throw std::invalid_argument("no such unit: " + digits);
    return row;
}

void addUnit(UnitColumns& units, UnitCode code, const UnitSpec& spec)
{
    units.id.push_back(static_cast<std::int64_t>(units.size()) + 1);
    units.code.push_back(code);
    units.level.push_back(code.level());
    units.name.push_back(spec.name);
    const auto parent = code.parent();
    units.parent.push_back(parent ? findUnit(units, *parent) : noRow);
    units.isPoor.push_back(spec.poor);
    units.isDeepPoor.push_back(Flag::Unknown);
    units.formal.push_back(spec.formal);
    units.areaGrade.push_back(AreaGrade::None);
    units.seat.addPoint({});
    units.area.endFeature();
    units.households.push_back(spec.households);
    units.persons.push_back(-1);
    units.agriPersons.push_back(spec.agriPersons);
    units.statAsOf.emplace_back();
}

void addHousehold(Snapshot& snapshot, const HouseholdSpec& spec)
{
    HouseholdColumns& to = snapshot.households;
    to.id.push_back(static_cast<std::int64_t>(to.size()) + 1);
    to.code.add(spec.code.empty() ? "H" + std::to_string(to.size()) : spec.code);
    to.originUnit.push_back(unitRow(snapshot.units, spec.origin));
    to.currentUnit.push_back(unitRow(snapshot.units, spec.current));
    to.group.push_back(unitRow(snapshot.units, spec.group));
    to.site.push_back(noRow);
    to.formal.push_back(spec.formal);
    to.watch.push_back(spec.watch);
    to.watchActive.push_back(Flag::Unknown);
    to.exitYear.push_back(0);
    to.persons.push_back(static_cast<std::int16_t>(spec.persons));
    to.incomePerHead.push_back(5000);
    to.incomeBasis.push_back(IncomeBasis::Actual);
    to.livelihood.push_back(Livelihood::Job);
    to.houseGrade.push_back(HouseGrade::A);
    for (auto* flags : {&to.inScope, &to.livelihoodOk, &to.food, &to.clothing, &to.houseOccupied,
                        &to.waterQuantity, &to.waterQuality, &to.waterAccess, &to.waterAssurance})
        flags->push_back(Flag::Yes);
    for (auto* flags : {&to.class4, &to.class4New, &to.dibao, &to.noLabour})
        flags->push_back(Flag::No);
    to.education.push_back(CriterionResult::Met);
    to.medical.push_back(CriterionResult::Met);
    to.openProblems.push_back(0);
    to.cause.rows.push_back(0);
    to.watchFrom.push_back(noDate);
    to.since.push_back(noDate);
    to.dataset.push_back(noRow);
    to.location.emplace_back();
    to.locationState.push_back(LocationState::Missing);
    to.locationSource.push_back(LocationSource::Unknown);
}

void addSite(Snapshot& snapshot, const SiteSpec& spec)
{
    SiteColumns& to = snapshot.sites;
    to.id.push_back(static_cast<std::int64_t>(to.size()) + 1);
    to.code.push_back("S" + std::to_string(to.size()));
    to.name.push_back(spec.name);
    to.kind.push_back(spec.kind);
    to.hostUnit.push_back(unitRow(snapshot.units, spec.host));
    to.county.push_back(noRow);
    to.plannedHouseholds.push_back(spec.plannedHouseholds);
    to.plannedPersons.push_back(spec.plannedPersons);
    to.movedHouseholds.push_back(spec.households);
    to.movedPersons.push_back(spec.persons);
    to.location.addPoint({});
}

void addListing(Snapshot& snapshot, const ListingSpec& spec)
{
    ListingColumns& to = snapshot.listings;
    const bool isSite = spec.unit.empty() && spec.site >= 0;
    to.id.push_back(static_cast<std::int64_t>(to.size()) + 1);
    to.issuerLevel.push_back(spec.issuer);
    to.ruleId.push_back(spec.rule);
    to.basis.emplace_back("official");
    to.leadOrganisation.emplace_back();
    to.subjectType.push_back(isSite ? SubjectType::Site : SubjectType::Unit);
    to.subject.push_back(isSite ? spec.site : unitRow(snapshot.units, spec.unit));
    to.subjectName.push_back(spec.subjectName);
    to.from.emplace_back();
    to.to.emplace_back();
}

void addProblem(Snapshot& snapshot, const ProblemSpec& spec)
{
    ProblemColumns& to = snapshot.problems;
    to.id.push_back(static_cast<std::int64_t>(to.size()) + 1);
    for (auto* texts :
         {&to.code, &to.source, &to.topic, &to.text, &to.leadOrganisation, &to.verifierLevel})
        texts->emplace_back();
    to.state.push_back(spec.state);
    to.subjectType.push_back(spec.type);
    to.subject.push_back(spec.unit.empty() ? spec.subject : unitRow(snapshot.units, spec.unit));
    to.foundOn.push_back(spec.found);
    to.dueOn.emplace_back();
    to.closedOn.push_back(spec.closed);
}

} // namespace

SnapshotBuilder& SnapshotBuilder::unit(UnitSpec spec)
{
    m_units.push_back(std::move(spec));
    return *this;
}

SnapshotBuilder& SnapshotBuilder::household(HouseholdSpec spec, int times)
{
    m_households.insert(m_households.end(), static_cast<std::size_t>(times), spec);
    return *this;
}

SnapshotBuilder& SnapshotBuilder::site(SiteSpec spec)
{
    m_sites.push_back(std::move(spec));
    return *this;
}

SnapshotBuilder& SnapshotBuilder::listing(ListingSpec spec)
{
    m_listings.push_back(std::move(spec));
    return *this;
}

SnapshotBuilder& SnapshotBuilder::problem(ProblemSpec spec)
{
    m_problems.push_back(std::move(spec));
    return *this;
}

Snapshot SnapshotBuilder::build() const
{
    std::map<UnitCode, UnitSpec> units;
    for (const UnitSpec& spec : m_units) {
        units[codeOf(spec.code)] = spec;
        for (auto above = codeOf(spec.code).parent(); above; above = above->parent())
            units.try_emplace(*above, UnitSpec{.code = above->str()});
    }
    Snapshot snapshot;
    snapshot.asOf = *Date::fromYmd(2020, 4, 17);
    for (const auto& [code, spec] : units)
        addUnit(snapshot.units, code, spec);
    for (const HouseholdSpec& spec : m_households)
        addHousehold(snapshot, spec);
    for (const SiteSpec& spec : m_sites)
        addSite(snapshot, spec);
    for (const ListingSpec& spec : m_listings)
        addListing(snapshot, spec);
    for (const ProblemSpec& spec : m_problems)
        addProblem(snapshot, spec);
    return snapshot;
}

std::size_t rowOf(const Snapshot& snapshot, const std::string& code)
{
    return static_cast<std::size_t>(unitRow(snapshot.units, code));
}

Profile campaignProfile()
{
    return loadProfile(sourceFolder() / "data" / "profiles" / "chuxiong-2020-100days.json");
}

} // namespace guatu::test
