// SPDX-License-Identifier: MIT
#include "session/listing_reason.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace guatu::session
{
namespace
{

struct ReasonId {
    std::string_view field, over, from; ///< messages for > and >=
};
constexpr ReasonId reasonIds[]{
    {"incidence", "session.reason.incidence_over", "session.reason.incidence_from"},
    {"remaining_p", "session.reason.remaining_p_over", "session.reason.remaining_p_from"},
    {"remaining_hh", "session.reason.remaining_hh_over", "session.reason.remaining_hh_from"},
    {"households", "session.reason.households_over", "session.reason.households_from"},
    {"persons", "session.reason.persons_over", "session.reason.persons_from"}};

double figure(const WorkspaceView& view, SubjectType type, std::size_t row, std::string_view field)
{
    if (type == SubjectType::Site)
        return field == "households" ? campaign::siteHouseholds(view.snapshot.sites, row)
                                     : campaign::sitePersons(view.snapshot.sites, row);
    const campaign::Remaining& remaining = view.closure.remainingByOrigin[row];
    if (field == "incidence")
        return view.closure.incidence[row];
    if (field == "remaining_p")
        return static_cast<double>(remaining.persons);
    if (field == "remaining_hh")
        return static_cast<double>(remaining.households);
    return field == "households" ? view.snapshot.units.households[row]
                                 : view.snapshot.units.persons[row];
}

std::string shown(double value, int decimals)
{
    std::ostringstream out;
    out << std::fixed << std::setprecision(decimals) << value;
    return out.str();
}

/// The first comparison with a limit in the condition that holds for the figures at hand. The
/// rule as a whole is hit, so for `any` it is one that made it so.
const Condition* holding(const Condition& condition, const FieldReader& read)
{
    if (condition.kind == Condition::Kind::Compare)
        return condition.evaluate(read) == CriterionResult::Met &&
                       std::ranges::find(reasonIds, condition.field, &ReasonId::field) !=
                           std::end(reasonIds)
                   ? &condition
                   : nullptr;
    if (condition.kind == Condition::Kind::Not)
        return nullptr;
    for (const Condition& child : condition.children)
        if (const Condition* found = holding(child, read))
            return found;
    return nullptr;
}

SubjectType subjectTypeOf(const ListingRule& rule)
{
    return rule.subject == "site" ? SubjectType::Site : SubjectType::Unit;
}

bool isHit(const WorkspaceView& view, std::size_t rule, RowIndex subject)
{
    return std::ranges::any_of(view.listings.hits, [&](const campaign::RuleHit& hit) {
        return hit.rule == rule && hit.subject == subject;
    });
}

} // namespace

Message listingReason(const WorkspaceView& view, std::size_t rule, SubjectType subjectType,
                      RowIndex subject)
{
    const ListingRule& definition = view.profile.listingRules[rule];
    if (subjectTypeOf(definition) != subjectType || !isHit(view, rule, subject))
        return {"session.reason.not_hit", {{"rule", definition.id}}};
    const auto row = static_cast<std::size_t>(subject);
    const FieldReader read = [&](std::string_view field) -> FieldValue {
        const double value = figure(view, subjectType, row, field);
        return std::isnan(value) || value < 0 ? FieldValue{} : FieldValue{value};
    };
    const Condition* limit = holding(definition.condition, read);
    const bool over = limit != nullptr && limit->op == Condition::Operator::Greater;
    if (limit == nullptr || (!over && limit->op != Condition::Operator::GreaterEqual))
        return {"session.reason.hit", {{"rule", definition.id}}};
    const auto* ids = std::ranges::find(reasonIds, limit->field, &ReasonId::field);
    const double value = figure(view, subjectType, row, limit->field);
    const double bound = std::get<double>(limit->values.front());
    return {std::string(over ? ids->over : ids->from),
            {{"value", shown(value, limit->field == "incidence" ? 2 : 0)},
             {"limit", shown(bound, bound == std::floor(bound) ? 0 : 2)}}};
}

std::optional<std::size_t> ruleOfListing(const WorkspaceView& view, std::size_t listing)
{
    const ListingColumns& listings = view.snapshot.listings;
    const auto& rules = view.profile.listingRules;
    std::optional<std::size_t> fitting;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        if (rules[rule].id == listings.ruleId[listing])
            return rule;
        const bool sameIssuer = rules[rule].issuer == listings.issuerLevel[listing];
        if (!sameIssuer || subjectTypeOf(rules[rule]) != listings.subjectType[listing])
            continue;
        const RowIndex subject = listings.subject[listing];
        if (subjectTypeOf(rules[rule]) == SubjectType::Unit && subject != noRow &&
            levelFromString(rules[rule].subject) !=
                view.snapshot.units.level[static_cast<std::size_t>(subject)])
            continue;
        if (!fitting || (!isHit(view, *fitting, subject) && isHit(view, rule, subject)))
            fitting = rule;
    }
    return fitting;
}

} // namespace guatu::session
