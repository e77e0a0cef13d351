// SPDX-License-Identifier: MIT
#include "campaign/listing.h"

#include "campaign/fields.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace guatu::campaign
{
namespace
{

constexpr std::array<std::string_view, 5> issuerWords{"none", "national", "province", "county",
                                                      "prefecture"};

using Subject = std::tuple<Issuer, SubjectType, RowIndex>;

/// Thresholds on incidence multiplied by N, so that 100*P is compared with them in whole numbers.
Condition scaledIncidence(Condition condition, double denominator)
{
    if (condition.kind == Condition::Kind::Compare && condition.field == "incidence")
        for (FieldValue& value : condition.values)
            if (double* number = std::get_if<double>(&value))
                *number *= denominator;
    for (Condition& child : condition.children)
        child = scaledIncidence(std::move(child), denominator);
    return condition;
}

/// Evaluates the rules of one profile over one snapshot.
class Evaluator
{
public:
    Evaluator(const Snapshot& snapshot, const Profile& profile, const Closure& closure)
        : m_snapshot(snapshot), m_profile(profile), m_closure(closure)
    {
    }

    [[nodiscard]] CriterionResult onUnit(const ListingRule& rule, std::size_t unit) const
    {
        const auto denominator =
            static_cast<double>(denominatorOf(m_snapshot.units, m_profile, unit));
        const auto persons = static_cast<double>(m_closure.remainingByOrigin[unit].persons);
        const FieldReader read = [&](std::string_view field) -> FieldValue {
            const FieldValue value = unitField(m_snapshot, m_closure, unit, field);
            const bool isRate = field == "incidence" && std::holds_alternative<double>(value);
            return isRate ? FieldValue{100.0 * persons} : value;
        };
        return evaluate(rule, read, denominator);
    }

    [[nodiscard]] CriterionResult onSite(const ListingRule& rule, std::size_t site) const
    {
        const FieldReader read = [&](std::string_view field) {
            return siteField(m_snapshot, site, field);
        };
        return evaluate(rule, read, 1);
    }

private:
    /// A subject that the rule is not about is unmet; one of which that is unknown is unknown.
    static CriterionResult evaluate(const ListingRule& rule, const FieldReader& read,
                                    double denominator)
    {
        const CriterionResult about = rule.where
                                          ? scaledIncidence(*rule.where, denominator).evaluate(read)
                                          : CriterionResult::Met;
        return allOf(
            std::array{about, scaledIncidence(rule.condition, denominator).evaluate(read)});
    }

    const Snapshot& m_snapshot;
    const Profile& m_profile;
    const Closure& m_closure;
};

bool isActive(const ListingColumns& listings, std::size_t row, Date asOf)
{
    const auto& from = listings.from[row];
    const auto& to = listings.to[row];
    return (!from || *from <= asOf) && (!to || *to >= asOf);
}

/// Whether the rule's area holds a site: by its county, else by the unit that hosts it.
bool siteWithin(const Snapshot& snapshot, const ListingRule& rule, std::size_t site)
{
    if (!rule.within)
        return true;
    for (const RowIndex unit : {snapshot.sites.hostUnit[site], snapshot.sites.county[site]})
        if (unit != noRow &&
            rule.within->contains(snapshot.units.code[static_cast<std::size_t>(unit)]))
            return true;
    return false;
}

std::set<Subject> readOfficial(const Snapshot& snapshot, ListingState& state)
{
    const ListingColumns& listings = snapshot.listings;
    std::set<Subject> listed;
    for (std::size_t row = 0; row < listings.size(); ++row) {
        if (!isActive(listings, row, snapshot.asOf))
            continue;
        state.active.push_back(row);
        const SubjectType type = listings.subjectType[row];
        if (listings.subject[row] == noRow ||
            (type != SubjectType::Unit && type != SubjectType::Site)) {
            state.unmatched.push_back(row);
            continue;
        }
        const Issuer issuer = issuerFromString(listings.issuerLevel[row]);
        auto& issuers = type == SubjectType::Unit ? state.unit : state.site;
        Issuer& here = issuers[static_cast<std::size_t>(listings.subject[row])];
        here = std::max(here, issuer);
        listed.emplace(issuer, type, listings.subject[row]);
    }
    return listed;
}

void note(ListingState& state, const std::set<Subject>& listed, RuleHit hit, Issuer issuer,
          CriterionResult result)
{
    if (result != CriterionResult::Met && result != CriterionResult::Unknown)
        return;
    hit.official = listed.contains({issuer, hit.subjectType, hit.subject});
    if (result == CriterionResult::Unknown) {
        state.undecided.push_back(hit);
        return;
    }
    state.hits.push_back(hit);
    if (!hit.official)
        (hit.subjectType == SubjectType::Unit
             ? state.unitHitOnly
             : state.siteHitOnly)[static_cast<std::size_t>(hit.subject)] = true;
}

} // namespace

std::string_view toString(Issuer issuer)
{
    return issuerWords[static_cast<std::size_t>(issuer)];
}

Issuer issuerFromString(std::string_view word)
{
    const auto found = std::ranges::find(issuerWords, word);
    return found == issuerWords.end() ? Issuer::None
                                      : static_cast<Issuer>(found - issuerWords.begin());
}

std::int32_t siteHouseholds(const SiteColumns& sites, std::size_t site)
{
    return sites.movedHouseholds[site] >= 0 ? sites.movedHouseholds[site]
                                            : sites.plannedHouseholds[site];
}

std::int32_t sitePersons(const SiteColumns& sites, std::size_t site)
{
    return sites.movedPersons[site] >= 0 ? sites.movedPersons[site] : sites.plannedPersons[site];
}

ListingState listings(const Snapshot& snapshot, const Profile& profile, const Closure& closure)
{
    ListingState state;
    state.unit.assign(snapshot.units.size(), Issuer::None);
    state.site.assign(snapshot.sites.size(), Issuer::None);
    state.unitHitOnly.assign(snapshot.units.size(), false);
    state.siteHitOnly.assign(snapshot.sites.size(), false);
    const std::set<Subject> listed = readOfficial(snapshot, state);
    const Evaluator evaluator(snapshot, profile, closure);
    for (std::size_t index = 0; index < profile.listingRules.size(); ++index) {
        const ListingRule& rule = profile.listingRules[index];
        const Issuer issuer = issuerFromString(rule.issuer);
        const auto level = levelFromString(rule.subject);
        for (std::size_t unit = 0; level && unit < snapshot.units.size(); ++unit)
            if (snapshot.units.level[unit] == *level &&
                (!rule.within || rule.within->contains(snapshot.units.code[unit])))
                note(state, listed, {index, SubjectType::Unit, static_cast<RowIndex>(unit)}, issuer,
                     evaluator.onUnit(rule, unit));
        for (std::size_t site = 0; rule.subject == "site" && site < snapshot.sites.size(); ++site)
            if (siteWithin(snapshot, rule, site))
                note(state, listed, {index, SubjectType::Site, static_cast<RowIndex>(site)}, issuer,
                     evaluator.onSite(rule, site));
    }
    std::set<Subject> hit;
    for (const RuleHit& each : state.hits)
        hit.emplace(issuerFromString(profile.listingRules[each.rule].issuer), each.subjectType,
                    each.subject);
    for (const std::size_t row : state.active)
        if (!std::ranges::binary_search(state.unmatched, row) &&
            !hit.contains({issuerFromString(snapshot.listings.issuerLevel[row]),
                           snapshot.listings.subjectType[row], snapshot.listings.subject[row]}))
            state.withoutRule.push_back(row);
    return state;
}

} // namespace guatu::campaign
