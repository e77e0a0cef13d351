// SPDX-License-Identifier: MIT
#include "core/datum.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace guatu
{
namespace
{

constexpr double pi = std::numbers::pi;
constexpr std::array<std::string_view, 6> words{"unknown", "cgcs2000", "wgs84",
                                                "gcj02",   "bd09",     "local"};

/// The box in which the published formulas shift; NaN is outside.
bool inChina(Point p)
{
    return p.x >= 72.004 && p.x <= 137.8347 && p.y >= 0.8293 && p.y <= 55.8271;
}

double wave(double amplitude, double argument)
{
    return amplitude * std::sin(argument * pi);
}

/// The published formula: shifts in metres from (lon - 105, lat - 35), then to degrees on the
/// Krasovsky ellipsoid.
Point gcj02Formula(Point p)
{
    constexpr double semiMajor = 6378245.0;
    constexpr double eccentricity2 = 0.00669342162296594323;
    const double x = p.x - 105;
    const double y = p.y - 35;
    const double both = 0.1 * x * y + (wave(20, 6 * x) + wave(20, 2 * x)) * 2 / 3;
    const double north =
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.2 * std::sqrt(std::fabs(x)) + both +
        (wave(20, y) + wave(40, y / 3) + wave(160, y / 12) + wave(320, y / 30)) * 2 / 3;
    const double east =
        300 + x + 2 * y + 0.1 * x * x + 0.1 * std::sqrt(std::fabs(x)) + both +
        (wave(20, x) + wave(40, x / 3) + wave(150, x / 12) + wave(300, x / 30)) * 2 / 3;

    const double latitude = p.y / 180 * pi;
    const double w2 = 1 - eccentricity2 * std::sin(latitude) * std::sin(latitude);
    const double meridian = semiMajor * (1 - eccentricity2) / (w2 * std::sqrt(w2));
    const double parallel = semiMajor / std::sqrt(w2) * std::cos(latitude);
    return {p.x + east * 180 / (parallel * pi), p.y + north * 180 / (meridian * pi)};
}

Point bd09Formula(Point p)
{
    constexpr double turn = pi * 3000 / 180;
    const double radius = std::hypot(p.x, p.y) + 0.00002 * std::sin(p.y * turn);
    const double angle = std::atan2(p.y, p.x) + 0.000003 * std::cos(p.x * turn);
    return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

/// Where the formula comes from when it ends at `target`. The shift changes by less than 1 % of
/// the way, so each step wins two digits and more.
Point invert(Point (*formula)(Point), Point target)
{
    constexpr double tolerance = 1e-12; // degrees
    constexpr int maxSteps = 20;
    Point from = target;
    for (int step = 0; step < maxSteps; ++step) {
        const Point to = formula(from);
        const Point off{to.x - target.x, to.y - target.y};
        from = {from.x - off.x, from.y - off.y};
        if (std::fabs(off.x) < tolerance && std::fabs(off.y) < tolerance)
            break;
    }
    return from;
}

} // namespace

std::string_view toString(Datum datum)
{
    return words[static_cast<std::size_t>(datum)];
}

std::optional<Datum> datumFromString(std::string_view text)
{
    const auto found = std::ranges::find(words, text);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Datum>(found - words.begin());
}

Point gcj02FromWgs84(Point lonLat)
{
    return inChina(lonLat) ? gcj02Formula(lonLat) : lonLat;
}

Point bd09FromGcj02(Point lonLat)
{
    return inChina(lonLat) ? bd09Formula(lonLat) : lonLat;
}

Point wgs84FromGcj02(Point lonLat)
{
    return inChina(lonLat) ? invert(gcj02Formula, lonLat) : lonLat;
}

Point gcj02FromBd09(Point lonLat)
{
    return inChina(lonLat) ? invert(bd09Formula, lonLat) : lonLat;
}

Point toCgcs2000(Datum datum, Point lonLat)
{
    switch (datum) {
    case Datum::Cgcs2000:
    case Datum::Wgs84:
        return lonLat;
    case Datum::Gcj02:
        return wgs84FromGcj02(lonLat);
    case Datum::Bd09:
        return wgs84FromGcj02(gcj02FromBd09(lonLat));
    case Datum::Unknown:
    case Datum::Local:
        break;
    }
    throw inputError({"core.datum.not_movable", {{"datum", std::string(toString(datum))}}});
}

} // namespace guatu
