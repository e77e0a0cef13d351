// SPDX-License-Identifier: MIT
#pragma once

#include "trips/plan.h"

#include <QRectF>

namespace guatu::desktop
{

/// Where times and days lie in the lanes, in pixels of the widget.
struct LaneScale {
    static constexpr int axis = 28, row = 42, titles = 200, ends = 96;

    int width = 800;
    int scrolled = 0; ///< pixels that the lanes are scrolled up
    trips::Seconds from = 8 * 3600, to = 18 * 3600;

    [[nodiscard]] double span() const { return std::max(60, width - titles - ends); }
    [[nodiscard]] double x(trips::Seconds time) const
    {
        return titles + span() * (time - from) / static_cast<double>(std::max(1, to - from));
    }
    [[nodiscard]] trips::Seconds time(double at) const
    {
        return from + static_cast<trips::Seconds>((at - titles) / span() * (to - from));
    }
    [[nodiscard]] double top(std::size_t lane) const
    {
        return axis + row * static_cast<double>(lane) - scrolled;
    }
    /// Which lane lies at a height; may be beyond the last.
    [[nodiscard]] std::size_t lane(double y) const
    {
        return static_cast<std::size_t>(std::max(0.0, (y - axis + scrolled) / row));
    }
    [[nodiscard]] QRectF block(std::size_t lane, const trips::Visit& visit) const
    {
        const double left = x(visit.start);
        return {left, top(lane) + 8, std::max(16.0, x(visit.end) - left), row - 16.0};
    }

    /// Full hours around all working days and all that is planned.
    [[nodiscard]] static LaneScale around(const trips::Problem& problem, const trips::Plan& plan);
};

} // namespace guatu::desktop
