// SPDX-License-Identifier: MIT
#include "core/entity.h"

#include <algorithm>
#include <array>

namespace guatu
{
namespace
{

using enum FieldType;
using Words = std::span<const std::string_view>;

constexpr std::string_view levels[]{"prefecture", "county", "town", "village", "group"};
constexpr std::string_view formalStatuses[]{"unknown", "unexited", "returned", "exited",
                                            "never_registered"};
constexpr std::string_view watches[]{"unknown", "none", "monitored", "marginal", "sudden"};
constexpr std::string_view livelihoods[]{"job", "business", "safety_net"};
constexpr std::string_view incomeBases[]{"actual", "estimated"};
constexpr std::string_view houseGrades[]{"A", "B", "C", "D"};
constexpr std::string_view locationSources[]{"gps", "digitised", "seat", "geocode", "baidu"};
constexpr std::string_view locationStates[]{"ok", "approx", "outside_unit", "missing"};
constexpr std::string_view dropouts[]{"no", "yes", "home_teaching", "health_exempt", "unknown"};
constexpr std::string_view areaGrades[]{"official", "approx", "voronoi", "none"};
constexpr std::string_view siteKinds[]{"poverty_relocation", "hydropower_resettlement", "reservoir",
                                       "disaster", "other"};
constexpr std::string_view facilityKinds[]{
    "school",       "clinic", "health_centre", "water_works", "water_point", "transformer",
    "base_station", "office", "workshop",      "market",      "other"};
constexpr std::string_view facilityStates[]{"working", "building", "broken", "closed"};
constexpr std::string_view roadClasses[]{"national", "provincial", "county", "town",
                                         "village",  "link",       "path"};
constexpr std::string_view surfaces[]{"asphalt", "concrete", "stone", "gravel", "earth"};
constexpr std::string_view oneWays[]{"both", "forward", "backward"};
constexpr std::string_view problemSubjects[]{"household", "unit", "site", "facility", "project"};
constexpr std::string_view problemStates[]{"open",     "fixing", "submitted",
                                           "verified", "closed", "reopened"};
constexpr std::string_view listingSubjects[]{"village", "town", "site", "county"};
constexpr std::string_view issuers[]{"national", "province", "prefecture", "county"};
constexpr std::string_view listingBases[]{"official", "rule", "both"};
constexpr std::string_view listingStates[]{"active", "lifted"};

constexpr std::string_view results[]{"met", "unmet", "unknown", "exempt"};
constexpr std::string_view methods[]{"computed", "reported", "verified"};
constexpr std::string_view signSubjects[]{"household", "unit"};
constexpr std::string_view signLevels[]{"village", "town", "county", "prefecture"};
constexpr std::string_view signActions[]{"submit", "check", "approve", "reject", "reopen"};
constexpr std::string_view planStates[]{"planned", "running", "done", "dropped"};
constexpr std::string_view successionKinds[]{"merge", "split", "recode", "rename", "upgrade"};

constexpr FieldDefinition key(std::string_view name, FieldType type = Text)
{
    return {.name = name, .type = type, .key = true, .required = true};
}
constexpr FieldDefinition needed(std::string_view name, FieldType type, Words words = {})
{
    return {.name = name, .type = type, .words = words, .required = true};
}
constexpr FieldDefinition plain(std::string_view name, FieldType type, Words words = {})
{
    return {.name = name, .type = type, .words = words};
}
constexpr FieldDefinition coded(std::string_view name)
{
    return {.name = name, .type = Text, .required = true, .coded = true};
}
constexpr FieldDefinition secret(std::string_view name)
{
    return {.name = name, .type = Text, .personal = true};
}

constexpr FieldDefinition unitFields[]{
    key("code", UnitRef),
    needed("name", Text),
    plain("level", Word, levels),
    plain("urban_class", Text),
    plain("is_poor_unit", FieldType::Flag),
    plain("is_deep_poor", FieldType::Flag),
    plain("formal_status", Word, formalStatuses),
    plain("formal_on", FieldType::Date),
    plain("valid_from", FieldType::Date),
    plain("valid_to", FieldType::Date),
    plain("stat_as_of", FieldType::Date),
    plain("households", Integer),
    plain("persons", Integer),
    plain("agri_persons", Integer),
    plain("area_km2_published", Real),
    plain("responsible_role", Text),
    plain("responsible_org", Text),
};

constexpr FieldDefinition boundaryFields[]{
    key("code", UnitRef),
    plain("geom_grade", Word, areaGrades),
};

constexpr FieldDefinition householdFields[]{
    key("hh_code"),
    needed("origin_unit", UnitRef),
    plain("current_unit", UnitRef),
    plain("group", UnitRef),
    plain("site", Ref),
    plain("formal_status", Word, formalStatuses),
    plain("watch", Word, watches),
    plain("watch_active", FieldType::Flag),
    plain("exit_year", Integer),
    plain("persons", Integer),
    plain("in_scope", FieldType::Flag),
    plain("income_pc", Real),
    plain("income_basis", Word, incomeBases),
    plain("livelihood_mode", Word, livelihoods),
    plain("livelihood_ok", FieldType::Flag),
    plain("food", FieldType::Flag),
    plain("clothing", FieldType::Flag),
    plain("house_grade", Word, houseGrades),
    plain("house_occupied", FieldType::Flag),
    plain("w_quantity", FieldType::Flag),
    plain("w_quality", FieldType::Flag),
    plain("w_access", FieldType::Flag),
    plain("w_assurance", FieldType::Flag),
    plain("class4", FieldType::Flag),
    plain("class4_new", FieldType::Flag),
    plain("dibao", FieldType::Flag),
    plain("no_labour", FieldType::Flag),
    plain("cause_main", Text),
    plain("special", Text),
    plain("watch_from", FieldType::Date),
    plain("watch_cleared_on", FieldType::Date),
    plain("loc_src", Word, locationSources),
    plain("loc_acc_m", Real),
    plain("loc_state", Word, locationStates),
    secret("head_name"),
    secret("phone"),
    secret("bank"),
};

constexpr FieldDefinition personFields[]{
    key("p_code"),
    needed("hh_code", Ref),
    plain("birth_year", Integer),
    plain("relation", Text),
    plain("student_state", Text),
    plain("health_state", Text),
    plain("labour", Text),
    plain("medins", FieldType::Flag),
    plain("critins", FieldType::Flag),
    plain("medaid_scope", FieldType::Flag),
    plain("pension", FieldType::Flag),
    plain("dropout", Word, dropouts),
    plain("work_months", Integer),
    secret("name"),
    secret("id_no"),
};

constexpr FieldDefinition siteFields[]{
    key("code"),
    needed("name", Text),
    needed("kind", Word, siteKinds),
    plain("host_unit", UnitRef),
    plain("county", UnitRef),
    plain("planned_hh", Integer),
    plain("planned_p", Integer),
    plain("moved_hh", Integer),
    plain("moved_p", Integer),
    plain("done_on", FieldType::Date),
};

constexpr FieldDefinition facilityFields[]{
    key("code"),
    needed("kind", Word, facilityKinds),
    plain("name", Text),
    plain("unit", UnitRef),
    plain("grade", Text),
    plain("staff", Integer),
    plain("area_m2", Real),
    plain("capacity", Integer),
    plain("state", Word, facilityStates),
    plain("upkeep_owner", Text),
};

constexpr FieldDefinition roadFields[]{
    key("code"),
    plain("name", Text),
    plain("class", Word, roadClasses),
    plain("surface", Word, surfaces),
    plain("width_m", Real),
    plain("state", Text),
    plain("one_way", Word, oneWays),
    plain("no_turns", Text),
};

constexpr FieldDefinition projectFields[]{
    key("code"),
    needed("name", Text),
    plain("topic", Text),
    plain("unit", UnitRef),
    plain("site", Ref),
    plain("budget_wan", Real),
    plain("paid_wan", Real),
    plain("source", Text),
    plain("start", FieldType::Date),
    plain("due", FieldType::Date),
    plain("done_on", FieldType::Date),
    plain("progress_pct", Real),
    plain("publicised_on", FieldType::Date),
    plain("upkeep_owner", Text),
};

constexpr FieldDefinition problemFields[]{
    key("code"),
    needed("subject_type", Word, problemSubjects),
    needed("subject", Ref),
    plain("source", Text),
    plain("topic", Text),
    plain("text", Text),
    plain("found_on", FieldType::Date),
    plain("due_on", FieldType::Date),
    plain("lead_org", Text),
    plain("state", Word, problemStates),
    plain("closed_on", FieldType::Date),
    plain("verifier_level", Text),
    plain("evidence", Text),
};

constexpr FieldDefinition listingFields[]{
    key("code"),
    needed("subject_type", Word, listingSubjects),
    plain("subject", Ref),
    needed("subject_name", Text),
    needed("issuer_level", Word, issuers),
    plain("rule_id", Text),
    plain("basis", Word, listingBases),
    plain("from", FieldType::Date),
    plain("to", FieldType::Date),
    plain("lead_org", Text),
    plain("state", Word, listingStates),
};

constexpr FieldDefinition criterionValueFields[]{
    key("code"),
    needed("subject_type", Word, problemSubjects),
    needed("subject", Ref),
    coded("criterion"),
    needed("as_of", FieldType::Date),
    needed("result", Word, results),
    plain("method", Word, methods),
    plain("num", Real),
    plain("txt", Text),
    plain("exempt_reason", Text),
};

constexpr FieldDefinition visitFields[]{
    key("code"),
    needed("subject_type", Word, problemSubjects),
    needed("subject", Ref),
    needed("on_date", FieldType::Date),
    plain("agrees", FieldType::Flag),
    plain("finding", Text),
};

constexpr FieldDefinition closureSignFields[]{
    key("code"),
    needed("subject_type", Word, signSubjects),
    needed("subject", Ref),
    needed("level", Word, signLevels),
    needed("action", Word, signActions),
    needed("on_date", FieldType::Date),
    plain("role", Text),
    plain("note", Text),
};

constexpr FieldDefinition listingAspectFields[]{
    key("code"),     needed("listing", Ref),          needed("month", FieldType::Date),
    coded("aspect"), needed("result", Word, results), plain("note", Text),
};

constexpr FieldDefinition reviewFields[]{
    key("code"),
    needed("subject_type", Word, problemSubjects),
    needed("subject", Ref),
    needed("month", FieldType::Date),
    plain("analysed_on", FieldType::Date),
    plain("judged_on", FieldType::Date),
    plain("dispatched_on", FieldType::Date),
    plain("note", Text),
};

constexpr FieldDefinition measureFields[]{
    key("code"),
    needed("title", Text),
    plain("lead_org", Text),
    plain("resp_orgs", Text),
    plain("due", FieldType::Date),
};

constexpr FieldDefinition planItemFields[]{
    key("code"),
    needed("hh_code", Ref),
    plain("topic", Text),
    plain("text", Text),
    plain("measure", Ref),
    plain("made_on", FieldType::Date),
    plain("start", FieldType::Date),
    plain("due", FieldType::Date),
    plain("state", Word, planStates),
};

constexpr FieldDefinition successionFields[]{
    key("code"),
    needed("old_unit", UnitRef),
    needed("new_unit", UnitRef),
    needed("kind", Word, successionKinds),
    needed("on_date", FieldType::Date),
    plain("share", Real),
    plain("old_name", Text),
};

struct KindDefinition {
    std::string_view word;
    GeometryType geometry;
    std::span<const FieldDefinition> fields;
};

constexpr std::array<KindDefinition, entityKindCount> kinds{{
    {"units", GeometryType::Point, unitFields},
    {"boundaries", GeometryType::Polygon, boundaryFields},
    {"households", GeometryType::Point, householdFields},
    {"persons", GeometryType::None, personFields},
    {"sites", GeometryType::Point, siteFields},
    {"facilities", GeometryType::Point, facilityFields},
    {"roads", GeometryType::Line, roadFields},
    {"projects", GeometryType::Point, projectFields},
    {"problems", GeometryType::None, problemFields},
    {"listings", GeometryType::None, listingFields},
    {"criterion_values", GeometryType::None, criterionValueFields},
    {"visits", GeometryType::None, visitFields},
    {"closure_signs", GeometryType::None, closureSignFields},
    {"listing_aspects", GeometryType::None, listingAspectFields},
    {"reviews", GeometryType::None, reviewFields},
    {"measures", GeometryType::None, measureFields},
    {"plan_items", GeometryType::None, planItemFields},
    {"successions", GeometryType::None, successionFields},
}};

const KindDefinition& definition(EntityKind kind)
{
    return kinds[static_cast<std::size_t>(kind)];
}

} // namespace

std::string_view toString(EntityKind kind)
{
    return definition(kind).word;
}

std::optional<EntityKind> entityKindFromString(std::string_view word)
{
    const auto found = std::ranges::find(kinds, word, &KindDefinition::word);
    if (found == kinds.end())
        return std::nullopt;
    return static_cast<EntityKind>(found - kinds.begin());
}

std::span<const FieldDefinition> fieldsOf(EntityKind kind)
{
    return definition(kind).fields;
}

const FieldDefinition* findField(EntityKind kind, std::string_view name)
{
    const auto fields = fieldsOf(kind);
    const auto found = std::ranges::find(fields, name, &FieldDefinition::name);
    return found == fields.end() ? nullptr : &*found;
}

GeometryType geometryOf(EntityKind kind)
{
    return definition(kind).geometry;
}

} // namespace guatu
