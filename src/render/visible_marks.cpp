// SPDX-License-Identifier: MIT
#include "render/visible_marks.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

/// Columns of a row of pixels: first and one behind the last.
struct Columns {
    int first = 0, last = 0;
};

/// Row by row what a sprite touches at most, and what it hides at least, however its corner falls
/// between pixels.
struct Shape {
    std::vector<Columns> touched, hidden;
};

Columns touchedIn(const QImage& sprite, int y)
{
    Columns columns{sprite.width(), 0};
    for (int x = 0; x < sprite.width(); ++x)
        if (qAlpha(sprite.pixel(x, y)) > 0)
            columns = {std::min(columns.first, x), x + 1};
    return columns;
}

/// The longest stretch of opaque pixels.
Columns opaqueIn(const QImage& sprite, int y)
{
    Columns best, now;
    for (int x = 0; x < sprite.width(); ++x) {
        if (qAlpha(sprite.pixel(x, y)) < 255) {
            now = {x + 1, x + 1};
            continue;
        }
        now.last = x + 1;
        if (now.last - now.first > best.last - best.first)
            best = now;
    }
    return best;
}

Columns joined(Columns a, Columns b)
{
    if (a.first >= a.last)
        return b;
    if (b.first >= b.last)
        return a;
    return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

Columns common(Columns a, Columns b)
{
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

/// Of a sprite whose corner is moved right and down by less than a pixel.
Shape shapeOf(const QImage& sprite)
{
    Shape shape;
    for (int y = 0; y <= sprite.height(); ++y) {
        const auto row = [&](int at, auto columnsIn) {
            return at < 0 || at >= sprite.height() ? Columns{} : columnsIn(sprite, at);
        };
        Columns touched = joined(row(y - 1, touchedIn), row(y, touchedIn));
        touched.last += touched.first < touched.last ? 1 : 0;
        Columns hidden = common(row(y - 1, opaqueIn), row(y, opaqueIn));
        ++hidden.first;
        shape.touched.push_back(touched);
        shape.hidden.push_back(hidden);
    }
    return shape;
}

/// Which pixels of a picture are hidden already.
class Cover
{
public:
    explicit Cover(QSize size)
        : m_width(size.width()),
          m_height(size.height()),
          m_words((static_cast<std::size_t>(m_width) + 63) / 64),
          m_bits(m_words * static_cast<std::size_t>(m_height))
    {
    }

    [[nodiscard]] bool hasAll(const std::vector<Columns>& rows, int left, int top) const
    {
        return everyWord(rows, left, top, [this](std::size_t word, std::uint64_t mask) {
            return (m_bits[word] & mask) == mask;
        });
    }

    void add(const std::vector<Columns>& rows, int left, int top)
    {
        everyWord(rows, left, top, [this](std::size_t word, std::uint64_t mask) {
            m_bits[word] |= mask;
            return true;
        });
    }

private:
    /// Calls visit(word, its bits) for the pixels within the picture while it says true.
    template <class Visit>
    bool everyWord(const std::vector<Columns>& rows, int left, int top, Visit visit) const
    {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const int y = top + static_cast<int>(i);
            const int first = std::max(0, left + rows[i].first);
            const int last = std::min(m_width, left + rows[i].last);
            if (y < 0 || y >= m_height)
                continue;
            for (int x = first; x < last;) {
                const int end = std::min(last, (x / 64 + 1) * 64);
                const std::uint64_t ones = ~std::uint64_t{0} >> (64 - (end - x));
                if (!visit(static_cast<std::size_t>(y) * m_words + static_cast<std::size_t>(x) / 64,
                           ones << (x % 64)))
                    return false;
                x = end;
            }
        }
        return true;
    }

    int m_width, m_height;
    std::size_t m_words;
    std::vector<std::uint64_t> m_bits;
};

} // namespace

std::vector<bool> seenMarks(std::span<const LaidMark> marks, std::span<const QImage> sprites,
                            QSize picture)
{
    std::vector<Shape> shapes;
    for (const QImage& sprite : sprites)
        shapes.push_back(shapeOf(sprite));
    Cover cover(picture);
    std::vector<bool> seen(marks.size());
    for (std::size_t i = marks.size(); i-- > 0;) {
        const LaidMark& mark = marks[i];
        const Shape& shape = shapes[mark.sprite];
        const int left = static_cast<int>(std::floor(mark.at.x()));
        const int top = static_cast<int>(std::floor(mark.at.y()));
        seen[i] = !cover.hasAll(shape.touched, left, top);
        if (seen[i] && mark.hides)
            cover.add(shape.hidden, left, top);
    }
    return seen;
}

} // namespace guatu::render
