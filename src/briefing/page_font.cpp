// SPDX-License-Identifier: MIT
#include "briefing/page_font.h"

#include "core/error.h"
#include "core/text.h"
#include "render/map_font.h"
#include "render/map_text.h"

#include <QRawFont>

#include <algorithm>
#include <cmath>

namespace guatu::briefing
{
namespace
{

constexpr double measured = 1000; // pixels at which texts are measured
// Han characters of Noto reach from 0.88 em above the baseline to 0.12 em below it.
constexpr double ascent = 0.88;

const std::string sans = "Noto Sans CJK SC";
const std::string serif = "Noto Serif CJK SC";

/// Never first on a line (GB/T 15834).
bool isClosing(char32_t c)
{
    return std::u32string_view(U"，。、；：！？）》」』】〕％·,.;:!?)%]}”’").find(c) !=
           std::u32string_view::npos;
}
bool isOpening(char32_t c)
{
    return std::u32string_view(U"（《「『【〔([{“‘").find(c) != std::u32string_view::npos;
}
/// Part of a word that is not parted: Latin letters and figures with what joins them.
bool joins(char32_t c)
{
    return c < 0x2000 ? c != U' ' : c == 0x2009;
}

/// Texts that a line may end behind.
std::vector<std::string> wordsOf(const std::string& text)
{
    const std::u32string all = decodeUtf8(text);
    std::vector<std::string> words;
    std::u32string word;
    for (std::size_t i = 0; i < all.size(); ++i) {
        word += all[i];
        if (i + 1 < all.size()) {
            const char32_t next = all[i + 1];
            if (isClosing(next) || isOpening(all[i]) || (joins(all[i]) && joins(next)))
                continue;
        }
        words.push_back(encodeUtf8(word));
        word.clear();
    }
    return words;
}

/// A word that no line can hold, in its characters.
std::vector<std::string> charactersOf(const std::string& word)
{
    std::vector<std::string> characters;
    for (const char32_t c : decodeUtf8(word))
        characters.push_back(encodeUtf8(std::u32string_view(&c, 1)));
    return characters;
}

class LineBreaker
{
public:
    LineBreaker(double width, double leading, std::vector<LaidLine>& lines)
        : m_width(width), m_leading(leading), m_lines(lines)
    {
    }

    void add(const Paragraph& paragraph)
    {
        begin();
        for (const Run& run : paragraph.runs)
            for (const std::string& word : wordsOf(run.text))
                addWord(word, run.style);
        end(paragraph.align);
    }

private:
    void begin()
    {
        m_line = {};
        m_used = 0;
        m_tallest = 0;
    }

    void addWord(const std::string& word, const TextStyle& style)
    {
        const double width = widthOf(word, style);
        if (m_used > 0 && m_used + width > m_width + 1e-6) {
            flush();
            if (word == " ")
                return;
        }
        if (width > m_width && decodeUtf8(word).size() > 1) {
            for (const std::string& character : charactersOf(word))
                addWord(character, style);
            return;
        }
        const bool same = !m_line.pieces.empty() &&
                          m_line.pieces.back().style.points == style.points &&
                          m_line.pieces.back().style.bold == style.bold &&
                          m_line.pieces.back().style.serif == style.serif &&
                          m_line.pieces.back().style.official == style.official &&
                          m_line.pieces.back().style.colour == style.colour;
        if (same)
            m_line.pieces.back().text += word;
        else
            m_line.pieces.push_back({m_used, word, style});
        m_used += width;
        m_tallest = std::max(m_tallest, style.points * mmPerPoint);
    }

    void flush()
    {
        m_widths.push_back(m_used);
        m_line.top = m_top;
        m_line.height = m_tallest * m_leading;
        m_line.baseline = m_top + m_tallest * ((m_leading - 1) / 2 + ascent);
        m_top += m_line.height;
        m_lines.push_back(std::move(m_line));
        begin();
    }

    void end(Align align)
    {
        if (m_used > 0)
            flush();
        const std::size_t first = m_lines.size() - m_widths.size();
        for (std::size_t i = 0; i < m_widths.size() && align != Align::Left; ++i) {
            const double free = std::max(0.0, m_width - m_widths[i]);
            for (LaidPiece& piece : m_lines[first + i].pieces)
                piece.x += align == Align::Right ? free : free / 2;
        }
        m_widths.clear();
    }

    double m_width, m_leading;
    std::vector<LaidLine>& m_lines;
    LaidLine m_line;
    std::vector<double> m_widths; ///< of the paragraph's lines
    double m_used = 0, m_tallest = 0, m_top = 0;
};

/// The first face of 仿宋 that the machine has: of Windows, WPS and TeX; none of them is free of
/// gaps in Debian, so it may be 宋体.
QString officialFamily()
{
    for (const char* family : {"FangSong", "FangSong_GB2312", "STFangsong", "FandolFang R"})
        if (render::familyFor(family) == family)
            return QString::fromLatin1(family);
    return QString::fromStdString(render::familyFor(serif));
}

} // namespace

QFont pageFont(const TextStyle& style, double pixels)
{
    QFont font = render::mapFont(pixels, style.bold);
    if (style.official) {
        static const QString family = officialFamily();
        font.setFamily(family);
    } else if (style.serif) {
        static const QString family = QString::fromStdString(render::familyFor(serif));
        font.setFamily(family);
    }
    return font;
}

double widthOf(const std::string& text, const TextStyle& style)
{
    return render::textWidth(QString::fromStdString(text), pageFont(style, measured)) / measured *
           style.points * mmPerPoint;
}

std::vector<Message> checkPageFonts()
{
    for (const bool isSerif : {false, true}) {
        const QRawFont font = QRawFont::fromFont(pageFont({.serif = isSerif}, 20));
        // Where there is no face at all Qt draws boxes, and says that they are every character.
        if (render::familyFor(isSerif ? serif : sans).empty() || !font.isValid() ||
            !font.supportsCharacter(0x6237)) // 户
            throw inputError({"briefing.no_font", {{"font", isSerif ? serif : sans}}});
    }
    std::vector<Message> complaints;
    if (const auto font = render::fontSubstitution())
        complaints.push_back(
            {"render.font_instead", {{"wanted", font->wanted}, {"used", font->used}}});
    if (const std::string used = render::familyFor(serif); used != serif)
        complaints.push_back({"render.font_instead", {{"wanted", serif}, {"used", used}}});
    return complaints;
}

std::vector<LaidLine> layOut(const std::vector<Paragraph>& paragraphs, double width, double leading)
{
    std::vector<LaidLine> lines;
    LineBreaker breaker(width, leading, lines);
    for (const Paragraph& paragraph : paragraphs)
        breaker.add(paragraph);
    return lines;
}

double heightOf(const std::vector<LaidLine>& lines)
{
    return lines.empty() ? 0 : lines.back().top + lines.back().height;
}

std::vector<std::string> wrapped(const std::string& text, const TextStyle& style, double width)
{
    std::vector<std::string> lines;
    for (const LaidLine& line : layOut({{{{text, style}}}}, width)) {
        std::string whole;
        for (const LaidPiece& piece : line.pieces)
            whole += piece.text;
        lines.push_back(whole);
    }
    return lines;
}

} // namespace guatu::briefing
