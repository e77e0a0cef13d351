// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "session/trip/trip_ways.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace guatu::session
{

/// How a road is come to.
enum class Turn : std::uint8_t {
    Start, ///< of the drive
    Straight,
    SlightLeft,
    Left,
    SharpLeft,
    SlightRight,
    Right,
    SharpRight,
    Back, ///< by turning round
};

/// 出发 直行 左转 ...
[[nodiscard]] Message turnText(Turn turn);

/// By the change of heading in degrees, to the right positive: straight up to 30, slight up to 60,
/// sharp from 120, back from 165.
[[nodiscard]] Turn turnBy(double degrees);

/// A road that is followed on a drive.
struct DriveStep {
    Turn turn = Turn::Start;
    std::string road{}; ///< empty: it has no name
    std::string roadClass{}, surface{};
    double metres = 0; ///< along it
    friend bool operator==(const DriveStep&, const DriveStep&) = default;
};

/// The drives of a plan as roads and turns, in the shape of TripWays; a drive within a place has no
/// steps.
using TripDirections = std::vector<std::vector<std::vector<DriveStep>>>;

/// A piece of one road on a way, in the plane of metric coordinates.
struct WayPiece {
    std::size_t road = 0; ///< its row among the roads
    bool isFork = false;  ///< other roads begin where it does
    std::vector<Point> line{};
};

/// Pieces as steps: a new one where the road has another name, class or surface, or is left at a
/// fork by more than a slight turn.
[[nodiscard]] std::vector<DriveStep> stepsOf(std::span<const WayPiece> pieces,
                                             const RoadColumns& roads);

} // namespace guatu::session
