// SPDX-License-Identifier: MIT
#include "session/trip/trip_position.h"

#include <algorithm>
#include <cmath>

namespace guatu::session
{

Point alongLine(std::span<const Point> line, double share)
{
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    double left = std::clamp(share, 0.0, 1.0) * length;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double step = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        if (step > 0 && left <= step)
            return {line[i - 1].x + (line[i].x - line[i - 1].x) * left / step,
                    line[i - 1].y + (line[i].y - line[i - 1].y) * left / step};
        left -= step;
    }
    return line.back();
}

Point tripPosition(const trips::DayPlan& day, std::span<const std::vector<Point>> drives,
                   std::span<const Point> places, trips::Seconds time)
{
    const auto between = [&](std::size_t leg, trips::Seconds from, trips::Seconds to) {
        const double share = to > from ? static_cast<double>(time - from) / (to - from) : 1;
        if (leg < drives.size() && !drives[leg].empty())
            return alongLine(drives[leg], share);
        const Point ends[]{places[leg], places[leg + 1]};
        return alongLine(ends, share);
    };
    for (std::size_t i = 0; i < day.visits.size(); ++i) {
        const trips::Visit& visit = day.visits[i];
        if (time < visit.arrival - visit.drive)
            return places[i];
        if (time < visit.arrival)
            return between(i, visit.arrival - visit.drive, visit.arrival);
    }
    const std::size_t last = day.visits.size();
    if (time < day.back - day.driveBack)
        return places[last];
    return time < day.back ? between(last, day.back - day.driveBack, day.back) : places[last + 1];
}

} // namespace guatu::session
