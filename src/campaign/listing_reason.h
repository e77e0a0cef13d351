// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/listing.h"
#include "core/message.h"

#include <optional>
#include <string>

namespace guatu::campaign
{

/// The comparison of a rule that decides on a subject, with the figure it compares.
struct RuleFigure {
    std::string field{};           ///< incidence, remaining_p, ...; empty: none has a limit
    std::optional<double> value{}; ///< unrounded; null: not known
    std::string op{};              ///< as written
    std::optional<double> limit{};
    std::string missing{}; ///< the input that is not known, when the rule is undecided
};

/// Of a rule that is hit, the first comparison that holds; of one that is not, the first there is.
[[nodiscard]] RuleFigure figureOf(const Snapshot& snapshot, const Profile& profile,
                                  const Closure& closure, std::size_t rule, CriterionResult result,
                                  RowIndex subject);

/// Whether a rule is hit on the subject, or cannot be told.
[[nodiscard]] CriterionResult resultOn(const ListingState& listings, std::size_t rule,
                                       RowIndex subject);

/// Why a listing rule is hit, with value beside limit: 发生率 10.41 %，限值超过 10 %. `subject` is
/// a row of units or sites. Where the rule is not hit, or cannot be told, the message says so.
[[nodiscard]] Message listingReason(const Snapshot& snapshot, const Profile& profile,
                                    const Closure& closure, const ListingState& listings,
                                    std::size_t rule, SubjectType subjectType, RowIndex subject);

/// The rule an active listing follows: the one it names, else one of its issuer for such places,
/// those that are hit first; null when the profile has none.
[[nodiscard]] std::optional<std::size_t> ruleOfListing(const Snapshot& snapshot,
                                                       const Profile& profile,
                                                       const ListingState& listings,
                                                       std::size_t listing);

} // namespace guatu::campaign
