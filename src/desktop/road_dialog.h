// SPDX-License-Identifier: MIT
#pragma once

#include "session/road_draw.h"

#include <functional>
#include <vector>

class QWidget;

namespace guatu::desktop
{

class Texts;

/// Asks name, class and surface of a drawn line; nothing is kept unless the user says so.
void askRoad(const Texts& texts, QWidget* parent, const std::vector<Point>& line,
             const std::function<void(const session::RoadDraft&)>& keep);

} // namespace guatu::desktop
