// SPDX-License-Identifier: MIT
#include "desktop/map_words.h"

#include "desktop/texts.h"

#include <algorithm>
#include <array>
#include <optional>

namespace guatu::desktop
{
namespace
{

struct Named {
    std::string_view field, title;
};
constexpr Named fieldTitles[]{
    {"name", "desktop.map_field.name"},
    {"short_name", "desktop.map_field.short_name"},
    {"code", "desktop.map_field.code"},
    {"clear", "desktop.map_field.clear"},
    {"formal", "desktop.map_field.formal"},
    {"is_poor", "desktop.map_field.is_poor"},
    {"listed", "desktop.map_field.listed"},
    {"rule_listed", "desktop.map_field.rule_listed"},
    {"area_grade", "desktop.map_field.area_grade"},
    {"remaining_hh", "desktop.map_field.remaining_hh"},
    {"remaining_p", "desktop.map_field.remaining_p"},
    {"incidence", "desktop.map_field.incidence"},
    {"clear_share", "desktop.map_field.clear_share"},
    {"hh_cleared", "desktop.map_field.hh_cleared"},
    {"hh_uncleared", "desktop.map_field.hh_uncleared"},
    {"hh_at_risk", "desktop.map_field.hh_at_risk"},
    {"hh_unknown", "desktop.map_field.hh_unknown"},
    {"open_problems", "desktop.map_field.open_problems"},
    {"class", "desktop.map_field.class"},
    {"kind", "desktop.map_field.kind"},
    {"households", "desktop.map_field.households"},
    {"persons", "desktop.map_field.persons"},
    {"state", "desktop.map_field.state"},
    {"surface", "desktop.map_field.surface"},
    {"text", "desktop.map_field.text"},
};

constexpr Named units[]{
    {"remaining_hh", "desktop.unit.households"}, {"remaining_p", "desktop.unit.persons"},
    {"hh_cleared", "desktop.unit.households"},   {"hh_uncleared", "desktop.unit.households"},
    {"hh_at_risk", "desktop.unit.households"},   {"hh_unknown", "desktop.unit.households"},
    {"households", "desktop.unit.households"},   {"persons", "desktop.unit.persons"},
    {"open_problems", "desktop.unit.problems"},
};

/// The code list that names a column's words.
std::string listOf(const std::string& source, const std::string& field)
{
    if (field == "clear" || field == "surface" || field == "area_grade")
        return field;
    if (field == "formal")
        return "unit_status";
    if (field == "listed")
        return "listing_issuer";
    if (field == "class")
        return source == "road" ? "road_class" : "household_class";
    return source + '_' + field; // site_kind, facility_state
}

LocalText inBoth(std::string_view id)
{
    return Texts::inBoth([id](Language) { return Message{std::string(id)}; });
}

bool isJust(const Condition& when, const std::string& field, const std::string& word)
{
    return when.kind == Condition::Kind::Compare && when.op == Condition::Operator::Equal &&
           when.field == field && when.values.size() == 1 &&
           when.values.front() == FieldValue(word);
}

std::optional<LocalText> titleInStyles(const std::string& source, const std::string& field,
                                       const std::string& word, const MapDefinition& definition)
{
    for (const Layer& layer : definition.layers) {
        if (layer.source != source)
            continue;
        for (const StyleClass& each : definition.styleOf(layer).classes)
            if (isJust(each.when, field, word))
                return each.title;
    }
    return {};
}

} // namespace

QString mapFieldTitle(std::string_view field, const Texts& texts)
{
    const auto* found = std::ranges::find(fieldTitles, field, &Named::field);
    return found == std::end(fieldTitles) ? toQString(field) : texts(found->title);
}

LocalText mapFieldUnit(std::string_view field)
{
    if (field == "incidence" || field == "clear_share")
        return {"%", "%"};
    const auto* found = std::ranges::find(units, field, &Named::field);
    return found == std::end(units) ? LocalText{} : inBoth(found->title);
}

LocalText mapWordTitle(const std::string& source, const std::string& field, const std::string& word,
                       const MapDefinition& definition, const Profile& profile)
{
    // 已销号 is a state here and a change there: the table decides.
    if (const auto title = titleInStyles(source, field, word, definition))
        return *title;
    if (const auto list = profile.codeLists.find(listOf(source, field));
        list != profile.codeLists.end())
        for (const auto& [code, title] : list->second)
            if (code == word)
                return title;
    if (word == "yes")
        return inBoth("desktop.query.yes");
    if (word == "no")
        return inBoth("desktop.query.no");
    if (word == "none")
        return inBoth("desktop.style.none");
    return {word, word};
}

} // namespace guatu::desktop
