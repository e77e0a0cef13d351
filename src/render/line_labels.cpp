// SPDX-License-Identifier: MIT
#include "render/line_labels.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{

namespace
{

constexpr double longest = 1e12; // pixels; beyond it a step is lost in rounding

/// Narrows [from, to], shares of the way from `start` by `way`, to where it is within [low, high].
void narrow(double start, double way, double low, double high, double& from, double& to)
{
    if (way == 0) {
        if (start < low || start > high)
            to = -1;
        return;
    }
    const double a = (low - start) / way;
    const double b = (high - start) / way;
    from = std::max(from, std::min(a, b));
    to = std::min(to, std::max(a, b));
}

} // namespace

std::vector<QPointF> placesAlong(const Canvas& canvas, std::span<const Point> line, double step,
                                 double least, double margin)
{
    const auto lengthOf = [&](std::size_t i) {
        return std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y) /
               canvas.metresPerPixel();
    };
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += lengthOf(i);
    std::vector<QPointF> places;
    if (!(length >= least && length > 0 && length < longest))
        return places;
    const QRectF reach = canvas.bounds().adjusted(-margin, -margin, margin, margin);
    const double first = std::min(length, step) / 2;
    double before = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double piece = lengthOf(i);
        const QPointF start = canvas.toDevice(line[i - 1]);
        const QPointF way = canvas.toDevice(line[i]) - start;
        double from = 0;
        double to = 1;
        narrow(start.x(), way.x(), reach.left(), reach.right(), from, to);
        narrow(start.y(), way.y(), reach.top(), reach.bottom(), from, to);
        const double end = before + piece;
        const double number = std::ceil((before + std::max(0.0, from) * piece - first) / step);
        for (double at = first + std::max(0.0, number) * step;
             piece > 0 && from <= to && at <= before + to * piece && at < end; at += step)
            places.push_back(start + way * ((at - before) / piece));
        before = end;
    }
    return places;
}

} // namespace guatu::render
