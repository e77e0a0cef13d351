// SPDX-License-Identifier: MIT
#include "session/household_list.h"

namespace guatu::session
{
namespace
{

/// The unit of a level that holds `unit`, itself included; its name, or nothing.
std::string_view nameAt(const UnitColumns& units, RowIndex unit, Level level)
{
    while (unit != noRow && units.level[static_cast<std::size_t>(unit)] > level)
        unit = units.parent[static_cast<std::size_t>(unit)];
    const auto row = static_cast<std::size_t>(unit);
    return unit != noRow && units.level[row] == level ? std::string_view(units.name[row])
                                                      : std::string_view{};
}

} // namespace

std::span<const Criterion> householdCriteria(const WorkspaceView& view)
{
    const auto set = view.profile.criteria.find(std::string(campaign::householdSet));
    return set == view.profile.criteria.end() ? std::span<const Criterion>{}
                                              : std::span(set->second);
}

HouseholdRow householdRow(const WorkspaceView& view, std::uint32_t household)
{
    const HouseholdColumns& households = view.snapshot.households;
    const auto criteria = householdCriteria(view);
    HouseholdRow row;
    row.household = household;
    row.code = households.code[household];
    row.householdClass = householdClass(households.formal[household], households.watch[household]);
    row.village = nameAt(view.snapshot.units, view.closure.home[household], Level::Village);
    row.group = nameAt(view.snapshot.units, view.closure.home[household], Level::Group);
    row.persons = households.persons[household];
    row.livelihood = households.livelihood[household];
    row.openProblems = households.openProblems[household];
    row.clear = view.closure.household[household];
    row.located = households.location[household].valid();
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const CriterionResult result = view.closure.criteria.results[i][household];
        if (result != CriterionResult::Unmet && result != CriterionResult::Unknown)
            continue;
        (result == CriterionResult::Unmet ? row.unmet : row.unknown)
            .push_back(static_cast<std::uint8_t>(i));
        const auto due = campaign::dueDay(criteria[i], households, household);
        if (due && (!row.due || *due < *row.due))
            row.due = due;
    }
    return row;
}

std::vector<HouseholdRow> householdRows(const WorkspaceView& view,
                                        std::span<const std::uint32_t> households)
{
    std::vector<HouseholdRow> rows;
    rows.reserve(households.size());
    for (const std::uint32_t household : households)
        rows.push_back(householdRow(view, household));
    return rows;
}

std::string criterionTitles(const WorkspaceView& view, std::span<const std::uint8_t> criteria,
                            Language language)
{
    const auto all = householdCriteria(view);
    std::string titles;
    for (const std::uint8_t index : criteria) {
        if (!titles.empty())
            titles += language == Language::Chinese ? "、" : ", ";
        titles += all[index].title.in(language);
    }
    return titles;
}

} // namespace guatu::session
