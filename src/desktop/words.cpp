// SPDX-License-Identifier: MIT
#include "desktop/words.h"

#include "core/text.h"
#include "desktop/texts.h"

#include <cmath>

namespace guatu::desktop
{

std::string_view titleOf(HouseholdClass value)
{
    switch (value) {
    case HouseholdClass::Unexited:
        return "desktop.class.unexited";
    case HouseholdClass::Returned:
        return "desktop.class.returned";
    case HouseholdClass::Exited:
        return "desktop.class.exited";
    case HouseholdClass::Monitored:
        return "desktop.class.monitored";
    case HouseholdClass::Marginal:
        return "desktop.class.marginal";
    case HouseholdClass::Sudden:
        return "desktop.class.sudden";
    case HouseholdClass::Ordinary:
        return "desktop.class.ordinary";
    case HouseholdClass::Unknown:
        break;
    }
    return "desktop.class.unknown";
}

std::string_view titleOf(Clear value)
{
    switch (value) {
    case Clear::Cleared:
        return "desktop.clear.cleared";
    case Clear::Uncleared:
        return "desktop.clear.uncleared";
    case Clear::OutOfScope:
        return "desktop.clear.out_of_scope";
    case Clear::Unknown:
        break;
    }
    return "desktop.clear.unknown";
}

std::string_view titleOf(Livelihood value)
{
    switch (value) {
    case Livelihood::Job:
        return "desktop.livelihood.job";
    case Livelihood::Business:
        return "desktop.livelihood.business";
    case Livelihood::SafetyNet:
        return "desktop.livelihood.safety_net";
    case Livelihood::Unknown:
        break;
    }
    return "desktop.unchecked";
}

std::string_view titleOf(HouseGrade value)
{
    switch (value) {
    case HouseGrade::A:
        return "desktop.house.a";
    case HouseGrade::B:
        return "desktop.house.b";
    case HouseGrade::C:
        return "desktop.house.c";
    case HouseGrade::D:
        return "desktop.house.d";
    case HouseGrade::Unknown:
        break;
    }
    return "desktop.unchecked";
}

std::string_view titleOf(Level value)
{
    switch (value) {
    case Level::Prefecture:
        return "desktop.level.prefecture";
    case Level::County:
        return "desktop.level.county";
    case Level::Town:
        return "desktop.level.town";
    case Level::Village:
        return "desktop.level.village";
    case Level::Group:
        break;
    }
    return "desktop.level.group";
}

std::string_view titleOf(EntityKind value)
{
    switch (value) {
    case EntityKind::Unit:
        return "desktop.kind.units";
    case EntityKind::Boundary:
        return "desktop.kind.boundaries";
    case EntityKind::Household:
        return "desktop.kind.households";
    case EntityKind::Person:
        return "desktop.kind.persons";
    case EntityKind::Site:
        return "desktop.kind.sites";
    case EntityKind::Facility:
        return "desktop.kind.facilities";
    case EntityKind::Road:
        return "desktop.kind.roads";
    case EntityKind::Project:
        return "desktop.kind.projects";
    case EntityKind::Problem:
        return "desktop.kind.problems";
    case EntityKind::Listing:
        return "desktop.kind.listings";
    case EntityKind::CriterionValue:
        return "desktop.kind.criterion_values";
    case EntityKind::Visit:
        return "desktop.kind.visits";
    case EntityKind::ClosureSign:
        return "desktop.kind.closure_signs";
    case EntityKind::ListingAspect:
        return "desktop.kind.listing_aspects";
    case EntityKind::Review:
        return "desktop.kind.reviews";
    case EntityKind::Measure:
        return "desktop.kind.measures";
    case EntityKind::PlanItem:
        return "desktop.kind.plan_items";
    case EntityKind::Succession:
        break;
    }
    return "desktop.kind.successions";
}

std::string_view titleOf(CriterionResult value)
{
    switch (value) {
    case CriterionResult::Met:
        return "desktop.result.met";
    case CriterionResult::Unmet:
        return "desktop.result.unmet";
    case CriterionResult::Exempt:
        return "desktop.result.exempt";
    case CriterionResult::Unknown:
        break;
    }
    return "desktop.unchecked";
}

std::string_view formalTitle(FormalStatus status, Level level)
{
    const bool county = level == Level::County;
    switch (status) {
    case FormalStatus::Unexited:
        return county ? "desktop.formal.county_unexited" : "desktop.formal.unexited";
    case FormalStatus::Returned:
        return "desktop.formal.returned";
    case FormalStatus::Exited:
        return county ? "desktop.formal.county_exited" : "desktop.formal.exited";
    case FormalStatus::NeverRegistered:
        return "desktop.formal.never_registered";
    case FormalStatus::Unknown:
        break;
    }
    return {};
}

std::string_view issuerTitle(std::string_view issuerLevel)
{
    if (issuerLevel == "national")
        return "desktop.issuer.national";
    if (issuerLevel == "province")
        return "desktop.issuer.province";
    if (issuerLevel == "prefecture")
        return "desktop.issuer.prefecture";
    return "desktop.issuer.county";
}

const char* symbolOf(HouseholdClass value)
{
    switch (value) {
    case HouseholdClass::Unexited:
        return "household-unexited";
    case HouseholdClass::Returned:
        return "household-returned";
    case HouseholdClass::Exited:
        return "household-exited";
    case HouseholdClass::Monitored:
        return "household-monitored";
    case HouseholdClass::Marginal:
        return "household-marginal";
    case HouseholdClass::Sudden:
        return "household-sudden";
    case HouseholdClass::Unknown:
    case HouseholdClass::Ordinary:
        break;
    }
    return "household-ordinary";
}

QString number(long long value)
{
    return toQString(withThousands(value));
}

QString percent(double value)
{
    return std::isfinite(value) ? QString::number(value, 'f', 2) : QStringLiteral("—");
}

QString isoDate(Date date)
{
    return toQString(date.iso());
}

QString shortDate(Date date, Date today)
{
    return date.year() == today.year() ? isoDate(date).mid(5) : isoDate(date);
}

QString schemeText(const Profile& profile, const Texts& texts)
{
    if (!profile.end)
        return texts("desktop.scheme", {{"title", profile.title.in(texts.language())},
                                        {"start", profile.start.iso()}});
    return texts("desktop.scheme_until", {{"title", profile.title.in(texts.language())},
                                          {"start", profile.start.iso()},
                                          {"end", profile.end->iso()}});
}

QString daysText(int daysLeft, const Texts& texts)
{
    if (daysLeft >= 0)
        return texts("desktop.days_left", {{"days", std::to_string(daysLeft)}});
    return texts("desktop.days_late", {{"days", std::to_string(-daysLeft)}});
}

} // namespace guatu::desktop
