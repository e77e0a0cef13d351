// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/material.h"
#include "briefing/page.h"
#include "session/trip/trip_directions.h"
#include "session/trip/trip_export.h"
#include "session/trip/trip_stop_facts.h"
#include "trips/checker.h"

#include <map>
#include <string>

namespace guatu::briefing
{

/// What a packet is made from beside the material of the workspace.
struct PacketContent {
    const trips::Trip& trip;
    session::TripWays ways;                ///< in the plane; may be empty
    session::TripDirections directions;    ///< of the same drives; may be empty
    std::vector<session::StopFacts> facts; ///< of every stop
    /// By household code; empty unless the packet is for those who go there.
    std::map<std::string, std::string> heads{};
    std::vector<trips::Violation> violations{}; ///< printed on the first sheet of their day
};

/// What the roads and ledgers of a workspace tell of a trip, and the rules that it breaks; without
/// names. The trip has to outlive it.
[[nodiscard]] PacketContent packetContent(const ViewPointer& view, const trips::Trip& trip);

/// The sheets of one day of one team, A4: route map with stops, times and reasons; who answers for
/// the places; of each leg a map with roads and turns; and, for the audience Field, a card for each
/// household with its open items and boxes to fill in. Throws Error(Input) when the day has no stop
/// with a position.
[[nodiscard]] std::vector<Page> packetPages(const Material& material, const PacketContent& content,
                                            std::size_t day);

/// These sheets as a document, numbered.
[[nodiscard]] Document packetDocument(const Material& material, const PacketContent& content,
                                      std::size_t day);

/// The days of a plan, of Plan::days, that have anything to print.
[[nodiscard]] std::vector<std::size_t> packetDays(const trips::Trip& trip,
                                                  const session::TripPart& part);

} // namespace guatu::briefing
