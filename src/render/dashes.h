// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace guatu::render
{

/// Cuts a line into dashes, segment by segment.
class DashWalk
{
public:
    /// `pattern` in pixels: on, off, ...; `start` pixels of the line lie before its first segment.
    DashWalk(const std::vector<double>& pattern, double start) : m_pattern(pattern)
    {
        double whole = 0;
        for (const double length : pattern)
            whole += length;
        double at = whole > 0 ? std::fmod(start, whole) : 0;
        while (whole > 0 && at >= m_pattern[m_index]) {
            at -= m_pattern[m_index];
            step();
        }
        m_left = m_pattern[m_index] - at;
        m_fresh = at == 0;
    }

    /// Calls give(x0, y0, x1, y1, begins, ends) for the drawn pieces of a segment; `begins` and
    /// `ends` say that a dash does so there.
    template <class Give>
    void segment(double x0, double y0, double x1, double y1, const Give& give)
    {
        const double length = std::hypot(x1 - x0, y1 - y0);
        double at = 0;
        while (at < length) {
            const double to = std::min(length, at + m_left);
            const bool ends = m_left <= length - at;
            if (m_index % 2 == 0) {
                const double a = at / length;
                const double b = to / length;
                give(x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b,
                     m_fresh, ends);
            }
            m_fresh = ends;
            if (ends) {
                step();
                m_left = m_pattern[m_index];
            } else {
                m_left -= to - at;
            }
            at = to;
        }
    }

private:
    void step() { m_index = (m_index + 1) % m_pattern.size(); }

    const std::vector<double>& m_pattern;
    std::size_t m_index = 0;
    double m_left = 0;
    bool m_fresh = true; ///< the next piece begins a dash
};

} // namespace guatu::render
