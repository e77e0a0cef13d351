// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"
#include "core/message.h"

#include <optional>
#include <vector>

namespace guatu::campaign
{

/// Where a household or unit stands in the closure workflow (销号流程, domain notes §8).
enum class SignState : std::uint8_t { None, Submitted, Checked, Approved, Rejected, Reopened };

/// The standing by the last signature.
struct Standing {
    SignState state = SignState::None;
    std::optional<std::size_t> sign{}; ///< row of the last signature

    /// Whether a step of the chain stands that a setback must take back.
    [[nodiscard]] bool underWay() const
    {
        return state == SignState::Submitted || state == SignState::Checked ||
               state == SignState::Approved;
    }
};

struct Standings {
    std::vector<Standing> household, unit; ///< by row
};
[[nodiscard]] Standings standingsOf(const Snapshot& snapshot);

/// A step that someone wants to take, or that must be taken.
struct Step {
    SubjectType subjectType; ///< Household or Unit
    RowIndex subject;
    Level level; ///< whose signature it is
    SignAction action;
    Date on;

    friend bool operator==(const Step&, const Step&) = default;
};

/// How long a visit vouches for a household, in days (Q5 of the domain notes).
inline constexpr int visitWindow = 90;

/// Why a step may not be taken; null when it may.
///
/// Household: the village submits when all items are met, the township checks after a visit of
/// the last 90 days that agrees, the county approves; township and county may reject what is
/// before them. Unit: one signature a level, by the level above it (a group's by the village),
/// once the unit is cleared, its households are approved and the units below it are signed.
/// Whatever stands may be reopened. No step is dated before the last one or after the snapshot.
[[nodiscard]] std::optional<Message> refusal(const Snapshot& snapshot, const Closure& closure,
                                             const Standings& standings, const Step& step);

/// The steps that take back a chain at the snapshot's date: for every household with a step that
/// stands and that is uncleared now (an unmet item, an open problem) or whose last visit failed,
/// for every signed unit that is uncleared or whose last visit failed, and for every signed unit
/// above these. Households first, then units from below.
[[nodiscard]] std::vector<Step> reopenings(const Snapshot& snapshot, const Closure& closure,
                                           const Standings& standings);

/// The signed units above a household or unit that falls back, from below: one reopening each.
[[nodiscard]] std::vector<Step> reopeningsAbove(const Snapshot& snapshot, const Closure& closure,
                                                const Standings& standings, const Step& fallen);

} // namespace guatu::campaign
