// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace guatu::access
{

/// A point on a line: between vertices `vertex` and `vertex + 1` of its first part.
struct OnLine {
    std::uint32_t line = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t vertex = 0;
    double share = 0; ///< of the piece between the two vertices, 0 to 1
    double along = 0; ///< metres from the start of the line
    Point at{};
    double distance = std::numeric_limits<double>::infinity(); ///< metres from what asked

    [[nodiscard]] bool found() const { return at.valid(); }
};

/// The straight pieces of many lines in the cells of a grid, to find those near a place. Only the
/// first part of a line counts. Searches may run from many threads at once.
class SegmentIndex
{
public:
    SegmentIndex() = default;
    explicit SegmentIndex(const GeometryColumn& lines);

    /// The nearest point on any line, not farther off than `within`; ties to the lowest line, then
    /// the first piece.
    [[nodiscard]] OnLine nearest(Point at, double within) const;
    /// The nearest point of each line within a distance, by line.
    [[nodiscard]] std::vector<OnLine> within(Point at, double distance) const;
    /// Pairs of lines whose pieces share a cell may meet: calls visit(line, vertex, other line,
    /// other vertex), the lower line first; the same pair may come from several cells.
    template <class Visit>
    void visitPairs(const Visit& visit) const
    {
        for (std::size_t cell = 0; cell + 1 < m_starts.size(); ++cell)
            for (std::uint32_t i = m_starts[cell]; i < m_starts[cell + 1]; ++i)
                for (std::uint32_t j = i + 1; j < m_starts[cell + 1]; ++j)
                    visit(m_pieces[i].line, m_pieces[i].vertex, m_pieces[j].line,
                          m_pieces[j].vertex);
    }

private:
    /// A straight piece from a to b; `along` are the metres of its line before it. Without initial
    /// values, so that millions can be laid down where no memory was touched before.
    struct Piece {
        double ax, ay, bx, by, along;
        std::uint32_t line, vertex;

        [[nodiscard]] Point a() const { return {ax, ay}; }
        [[nodiscard]] Point b() const { return {bx, by}; }
    };

    [[nodiscard]] std::ptrdiff_t column(double x) const;
    [[nodiscard]] std::ptrdiff_t row(double y) const;
    template <class Visit>
    void visitCells(const Piece& piece, const Visit& visit) const;
    template <class Visit>
    static void visitPieces(const GeometryColumn& lines, std::uint32_t from, std::uint32_t to,
                            const Visit& visit);
    /// The place of a piece nearest to `at`.
    [[nodiscard]] static OnLine onPiece(const Piece& piece, Point at);
    /// A place on a piece, to be compared with others.
    struct Candidate {
        std::uint32_t piece = std::numeric_limits<std::uint32_t>::max();
        double squared = std::numeric_limits<double>::infinity();
    };
    [[nodiscard]] bool mayHold(std::ptrdiff_t x, std::ptrdiff_t y, Point at, double squared) const;
    void look(std::size_t cell, Point at, Candidate& best) const;

    Box m_box;
    double m_side = 1, m_perMetre = 1; ///< of a cell, and cells a metre
    std::ptrdiff_t m_columns = 0, m_rows = 0;
    std::vector<std::uint32_t> m_starts{0}; ///< first piece of each cell, plus the end
    std::shared_ptr<Piece[]> m_pieces;      ///< by cell; one that crosses several stands in each
};

} // namespace guatu::access
