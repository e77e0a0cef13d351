// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/trip_lane_scale.h"
#include "trips/checker.h"

#include <optional>
#include <set>

class QPainter;

namespace guatu::desktop
{

class Texts;
class TripKeeper;

/// What the lanes show.
struct LanePicture {
    const trips::Problem& problem;
    const trips::Plan& plan;
    const std::vector<trips::Violation>& violations;
    LaneScale scale;
    int height = 0;
    std::size_t chosenRoute = 0;
    std::optional<std::size_t> chosenStop{}, dragged{};
    std::optional<trips::Seconds> clock{};
    bool hasFocus = false;
};

void paintLanes(QPainter& painter, const LanePicture& picture, const TripKeeper& keeper,
                const Texts& texts);

} // namespace guatu::desktop
