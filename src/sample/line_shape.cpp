// SPDX-License-Identifier: MIT
#include "sample/line_shape.h"

#include "sample/plane.h"

#include <algorithm>

namespace guatu::sample
{
namespace
{

double distanceToSegment(Point p, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t =
        length == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0);
    return distance(p, {a.x + t * dx, a.y + t * dy});
}

} // namespace

std::vector<Point> smoothed(std::vector<Point> line, int rounds)
{
    if (line.size() < 3)
        return line;
    std::vector<Point> next = line;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 1; i + 1 < line.size(); ++i)
            next[i] = {(line[i - 1].x + 2 * line[i].x + line[i + 1].x) / 4,
                       (line[i - 1].y + 2 * line[i].y + line[i + 1].y) / 4};
        std::swap(line, next);
    }
    return line;
}

std::vector<Point> cornersCut(const std::vector<Point>& line)
{
    if (line.size() < 3)
        return line;
    std::vector<Point> result{line.front()};
    const auto between = [](Point a, Point b, double t) {
        return Point{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
    };
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (i > 0)
            result.push_back(between(line[i], line[i + 1], 0.25));
        if (i + 2 < line.size())
            result.push_back(between(line[i], line[i + 1], 0.75));
    }
    result.push_back(line.back());
    return result;
}

std::vector<Point> simplified(const std::vector<Point>& line, double tolerance)
{
    if (line.size() < 3)
        return line;
    std::vector<char> kept(line.size());
    kept.front() = kept.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        std::size_t farthest = first;
        double most = tolerance;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double d = distanceToSegment(line[i], line[first], line[last]); d > most) {
                most = d;
                farthest = i;
            }
        if (farthest == first)
            continue;
        kept[farthest] = 1;
        open.emplace_back(first, farthest);
        open.emplace_back(farthest, last);
    }
    std::vector<Point> result;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i] != 0)
            result.push_back(line[i]);
    return result;
}

} // namespace guatu::sample
