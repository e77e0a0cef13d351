// SPDX-License-Identifier: MIT
#include "session/tables/unit_figures.h"

#include "session/tables/table_parts.h"

#include <set>

namespace guatu::session
{
namespace
{

void add(std::vector<std::int64_t>& to, const std::vector<std::int64_t>& from, std::int64_t sign)
{
    to.resize(std::max(to.size(), from.size()));
    for (std::size_t i = 0; i < from.size(); ++i)
        to[i] += sign * from[i];
}

void add(campaign::Tally& to, const campaign::Tally& from, std::int64_t sign)
{
    for (std::size_t i = 0; i < to.households.size(); ++i) {
        to.households[i] += sign * from.households[i];
        to.persons[i] += sign * from.persons[i];
    }
    to.real += sign * from.real;
    to.exempt += sign * from.exempt;
    to.atRisk += sign * from.atRisk;
}

void add(UnitFigures& to, const UnitFigures& from, std::int64_t sign)
{
    to.remaining.households += sign * from.remaining.households;
    to.remaining.persons += sign * from.remaining.persons;
    add(to.tally, from.tally, sign);
    to.openProblems += sign * from.openProblems;
    to.listedPlaces += sign * from.listedPlaces;
    add(to.gaps, from.gaps, sign);
}

/// Where a listed place stands; noRow for a name that matches none.
RowIndex unitOfListed(const Snapshot& snapshot, SubjectType type, RowIndex subject)
{
    if (subject == noRow || type == SubjectType::Unit)
        return subject;
    return type == SubjectType::Site ? snapshot.sites.hostUnit[static_cast<std::size_t>(subject)]
                                     : noRow;
}

} // namespace

UnitFigures& UnitFigures::operator+=(const UnitFigures& other)
{
    add(*this, other, 1);
    return *this;
}

UnitFigures& UnitFigures::operator-=(const UnitFigures& other)
{
    add(*this, other, -1);
    return *this;
}

bool UnitFigures::empty() const
{
    UnitFigures nothing;
    nothing.gaps.resize(gaps.size());
    return *this == nothing;
}

FiguresOfUnits::FiguresOfUnits(const WorkspaceView& view)
    : m_view(view),
      m_openProblems(view.snapshot.units.size()),
      m_listedPlaces(view.snapshot.units.size())
{
    const Snapshot& snapshot = view.snapshot;
    const campaign::Closure& closure = view.closure;
    for (std::size_t problem = 0; problem < snapshot.problems.size(); ++problem) {
        const RowIndex place = campaign::placeOf(snapshot, closure, problem);
        if (place != noRow && campaign::isOpen(snapshot.problems, problem, snapshot.asOf))
            ++m_openProblems[static_cast<std::size_t>(place)];
    }
    std::set<std::pair<SubjectType, RowIndex>> listed;
    for (const std::size_t row : view.listings.active)
        listed.emplace(snapshot.listings.subjectType[row], snapshot.listings.subject[row]);
    for (const auto& [type, subject] : listed)
        if (const RowIndex place = unitOfListed(snapshot, type, subject); place != noRow)
            ++m_listedPlaces[static_cast<std::size_t>(place)];
    for (const auto& results : closure.criteria.results) {
        Counts& counts = m_gaps.emplace_back(snapshot.units.size());
        for (std::size_t row = 0; row < results.size(); ++row)
            if (results[row] == CriterionResult::Unmet && closure.home[row] != noRow &&
                closure.household[row] != Clear::OutOfScope)
                ++counts[static_cast<std::size_t>(closure.home[row])];
        rollUp(counts);
    }
    rollUp(m_openProblems);
    rollUp(m_listedPlaces);
}

/// Parents stand before their children.
void FiguresOfUnits::rollUp(Counts& counts) const
{
    for (std::size_t unit = counts.size(); unit-- > 0;)
        if (const RowIndex parent = m_view.snapshot.units.parent[unit]; parent != noRow)
            counts[static_cast<std::size_t>(parent)] += counts[unit];
}

UnitFigures FiguresOfUnits::of(RowIndex unit) const
{
    const auto row = static_cast<std::size_t>(unit);
    UnitFigures figures{m_view.closure.remaining[row], m_view.closure.tally[row],
                        m_openProblems[row], m_listedPlaces[row]};
    for (const Counts& gap : m_gaps)
        figures.gaps.push_back(gap[row]);
    return figures;
}

UnitFigures FiguresOfUnits::own(RowIndex unit) const
{
    UnitFigures figures = of(unit);
    for (const RowIndex child : childrenOf(m_view.snapshot.units, unit))
        figures -= of(child);
    return figures;
}

} // namespace guatu::session
