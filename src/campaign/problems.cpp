// SPDX-License-Identifier: MIT
#include "campaign/problems.h"

#include <map>

namespace guatu::campaign
{
namespace
{

/// Calls `visit` for each problem found up to the as-of date, with the unit it stands in.
template <typename Visit>
void eachFound(const Snapshot& snapshot, const Closure& closure, Visit visit)
{
    for (std::size_t row = 0; row < snapshot.problems.size(); ++row)
        if (!snapshot.problems.foundOn[row] || *snapshot.problems.foundOn[row] <= snapshot.asOf)
            visit(row, placeOf(snapshot, closure, row));
}

Rectification figuresOf(const Snapshot& snapshot, std::size_t problem)
{
    const bool done = isRectified(snapshot.problems, problem, snapshot.asOf);
    const auto& due = snapshot.problems.dueOn[problem];
    return {1, done ? 1 : 0, !done && due && *due < snapshot.asOf ? 1 : 0};
}

} // namespace

std::optional<double> Rectification::percent() const
{
    if (found == 0)
        return std::nullopt;
    return 100.0 * static_cast<double>(closed) / static_cast<double>(found);
}

Rectification& Rectification::operator+=(const Rectification& other)
{
    found += other.found;
    closed += other.closed;
    late += other.late;
    return *this;
}

bool isRectified(const ProblemColumns& problems, std::size_t problem, Date asOf)
{
    return problems.state[problem] == "closed" && !isOpen(problems, problem, asOf) &&
           !problems.verifierLevel[problem].empty();
}

std::vector<RectificationRow> rectificationBy(const Snapshot& snapshot, const Closure& closure,
                                              ProblemGrouping grouping, RowIndex unit)
{
    const RowIndex end = subtreeEnd(snapshot.units, unit);
    const auto& keys =
        grouping == ProblemGrouping::Source ? snapshot.problems.source : snapshot.problems.topic;
    std::map<std::string, Rectification> byKey;
    eachFound(snapshot, closure, [&](std::size_t problem, RowIndex place) {
        if (place >= unit && place < end)
            byKey[keys[problem]] += figuresOf(snapshot, problem);
    });
    std::vector<RectificationRow> rows;
    for (const auto& [key, figures] : byKey)
        rows.push_back({key, figures});
    return rows;
}

std::vector<Rectification> rectificationOfUnits(const Snapshot& snapshot, const Closure& closure)
{
    std::vector<Rectification> sums(snapshot.units.size());
    eachFound(snapshot, closure, [&](std::size_t problem, RowIndex place) {
        if (place != noRow)
            sums[static_cast<std::size_t>(place)] += figuresOf(snapshot, problem);
    });
    for (std::size_t row = sums.size(); row-- > 0;)
        if (closure.parent[row] != noRow)
            sums[static_cast<std::size_t>(closure.parent[row])] += sums[row];
    return sums;
}

} // namespace guatu::campaign
