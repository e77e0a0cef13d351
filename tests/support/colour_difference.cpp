// SPDX-License-Identifier: MIT
#include "support/colour_difference.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace guatu::test
{
namespace
{

double linear(std::uint8_t channel)
{
    const double v = channel / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

std::uint8_t encoded(double v)
{
    v = std::clamp(v, 0.0, 1.0);
    const double s = v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(s * 255));
}

double labCurve(double t)
{
    return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

double degrees(double radians)
{
    const double d = radians * 180 / std::numbers::pi;
    return d < 0 ? d + 360 : d;
}

double sinOf(double d)
{
    return std::sin(d * std::numbers::pi / 180);
}

double cosOf(double d)
{
    return std::cos(d * std::numbers::pi / 180);
}

} // namespace

Lab labOf(const Colour& c)
{
    const double r = linear(c.r);
    const double g = linear(c.g);
    const double b = linear(c.b);
    const double x = labCurve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = labCurve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = labCurve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double deltaE2000(const Lab& p, const Lab& q)
{
    const double meanC = (std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2;
    const double c7 = std::pow(meanC, 7);
    const double g = 0.5 * (1 - std::sqrt(c7 / (c7 + std::pow(25.0, 7))));
    const double a1 = (1 + g) * p.a;
    const double a2 = (1 + g) * q.a;
    const double c1 = std::hypot(a1, p.b);
    const double c2 = std::hypot(a2, q.b);
    const double h1 = c1 == 0 ? 0 : degrees(std::atan2(p.b, a1));
    const double h2 = c2 == 0 ? 0 : degrees(std::atan2(q.b, a2));
    double dh = c1 * c2 == 0 ? 0 : h2 - h1;
    dh += dh > 180 ? -360 : dh < -180 ? 360 : 0;
    const double dl = q.l - p.l;
    const double dc = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * sinOf(dh / 2);
    const double l = (p.l + q.l) / 2;
    const double c = (c1 + c2) / 2;
    double h = h1 + h2;
    if (c1 * c2 != 0)
        h = std::abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2;
    const double t = 1 - 0.17 * cosOf(h - 30) + 0.24 * cosOf(2 * h) + 0.32 * cosOf(3 * h + 6) -
                     0.20 * cosOf(4 * h - 63);
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double turn = 30 * std::exp(-std::pow((h - 275) / 25, 2));
    const double rc = 2 * std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)));
    const double rt = -rc * sinOf(2 * turn);
    return std::sqrt(std::pow(dl / sl, 2) + std::pow(dc / sc, 2) + std::pow(dH / sh, 2) +
                     rt * (dc / sc) * (dH / sh));
}

Colour deuteranopia(const Colour& c)
{
    const double r = linear(c.r);
    const double g = linear(c.g);
    const double b = linear(c.b);
    return {encoded(0.367322 * r + 0.860646 * g - 0.227968 * b),
            encoded(0.280085 * r + 0.672501 * g + 0.047413 * b),
            encoded(-0.011820 * r + 0.042940 * g + 0.968881 * b), 255};
}

Colour protanopia(const Colour& c)
{
    const double r = linear(c.r);
    const double g = linear(c.g);
    const double b = linear(c.b);
    return {encoded(0.152286 * r + 1.052583 * g - 0.204868 * b),
            encoded(0.114503 * r + 0.786281 * g + 0.099216 * b),
            encoded(-0.003882 * r - 0.048116 * g + 1.051998 * b), 255};
}

} // namespace guatu::test
