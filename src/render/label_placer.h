// SPDX-License-Identifier: MIT
#pragma once

#include <QRectF>

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace guatu::render
{

/// Keeps names apart from each other and from symbols.
class LabelPlacer
{
public:
    explicit LabelPlacer(double cell = 64) : m_cell(cell) {}

    /// Takes a box that no name may cover.
    void block(const QRectF& box);

    /// The first position that is free, and within `bounds` unless that is null; it is taken.
    std::optional<std::size_t> place(std::span<const QRectF> positions, const QRectF& bounds);

    [[nodiscard]] bool isFree(const QRectF& box) const;

private:
    [[nodiscard]] std::vector<std::uint64_t> cellsOf(const QRectF& box) const;

    double m_cell;
    std::vector<QRectF> m_boxes;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_grid;
};

} // namespace guatu::render
