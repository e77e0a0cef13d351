// SPDX-License-Identifier: MIT
#include "campaign/fields.h"

#include "campaign/listing.h"

#include <cmath>

namespace guatu::campaign
{
namespace
{

FieldValue known(std::int32_t number)
{
    return number < 0 ? FieldValue{} : FieldValue{static_cast<double>(number)};
}

FieldValue known(Flag flag)
{
    return flag == Flag::Unknown ? FieldValue{} : FieldValue{flag == Flag::Yes ? 1.0 : 0.0};
}

FieldValue known(const std::string& word)
{
    return word.empty() ? FieldValue{} : FieldValue{word};
}

/// Figures that are counted from the household list; unknown while there is none.
FieldValue counted(const Closure& closure, std::size_t unit, std::string_view field)
{
    const Remaining& remaining = closure.remainingByOrigin[unit];
    if (field == "remaining_p")
        return static_cast<double>(remaining.persons);
    if (field == "remaining_hh")
        return static_cast<double>(remaining.households);
    if (field == "incidence" && !std::isnan(closure.incidence[unit]))
        return closure.incidence[unit];
    return {};
}

} // namespace

FieldValue unitField(const Snapshot& snapshot, const Closure& closure, std::size_t unit,
                     std::string_view field)
{
    const UnitColumns& units = snapshot.units;
    if (field == "is_poor_unit")
        return known(units.isPoor[unit]);
    if (field == "is_deep_poor")
        return known(units.isDeepPoor[unit]);
    if (field == "formal_status")
        return units.formal[unit] == FormalStatus::Unknown
                   ? FieldValue{}
                   : FieldValue{std::string(toString(units.formal[unit]))};
    if (field == "households")
        return known(units.households[unit]);
    if (field == "persons")
        return known(units.persons[unit]);
    if (field == "agri_persons")
        return known(units.agriPersons[unit]);
    if (field == "code")
        return units.code[unit].str();
    if (field == "name")
        return known(units.name[unit]);
    if (field == "level")
        return std::string(toString(units.level[unit]));
    return snapshot.households.size() > 0 ? counted(closure, unit, field) : FieldValue{};
}

FieldValue siteField(const Snapshot& snapshot, std::size_t site, std::string_view field)
{
    const SiteColumns& sites = snapshot.sites;
    if (field == "kind")
        return known(sites.kind[site]);
    if (field == "households")
        return known(siteHouseholds(sites, site));
    if (field == "persons")
        return known(sitePersons(sites, site));
    if (field == "planned_hh")
        return known(sites.plannedHouseholds[site]);
    if (field == "planned_p")
        return known(sites.plannedPersons[site]);
    if (field == "moved_hh")
        return known(sites.movedHouseholds[site]);
    if (field == "moved_p")
        return known(sites.movedPersons[site]);
    if (field == "code")
        return known(sites.code[site]);
    if (field == "name")
        return known(sites.name[site]);
    return {};
}

std::int32_t denominatorOf(const UnitColumns& units, const Profile& profile, std::size_t unit)
{
    if (profile.incidenceDenominator == "persons")
        return units.persons[unit];
    if (profile.incidenceDenominator == "households")
        return units.households[unit];
    return units.agriPersons[unit];
}

} // namespace guatu::campaign
