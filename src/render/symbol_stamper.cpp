// SPDX-License-Identifier: MIT
#include "render/symbol_stamper.h"

#include "render/coverage.h"

#include <bit>

namespace guatu::render
{
namespace
{
// A rim on both sides of the tile counts as hidden already.
constexpr int opaqueWords = tileSide / 64 + 2;

/// Of eight pixels.
bool isEmpty(const Pixel* pixels)
{
    Pixel all = 0;
    for (int i = 0; i < 8; ++i)
        all |= pixels[i];
    return all == 0;
}
} // namespace

void SymbolStamper::paint(const GroundPlan& plan, const PlannedPoints& points, std::int64_t left,
                          std::int64_t top, const Pixels& tile)
{
    m_left = left;
    m_top = top;
    m_margin = 1;
    for (const Stamp& stamp : points.stamps)
        m_margin = std::max({m_margin, stamp.image.width(), stamp.image.height()});
    m_words = (tileSide + m_margin + 63) / 64;
    const std::size_t classes = points.stamps.size();
    m_grids.resize(std::max(m_grids.size(), 2 * classes));
    if (!place(plan, points))
        return;
    m_layer.resize(static_cast<std::size_t>(tileSide * tileSide));
    m_first = tileSide;
    m_last = 0;
    m_opaque.assign(static_cast<std::size_t>(opaqueWords * tileSide), 0);
    for (std::size_t word = 0; word < m_opaque.size(); word += opaqueWords)
        m_opaque[word] = m_opaque[word + opaqueWords - 1] = ~std::uint64_t{0};
    const auto pale = static_cast<std::uint32_t>(std::lround(255 * paleOpacity));
    // From the front: what is hidden already is not drawn.
    for (std::size_t i = 0; i < 2 * classes; ++i)
        stampGrid(m_grids[i], points.stamps[i % classes], i < classes ? 255 : pale);
    lay(tile);
}

bool SymbolStamper::place(const GroundPlan& plan, const PlannedPoints& points)
{
    const PackedTable& table = *points.table;
    const double metres = plan.canvas.metresPerPixel();
    const PixelGrid grid(table, metres, plan.canvas.turn(), static_cast<double>(m_left),
                         static_cast<double>(m_top));
    const int side = tileSide + m_margin;
    bool any = false;
    const std::size_t classes = points.stamps.size();
    const PackedBox box = table.cover(tileBox(m_left, m_top, m_margin, metres, plan.canvas.turn()));
    table.visitBlocks(box, [&](std::size_t first, std::size_t last) {
        for (std::size_t item = first; item < last; ++item) {
            if (!points.isDrawn(item))
                continue;
            const std::uint8_t index = (*points.classes)[item];
            const double half = points.stamps[index].image.width() / 2.0;
            const PackedPoint p = table.vertices[item];
            const double x = grid.x(p) - half + 0.5 + m_margin;
            const double y = grid.y(p) - half + 0.5 + m_margin;
            if (!(x >= 0 && y >= 0 && x < side && y < side))
                continue;
            const bool isPale = plan.focusTest.exists() && !plan.focusTest.contains(table.place(p));
            auto& bits = m_grids[index + (isPale ? classes : 0)];
            const std::size_t word = static_cast<std::size_t>(static_cast<int>(y) * m_words) +
                                     static_cast<std::size_t>(x) / 64;
            if (bits.empty())
                bits.resize(static_cast<std::size_t>(side * m_words));
            bits[word] |= std::uint64_t{1} << (static_cast<unsigned>(x) % 64U);
            any = true;
        }
    });
    return any;
}

void SymbolStamper::stampGrid(std::vector<std::uint64_t>& grid, const Stamp& symbol,
                              std::uint32_t opacity)
{
    if (grid.empty())
        return;
    if (!symbol.image.isNull()) {
        for (int y = tileSide + m_margin; y-- > 0;) {
            for (int word = m_words; word-- > 0;) {
                std::uint64_t bits = grid[static_cast<std::size_t>(y * m_words + word)];
                while (bits != 0) {
                    const int bit = 63 - std::countl_zero(bits);
                    bits ^= std::uint64_t{1} << bit;
                    stamp(symbol, word * 64 + bit - m_margin, y - m_margin, opacity);
                }
            }
        }
    }
    grid.clear();
}

std::uint64_t SymbolStamper::opaque(int x, int y) const
{
    const int at = x + 64;
    const std::uint64_t* word = &m_opaque[static_cast<std::size_t>(y * opaqueWords + at / 64)];
    const int shift = at % 64;
    return shift == 0 ? word[0] : (word[0] >> shift) | (word[1] << (64 - shift));
}

void SymbolStamper::markOpaque(int x, int y, std::uint64_t bits)
{
    const int at = x + 64;
    std::uint64_t* word = &m_opaque[static_cast<std::size_t>(y * opaqueWords + at / 64)];
    const int shift = at % 64;
    word[0] |= bits << shift;
    if (shift != 0)
        word[1] |= bits >> (64 - shift);
}

void SymbolStamper::stamp(const Stamp& symbol, int x, int y, std::uint32_t opacity)
{
    const int first = std::max(0, -y);
    const int last = std::min(symbol.image.height(), tileSide - y);
    m_first = std::min(m_first, std::max(0, y));
    m_last = std::max(m_last, last + y);
    for (const Stamp::Strip& strip : symbol.strips) {
        const int left = x + strip.x;
        if (left <= -64 || left >= tileSide)
            continue;
        for (int row = first; row < last; ++row) {
            const std::uint64_t hidden = opaque(left, y + row);
            std::uint64_t bits = strip.shows[static_cast<std::size_t>(row)] & ~hidden;
            if (bits == 0)
                continue;
            const auto* from =
                reinterpret_cast<const Pixel*>(symbol.image.constScanLine(row)) + strip.x;
            Pixel* to = &m_layer[static_cast<std::size_t>((y + row) * tileSide)];
            std::uint64_t full =
                opacity == 255 ? bits & strip.hides[static_cast<std::size_t>(row)] : 0;
            for (; bits != 0; bits &= bits - 1) {
                const int i = std::countr_zero(bits);
                Pixel& pixel = to[left + i];
                const Pixel below = opacity == 255 ? from[i] : scaled(from[i], opacity);
                pixel = over(pixel, below);
                if (pixel >> 24U == 255)
                    full |= std::uint64_t{1} << i;
            }
            markOpaque(left, y + row, full);
        }
    }
}

void SymbolStamper::lay(const Pixels& tile)
{
    for (int y = m_first; y < m_last; ++y) {
        Pixel* from = &m_layer[static_cast<std::size_t>(y * tileSide)];
        Pixel* to = tile.row(y);
        for (int x = 0; x < tileSide; ++x) {
            if (x % 8 == 0 && isEmpty(from + x)) {
                x += 7;
                continue;
            }
            if (from[x] >> 24U == 255)
                to[x] = from[x];
            else if (from[x] != 0)
                to[x] = over(from[x], to[x]);
        }
        std::fill_n(from, tileSide, Pixel{0});
    }
}

} // namespace guatu::render
