// SPDX-License-Identifier: MIT
#include "session/household_set.h"

#include "core/find_table.h"
#include "session/unit_card.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

using Rows = std::vector<std::uint32_t>;

CategoryColumn pick(const CategoryColumn& from, const Rows& rows)
{
    CategoryColumn column;
    column.words = from.words;
    column.rows.reserve(rows.size());
    for (const std::uint32_t row : rows)
        column.rows.push_back(from.rows[row]);
    return column;
}

NumberColumn pick(const NumberColumn& from, const Rows& rows)
{
    NumberColumn column;
    column.reserve(rows.size());
    for (const std::uint32_t row : rows)
        column.push_back(from[row]);
    return column;
}

TextColumn pick(const TextColumn& from, const Rows& rows)
{
    TextColumn column;
    column.reserve(rows.size(), rows.size() * 20);
    for (const std::uint32_t row : rows)
        column.add(from[row]);
    return column;
}

FeatureTable pick(const FeatureTable& from, const Rows& rows, std::string source)
{
    FeatureTable table{std::move(source), GeometryColumn(from.geometry.type()), {}, {}};
    table.geometry.reserve(rows.size(), rows.size());
    table.ids.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        table.geometry.addPoint(from.geometry.firstPoint(row));
        table.ids.push_back(from.ids[row]);
    }
    for (const auto& [name, column] : from.columns)
        std::visit([&](const auto& each) { table.columns.emplace_back(name, pick(each, rows)); },
                   column);
    return table;
}

template <typename Passes>
Rows householdsWhere(const std::vector<RowIndex>& unitOf, Passes passes)
{
    Rows rows;
    for (std::uint32_t row = 0; row < unitOf.size(); ++row)
        if (passes(row))
            rows.push_back(row);
    return rows;
}

} // namespace

HouseholdSet householdSet(const WorkspaceView& view, std::vector<std::uint32_t> rows)
{
    std::ranges::sort(rows);
    const auto twice = std::ranges::unique(rows);
    rows.erase(twice.begin(), twice.end());
    HouseholdSet set;
    for (const std::uint32_t row : rows) {
        const auto persons = view.snapshot.households.persons[row];
        set.persons += std::max<std::int64_t>(0, persons);
        set.personsUnknown += persons < 0 ? 1 : 0;
    }
    if (const auto table = findTable(view.tables, "household"))
        set.places = std::make_shared<const FeatureTable>(pick(*table, rows, "found"));
    set.rows = std::move(rows);
    return set;
}

Rows householdsWith(const WorkspaceView& view, RowIndex unit, Clear status)
{
    Rows rows = householdsOf(view, unit);
    std::erase_if(rows, [&](std::uint32_t row) { return view.closure.household[row] != status; });
    return rows;
}

Rows householdsWith(const WorkspaceView& view, RowIndex unit, std::string_view criterion,
                    CriterionResult result)
{
    const auto& ids = view.closure.criteria.ids;
    const auto found = std::ranges::find(ids, criterion);
    if (found == ids.end())
        return {};
    const auto& results =
        view.closure.criteria.results[static_cast<std::size_t>(found - ids.begin())];
    Rows rows = householdsOf(view, unit);
    std::erase_if(rows, [&](std::uint32_t row) {
        return results[row] != result || view.closure.household[row] == Clear::OutOfScope;
    });
    return rows;
}

Rows verifiedHouseholds(const WorkspaceView& view, RowIndex unit)
{
    Rows rows = householdsOf(view, unit);
    std::erase_if(rows, [&](std::uint32_t row) { return !view.closure.householdReal[row]; });
    return rows;
}

Rows householdsAtRisk(const WorkspaceView& view, RowIndex unit)
{
    Rows rows = householdsOf(view, unit);
    std::erase_if(rows, [&](std::uint32_t row) { return !view.closure.householdAtRisk[row]; });
    return rows;
}

Rows householdsByCode(const WorkspaceView& view, const std::set<std::string>& codes)
{
    Rows rows;
    for (std::uint32_t row = 0; row < view.snapshot.households.size(); ++row)
        if (codes.contains(std::string(view.snapshot.households.code[row])))
            rows.push_back(row);
    return rows;
}

Rows remainingHouseholds(const WorkspaceView& view, RowIndex unit, CountedBy by)
{
    const RowIndex end = subtreeEnd(view.snapshot.units, unit);
    const auto& unitOf = by == CountedBy::OriginUnit ? view.closure.origin : view.closure.home;
    const auto& formal = view.snapshot.households.formal;
    return householdsWhere(unitOf, [&](std::uint32_t row) {
        return unitOf[row] >= unit && unitOf[row] < end &&
               (formal[row] == FormalStatus::Unexited || formal[row] == FormalStatus::Returned);
    });
}

} // namespace guatu::session
