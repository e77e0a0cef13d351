// SPDX-License-Identifier: MIT
#include "briefing/glyph_boxes.h"

#include <algorithm>
#include <cstdint>

namespace guatu::briefing
{
namespace
{

/// Big-endian numbers of a font; 0 behind its end.
class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    [[nodiscard]] std::uint32_t u8(std::size_t at) const
    {
        return at < m_bytes.size() ? static_cast<unsigned char>(m_bytes[at]) : 0;
    }
    [[nodiscard]] std::uint32_t u16(std::size_t at) const { return u8(at) << 8 | u8(at + 1); }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }
    [[nodiscard]] double i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }

    /// Where a table starts; 0 when there is none.
    [[nodiscard]] std::size_t table(std::string_view tag) const
    {
        for (std::size_t i = 0; i < u16(4); ++i)
            if (const std::size_t at = 12 + 16 * i;
                at + 16 <= m_bytes.size() && m_bytes.substr(at, 4) == tag)
                return u32(at + 8);
        return 0;
    }

private:
    std::string_view m_bytes;
};

} // namespace

std::vector<GlyphBox> glyphBoxes(std::string_view font)
{
    const Reader reader(font);
    const std::size_t head = reader.table("head");
    const std::size_t maxp = reader.table("maxp");
    const std::size_t loca = reader.table("loca");
    const std::size_t glyf = reader.table("glyf");
    if (head == 0 || maxp == 0 || loca == 0 || glyf == 0)
        return {};
    const bool isLong = reader.u16(head + 50) != 0;
    const double unit = 1000.0 / std::max<std::uint32_t>(1, reader.u16(head + 18));
    const auto offset = [&](std::size_t i) {
        return isLong ? reader.u32(loca + 4 * i) : 2 * reader.u16(loca + 2 * i);
    };
    std::vector<GlyphBox> boxes(reader.u16(maxp + 4));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const std::size_t at = glyf + offset(i);
        if (offset(i + 1) <= offset(i) || at + 10 > reader.size())
            continue;
        boxes[i] = {reader.i16(at + 2) * unit, reader.i16(at + 4) * unit, reader.i16(at + 6) * unit,
                    reader.i16(at + 8) * unit};
    }
    return boxes;
}

} // namespace guatu::briefing
