// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/material.h"
#include "briefing/page.h"
#include "session/trip/trip_stop_facts.h"
#include "session/trip/trip_ways.h"

#include <map>
#include <string>

namespace guatu::briefing
{

/// What a packet is made from beside the material of the workspace.
struct PacketContent {
    const trips::Trip& trip;
    const session::TripWays& ways;                ///< in the plane; may be empty
    const std::vector<session::StopFacts>& facts; ///< of every stop
    /// By household code; empty unless the packet is for those who go there.
    std::map<std::string, std::string> heads{};
};

/// The sheets of one day of one team, A4: route map with stops, times and reasons; who answers for
/// the places; a map of each leg; and, for the audience Field, a card for each household with its
/// open items and boxes to fill in. Throws Error(Input) when the day has no stop with a position.
[[nodiscard]] std::vector<Page> packetPages(const Material& material, const PacketContent& content,
                                            std::size_t day);

} // namespace guatu::briefing
