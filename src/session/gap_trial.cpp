// SPDX-License-Identifier: MIT
#include "session/gap_trial.h"

#include "access/facility_distance.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu::session
{

GapTrial::GapTrial(std::shared_ptr<const GapCase> base)
    : m_base(std::move(base)), m_points(m_base->subjects().size())
{
    std::ranges::transform(m_base->subjects(), m_points.begin(), &access::Subject::at);
    if (m_base->roads())
        m_snapped = m_base->roads()->network.snapAll(m_points);
    const access::GapGround ground = m_base->ground();
    const bool possible =
        ground.surface == nullptr && ground.approximation.possible(m_base->standard().measure());
    for (std::size_t i = 0; i < m_points.size(); ++i)
        if (possible && m_points[i].valid() && (m_snapped.empty() || !m_snapped[i].onNetwork())) {
            m_approximate.push_back(i);
            m_approximatePoints.push_back(m_points[i]);
        }
}

TrialAnswer GapTrial::with(Point at) const
{
    TrialAnswer answer{.at = at,
                       .verdicts = m_base->verdicts(),
                       .served = std::vector<bool>(m_base->gaps().size())};
    auto& verdicts = answer.verdicts;
    const access::Standard& standard = m_base->standard();
    if (standard.facilities.empty() || !at.valid())
        return answer;
    const PlannedFacility planned{at, {}};
    const FacilityColumns one = withPlanned({}, standard, {&planned, 1});
    constexpr std::array<RowIndex, 1> rows{0};
    const std::string& crs = m_base->view().snapshot.crs;
    const access::GapGround ground = m_base->ground();
    auto distances =
        m_base->roads()
            ? access::distancesByRoad(standard, m_base->roads()->network, one, rows, m_snapped)
            : access::distancesInLine(standard, crs, ground.height, one, rows, m_points);
    const auto detours = access::distancesByDetour(standard, ground.approximation, crs, one, rows,
                                                   m_approximatePoints);
    for (std::size_t i = 0; i < m_approximate.size(); ++i)
        distances[m_approximate[i]] = detours[i];
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        // Neither a record nor a household without a place is moved by a facility.
        if (m_base->gaps()[i].byRecord || !distances[i].found())
            continue;
        const auto& nearest = m_base->gaps()[i].figure;
        // One that may not be good enough gives way to one that serves.
        answer.served[i] = !nearest || distances[i].figure < *nearest ||
                           (distances[i].share <= 1 && verdicts[i] != CriterionResult::Met);
        if (distances[i].share <= 1)
            verdicts[i] = CriterionResult::Met;
        else if (std::isnan(distances[i].share) && verdicts[i] == CriterionResult::Unmet &&
                 !(nearest && *nearest <= standard.limit()))
            verdicts[i] = CriterionResult::Unknown; // near enough if the climb is not too high
    }
    return answer;
}

GapChanges changesBetween(const GapCase& before, const GapCase& after)
{
    GapChanges changes;
    for (std::size_t i = 0; i < before.gaps().size(); ++i) {
        const access::Gap &was = before.gaps()[i], &is = after.gaps()[i];
        const std::uint32_t household = before.households()[i];
        if (was.facility != noRow && is.facility == noRow)
            changes.cutOff.push_back(household);
        const bool wasGap = was.verdict == CriterionResult::Unmet;
        const bool isGap = is.verdict == CriterionResult::Unmet;
        if (isGap && !wasGap)
            changes.newGaps.push_back(household);
        else if (wasGap && !isGap)
            changes.closed.push_back(household);
    }
    return changes;
}

} // namespace guatu::session
