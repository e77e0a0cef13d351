// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <vector>

namespace guatu::campaign
{

/// The tree of units, checked. Codes say who holds whom, so that nothing is ever counted twice:
/// one parent at most, no circles, five levels.
class UnitTree
{
public:
    /// Throws Error(Input) naming the unit when units are not sorted by code, when two have the
    /// same code, or when a given parent is not a unit above it.
    explicit UnitTree(const UnitColumns& units);

    /// The nearest unit above that there is; where the workspace lacks a township, its county.
    [[nodiscard]] const std::vector<RowIndex>& parents() const { return m_parents; }

    /// Whether `unit` is `above` or stands below it.
    [[nodiscard]] bool holds(RowIndex above, RowIndex unit) const
    {
        return unit >= above && unit < m_ends[static_cast<std::size_t>(above)];
    }

private:
    std::vector<RowIndex> m_parents, m_ends;
};

} // namespace guatu::campaign
