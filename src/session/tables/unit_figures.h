// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"

#include <cstdint>
#include <vector>

namespace guatu::session
{

/// What is counted of a unit's subtree in tables. All of it adds up over the units below and what
/// stands in none of them.
struct UnitFigures {
    campaign::Remaining remaining;
    campaign::Tally tally;
    std::int64_t openProblems = 0;
    std::int64_t listedPlaces = 0;    ///< units and sites with an official listing in force
    std::vector<std::int64_t> gaps{}; ///< households that do not meet each household criterion

    UnitFigures& operator+=(const UnitFigures& other);
    UnitFigures& operator-=(const UnitFigures& other);
    /// Whether there is nothing at all.
    [[nodiscard]] bool empty() const;
    friend bool operator==(const UnitFigures&, const UnitFigures&) = default;
};

/// The figures of every unit of a view, counted once.
class FiguresOfUnits
{
public:
    explicit FiguresOfUnits(const WorkspaceView& view);

    [[nodiscard]] UnitFigures of(RowIndex unit) const;
    /// What stands in the unit but in none of those directly below it: households without a group,
    /// problems and listings of the unit itself.
    [[nodiscard]] UnitFigures own(RowIndex unit) const;

private:
    using Counts = std::vector<std::int64_t>; ///< by unit

    void rollUp(Counts& counts) const;

    const WorkspaceView& m_view;
    Counts m_openProblems, m_listedPlaces;
    std::vector<Counts> m_gaps; ///< by household criterion
};

} // namespace guatu::session
