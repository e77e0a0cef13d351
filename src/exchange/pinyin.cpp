// SPDX-License-Identifier: MIT
#include "exchange/pinyin.h"

#include "core/error.h"
#include "core/text.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace guatu::exchange
{
namespace
{

struct Reading {
    char32_t character;
    std::string_view syllable;
};

/// Where place names are read otherwise than ICU's most frequent reading.
constexpr std::array<Reading, 7> placeNameReadings{{{U'长', "chang"},
                                                    {U'地', "di"},
                                                    {U'都', "du"},
                                                    {U'厦', "xia"},
                                                    {U'重', "chong"},
                                                    {U'朝', "chao"},
                                                    {U'乐', "le"}}};

/// Latin letters without their tone marks, ü as v.
std::string plainLetters(const icu::UnicodeString& latin)
{
    constexpr std::u16string_view umlauts = u"üǖǘǚǜ";
    constexpr std::u16string_view marked = u"āáǎàēéěèīíǐìōóǒòūúǔùńňǹḿ";
    constexpr std::string_view letters = "aaaaeeeeiiiioooouuuunnnm";
    std::string result;
    for (int32_t at = 0; at < latin.length(); ++at) {
        const char16_t unit = latin[at];
        const std::size_t accent = marked.find(unit);
        if (unit >= u'a' && unit <= u'z')
            result += static_cast<char>(unit);
        else if (accent != std::u16string_view::npos)
            result += letters[accent];
        else if (umlauts.find(unit) != std::u16string_view::npos)
            result += 'v';
        else if (unit == u'ê')
            result += 'e';
    }
    return result;
}

/// Syllables of characters, each looked up once.
class Syllables
{
public:
    Syllables()
    {
        UErrorCode status = U_ZERO_ERROR;
        m_toLatin.reset(
            icu::Transliterator::createInstance("Han-Latin; Lower", UTRANS_FORWARD, status));
        if (U_FAILURE(status))
            throw Error(ErrorKind::Internal,
                        {"import.icu_broken", {{"what", u_errorName(status)}}});
        for (const Reading& reading : placeNameReadings)
            m_known.emplace(reading.character, reading.syllable);
    }

    std::string of(char32_t character)
    {
        const std::lock_guard guard(m_mutex);
        const auto found = m_known.find(character);
        if (found != m_known.end())
            return found->second;
        icu::UnicodeString text(static_cast<UChar32>(character));
        m_toLatin->transliterate(text);
        return m_known.emplace(character, plainLetters(text)).first->second;
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<icu::Transliterator> m_toLatin;
    std::unordered_map<char32_t, std::string> m_known;
};

/// Calls `take` with the syllable of each character, or the character itself when it is a Latin
/// letter or a digit.
template <typename Take>
void forEachSyllable(std::string_view utf8, const Take& take)
{
    static Syllables syllables;
    for (const char32_t character : decodeUtf8(foldWidth(utf8))) {
        const bool plain =
            (character >= U'a' && character <= U'z') || (character >= U'0' && character <= U'9');
        if (plain)
            take(std::string_view(std::array{static_cast<char>(character)}.data(), 1));
        else if (character > 0x7F)
            take(std::string_view(syllables.of(character)));
    }
}

} // namespace

std::string pinyin(std::string_view utf8)
{
    std::string result;
    forEachSyllable(utf8, [&](std::string_view syllable) { result += syllable; });
    return result;
}

std::string pinyinInitials(std::string_view utf8)
{
    std::string result;
    forEachSyllable(utf8, [&](std::string_view syllable) { result += syllable.substr(0, 1); });
    return result;
}

} // namespace guatu::exchange
