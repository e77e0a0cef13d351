// SPDX-License-Identifier: MIT
#include "desktop/household_order.h"

#include "desktop/words.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace guatu::desktop
{
namespace
{

using session::HouseholdRow;
using session::WorkspaceView;

std::vector<std::string> criterionIds(const WorkspaceView& view,
                                      const std::vector<std::uint8_t>& criteria)
{
    std::vector<std::string> ids;
    for (const std::uint8_t index : criteria)
        ids.push_back(session::householdCriteria(view)[index].id);
    if (ids.empty())
        ids.emplace_back();
    return ids;
}

std::string livelihoodWord(Livelihood value)
{
    switch (value) {
    case Livelihood::Job:
        return "job";
    case Livelihood::Business:
        return "business";
    case Livelihood::SafetyNet:
        return "safety_net";
    case Livelihood::Unknown:
        break;
    }
    return {};
}

HouseholdClass classOf(const std::string& word)
{
    for (int i = 0; i <= static_cast<int>(HouseholdClass::Ordinary); ++i) {
        if (toString(static_cast<HouseholdClass>(i)) == word)
            return static_cast<HouseholdClass>(i);
    }
    return HouseholdClass::Unknown;
}

Clear clearOf(const std::string& word)
{
    for (const Clear value : {Clear::Cleared, Clear::Uncleared, Clear::OutOfScope}) {
        if (toString(value) == word)
            return value;
    }
    return Clear::Unknown;
}

Livelihood livelihoodOf(const std::string& word)
{
    for (const Livelihood value : {Livelihood::Job, Livelihood::Business, Livelihood::SafetyNet}) {
        if (livelihoodWord(value) == word)
            return value;
    }
    return Livelihood::Unknown;
}

std::string criterionTitle(const WorkspaceView& view, const std::string& id, Language language)
{
    for (const Criterion& criterion : session::householdCriteria(view)) {
        if (criterion.id == id)
            return criterion.title.in(language);
    }
    return id;
}

/// What a column is sorted by: a number or a text; missing ones last.
struct SortKey {
    bool missing = false;
    double number = 0;
    std::string text;
};

/// Groups are called 3组 or 12组: by their number, then by name.
SortKey groupKey(std::string_view name, std::string_view village)
{
    int number = 0;
    if (name.starts_with(village))
        name.remove_prefix(village.size());
    const auto [end, bad] = std::from_chars(name.data(), name.data() + name.size(), number);
    return {name.empty(), bad == std::errc{} ? number : 1e9, std::string(name)};
}

SortKey sortKey(const WorkspaceView& view, const HouseholdRow& row, HouseholdColumn column)
{
    switch (column) {
    case HouseholdColumn::Persons:
        return {row.persons < 0, static_cast<double>(row.persons), {}};
    case HouseholdColumn::Due:
        return {!row.due, row.due ? static_cast<double>(row.due->days()) : 0, {}};
    case HouseholdColumn::Class:
        return {false, static_cast<double>(row.householdClass), {}};
    case HouseholdColumn::Clear: {
        constexpr double urgency[]{2, 0, 1, 3}; // by Clear: what needs action first
        return {false, urgency[static_cast<std::size_t>(row.clear)], {}};
    }
    case HouseholdColumn::Unmet:
        return {row.unmet.empty(), -static_cast<double>(row.unmet.size()),
                cellText(view, row, column, Language::Chinese)};
    case HouseholdColumn::Unknown:
        return {row.unknown.empty(), -static_cast<double>(row.unknown.size()),
                cellText(view, row, column, Language::Chinese)};
    case HouseholdColumn::Group:
        return groupKey(row.group, row.village);
    case HouseholdColumn::Village:
    case HouseholdColumn::Livelihood:
    case HouseholdColumn::Located:
    case HouseholdColumn::Code:
        break;
    }
    std::string value = cellValues(view, row, column).front();
    const bool missing = value.empty();
    return {missing, 0, std::move(value)};
}

bool passes(const WorkspaceView& view, const HouseholdRow& row, const HouseholdQuery& query,
            const HouseholdColumn* except = nullptr)
{
    return std::ranges::all_of(query.filters, [&](const auto& filter) {
        if (except && filter.first == *except)
            return true;
        const auto values = cellValues(view, row, filter.first);
        return std::ranges::any_of(
            values, [&](const std::string& value) { return filter.second.contains(value); });
    });
}

constexpr std::size_t checkEvery = 4096;

} // namespace

std::vector<std::string> cellValues(const WorkspaceView& view, const HouseholdRow& row,
                                    HouseholdColumn column)
{
    switch (column) {
    case HouseholdColumn::Code:
        return {std::string(row.code)};
    case HouseholdColumn::Class:
        return {std::string(toString(row.householdClass))};
    case HouseholdColumn::Village:
        return {std::string(row.village)};
    case HouseholdColumn::Group:
        return {std::string(row.group)};
    case HouseholdColumn::Persons:
        return {row.persons < 0 ? "" : std::to_string(row.persons)};
    case HouseholdColumn::Livelihood:
        return {livelihoodWord(row.livelihood)};
    case HouseholdColumn::Unmet:
        return criterionIds(view, row.unmet);
    case HouseholdColumn::Unknown:
        return criterionIds(view, row.unknown);
    case HouseholdColumn::Due:
        return {row.due ? row.due->iso() : std::string{}};
    case HouseholdColumn::Clear:
        return {std::string(toString(row.clear))};
    case HouseholdColumn::Located:
        break;
    }
    return {row.located ? "yes" : "no"};
}

std::string valueText(const WorkspaceView& view, HouseholdColumn column, const std::string& value,
                      Language language)
{
    switch (column) {
    case HouseholdColumn::Class:
        return text(titleOf(classOf(value)), language);
    case HouseholdColumn::Clear:
        return text(titleOf(clearOf(value)), language);
    case HouseholdColumn::Livelihood:
        return text(titleOf(livelihoodOf(value)), language);
    case HouseholdColumn::Located:
        return text(value == "yes" ? "desktop.located" : "desktop.not_located", language);
    case HouseholdColumn::Unmet:
    case HouseholdColumn::Unknown:
        if (!value.empty())
            return criterionTitle(view, value, language);
        break;
    default:
        break;
    }
    return value.empty() ? "—" : value;
}

std::string cellText(const WorkspaceView& view, const HouseholdRow& row, HouseholdColumn column,
                     Language language)
{
    if (column == HouseholdColumn::Unmet && !row.unmet.empty())
        return session::criterionTitles(view, row.unmet, language);
    if (column == HouseholdColumn::Unknown && !row.unknown.empty())
        return session::criterionTitles(view, row.unknown, language);
    // 小河村委会3组 beside 小河村委会 says no more than 3组.
    if (column == HouseholdColumn::Group && row.group.size() > row.village.size() &&
        row.group.starts_with(row.village))
        return std::string(row.group.substr(row.village.size()));
    return valueText(view, column, cellValues(view, row, column).front(), language);
}

std::vector<std::uint32_t> arrange(const WorkspaceView& view,
                                   const std::vector<std::uint32_t>& households,
                                   const HouseholdQuery& query, const Progress& progress)
{
    struct Keyed {
        SortKey key;
        std::uint32_t household;
    };
    std::vector<Keyed> kept;
    for (std::size_t i = 0; i < households.size(); ++i) {
        if (i % checkEvery == 0)
            progress.checkpoint();
        const HouseholdRow row = session::householdRow(view, households[i]);
        if (passes(view, row, query))
            kept.push_back({sortKey(view, row, query.sortBy), households[i]});
    }
    const auto before = [&](const Keyed& a, const Keyed& b) {
        if (a.key.missing != b.key.missing)
            return b.key.missing;
        const auto left = std::tie(a.key.number, a.key.text);
        const auto right = std::tie(b.key.number, b.key.text);
        return query.descending ? right < left : left < right;
    };
    progress.checkpoint();
    std::ranges::stable_sort(kept, before);
    std::vector<std::uint32_t> rows;
    rows.reserve(kept.size());
    for (const Keyed& each : kept)
        rows.push_back(each.household);
    return rows;
}

std::map<std::string, std::size_t> valuesOf(const WorkspaceView& view,
                                            const std::vector<std::uint32_t>& households,
                                            const HouseholdQuery& query, HouseholdColumn column,
                                            const Progress& progress)
{
    std::map<std::string, std::size_t> values;
    for (std::size_t i = 0; i < households.size(); ++i) {
        if (i % checkEvery == 0)
            progress.checkpoint();
        const HouseholdRow row = session::householdRow(view, households[i]);
        if (!passes(view, row, query, &column))
            continue;
        for (const std::string& value : cellValues(view, row, column))
            ++values[value];
    }
    return values;
}

} // namespace guatu::desktop
