// SPDX-License-Identifier: MIT
#include "access/gap_records.h"

#include "core/row_at.h"

#include <cmath>
#include <limits>

namespace guatu::access
{
namespace
{

/// A village seat farther than this from its township's is not at it.
constexpr double atTownSeat = 1000;

} // namespace

GapRecords::GapRecords(const Snapshot& snapshot, const Standard& standard)
    : m_snapshot(snapshot), m_standard(standard)
{
    readValues();
    if (standard.exempt.townSeat)
        findTownSeats();
}

void GapRecords::readValues()
{
    const CriterionValueColumns& values = m_snapshot.criterionValues;
    const std::string &exempt = m_standard.exempt.criterion, &recorded = m_standard.recorded;
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (values.subjectType[row] != SubjectType::Unit)
            continue;
        const RowIndex unit = values.subject[row];
        const CriterionResult result = values.result[row];
        const bool isExempt = result == CriterionResult::Exempt;
        if (!exempt.empty() && values.criterion[row] == exempt && isExempt)
            m_exempt[unit] =
                row < values.exemptReason.size() ? values.exemptReason[row] : std::string();
        if (recorded.empty() || values.criterion[row] != recorded ||
            result == CriterionResult::Unknown || isExempt)
            continue;
        const Method method = row < values.method.size() ? values.method[row] : Method::Reported;
        const Date day = row < values.asOf.size() ? values.asOf[row] : m_snapshot.asOf;
        const auto found = m_recorded.find(unit);
        if (found == m_recorded.end() || found->second.method < method ||
            (found->second.method == method && found->second.asOf < day))
            m_recorded[unit] = {result, method, day};
    }
}

/// Of each township, the village whose seat is nearest to the township's.
void GapRecords::findTownSeats()
{
    const UnitColumns& units = m_snapshot.units;
    std::map<RowIndex, std::pair<double, RowIndex>> nearest;
    for (std::size_t row = 0; row < units.size(); ++row) {
        if (units.level[row] != Level::Village || units.parent[row] == noRow)
            continue;
        const Point village = units.seat.firstPoint(row);
        const Point town = units.seat.firstPoint(at(units.parent[row]));
        const double metres = std::hypot(village.x - town.x, village.y - town.y);
        if (!(metres <= atTownSeat))
            continue;
        const auto [entry, added] =
            nearest.try_emplace(units.parent[row], metres, static_cast<RowIndex>(row));
        if (!added && metres < entry->second.first)
            entry->second = {metres, static_cast<RowIndex>(row)};
    }
    for (const auto& [town, village] : nearest)
        m_townSeats.insert(village.second);
}

std::optional<Message> GapRecords::exemption(const Subject& subject) const
{
    const UnitColumns& units = m_snapshot.units;
    for (RowIndex unit = subject.unit; unit != noRow; unit = units.parent[at(unit)])
        if (const auto found = m_exempt.find(unit); found != m_exempt.end())
            return found->second.empty()
                       ? Message{"access.gap.exempt"}
                       : Message{"access.gap.exempt_because", {{"why", found->second}}};
    if (!subject.whole || subject.unit == noRow)
        return std::nullopt;
    if (m_townSeats.contains(subject.unit))
        return Message{"access.gap.exempt_seat"};
    const auto& households = units.households;
    if (const auto least = m_standard.exempt.householdsBelow;
        least && at(subject.unit) < households.size() && households[at(subject.unit)] >= 0 &&
        households[at(subject.unit)] < *least)
        return Message{"access.gap.exempt_small",
                       {{"households", std::to_string(households[at(subject.unit)])},
                        {"least", std::to_string(*least)}}};
    return std::nullopt;
}

const GapRecords::Recorded* GapRecords::recorded(RowIndex unit) const
{
    for (; unit != noRow && m_snapshot.units.level[at(unit)] >= Level::Village;
         unit = m_snapshot.units.parent[at(unit)])
        if (const auto found = m_recorded.find(unit); found != m_recorded.end())
            return &found->second;
    return nullptr;
}

} // namespace guatu::access
