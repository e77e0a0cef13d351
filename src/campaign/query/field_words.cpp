// SPDX-License-Identifier: MIT
#include "campaign/query/field_words.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace guatu::campaign::query
{
namespace
{

using Texts = std::set<std::string, std::less<>>;

Texts dataWords(const Snapshot& snapshot, const Field& field)
{
    Texts found;
    const auto take = [&](const std::vector<std::string>& column) {
        found.insert(column.begin(), column.end());
    };
    if (field.entity == Entity::Household && field.id == "cause")
        take(snapshot.households.cause.words);
    else if (field.id == "dataset")
        take(snapshot.datasets.name);
    else if (field.entity == Entity::Problem && field.id == "source")
        take(snapshot.problems.source);
    else if (field.entity == Entity::Problem && field.id == "topic")
        take(snapshot.problems.topic);
    else if (field.entity == Entity::Project && field.id == "topic")
        take(snapshot.projects.topic);
    else if (field.entity == Entity::Project && field.id == "source")
        take(snapshot.projects.source);
    else if (field.entity == Entity::Plan && field.id == "topic")
        take(snapshot.planItems.topic);
    found.erase("");
    found.erase("unknown");
    return found;
}

bool isRule(const Field& field)
{
    constexpr std::array<std::string_view, 3> ids{"rule_hit", "rule_undecided", "rule"};
    return std::ranges::find(ids, field.id) != ids.end();
}

} // namespace

void addFieldWords(const Snapshot& snapshot, const Profile& profile, Field& field)
{
    if (isRule(field))
        for (const ListingRule& rule : profile.listingRules)
            field.values.push_back({rule.id, rule.title});
    for (const std::string& word : dataWords(snapshot, field)) {
        const bool known = std::ranges::any_of(field.values, [&](const FieldValueTitle& value) {
            return value.code == word || value.title.zh == word;
        });
        if (!known)
            field.values.push_back({word, {word, word}});
    }
}

std::vector<std::string> shortNames(const std::string& name, Level level)
{
    struct Form {
        Level level;
        std::string_view ending;
        std::vector<std::string_view> instead;
    };
    // Longer endings first: only the first that fits counts.
    static const std::vector<Form> forms{
        {Level::Village, "村民委员会", {"村委会", "村委", "村", ""}},
        {Level::Village, "村委会", {"村民委员会", "村委", "村", ""}},
        {Level::Village, "社区居民委员会", {"社区居委会", "居委会", "社区", ""}},
        {Level::Village, "居民委员会", {"居委会", "社区", ""}},
        {Level::Village, "居委会", {"社区", ""}},
        {Level::Village, "委会", {"村委会", "村", ""}},
        {Level::Village, "村", {"村委会", "村民委员会", ""}},
        {Level::Village, "社区", {"居委会", ""}},
        {Level::Town, "街道办事处", {"街道", ""}},
        {Level::Town, "镇", {""}},
        {Level::Town, "乡", {""}},
        {Level::Town, "街道", {""}},
        {Level::County, "县", {""}},
        {Level::County, "市", {""}},
        {Level::County, "区", {""}},
        {Level::Prefecture, "彝族自治州", {"州", ""}},
        {Level::Prefecture, "自治州", {"州", ""}},
        {Level::Prefecture, "州", {""}},
    };
    std::vector<std::string> names;
    for (const auto& [at, ending, instead] : forms) {
        if (level != at || !name.ends_with(ending) || name.size() == ending.size())
            continue;
        const std::string stem = name.substr(0, name.size() - ending.size());
        for (const std::string_view other : instead)
            if (!other.empty() || stem.size() > 3) // one character alone names nothing
                names.push_back(stem + std::string(other));
        break;
    }
    return names;
}

} // namespace guatu::campaign::query
