// SPDX-License-Identifier: MIT
#include "session/gap_case.h"

#include "session/tables/gap_rows.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <limits>
#include <map>

namespace guatu::session
{

void GapCount::add(int persons_)
{
    ++households;
    persons += std::max(0, persons_);
    unknownSizes += persons_ < 0 ? 1 : 0;
}

std::vector<access::Standard> serviceStandards()
{
    std::vector<access::Standard> first;
    for (access::Standard& standard :
         access::loadStandards(dataRoot() / "data/access/standards.json"))
        if (std::ranges::find(first, standard.service, &access::Standard::service) == first.end())
            first.push_back(std::move(standard));
    return first;
}

FacilityColumns withPlanned(FacilityColumns all, const access::Standard& standard,
                            std::span<const PlannedFacility> planned)
{
    // What is not recorded of the others has no column at all.
    all.grade.resize(all.size());
    all.staff.resize(all.size(), -1);
    all.capacity.resize(all.size(), -1);
    all.area.resize(all.size(), std::numeric_limits<float>::quiet_NaN());
    const access::Quality& quality = standard.quality;
    for (const PlannedFacility& each : planned) {
        all.id.push_back(-1 - static_cast<std::int64_t>(all.size()));
        all.code.emplace_back();
        all.kind.push_back(standard.facilities.empty() ? "" : standard.facilities.front());
        all.name.push_back(each.name);
        all.state.emplace_back("working");
        all.unit.push_back(noRow);
        all.grade.push_back(quality.grades.empty() ? "" : quality.grades.front());
        all.staff.push_back(quality.staff.value_or(-1));
        all.capacity.push_back(quality.capacity.value_or(-1));
        all.area.push_back(
            static_cast<float>(quality.areaM2.value_or(std::numeric_limits<double>::quiet_NaN())));
        all.upkeepOwner.emplace_back();
        all.location.addPoint(each.at);
    }
    return all;
}

GapCase::GapCase(std::shared_ptr<const WorkspaceView> view, RowIndex unit, GapQuestion question,
                 std::vector<PlannedFacility> added)
    : m_view(std::move(view)),
      m_unit(unit),
      m_question(std::move(question)),
      m_standard(standardOf(m_question)),
      m_added(std::move(added)),
      m_data(m_view->snapshot, m_standard, m_question)
{
    const Snapshot& snapshot = m_view->snapshot;
    if (!m_added.empty())
        m_facilities = withPlanned(snapshot.facilities, m_standard, m_added);
    m_subjects = subjectsOf(gapSubjects(*m_view, m_unit, "household"));
    m_households.reserve(m_subjects.size());
    for (const access::Subject& subject : m_subjects)
        m_households.push_back(static_cast<std::uint32_t>(subject.household));
    m_gaps = access::judgeGaps(snapshot, m_standard, ground(), m_subjects);
}

access::GapGround GapCase::ground() const
{
    access::GapGround ground = m_data.ground();
    if (!m_added.empty())
        ground.facilities = &m_facilities;
    return ground;
}

const access::Gap* GapCase::gapOf(std::uint32_t household) const
{
    const auto found = std::ranges::lower_bound(m_households, household);
    return found == m_households.end() || *found != household
               ? nullptr
               : &m_gaps[static_cast<std::size_t>(found - m_households.begin())];
}

std::vector<CriterionResult> GapCase::verdicts() const
{
    std::vector<CriterionResult> verdicts(m_gaps.size());
    std::ranges::transform(m_gaps, verdicts.begin(), &access::Gap::verdict);
    return verdicts;
}

GapTally GapCase::tallyOf(std::span<const CriterionResult> verdicts) const
{
    GapTally tally;
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        tally.by[static_cast<std::size_t>(verdicts[i])].add(
            m_view->snapshot.households.persons[m_households[i]]);
    return tally;
}

std::vector<VillageGaps> GapCase::villages() const
{
    const Snapshot& snapshot = m_view->snapshot;
    std::map<RowIndex, GapTally> tallies;
    for (std::size_t i = 0; i < m_gaps.size(); ++i) {
        const RowIndex village = unitAt(snapshot.units, m_subjects[i].unit, Level::Village);
        tallies[village == noRow ? m_subjects[i].unit : village]
            .by[static_cast<std::size_t>(m_gaps[i].verdict)]
            .add(snapshot.households.persons[m_households[i]]);
    }
    std::vector<VillageGaps> villages;
    for (const auto& [village, tally] : tallies)
        if (tally.of(CriterionResult::Unmet).households > 0)
            villages.push_back({village, tally});
    std::ranges::stable_sort(villages, std::ranges::greater{}, [](const VillageGaps& each) {
        return each.tally.of(CriterionResult::Unmet).households;
    });
    return villages;
}

} // namespace guatu::session
