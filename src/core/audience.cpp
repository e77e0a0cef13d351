// SPDX-License-Identifier: MIT
#include "core/audience.h"

#include "core/definition_reader.h"
#include "core/json_schema.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace guatu
{
namespace
{

constexpr std::array<std::string_view, 4> audienceWords{"internal", "briefing", "public", "field"};

/// The name under which a policy speaks of a map source.
std::string_view subjectOf(std::string_view source)
{
    constexpr std::array<std::string_view, 7> units{"prefecture", "county",  "county_seat", "town",
                                                    "town_seat",  "village", "village_seat"};
    if (std::ranges::find(units, source) != units.end())
        return "unit";
    if (source == "group_seat")
        return "group";
    return source == "found" ? "household" : source;
}

/// Whether a granted name, or its beginning before an asterisk, is that of the field.
bool covers(std::string_view granted, std::string_view field)
{
    return granted.ends_with('*') ? field.starts_with(granted.substr(0, granted.size() - 1))
                                  : granted == field;
}

} // namespace

std::string_view toString(Audience audience)
{
    return audienceWords.at(static_cast<std::size_t>(audience));
}

std::optional<Audience> audienceFromString(std::string_view word)
{
    const auto* found = std::ranges::find(audienceWords, word);
    if (found == audienceWords.end())
        return std::nullopt;
    return static_cast<Audience>(found - audienceWords.begin());
}

std::string maskedName(std::string_view name)
{
    const std::u32string points = decodeUtf8(trim(name));
    return points.empty() ? std::string() : encodeUtf8(points.substr(0, 1)) + "**";
}

bool isOfHouseholds(std::string_view sourceOrTable)
{
    constexpr std::array<std::string_view, 12> names{
        "household", "found",       "households",         "persons", "plans",  "visits", "gaps",
        "gap_list",  "gap_changes", "cluster_households", "records", "changes"};
    return std::ranges::find(names, sourceOrTable) != names.end();
}

/// Reads the grants of a profile.
struct PolicyReader {
    static ExportPolicy::Grants grants(const JsonNode& byName)
    {
        ExportPolicy::Grants all;
        for (const auto& [name, list] : byName.members())
            for (const JsonNode& node : list.items()) {
                ExportPolicy::Grant grant;
                for (const JsonNode& word : node["for"].items())
                    grant.audiences.push_back(*audienceFromString(word.text()));
                take(node, "fields", grant.fields);
                all[name].push_back(std::move(grant));
            }
        return all;
    }

    static ExportPolicy policy(const JsonNode& profile)
    {
        checkAgainstSchema(profile, "profile.schema.json");
        ExportPolicy policy;
        const JsonNode node = profile["export"];
        take(node, "min_group", policy.minGroup);
        policy.byDefault = *audienceFromString(node["default_class"].text());
        if (const auto allow = node.find("allow")) {
            policy.m_layers = grants((*allow)["layers"]);
            policy.m_tables = grants((*allow)["tables"]);
        }
        return policy;
    }
};

ExportPolicy ExportPolicy::parse(std::string_view profileJson, const std::string& name)
{
    return PolicyReader::policy(JsonDocument(profileJson, name).root());
}

bool ExportPolicy::allows(const Grants& grants, std::string_view name, std::string_view field,
                          Audience audience)
{
    if (audience == Audience::Public && isOfHouseholds(name))
        return false;
    const auto found = grants.find(name);
    return found != grants.end() && std::ranges::any_of(found->second, [&](const Grant& grant) {
               return std::ranges::find(grant.audiences, audience) != grant.audiences.end() &&
                      std::ranges::any_of(grant.fields, [&](const std::string& granted) {
                          return covers(granted, field);
                      });
           });
}

PlaceGrant ExportPolicy::place(const Grants& grants, std::string_view name, Audience audience)
{
    if (allows(grants, name, "place", audience))
        return PlaceGrant::Exact;
    return allows(grants, name, "seat", audience) ? PlaceGrant::Seat : PlaceGrant::None;
}

bool ExportPolicy::allowsLayerField(std::string_view source, std::string_view field,
                                    Audience audience) const
{
    return allows(m_layers, subjectOf(source), field, audience);
}

PlaceGrant ExportPolicy::layerPlace(std::string_view source, Audience audience) const
{
    return place(m_layers, subjectOf(source), audience);
}

bool ExportPolicy::allowsTableField(std::string_view table, std::string_view field,
                                    Audience audience) const
{
    return allows(m_tables, table, field, audience);
}

PlaceGrant ExportPolicy::tablePlace(std::string_view table, Audience audience) const
{
    return place(m_tables, table, audience);
}

bool ExportPolicy::allowsTable(std::string_view table, Audience audience) const
{
    if (audience == Audience::Public && isOfHouseholds(table))
        return false;
    const auto found = m_tables.find(table);
    return found != m_tables.end() && std::ranges::any_of(found->second, [&](const Grant& grant) {
               return std::ranges::find(grant.audiences, audience) != grant.audiences.end();
           });
}

} // namespace guatu
