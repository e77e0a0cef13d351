// SPDX-License-Identifier: MIT
#include "campaign/unit_judge.h"

#include "campaign/fields.h"
#include "campaign/household_judge.h"
#include "core/polygon.h"

#include <array>
#include <cmath>

namespace guatu::campaign
{
namespace
{

using enum CriterionResult;

/// Residents above which a clinic needs its floor area (domain notes §3, Clinic).
constexpr std::int32_t residentsThatNeedRoom = 800;

SubjectIndex facilitiesOf(const Snapshot& snapshot, std::string_view kind)
{
    std::vector<RowIndex> units = snapshot.facilities.unit;
    for (std::size_t row = 0; row < units.size(); ++row)
        if (snapshot.facilities.kind[row] != kind)
            units[row] = noRow;
    return {units, snapshot.units.size()};
}

/// How many of a group stand where.
struct Counts {
    std::array<std::int64_t, 4> of{}; ///< by CriterionResult

    void add(CriterionResult result) { ++of[static_cast<std::size_t>(result)]; }
    [[nodiscard]] std::int64_t operator[](CriterionResult result) const
    {
        return of[static_cast<std::size_t>(result)];
    }
};

/// The share of those met among those who count, against a threshold in per cent. Decided early
/// when those that are unknown cannot change it.
Reading share(const Counts& counts, const Criterion& criterion, double limit)
{
    Reading reading{.method = Method::Computed};
    const std::int64_t counted = counts[Met] + counts[Unmet] + counts[Unknown];
    if (counted == 0) {
        reading.result = counts[Exempt] > 0 ? Exempt : Unknown;
        return reading;
    }
    const std::string_view op = criterion.op.empty() ? ">=" : std::string_view(criterion.op);
    const auto judged = [&](std::int64_t met) {
        return compares(100.0 * static_cast<double>(met), op, limit * static_cast<double>(counted))
                   ? Met
                   : Unmet;
    };
    const CriterionResult least = judged(counts[Met]);
    reading.result = least == judged(counts[Met] + counts[Unknown]) ? least : Unknown;
    reading.number = 100.0 * static_cast<double>(counts[Met]) / static_cast<double>(counted);
    return reading;
}

} // namespace

UnitJudge::UnitJudge(const Snapshot& snapshot, const Profile& profile, const Closure& closure)
    : m_snapshot(snapshot),
      m_profile(profile),
      m_closure(closure),
      m_clinics(facilitiesOf(snapshot, "clinic")),
      m_healthCentres(facilitiesOf(snapshot, "health_centre"))
{
}

std::int16_t UnitJudge::binding(std::size_t unit) const
{
    const FieldReader read = [&](std::string_view name) {
        return unitField(m_snapshot, m_closure, unit, name);
    };
    const auto& own = m_profile.closure.own;
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i].level != m_snapshot.units.level[unit])
            continue;
        switch (own[i].when ? own[i].when->evaluate(read) : Met) {
        case Met:
            return static_cast<std::int16_t>(i);
        case Unknown:
            return UnitCriteria::cannotTell;
        case Unmet:
        case Exempt:
            break;
        }
    }
    return UnitCriteria::none;
}

const std::vector<Criterion>* UnitJudge::setOf(std::size_t unit) const
{
    const std::int16_t bound = binding(unit);
    if (bound < 0)
        return nullptr;
    const auto set =
        m_profile.criteria.find(m_profile.closure.own[static_cast<std::size_t>(bound)].set);
    return set == m_profile.criteria.end() ? nullptr : &set->second;
}

std::vector<CriterionResult> UnitJudge::judge(std::size_t unit) const
{
    std::vector<CriterionResult> results;
    if (const auto* set = setOf(unit))
        for (const Criterion& criterion : *set)
            results.push_back(judge(unit, criterion));
    return results;
}

CriterionResult UnitJudge::judge(std::size_t unit, const Criterion& criterion) const
{
    const auto own = computed(unit, criterion);
    const CriterionValueColumns& values = m_snapshot.criterionValues;
    const auto recorded =
        strongestFirst(values, m_closure.values.of(static_cast<RowIndex>(unit)), criterion.id);
    if (!recorded.empty()) {
        const bool weaker = values.method[recorded.front()] == Method::Computed;
        if (!weaker || !own || own->result == Unknown)
            return recordedResult(values, recorded.front(), criterion.op,
                                  limitOf(criterion, m_profile));
    }
    return own ? own->result : Unknown;
}

std::optional<Reading> UnitJudge::computed(std::size_t unit, const Criterion& criterion) const
{
    if (criterion.field == "incidence")
        return incidence(unit, criterion);
    if (criterion.id == "v_water")
        return water(unit, criterion);
    if (criterion.id == "v_clinic")
        return clinic(unit);
    if (criterion.id == "k_villages")
        return exitedVillages(unit, criterion);
    if (!criterion.field.empty())
        return field(unit, criterion);
    return std::nullopt;
}

Reading UnitJudge::incidence(std::size_t unit, const Criterion& criterion) const
{
    Reading reading{.method = Method::Computed};
    const std::int32_t denominator = denominatorOf(m_snapshot.units, m_profile, unit);
    const auto limit = limitOf(criterion, m_profile);
    if (!limit || denominator <= 0 || std::isnan(m_closure.incidence[unit]))
        return reading;
    const auto persons = static_cast<double>(m_closure.remainingByOrigin[unit].persons);
    reading.number = m_closure.incidence[unit];
    reading.result = compares(100.0 * persons, criterion.op, *limit * denominator) ? Met : Unmet;
    return reading;
}

Reading UnitJudge::water(std::size_t unit, const Criterion& criterion) const
{
    Counts counts;
    const auto& ids = m_closure.criteria.ids;
    const auto found = std::ranges::find(ids, "water");
    if (found != ids.end()) {
        const auto& results =
            m_closure.criteria.results[static_cast<std::size_t>(found - ids.begin())];
        const auto row = static_cast<RowIndex>(unit);
        for (const std::uint32_t household :
             m_closure.members.of(row, subtreeEnd(m_snapshot.units, row)))
            if (m_closure.household[household] != Clear::OutOfScope)
                counts.add(results[household]);
    }
    return share(counts, criterion, limitOf(criterion, m_profile).value_or(100));
}

Reading UnitJudge::exitedVillages(std::size_t unit, const Criterion& criterion) const
{
    const UnitColumns& units = m_snapshot.units;
    Counts counts;
    const auto end = static_cast<std::size_t>(subtreeEnd(units, static_cast<RowIndex>(unit)));
    for (std::size_t row = unit; row < end; ++row) {
        if (units.level[row] != Level::Village || units.isPoor[row] == Flag::No)
            continue;
        const bool known =
            units.isPoor[row] == Flag::Yes && units.formal[row] != FormalStatus::Unknown;
        counts.add(!known ? Unknown : units.formal[row] == FormalStatus::Exited ? Met : Unmet);
    }
    return share(counts, criterion, limitOf(criterion, m_profile).value_or(100));
}

CriterionResult UnitJudge::clinicResult(std::size_t facility, std::size_t unit) const
{
    const FacilityColumns& facilities = m_snapshot.facilities;
    const auto parameter = m_profile.parameters.find("clinic_m2");
    const double least = parameter == m_profile.parameters.end() ? 60 : parameter->second;
    const std::int32_t residents = m_snapshot.units.persons[unit];
    const bool hasDetails = facility < facilities.area.size();
    const double area = hasDetails ? facilities.area[facility] : NAN;
    const std::int32_t doctors = hasDetails ? facilities.staff[facility] : -1;
    const auto known = [](bool isKnown, bool holds) {
        return !isKnown ? Unknown : holds ? Met : Unmet;
    };
    const CriterionResult small = known(residents >= 0, residents <= residentsThatNeedRoom);
    const CriterionResult roomy = known(!std::isnan(area), area >= least);
    return allOf(std::array{
        known(!facilities.state[facility].empty(), facilities.state[facility] == "working"),
        known(doctors >= 0, doctors >= 1), anyOf(std::array{small, roomy})});
}

bool UnitJudge::needsNoClinic(std::size_t unit) const
{
    const UnitColumns& units = m_snapshot.units;
    const auto row = static_cast<RowIndex>(unit);
    for (const std::uint32_t centre : m_healthCentres.of(row, subtreeEnd(units, row)))
        if (m_snapshot.facilities.state[centre] == "working")
            return true;
    for (RowIndex up = m_closure.parent[unit]; up != noRow;
         up = m_closure.parent[static_cast<std::size_t>(up)]) {
        const auto town = static_cast<std::size_t>(up);
        if (units.level[town] == Level::Town)
            return units.areaGrade[unit] == AreaGrade::Official && units.seat.hasGeometry(town) &&
                   contains(units.area, unit, units.seat.firstPoint(town));
    }
    return false;
}

bool UnitJudge::countyHasClinics(std::size_t unit) const
{
    const UnitColumns& units = m_snapshot.units;
    auto county = static_cast<RowIndex>(unit);
    while (units.level[static_cast<std::size_t>(county)] > Level::County &&
           m_closure.parent[static_cast<std::size_t>(county)] != noRow)
        county = m_closure.parent[static_cast<std::size_t>(county)];
    return !m_clinics.of(county, subtreeEnd(units, county)).empty();
}

Reading UnitJudge::clinic(std::size_t unit) const
{
    Reading reading{.method = Method::Computed};
    if (!countyHasClinics(unit))
        return reading;
    const auto row = static_cast<RowIndex>(unit);
    std::vector<CriterionResult> results{Unmet};
    double working = 0;
    for (const std::uint32_t clinic : m_clinics.of(row, subtreeEnd(m_snapshot.units, row))) {
        results.push_back(clinicResult(clinic, unit));
        working += m_snapshot.facilities.state[clinic] == "working" ? 1 : 0;
    }
    reading.result = anyOf(results);
    reading.number = working;
    if (reading.result != Met && needsNoClinic(unit)) {
        reading.result = Exempt;
        reading.exemptReason = "town_seat";
    }
    return reading;
}

Reading UnitJudge::field(std::size_t unit, const Criterion& criterion) const
{
    Reading reading{.method = Method::Computed};
    const FieldValue value = unitField(m_snapshot, m_closure, unit, criterion.field);
    const auto limit = limitOf(criterion, m_profile);
    if (const double* number = std::get_if<double>(&value)) {
        reading.number = *number;
        const bool holds = limit ? compares(*number, criterion.op, *limit) : *number != 0;
        reading.result = holds ? Met : Unmet;
    } else if (const std::string* word = std::get_if<std::string>(&value)) {
        reading.text = *word;
        const auto has = [&](const auto& words) {
            return std::ranges::find(words, *word) != words.end();
        };
        if (has(criterion.exempt))
            reading.result = Exempt;
        else if (!criterion.in.empty() || !criterion.ok.empty())
            reading.result = has(criterion.in) || has(criterion.ok) ? Met : Unmet;
    }
    return reading;
}

} // namespace guatu::campaign
