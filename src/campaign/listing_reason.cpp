// SPDX-License-Identifier: MIT
#include "campaign/listing_reason.h"

#include "campaign/fields.h"
#include "campaign/wording.h"

#include <algorithm>

namespace guatu::campaign
{
namespace
{

struct ReasonId {
    std::string_view field, over, from; ///< messages for > and >=
};
constexpr ReasonId reasonIds[]{
    {"incidence", "campaign.reason.incidence_over", "campaign.reason.incidence_from"},
    {"remaining_p", "campaign.reason.remaining_p_over", "campaign.reason.remaining_p_from"},
    {"remaining_hh", "campaign.reason.remaining_hh_over", "campaign.reason.remaining_hh_from"},
    {"households", "campaign.reason.households_over", "campaign.reason.households_from"},
    {"persons", "campaign.reason.persons_over", "campaign.reason.persons_from"}};

bool hasLimit(const Condition& condition)
{
    return condition.kind == Condition::Kind::Compare && condition.values.size() == 1 &&
           std::holds_alternative<double>(condition.values.front()) &&
           std::ranges::find(reasonIds, condition.field, &ReasonId::field) != std::end(reasonIds);
}

/// The first comparison with a limit that `fits`.
template <typename Fits>
const Condition* firstWithLimit(const Condition& condition, Fits fits)
{
    if (condition.kind == Condition::Kind::Compare)
        return hasLimit(condition) && fits(condition) ? &condition : nullptr;
    if (condition.kind == Condition::Kind::Not)
        return nullptr;
    for (const Condition& child : condition.children)
        if (const Condition* found = firstWithLimit(child, fits))
            return found;
    return nullptr;
}

/// The first field of the condition whose value is not known; empty when all are.
std::string firstMissing(const Condition& condition, const FieldReader& read)
{
    if (condition.kind == Condition::Kind::Compare)
        return std::holds_alternative<std::monostate>(read(condition.field)) ? condition.field : "";
    for (const Condition& child : condition.children)
        if (std::string missing = firstMissing(child, read); !missing.empty())
            return missing;
    return {};
}

/// What has to be recorded for the field to be known.
std::string inputOf(const Snapshot& snapshot, const Profile& profile, std::string field)
{
    const bool counted = field == "incidence" || field == "remaining_p" || field == "remaining_hh";
    if (counted && snapshot.households.size() == 0)
        return "household_list";
    return field == "incidence" ? profile.incidenceDenominator : field;
}

/// A rate with two decimals, or with as many more as tell it from the limit.
std::string shownRate(double value, double limit)
{
    int decimals = 2;
    while (decimals < 6 && value != limit && fixed(value, decimals) == fixed(limit, decimals))
        ++decimals;
    return fixed(value, decimals);
}

SubjectType subjectTypeOf(const ListingRule& rule)
{
    return rule.subject == "site" ? SubjectType::Site : SubjectType::Unit;
}

bool has(const std::vector<RuleHit>& hits, std::size_t rule, RowIndex subject)
{
    return std::ranges::any_of(
        hits, [&](const RuleHit& hit) { return hit.rule == rule && hit.subject == subject; });
}

bool isAbout(const Snapshot& snapshot, const ListingRule& rule, std::size_t listing)
{
    const ListingColumns& listings = snapshot.listings;
    if (rule.issuer != listings.issuerLevel[listing] ||
        subjectTypeOf(rule) != listings.subjectType[listing])
        return false;
    const RowIndex subject = listings.subject[listing];
    return subjectTypeOf(rule) == SubjectType::Site || subject == noRow ||
           levelFromString(rule.subject) == snapshot.units.level[static_cast<std::size_t>(subject)];
}

} // namespace

CriterionResult resultOn(const ListingState& listings, std::size_t rule, RowIndex subject)
{
    if (has(listings.hits, rule, subject))
        return CriterionResult::Met;
    return has(listings.undecided, rule, subject) ? CriterionResult::Unknown
                                                  : CriterionResult::Unmet;
}

RuleFigure figureOf(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
                    std::size_t rule, CriterionResult result, RowIndex subject)
{
    const ListingRule& definition = profile.listingRules[rule];
    const auto row = static_cast<std::size_t>(subject);
    const FieldReader read = [&](std::string_view field) {
        return subjectTypeOf(definition) == SubjectType::Site
                   ? siteField(snapshot, row, field)
                   : unitField(snapshot, closure, row, field);
    };
    RuleFigure figure;
    const bool hit = result == CriterionResult::Met;
    const Condition* limit = firstWithLimit(definition.condition, [&](const Condition& one) {
        return !hit || one.evaluate(read) == CriterionResult::Met;
    });
    if (limit != nullptr) {
        figure.field = limit->field;
        figure.op = toString(limit->op);
        figure.limit = std::get<double>(limit->values.front());
        const FieldValue value = read(limit->field);
        if (const double* number = std::get_if<double>(&value))
            figure.value = *number;
    }
    if (result == CriterionResult::Unknown) {
        std::string missing = definition.where ? firstMissing(*definition.where, read) : "";
        if (missing.empty())
            missing = firstMissing(definition.condition, read);
        figure.missing = inputOf(snapshot, profile, std::move(missing));
    }
    return figure;
}

Message listingReason(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
                      const ListingState& listings, std::size_t rule, SubjectType subjectType,
                      RowIndex subject)
{
    const ListingRule& definition = profile.listingRules[rule];
    if (subjectTypeOf(definition) != subjectType || subject == noRow)
        return {"campaign.reason.not_hit", {{"rule", definition.id}}};
    const CriterionResult result = resultOn(listings, rule, subject);
    if (result == CriterionResult::Unmet)
        return {"campaign.reason.not_hit", {{"rule", definition.id}}};
    const RuleFigure figure = figureOf(snapshot, profile, closure, rule, result, subject);
    const auto* ids = std::ranges::find(reasonIds, figure.field, &ReasonId::field);
    const bool over = figure.op == ">";
    if (result == CriterionResult::Unknown || ids == std::end(reasonIds) || !figure.value ||
        (!over && figure.op != ">="))
        return {"campaign.reason.hit", {{"rule", definition.id}}};
    return {std::string(over ? ids->over : ids->from),
            {{"value", figure.field == "incidence" ? shownRate(*figure.value, *figure.limit)
                                                   : fixed(*figure.value, 0)},
             {"limit", shown(*figure.limit, 2)}}};
}

std::optional<std::size_t> ruleOfListing(const Snapshot& snapshot, const Profile& profile,
                                         const ListingState& listings, std::size_t listing)
{
    const auto& rules = profile.listingRules;
    const RowIndex subject = snapshot.listings.subject[listing];
    std::optional<std::size_t> fitting;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        if (rules[rule].id == snapshot.listings.ruleId[listing])
            return rule;
        if (isAbout(snapshot, rules[rule], listing) &&
            (!fitting ||
             (!has(listings.hits, *fitting, subject) && has(listings.hits, rule, subject))))
            fitting = rule;
    }
    return fitting;
}

} // namespace guatu::campaign
