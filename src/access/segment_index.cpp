// SPDX-License-Identifier: MIT
#include "access/segment_index.h"

#include "core/segment.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace guatu::access
{
namespace
{

constexpr double mostCells = 2e6;

double shareOf(Point a, Point b, Point at)
{
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    return squared > 0 ? std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / squared, 0.0, 1.0)
                       : 0;
}

bool before(const OnLine& a, const OnLine& b)
{
    if (a.distance != b.distance)
        return a.distance < b.distance;
    return a.line != b.line ? a.line < b.line : a.vertex < b.vertex;
}

} // namespace

std::ptrdiff_t SegmentIndex::column(double x) const
{
    const double cell = (x - m_box.minX) * m_perMetre;
    return cell > 0
               ? std::min(static_cast<std::ptrdiff_t>(std::min(cell, mostCells)), m_columns - 1)
               : 0;
}

std::ptrdiff_t SegmentIndex::row(double y) const
{
    const double cell = (y - m_box.minY) * m_perMetre;
    return cell > 0 ? std::min(static_cast<std::ptrdiff_t>(std::min(cell, mostCells)), m_rows - 1)
                    : 0;
}

/// The cells that a piece passes: for each row of cells those between where it enters and leaves
/// it.
template <class Visit>
void SegmentIndex::visitCells(const Piece& piece, const Visit& visit) const
{
    const bool rises = piece.ay <= piece.by;
    const Point low = rises ? piece.a() : piece.b(), high = rises ? piece.b() : piece.a();
    const std::ptrdiff_t bottom = row(low.y), top = row(high.y);
    const auto [least, most] = std::minmax(low.x, high.x);
    const std::ptrdiff_t left = column(least), right = column(most);
    const auto run = [&](std::ptrdiff_t y, std::ptrdiff_t from, std::ptrdiff_t to) {
        for (std::ptrdiff_t x = from; x <= to; ++x)
            visit(static_cast<std::size_t>(y * m_columns + x));
    };
    if (bottom == top || left == right) {
        for (std::ptrdiff_t y = bottom; y <= top; ++y)
            run(y, left, right);
        return;
    }
    const double slope = (high.x - low.x) / (high.y - low.y);
    const double hair = 1e-9 * m_side; // wider, against rounding at the corners of cells
    for (std::ptrdiff_t y = bottom; y <= top; ++y) {
        const double from = m_box.minY + m_side * static_cast<double>(y), to = from + m_side;
        const double x0 = y == bottom ? low.x : low.x + (from - low.y) * slope;
        const double x1 = y == top ? high.x : low.x + (to - low.y) * slope;
        run(y, column(std::max(std::min(x0, x1) - hair, least)),
            column(std::min(std::max(x0, x1) + hair, most)));
    }
}

/// Calls visit(piece) for the pieces of some lines.
template <class Visit>
void SegmentIndex::visitPieces(const GeometryColumn& lines, std::uint32_t from, std::uint32_t to,
                               const Visit& visit)
{
    for (std::uint32_t line = from; line < to; ++line) {
        if (!lines.hasGeometry(line))
            continue;
        const auto vertices = lines.part(line, 0);
        double along = 0;
        for (std::uint32_t v = 0; v + 1 < vertices.size(); ++v) {
            const Point a = vertices[v], b = vertices[v + 1];
            if (!a.valid() || !b.valid())
                continue;
            visit(Piece{a.x, a.y, b.x, b.y, along, line, v});
            along += std::sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
        }
    }
}

SegmentIndex::SegmentIndex(const GeometryColumn& lines) : m_box(lines.box())
{
    const auto count = static_cast<std::uint32_t>(lines.size());
    const std::size_t pieces = lines.vertices().size();
    if (m_box.empty())
        return;
    const double area = std::max(m_box.width(), 1.0) * std::max(m_box.height(), 1.0);
    const double cells = std::min(mostCells, static_cast<double>(pieces));
    m_side = std::max(std::sqrt(area / cells), std::max(m_box.width(), m_box.height()) / cells);
    m_perMetre = 1 / m_side;
    m_columns = static_cast<std::ptrdiff_t>(m_box.width() / m_side) + 1;
    m_rows = static_cast<std::ptrdiff_t>(m_box.height() / m_side) + 1;
    const auto all = static_cast<std::size_t>(m_columns * m_rows);
    // Shares of the lines are counted and laid down side by side, each behind the one before it in
    // every cell, so that the order is that of the lines whatever the number of processors.
    constexpr std::uint32_t shares = 2;
    std::array<std::vector<std::uint32_t>, shares> places;
    const auto firstOf = [&](std::uint32_t share) {
        return static_cast<std::uint32_t>(std::uint64_t{count} * share / shares);
    };
    tbb::parallel_for(0U, shares, [&](std::uint32_t share) {
        places[share].assign(all, 0);
        visitPieces(lines, firstOf(share), firstOf(share + 1), [&](const Piece& piece) {
            visitCells(piece, [&](std::size_t cell) { ++places[share][cell]; });
        });
    });
    m_starts.resize(all + 1);
    std::uint32_t next = 0;
    for (std::size_t cell = 0; cell < all; ++cell) {
        m_starts[cell] = next;
        for (auto& place : places)
            next += std::exchange(place[cell], next);
    }
    m_starts[all] = next;
    m_pieces = std::make_shared_for_overwrite<Piece[]>(next);
    tbb::parallel_for(0U, shares, [&](std::uint32_t share) {
        visitPieces(lines, firstOf(share), firstOf(share + 1), [&](const Piece& piece) {
            visitCells(piece, [&](std::size_t cell) { m_pieces[places[share][cell]++] = piece; });
        });
    });
}

OnLine SegmentIndex::onPiece(const Piece& piece, Point at)
{
    const double dx = piece.bx - piece.ax, dy = piece.by - piece.ay;
    const double share = shareOf(piece.a(), piece.b(), at);
    const Point on{piece.ax + share * dx, piece.ay + share * dy};
    return {piece.line, piece.vertex,
            share,      piece.along + share * std::sqrt(dx * dx + dy * dy),
            on,         std::sqrt((on.x - at.x) * (on.x - at.x) + (on.y - at.y) * (on.y - at.y))};
}

/// Whether something in a cell may be as near as a squared distance. Cells at the rim hold what
/// lies beyond it by rounding.
bool SegmentIndex::mayHold(std::ptrdiff_t x, std::ptrdiff_t y, Point at, double squared) const
{
    const double left = m_box.minX + m_side * static_cast<double>(x);
    const double bottom = m_box.minY + m_side * static_cast<double>(y);
    const double dx = std::max({left - at.x, at.x - left - m_side, 0.0});
    const double dy = std::max({bottom - at.y, at.y - bottom - m_side, 0.0});
    return (dx * dx + dy * dy) * (1 - 1e-9) <= squared;
}

void SegmentIndex::look(std::size_t cell, Point at, Candidate& best) const
{
    for (std::uint32_t i = m_starts[cell]; i < m_starts[cell + 1]; ++i) {
        const Piece& piece = m_pieces[i];
        const double dx = piece.bx - piece.ax, dy = piece.by - piece.ay;
        const double ax = at.x - piece.ax, ay = at.y - piece.ay;
        const double along = ax * dx + ay * dy, length = dx * dx + dy * dy;
        double squared = 0;
        if (!(along > 0)) {
            squared = ax * ax + ay * ay;
        } else if (along >= length) {
            const double bx = at.x - piece.bx, by = at.y - piece.by;
            squared = bx * bx + by * by;
        } else {
            // Whether it can be the best is seen without the division, but for rounding.
            const double cross = ax * dy - ay * dx;
            if (cross * cross > best.squared * length * (1 + 1e-12))
                continue;
            squared = cross * cross / length;
        }
        if (squared < best.squared ||
            (squared == best.squared &&
             std::tie(piece.line, piece.vertex) <
                 std::tie(m_pieces[best.piece].line, m_pieces[best.piece].vertex)))
            best = {i, squared};
    }
}

OnLine SegmentIndex::nearest(Point at, double within) const
{
    if (m_pieces == nullptr || !at.valid())
        return {};
    // Rings of cells around the place, clamped to the grid.
    Candidate best;
    const std::ptrdiff_t cx = column(at.x), cy = row(at.y);
    const double outside =
        std::max({m_box.minX - at.x, at.x - m_box.maxX, m_box.minY - at.y, at.y - m_box.maxY, 0.0});
    const double left = m_box.minX + m_side * static_cast<double>(cx);
    const double bottom = m_box.minY + m_side * static_cast<double>(cy);
    // From the place to the nearest side of its own cell; 0 outside the grid.
    const double margin = std::max(
        0.0, std::min({at.x - left, left + m_side - at.x, at.y - bottom, bottom + m_side - at.y}));
    const double most = within * within;
    for (std::ptrdiff_t ring = 0; ring <= std::max(m_columns, m_rows); ++ring) {
        const double reached =
            ring == 0 ? 0 : margin + static_cast<double>(ring - 1) * m_side - 1e-9 * m_side;
        const double least = std::max({reached, outside, 0.0});
        if (least * least > std::min(most, best.squared))
            break;
        for (std::ptrdiff_t y = std::max<std::ptrdiff_t>(cy - ring, 0);
             y <= std::min(cy + ring, m_rows - 1); ++y) {
            const bool edge = y == cy - ring || y == cy + ring;
            const std::ptrdiff_t step = edge || ring == 0 ? 1 : 2 * ring;
            for (std::ptrdiff_t x = cx - ring; x <= cx + ring; x += step)
                if (x >= 0 && x < m_columns && mayHold(x, y, at, best.squared))
                    look(static_cast<std::size_t>(y * m_columns + x), at, best);
        }
    }
    if (best.squared > most)
        return {};
    return onPiece(m_pieces[best.piece], at);
}

std::vector<OnLine> SegmentIndex::within(Point at, double distance) const
{
    std::vector<OnLine> found;
    if (m_pieces == nullptr || !at.valid())
        return found;
    for (std::ptrdiff_t y = row(at.y - distance); y <= row(at.y + distance); ++y)
        for (std::ptrdiff_t x = column(at.x - distance); x <= column(at.x + distance); ++x) {
            const auto cell = static_cast<std::size_t>(y * m_columns + x);
            for (std::uint32_t i = m_starts[cell]; i < m_starts[cell + 1]; ++i) {
                const OnLine on = onPiece(m_pieces[i], at);
                if (on.distance <= distance)
                    found.push_back(on);
            }
        }
    std::ranges::sort(found, [](const OnLine& a, const OnLine& b) {
        return a.line != b.line ? a.line < b.line : before(a, b);
    });
    const auto more = std::ranges::unique(found, {}, &OnLine::line);
    found.erase(more.begin(), more.end());
    return found;
}

} // namespace guatu::access
