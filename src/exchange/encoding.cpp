// SPDX-License-Identifier: MIT
#include "exchange/encoding.h"

#include "core/error.h"
#include "core/text.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <utility>

namespace guatu::exchange
{
namespace
{

constexpr const char* converterName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return "UTF-8";
    case Encoding::Utf16Le:
        return "UTF-16LE";
    case Encoding::Utf16Be:
        return "UTF-16BE";
    case Encoding::Gb18030:
        return "GB18030";
    case Encoding::Latin1:
        return "windows-1252";
    }
    return "UTF-8";
}

constexpr std::uint8_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(bytes[at]);
}

/// The part of `bytes` that ends with a whole UTF-8 character.
std::string_view withoutCutCharacter(std::string_view bytes)
{
    std::size_t start = bytes.size();
    std::size_t trailing = 0;
    while (trailing < 3 && start > 0 && (byteAt(bytes, start - 1) & 0xC0U) == 0x80U) {
        --start;
        ++trailing;
    }
    if (start == 0 || byteAt(bytes, start - 1) < 0xC0U)
        return bytes;
    const std::uint8_t lead = byteAt(bytes, start - 1);
    const std::size_t wanted = lead >= 0xF0U ? 3 : lead >= 0xE0U ? 2 : 1;
    return trailing < wanted ? bytes.substr(0, start - 1) : bytes;
}

bool isUtf8Start(std::string_view bytes, bool whole)
{
    return isUtf8(bytes) || (!whole && isUtf8(withoutCutCharacter(bytes)));
}

struct GbCount {
    std::size_t everyday = 0; ///< GB 2312 rows 1-9 (signs) and 16-55 (level 1 characters)
    std::size_t rare = 0;
    std::size_t broken = 0;
};

GbCount countGb18030(std::string_view bytes, bool whole)
{
    GbCount count;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::uint8_t lead = byteAt(bytes, at);
        if (lead < 0x80U) {
            ++at;
            continue;
        }
        if (at + 1 >= bytes.size()) {
            count.broken += whole ? 1 : 0;
            break;
        }
        const std::uint8_t trail = byteAt(bytes, at + 1);
        if (lead == 0x80U || lead == 0xFFU) {
            ++count.broken;
            ++at;
        } else if (trail >= 0x30U && trail <= 0x39U) {
            const bool four = at + 3 < bytes.size() && byteAt(bytes, at + 2) >= 0x81U &&
                              byteAt(bytes, at + 2) <= 0xFEU && byteAt(bytes, at + 3) >= 0x30U &&
                              byteAt(bytes, at + 3) <= 0x39U;
            ++(four ? count.rare : count.broken);
            at += four ? 4 : 1;
        } else if (trail >= 0x40U && trail != 0x7FU && trail != 0xFFU) {
            const bool everyday = trail >= 0xA1U && ((lead >= 0xB0U && lead <= 0xD7U) ||
                                                     (lead >= 0xA1U && lead <= 0xA9U));
            ++(everyday ? count.everyday : count.rare);
            at += 2;
        } else {
            ++count.broken;
            ++at;
        }
    }
    return count;
}

/// Chinese text is mostly everyday characters; names bring in some rare ones, cut fields a few
/// broken ones. Latin-1 letters read as GB18030 pair with ASCII letters and come out rare.
bool looksLikeGb18030(std::string_view bytes, bool whole)
{
    const GbCount count = countGb18030(bytes, whole);
    return count.everyday > 0 && count.everyday * 10 >= (count.everyday + count.rare) * 6 &&
           count.broken * 50 <= count.everyday + count.rare + 49;
}

/// UTF-16 without a mark: the bytes of ASCII signs and of Chinese characters alternate.
std::optional<Encoding> utf16WithoutMark(std::string_view bytes)
{
    std::array<std::size_t, 2> likely{}; // little, big endian
    const std::size_t units = std::min<std::size_t>(bytes.size() / 2, 50'000);
    for (std::size_t unit = 0; unit < units; ++unit) {
        const unsigned first = byteAt(bytes, 2 * unit);
        const unsigned second = byteAt(bytes, 2 * unit + 1);
        const auto isText = [](unsigned code) {
            return (code >= 0x20 && code < 0x7F) || code == '\t' || code == '\n' || code == '\r' ||
                   (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0xFF00 && code < 0xFF60) ||
                   (code >= 0x3000 && code <= 0x303F);
        };
        likely[0] += isText(second << 8U | first) ? 1 : 0;
        likely[1] += isText(first << 8U | second) ? 1 : 0;
    }
    const std::size_t best = std::max(likely[0], likely[1]);
    if (units < 2 || best * 20 < units * 19 || likely[0] == likely[1])
        return std::nullopt;
    return likely[0] > likely[1] ? Encoding::Utf16Le : Encoding::Utf16Be;
}

} // namespace

std::string_view toString(Encoding encoding)
{
    return converterName(encoding);
}

std::optional<Encoding> encodingFromString(std::string_view text)
{
    struct Name {
        std::string_view folded;
        Encoding encoding;
    };
    constexpr std::array<Name, 17> names{{{"utf8", Encoding::Utf8},
                                          {"65001", Encoding::Utf8},
                                          {"utf16", Encoding::Utf16Le},
                                          {"utf16le", Encoding::Utf16Le},
                                          {"unicode", Encoding::Utf16Le},
                                          {"utf16be", Encoding::Utf16Be},
                                          {"gb18030", Encoding::Gb18030},
                                          {"gbk", Encoding::Gb18030},
                                          {"gb2312", Encoding::Gb18030},
                                          {"cp936", Encoding::Gb18030},
                                          {"936", Encoding::Gb18030},
                                          {"ansi936", Encoding::Gb18030},
                                          {"latin1", Encoding::Latin1},
                                          {"iso88591", Encoding::Latin1},
                                          {"88591", Encoding::Latin1},
                                          {"cp1252", Encoding::Latin1},
                                          {"windows1252", Encoding::Latin1}}};
    std::string folded = foldWidth(trim(text));
    std::erase_if(folded, [](char c) { return c == '-' || c == '_' || c == ' '; });
    const auto found = std::ranges::find(names, folded, &Name::folded);
    return found == names.end() ? std::nullopt : std::optional(found->encoding);
}

std::optional<EncodingGuess> recogniseEncoding(std::string_view bytes, bool whole)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return EncodingGuess{Encoding::Utf8, 3, isUtf8Start(bytes, whole)};
    if (bytes.starts_with("\xFF\xFE"))
        return EncodingGuess{Encoding::Utf16Le, 2};
    if (bytes.starts_with("\xFE\xFF"))
        return EncodingGuess{Encoding::Utf16Be, 2};
    if (bytes.find('\0') != std::string_view::npos) {
        const auto utf16 = utf16WithoutMark(bytes);
        return utf16 ? std::optional(EncodingGuess{*utf16}) : std::nullopt;
    }
    if (isUtf8Start(bytes, whole))
        return EncodingGuess{Encoding::Utf8};
    if (looksLikeGb18030(bytes, whole))
        return EncodingGuess{Encoding::Gb18030};
    return EncodingGuess{Encoding::Latin1, 0, false};
}

struct Decoder::Impl {
    explicit Impl(Encoding encoding) : utf8(encoding == Encoding::Utf8)
    {
        UErrorCode status = U_ZERO_ERROR;
        source.reset(ucnv_open(converterName(encoding), &status));
        target.reset(ucnv_open("UTF-8", &status));
        if (U_FAILURE(status))
            throw Error(ErrorKind::Internal,
                        {"import.icu_broken", {{"what", u_errorName(status)}}});
    }
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    std::unique_ptr<UConverter, Close> source;
    std::unique_ptr<UConverter, Close> target;
    std::array<UChar, 4096> pivot{};
    UChar* pivotSource = pivot.data();
    UChar* pivotTarget = pivot.data();
    bool utf8 = false;
    std::string cut{}; ///< start of a UTF-8 character whose rest is in the next piece
};

Decoder::Decoder(Encoding encoding) : m_impl(std::make_unique<Impl>(encoding)) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

void Decoder::decode(std::string_view bytes, bool last, std::string& out)
{
    std::string joined;
    if (m_impl->utf8) { // nothing to convert in the usual case
        if (!m_impl->cut.empty()) {
            joined = std::exchange(m_impl->cut, {}).append(bytes);
            bytes = joined;
        }
        const std::string_view complete = last ? bytes : withoutCutCharacter(bytes);
        m_impl->cut = bytes.substr(complete.size());
        if (isUtf8(complete)) {
            out.append(complete);
            return;
        }
        bytes = complete;
    }
    std::array<char, 16384> buffer{};
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
        status = U_ZERO_ERROR;
        char* to = buffer.data();
        ucnv_convertEx(m_impl->target.get(), m_impl->source.get(), &to, to + buffer.size(), &from,
                       end, m_impl->pivot.data(), &m_impl->pivotSource, &m_impl->pivotTarget,
                       m_impl->pivot.data() + m_impl->pivot.size(), false, last, &status);
        out.append(buffer.data(), to);
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
            throw Error(ErrorKind::Internal,
                        {"import.icu_broken", {{"what", u_errorName(status)}}});
    }
}

std::string toUtf8(std::string_view bytes, Encoding encoding)
{
    if (encoding == Encoding::Utf8 && isUtf8(bytes))
        return std::string(bytes);
    std::string result;
    Decoder(encoding).decode(bytes, true, result);
    return result;
}

} // namespace guatu::exchange
