// SPDX-License-Identifier: MIT
#include "session/trip/trip_directions.h"

#include <array>
#include <cmath>
#include <numbers>

namespace guatu::session
{
namespace
{

/// A heading is taken over so many metres, so that a short kink at a junction is no turn.
constexpr double sight = 30;

/// Degrees clockwise from north along a line from its `begin`, over `sight` metres.
double headingOf(auto begin, auto end)
{
    const Point from = *begin;
    Point to = from;
    for (auto at = begin + 1; at != end; ++at) {
        to = *at;
        if (std::hypot(to.x - from.x, to.y - from.y) >= sight)
            break;
    }
    return std::atan2(to.x - from.x, to.y - from.y) * 180 / std::numbers::pi;
}

double wayLength(const std::vector<Point>& line)
{
    double metres = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        metres += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return metres;
}

/// Change of heading from the end of one piece to the begin of the next, -180 to 180 degrees.
double bendBetween(const WayPiece& before, const WayPiece& after)
{
    const double in = headingOf(before.line.rbegin(), before.line.rend()) + 180;
    const double out = headingOf(after.line.begin(), after.line.end());
    return std::remainder(out - in, 360);
}

} // namespace

Message turnText(Turn turn)
{
    static constexpr std::array<const char*, 9> ids{
        "trips.turn.start", "trips.turn.straight",    "trips.turn.slight_left",
        "trips.turn.left",  "trips.turn.sharp_left",  "trips.turn.slight_right",
        "trips.turn.right", "trips.turn.sharp_right", "trips.turn.back"};
    return {ids[static_cast<std::size_t>(turn)]};
}

Turn turnBy(double degrees)
{
    const double size = std::abs(degrees);
    if (size <= 30)
        return Turn::Straight;
    if (size >= 165)
        return Turn::Back;
    if (size <= 60)
        return degrees < 0 ? Turn::SlightLeft : Turn::SlightRight;
    if (size < 120)
        return degrees < 0 ? Turn::Left : Turn::Right;
    return degrees < 0 ? Turn::SharpLeft : Turn::SharpRight;
}

std::vector<DriveStep> stepsOf(std::span<const WayPiece> pieces, const RoadColumns& roads)
{
    std::vector<DriveStep> steps;
    const WayPiece* before = nullptr;
    for (const WayPiece& piece : pieces) {
        const double metres = wayLength(piece.line);
        if (metres <= 0)
            continue;
        DriveStep step{.road = roads.name[piece.road],
                       .roadClass = roads.roadClass[piece.road],
                       .surface = roads.surface[piece.road],
                       .metres = metres};
        if (before != nullptr)
            step.turn = turnBy(bendBetween(*before, piece));
        const bool isSame = before != nullptr && steps.back().road == step.road &&
                            steps.back().roadClass == step.roadClass &&
                            steps.back().surface == step.surface;
        const bool isAhead = step.turn == Turn::Straight || step.turn == Turn::SlightLeft ||
                             step.turn == Turn::SlightRight;
        if (isSame && (isAhead || !piece.isFork))
            steps.back().metres += metres;
        else
            steps.push_back(std::move(step));
        before = &piece;
    }
    return steps;
}

} // namespace guatu::session
