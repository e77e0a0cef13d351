// SPDX-License-Identifier: MIT
#pragma once

#include <QPointF>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace guatu::render
{

/// CSS pixels that a ring or symbol may be moved so that it hides no other.
inline constexpr double mostShift = 17;

/// Offsets within a disc of radius 1 on a grid of `steps` a radius, nearest first, (0, 0) at the
/// front.
[[nodiscard]] std::vector<QPointF> shifts(int steps);

/// Finds each symbol a place of its own, as near to where it belongs as earlier ones allow.
class Spreader
{
public:
    /// Lengths in device pixels.
    explicit Spreader(double farthest);

    /// Takes a place without asking.
    void block(QPointF at, double radius);

    /// The nearest free place, which is taken; nothing when there is none within reach.
    std::optional<QPointF> tryPlace(QPointF at, double radius);

    /// The nearest free place, which is taken; `at` itself when there is none within reach.
    QPointF place(QPointF at, double radius);

private:
    struct Disc {
        QPointF at;
        double radius;
    };
    [[nodiscard]] bool isFree(QPointF at, double radius) const;
    [[nodiscard]] std::int64_t cellOf(QPointF at, int dx, int dy) const;

    double m_farthest;
    double m_widest = 0; ///< radius of the widest disc so far
    std::vector<QPointF> m_shifts;
    std::unordered_map<std::int64_t, std::vector<Disc>> m_cells;
};

} // namespace guatu::render
