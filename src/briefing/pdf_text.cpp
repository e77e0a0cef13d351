// SPDX-License-Identifier: MIT
#include "briefing/pdf_text.h"

#include "briefing/glyph_boxes.h"
#include "briefing/page_font.h"
#include "core/error.h"
#include "core/text.h"
#include "render/map_font.h"

#include <QRawFont>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace guatu::briefing
{
namespace
{

using Glyph = quint32;

/// Blocks of code points whose glyphs are those of others: radicals, compatibility forms, and
/// controls and blanks.
bool isSuspect(char32_t c)
{
    return c < 0x20 || c == 0x7F || c == 0xA0 || (c >= 0x2E80 && c <= 0x2FDF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F) || c == 0xAD ||
           (c >= 0x31C0 && c <= 0x31EF);
}

/// One face with what its glyphs stand for.
class Face
{
public:
    Face(bool isSerif, bool isBold, const std::set<char32_t>& drawn)
        : m_drawn(drawn),
          m_font(QRawFont::fromFont(pageFont({.serif = isSerif, .bold = isBold}, 100)))
    {
        // The last one stays: drawn characters outrank all others.
        addRange(0x20000, 0x2A6DF, drawn, true);
        addRange(0x3400, 0x4DBF, drawn, false);
        addRange(0x4E00, 0x9FFF, drawn, false);
        addRange(0x20, 0x7E, drawn, false);
        for (const char32_t c : drawn)
            if (!isSuspect(c))
                add(c);
    }

    /// What a code point should read as; itself where it was drawn, or is right.
    [[nodiscard]] char32_t mended(char32_t c) const
    {
        if (c < 0x20 || c == 0xA0)
            return U' ';
        if (m_drawn.contains(c))
            return c;
        const auto usual = m_usual.find(glyphOf(c));
        const bool isBetter =
            usual != m_usual.end() && (isSuspect(c) || m_drawn.contains(usual->second));
        return isBetter ? usual->second : c;
    }

    /// The character beyond the basic plane whose glyph has this box, in units of the face.
    [[nodiscard]] std::optional<char32_t> beyond(const GlyphBox& box) const
    {
        const double unit = m_font.unitsPerEm() / m_font.pixelSize();
        std::optional<char32_t> found;
        double least = 24; // units: outlines are rounded on their way into the document
        for (const auto& [c, glyph] : m_beyond) {
            const QRectF b = m_font.boundingRect(glyph);
            const double apart =
                std::abs(b.left() * unit - box.minX) + std::abs(b.right() * unit - box.maxX) +
                std::abs(-b.bottom() * unit - box.minY) + std::abs(-b.top() * unit - box.maxY);
            if (apart < least) {
                least = apart;
                found = c;
            }
        }
        return found;
    }

private:
    [[nodiscard]] Glyph glyphOf(char32_t c) const
    {
        const QString text = QString::fromUcs4(&c, 1);
        const auto glyphs = m_font.glyphIndexesForString(text);
        return glyphs.isEmpty() ? 0 : glyphs.front();
    }
    void add(char32_t c)
    {
        if (const Glyph glyph = glyphOf(c); glyph != 0) {
            m_usual[glyph] = c;
            if (c > 0xFFFF)
                m_beyond.emplace_back(c, glyph);
        }
    }
    void addRange(char32_t first, char32_t last, const std::set<char32_t>& drawn, bool onlyDrawn)
    {
        if (onlyDrawn) {
            for (auto c = drawn.lower_bound(first); c != drawn.end() && *c <= last; ++c)
                add(*c);
            return;
        }
        for (char32_t c = first; c <= last; ++c)
            add(c);
    }

    const std::set<char32_t>& m_drawn;
    QRawFont m_font;
    std::unordered_map<Glyph, char32_t> m_usual;
    std::vector<std::pair<char32_t, Glyph>> m_beyond;
};

/// "<4E00>" and "<D842DFB7>" as code points.
std::u32string fromHex(const std::string& hex)
{
    std::u16string units;
    for (std::size_t i = 0; i + 4 <= hex.size(); i += 4)
        units += static_cast<char16_t>(std::stoul(hex.substr(i, 4), nullptr, 16));
    const QString text = QString::fromUtf16(units.data(), static_cast<qsizetype>(units.size()));
    std::u32string points;
    for (const uint c : text.toUcs4())
        points += static_cast<char32_t>(c);
    return points;
}

std::string toHex(char32_t c)
{
    std::array<char, 12> hex{};
    const QString text = QString::fromUcs4(&c, 1);
    std::string all;
    for (const QChar unit : text) {
        std::snprintf(hex.data(), hex.size(), "%04X", unit.unicode());
        all += hex.data();
    }
    return all;
}

/// The codes of a ToUnicode map with what they stand for.
using CodeMap = std::map<unsigned, char32_t>;

/// The hexadecimal strings of a line, and where an array is meant.
std::vector<std::string> stringsOf(const std::string& line)
{
    std::vector<std::string> strings;
    for (std::size_t at = line.find('<'); at != std::string::npos; at = line.find('<', at)) {
        const std::size_t end = line.find('>', at);
        if (end == std::string::npos)
            break;
        strings.push_back(line.substr(at + 1, end - at - 1));
        at = end;
    }
    return strings;
}

void readRange(const std::string& line, CodeMap& map)
{
    const auto parts = stringsOf(line);
    if (parts.size() < 3)
        return;
    const auto first = static_cast<unsigned>(std::stoul(parts[0], nullptr, 16));
    const auto last = static_cast<unsigned>(std::stoul(parts[1], nullptr, 16));
    const bool isArray = line.find('[') != std::string::npos;
    for (unsigned code = first; code <= last && code - first < 0x10000; ++code) {
        const std::size_t step = code - first;
        if (isArray && step + 2 >= parts.size())
            return;
        const std::u32string points = fromHex(isArray ? parts[step + 2] : parts[2]);
        if (!points.empty())
            map[code] = points.front() + (isArray ? 0 : static_cast<char32_t>(step));
    }
}

CodeMap readMap(const std::string& cmap)
{
    CodeMap map;
    enum class In { Nothing, Range, Char } in = In::Nothing;
    std::size_t start = 0;
    while (start < cmap.size()) {
        std::size_t end = cmap.find('\n', start);
        end = end == std::string::npos ? cmap.size() : end;
        const std::string line = cmap.substr(start, end - start);
        start = end + 1;
        if (line.find("beginbfrange") != std::string::npos)
            in = In::Range;
        else if (line.find("beginbfchar") != std::string::npos)
            in = In::Char;
        else if (line.find("endbf") != std::string::npos)
            in = In::Nothing;
        else if (in == In::Range)
            readRange(line, map);
        else if (in == In::Char) {
            const auto parts = stringsOf(line);
            if (parts.size() >= 2)
                if (const auto points = fromHex(parts[1]); !points.empty())
                    map[static_cast<unsigned>(std::stoul(parts[0], nullptr, 16))] = points.front();
        }
    }
    return map;
}

std::string writtenMap(const CodeMap& map)
{
    std::string text = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                       "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                       "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                       "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr std::size_t most = 100; // entries in one section (Adobe technical note 5411)
    auto at = map.begin();
    for (std::size_t left = map.size(); left > 0;) {
        const std::size_t now = std::min(left, most);
        text += std::to_string(now) + " beginbfchar\n";
        for (std::size_t i = 0; i < now; ++i, ++at) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "%04X", at->first & 0xFFFFU);
            text += "<" + std::string(code.data()) + "> <" + toHex(at->second) + ">\n";
        }
        text += "endbfchar\n";
        left -= now;
    }
    return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string bytesOf(QPDFObjectHandle stream)
{
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// The embedded glyphs of a composite font.
std::vector<GlyphBox> boxesOf(QPDFObjectHandle font)
{
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    if (!descendants.isArray() || descendants.getArrayNItems() == 0)
        return {};
    QPDFObjectHandle descriptor = descendants.getArrayItem(0).getKey("/FontDescriptor");
    if (!descriptor.isDictionary() || !descriptor.getKey("/FontFile2").isStream())
        return {};
    return glyphBoxes(bytesOf(descriptor.getKey("/FontFile2")));
}

/// Six letters before the name say that a font is a subset (ISO 32000-2, 9.9.2).
void tagSubset(QPDFObjectHandle font, std::size_t number)
{
    std::string tag = "AAAAAA";
    for (std::size_t i = tag.size(); i-- > 0; number /= 26)
        tag[i] = static_cast<char>('A' + number % 26);
    const std::string name = font.getKey("/BaseFont").getName();
    if (name.size() > 7 && name[7] == '+')
        return;
    const QPDFObjectHandle tagged =
        QPDFObjectHandle::newName("/" + tag + "+" + name.substr(name.empty() ? 0 : 1));
    font.replaceKey("/BaseFont", tagged);
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    if (!descendants.isArray() || descendants.getArrayNItems() == 0)
        return;
    QPDFObjectHandle descendant = descendants.getArrayItem(0);
    descendant.replaceKey("/BaseFont", tagged);
    if (QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
        descriptor.isDictionary())
        descriptor.replaceKey("/FontName", tagged);
}

void mendFont(QPDFObjectHandle font, const Face& face)
{
    QPDFObjectHandle stream = font.getKey("/ToUnicode");
    CodeMap map = readMap(bytesOf(stream));
    for (auto& [code, c] : map)
        c = face.mended(c);
    // Glyphs that say nothing are those beyond the basic plane.
    const std::vector<GlyphBox> boxes = boxesOf(font);
    for (unsigned code = 1; code < boxes.size(); ++code) {
        const auto known = map.find(code);
        const bool says = known != map.end() && known->second != U' ' && known->second != 0xFFFD &&
                          known->second != 0;
        if (says || boxes[code].isEmpty())
            continue;
        if (const auto c = face.beyond(boxes[code]))
            map[code] = *c;
    }
    stream.replaceStreamData(writtenMap(map), QPDFObjectHandle::newNull(),
                             QPDFObjectHandle::newNull());
}

bool isComposite(QPDFObjectHandle object)
{
    return object.isDictionary() && object.getKey("/Type").isNameAndEquals("/Font") &&
           object.getKey("/Subtype").isNameAndEquals("/Type0") &&
           object.getKey("/ToUnicode").isStream();
}

} // namespace

void mendText(QPDF& pdf, std::span<const std::string> drawn)
{
    std::set<char32_t> characters;
    for (const std::string& text : drawn)
        for (const char32_t c : decodeUtf8(text))
            characters.insert(c);
    std::map<std::pair<bool, bool>, Face> faces; // by serif and bold
    std::size_t fonts = 0;
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (!isComposite(object))
            continue;
        const std::string name = object.getKey("/BaseFont").getName();
        const std::pair key(name.find("Serif") != std::string::npos,
                            name.find("Bold") != std::string::npos);
        auto face = faces.find(key);
        if (face == faces.end())
            face = faces.try_emplace(key, key.first, key.second, characters).first;
        mendFont(object, face->second);
        tagSubset(object, fonts++);
    }
}

QByteArray mendedText(const QByteArray& bytes, std::span<const std::string> drawn)
{
    try {
        QPDF pdf;
        pdf.processMemoryFile("page", bytes.constData(), static_cast<std::size_t>(bytes.size()));
        mendText(pdf, drawn);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(buffer->getBuffer()),
                static_cast<qsizetype>(buffer->getSize())};
    } catch (const std::exception& problem) {
        throw Error(ErrorKind::Internal, {"briefing.pdf_broken", {{"what", problem.what()}}});
    }
}

} // namespace guatu::briefing
