// SPDX-License-Identifier: MIT
#include "campaign/unit_tree.h"

#include "core/error.h"

namespace guatu::campaign
{
namespace
{

/// Throws when the parent column of a unit names something that is not above it.
void checkParent(const UnitColumns& units, std::size_t row)
{
    const RowIndex parent = units.parent[row];
    if (parent == noRow)
        return;
    const bool exists = parent >= 0 && static_cast<std::size_t>(parent) < units.size();
    const UnitCode above = exists ? units.code[static_cast<std::size_t>(parent)] : UnitCode();
    if (!exists || static_cast<std::size_t>(parent) == row || !above.contains(units.code[row]))
        throw inputError({"campaign.unit_parent",
                          {{"unit", units.code[row].str()},
                           {"parent", exists ? above.str() : std::to_string(parent)}}});
}

} // namespace

UnitTree::UnitTree(const UnitColumns& units) : m_parents(units.size(), noRow), m_ends(units.size())
{
    std::vector<RowIndex> path; // units that hold the row at hand, from the top down
    for (std::size_t row = 0; row < units.size(); ++row) {
        if (row > 0 && units.code[row] <= units.code[row - 1])
            throw inputError({"campaign.unit_order", {{"unit", units.code[row].str()}}});
        checkParent(units, row);
        while (!path.empty() &&
               !units.code[static_cast<std::size_t>(path.back())].contains(units.code[row])) {
            m_ends[static_cast<std::size_t>(path.back())] = static_cast<RowIndex>(row);
            path.pop_back();
        }
        m_parents[row] = path.empty() ? noRow : path.back();
        path.push_back(static_cast<RowIndex>(row));
    }
    for (const RowIndex row : path)
        m_ends[static_cast<std::size_t>(row)] = static_cast<RowIndex>(units.size());
}

} // namespace guatu::campaign
