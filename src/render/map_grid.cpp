// SPDX-License-Identifier: MIT
#include "render/map_grid.h"

#include "core/crs.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu::render
{
namespace
{

constexpr std::array<int, 19> roundSeconds{1,     2,     5,     10,     15,    30,   60,
                                           120,   300,   600,   900,    1800,  3600, 7200,
                                           18000, 36000, 54000, 108000, 162000};
constexpr double metresPerSecond = 30.9; ///< of a meridian
constexpr int samples = 32;              ///< of a line across the map
constexpr std::size_t mostLines = 200;   ///< of one direction; more would be no help

/// The plane's box on the earth: of its edges and its middle. Empty where there is none.
Box onEarth(const Box& extent, const Transform& fromEarth)
{
    Box box;
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i) {
        for (int k = 0; k <= steps; ++k) {
            const Point p = fromEarth.inverse({extent.minX + extent.width() * i / steps,
                                               extent.minY + extent.height() * k / steps});
            if (!p.valid() || std::abs(p.x) > 180 || std::abs(p.y) > 90)
                return {};
            box.add(p);
        }
    }
    return box;
}

/// Calls give(value) for the multiples of `step` from `from` to `to`.
template <class Give>
void visitMultiples(double from, double to, double step, const Give& give)
{
    const double first = std::ceil(from / step - 1e-9);
    const double last = std::floor(to / step + 1e-9);
    if (last - first > static_cast<double>(mostLines))
        return;
    for (double i = first; i <= last; ++i)
        give(i * step);
}

GridLine line(bool northward, double value, const Box& earth, const Transform& fromEarth)
{
    GridLine line{northward, value, {}, angleText(value)};
    for (int i = 0; i <= samples; ++i) {
        const double t = static_cast<double>(i) / samples;
        const Point at = northward ? Point{value, earth.minY + earth.height() * t}
                                   : Point{earth.minX + earth.width() * t, value};
        line.path.push_back(fromEarth.forward(at));
    }
    return line;
}

double roundMetres(double least)
{
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (power * times >= least)
            return power * times;
    }
    return power * 10;
}

std::string metresText(double metres, double step)
{
    return std::to_string(std::llround(step < 1000 ? metres : metres / 1000));
}

} // namespace

std::string angleText(double degrees)
{
    const long long seconds = std::llround(std::abs(degrees) * 3600);
    const auto two = [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    std::string text = (degrees < 0 && seconds != 0 ? "−" : "") + std::to_string(seconds / 3600) +
                       "°" + two(seconds / 60 % 60) + "′";
    if (seconds % 60 != 0)
        text += two(seconds % 60) + "″";
    return text;
}

std::vector<GridLine> graticule(const Box& extent, const std::string& crs, double least)
{
    const Transform fromEarth(std::string(storeCrs), crs);
    const Box earth = onEarth(extent, fromEarth);
    if (earth.empty())
        return {};
    const auto fits = std::ranges::find_if(
        roundSeconds, [least](int seconds) { return seconds * metresPerSecond >= least; });
    const double step = (fits == roundSeconds.end() ? roundSeconds.back() : *fits) / 3600.0;
    std::vector<GridLine> lines;
    visitMultiples(earth.minX, earth.maxX, step,
                   [&](double value) { lines.push_back(line(true, value, earth, fromEarth)); });
    visitMultiples(earth.minY, earth.maxY, step,
                   [&](double value) { lines.push_back(line(false, value, earth, fromEarth)); });
    return lines;
}

std::vector<GridLine> kilometreGrid(const Box& extent, double least)
{
    std::vector<GridLine> lines;
    if (extent.empty() || !(least > 0))
        return lines;
    const double step = roundMetres(least);
    visitMultiples(extent.minX, extent.maxX, step, [&](double x) {
        lines.push_back({true, x, {{x, extent.minY}, {x, extent.maxY}}, metresText(x, step)});
    });
    visitMultiples(extent.minY, extent.maxY, step, [&](double y) {
        lines.push_back({false, y, {{extent.minX, y}, {extent.maxX, y}}, metresText(y, step)});
    });
    return lines;
}

} // namespace guatu::render
