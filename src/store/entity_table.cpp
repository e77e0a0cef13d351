// SPDX-License-Identifier: MIT
#include "store/entity_table.h"

#include <algorithm>
#include <array>
#include <limits>

namespace guatu::store
{
namespace
{

constexpr std::array<EntityTable, entityKindCount> tables{{
    {"admin_unit", "code", "seat", "name"},
    {"admin_unit", "code", "geom", "name"},
    {"household", "hh_code", "loc", ""},
    {"person", "p_code", "", ""},
    {"site", "code", "loc", "name"},
    {"facility", "code", "loc", "name"},
    {"road", "code", "geom", "name"},
    {"project", "code", "loc", "name"},
    {"problem", "code", "", ""},
    {"listing", "code", "", "subject_name"},
    {"criterion_value", "code", "", ""},
    {"visit", "code", "", ""},
    {"closure_sign", "code", "", ""},
    {"listing_aspect", "code", "", ""},
    {"review_cycle", "code", "", ""},
    {"measure", "code", "", "title"},
    {"plan_item", "code", "", ""},
    {"unit_succession", "code", "", ""},
}};

struct Exception {
    EntityKind kind;
    std::string_view field;
    std::string_view column;
    Reference reference = Reference::None;
};

using enum EntityKind;

/// Fields whose column has another name, or stands in another table.
constexpr Exception exceptions[]{
    {Unit, "formal_status", ""},
    {Unit, "formal_on", ""},
    {Unit, "stat_as_of", ""},
    {Unit, "households", ""},
    {Unit, "persons", ""},
    {Unit, "agri_persons", ""},
    {Unit, "area_km2_published", ""},
    {Unit, "responsible_role", ""},
    {Unit, "responsible_org", ""},
    {Household, "origin_unit", "origin_unit_id", Reference::Unit},
    {Household, "current_unit", "current_unit_id", Reference::Unit},
    {Household, "group", "group_id", Reference::Unit},
    {Household, "site", "site_id", Reference::Site},
    {Person, "hh_code", "hh_id", Reference::Household},
    {Site, "host_unit", "host_unit_id", Reference::Unit},
    {Site, "county", "county_id", Reference::Unit},
    {Facility, "unit", "unit_id", Reference::Unit},
    {Project, "unit", "unit_id", Reference::Unit},
    {Project, "site", "site_id", Reference::Site},
    {Problem, "subject", "subject_id", Reference::Subject},
    {Listing, "subject", "subject_id", Reference::Subject},
    {CriterionValue, "subject", "subject_id", Reference::Subject},
    {Visit, "subject", "subject_id", Reference::Subject},
    {ClosureSign, "subject", "subject_id", Reference::Subject},
    {Review, "subject", "subject_id", Reference::Subject},
    {ListingAspect, "listing", "listing_id", Reference::Listing},
    {PlanItem, "hh_code", "hh_id", Reference::Household},
    {PlanItem, "measure", "measure_id", Reference::Measure},
    {Succession, "old_unit", "old_id", Reference::Unit},
    {Succession, "new_unit", "new_id", Reference::Unit},
};

struct Default {
    EntityKind kind;
    std::string_view field;
    std::string_view word;
};

constexpr Default defaults[]{
    {Household, "formal_status", "unknown"},
    {Household, "watch", "unknown"},
    {Household, "in_scope", "1"},
    {Household, "loc_state", "missing"},
    {Person, "dropout", "unknown"},
    {Problem, "state", "open"},
    {Listing, "basis", "official"},
    {Listing, "state", "active"},
    {Boundary, "geom_grade", "approx"},
    {CriterionValue, "method", "reported"},
    {PlanItem, "state", "planned"},
};

void setLimits(FieldRule& rule, EntityKind kind, std::string_view field)
{
    rule.most = std::numeric_limits<std::int32_t>::max();
    if (field == "birth_year" || field == "exit_year") {
        rule.least = 1800;
        rule.most = 2200;
    } else if (kind == Household && field == "persons") {
        rule.most = 9999;
    }
}

} // namespace

const EntityTable& tableOf(EntityKind kind)
{
    return tables[static_cast<std::size_t>(kind)];
}

FieldRule ruleOf(EntityKind kind, const FieldDefinition& field)
{
    FieldRule rule{.column = field.name};
    for (const auto& exception : exceptions)
        if (exception.kind == kind && exception.field == field.name) {
            rule.column = exception.column;
            rule.reference = exception.reference;
        }
    if (field.personal)
        rule.column = {};
    for (const auto& entry : defaults)
        if (entry.kind == kind && entry.field == field.name)
            rule.whenNull = entry.word;
    setLimits(rule, kind, field.name);
    return rule;
}

} // namespace guatu::store
