// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace guatu::campaign
{

/// Who put a place under supervision (挂牌督战). Where several have, the last one here is shown:
/// the campaign's own lists, the prefecture's first, before those from above.
enum class Issuer : std::uint8_t { None, National, Province, County, Prefecture };

[[nodiscard]] std::string_view toString(Issuer issuer); // none national province county prefecture
/// None for a word that names no issuer.
[[nodiscard]] Issuer issuerFromString(std::string_view word);

/// A listing rule of the profile on one subject.
struct RuleHit {
    std::size_t rule = 0;      ///< in Profile::listingRules
    SubjectType subjectType{}; ///< Unit or Site
    RowIndex subject = noRow;
    bool official = false; ///< an active official list of the rule's issuer has the subject

    friend bool operator==(const RuleHit&, const RuleHit&) = default;
};

/// Official lists and rules side by side; neither replaces the other (domain notes §8 Q7, Q8).
struct ListingState {
    std::vector<Issuer> unit, site;       ///< of the active official listings
    std::vector<std::size_t> active;      ///< rows of Snapshot::listings in force at the as-of date
    std::vector<std::size_t> unmatched;   ///< those of them that name no unit or site we know
    std::vector<std::size_t> withoutRule; ///< those whose subject hits no rule of their issuer
    std::vector<RuleHit> hits;            ///< the rule is true
    std::vector<RuleHit> undecided;       ///< an input is missing: cannot tell
    std::vector<bool> unitHitOnly, siteHitOnly; ///< a rule is hit and its issuer has not listed it
};

/// Households and persons of a site as rules count them: moved, else planned; -1 unknown.
[[nodiscard]] std::int32_t siteHouseholds(const SiteColumns& sites, std::size_t site);
[[nodiscard]] std::int32_t sitePersons(const SiteColumns& sites, std::size_t site);

/// Evaluates the listing rules on every unit and site. Incidence is compared as 100*P against
/// threshold*N, never as a rounded rate; P is counted by origin unit.
[[nodiscard]] ListingState listings(const Snapshot& snapshot, const Profile& profile,
                                    const Closure& closure);

} // namespace guatu::campaign
