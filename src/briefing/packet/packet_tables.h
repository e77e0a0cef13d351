// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/packet/trip_packet.h"
#include "core/table.h"

namespace guatu::briefing
{

/// The stops of a day in order, with times, reason, walk and slack.
[[nodiscard]] Table packetStopTable(const PacketContent& content, std::size_t day);

/// Who answers for the places of a day, by role; the column for a telephone number is to be filled
/// in by hand.
[[nodiscard]] Table packetContactTable(const PacketContent& content, std::size_t day);

/// The roads and turns of a drive, with the walk behind it; `drive` is that of a visit, or behind
/// the last the one back.
[[nodiscard]] Table packetDirectionTable(const session::WorkspaceView& view,
                                         const PacketContent& content, std::size_t day,
                                         std::size_t drive);

/// Rules that the day breaks, one sentence a row; empty when it keeps all.
[[nodiscard]] Table packetViolationTable(const PacketContent& content, std::size_t day);

/// A household to be visited, with what its card says.
struct HouseholdCard {
    std::string title; ///< number of the stop, place, code, persons
    Table items;       ///< what is open or not known, with boxes for what is found
};

/// The cards of a stop, in the order of its households; one for a place that is visited itself.
[[nodiscard]] std::vector<HouseholdCard> householdCards(const session::WorkspaceView& view,
                                                        const PacketContent& content,
                                                        std::size_t stop, std::size_t number,
                                                        Language language);

} // namespace guatu::briefing
