// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/listing.h"
#include "core/definition.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::campaign
{

/// Who says that a place is to be supervised (domain notes §8 Q7, Q8).
enum class ListingBasis : std::uint8_t { Official, Rule, Both, CannotTell };
[[nodiscard]] std::string_view toString(ListingBasis basis); // official rule both cannot_tell

/// A place and a rule or list that names it.
struct SupervisionRow {
    static constexpr std::size_t noRule = static_cast<std::size_t>(-1);

    SubjectType subjectType{}; ///< Unit or Site; Unknown for a listed name without a match
    RowIndex subject = noRow;
    std::string subjectWord{}; ///< village, town, county, prefecture, group or site
    std::string code{}, name{};
    std::string issuer{};      ///< county, prefecture, ...
    std::size_t rule = noRule; ///< in Profile::listingRules
    std::string ruleId{};      ///< of that rule, else as listed
    ListingBasis basis{};
    RowIndex listing = noRow;      ///< the active official listing
    std::string field{};           ///< what is compared: incidence, remaining_p, ...
    std::optional<double> value{}; ///< unrounded; incidence in per cent
    std::string op{};              ///< as written in the rule
    std::optional<double> limit{};
    std::optional<double> margin{}; ///< value - limit
    bool planned = false;           ///< of a site: the figure is the planned one
    std::string missing{};          ///< the input that is not known
    LocalText reason{};             ///< 发生率 3.08 %，限值超过 3 %
};

/// Official lists beside rule hits, and what cannot be told: one row for each place and rule.
/// Ordered by rule of the profile, then code; lists without a rule come last.
[[nodiscard]] std::vector<SupervisionRow> supervision(const Snapshot& snapshot,
                                                      const Profile& profile,
                                                      const Closure& closure,
                                                      const ListingState& listings);

/// The six aspects of a listed place in a month.
struct AspectSheet {
    std::size_t listing = 0;              ///< in Snapshot::listings
    Date month;                           ///< its first day
    std::vector<CriterionResult> results; ///< in the order of Profile::aspects; missing is unknown
    std::vector<std::string> notes;
};

/// The sheets of all active listings for the month that holds `day`.
[[nodiscard]] std::vector<AspectSheet> aspectSheets(const Snapshot& snapshot,
                                                    const Profile& profile,
                                                    const ListingState& listings, Date day);

/// A month of a listed place's cycle of analysis, judgement and dispatch.
struct ReviewRow {
    SubjectType subjectType{};
    RowIndex subject = noRow;
    Date month; ///< its first day
    std::optional<Date> analysed{}, judged{}, dispatched{};
    bool overdue = false; ///< the month is over and a step is missing (Q10)
};

/// Every month, from the listing or the campaign's start up to the as-of date, of every place
/// that was listed in it, by place and month.
[[nodiscard]] std::vector<ReviewRow> reviews(const Snapshot& snapshot, const Profile& profile,
                                             const ListingState& listings);

} // namespace guatu::campaign
