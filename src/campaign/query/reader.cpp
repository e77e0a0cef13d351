// SPDX-License-Identifier: MIT
#include "campaign/query/reader.h"

#include "core/text.h"

#include <algorithm>

namespace guatu::campaign::query
{
namespace
{

constexpr std::size_t mostCharacters = 20000;
constexpr std::size_t shown = 20; ///< characters of a wrong word in a message
constexpr std::u32string_view marks = U" ()[],\"=<>!&|";

bool isChinese(char32_t c)
{
    return c >= 0x2E80 && c < 0xFF00;
}

/// A rough limit on work, too: only words of similar length are compared.
std::size_t editDistance(const std::u32string& a, const std::u32string& b)
{
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

/// How far a candidate is from what was written, and whether that is near at all.
std::optional<std::size_t> nearness(const std::u32string& written, const std::u32string& candidate)
{
    constexpr std::size_t longest = 40;
    if (candidate.empty() || candidate.size() > longest)
        return std::nullopt;
    const bool chinese = isChinese(candidate.front());
    std::optional<std::size_t> best;
    const std::size_t least =
        chinese && candidate.size() > 1 ? candidate.size() - 1 : written.size();
    for (std::size_t length = least; length <= std::min(written.size(), candidate.size() + 1);
         ++length) {
        const std::size_t distance = editDistance(written.substr(0, length), candidate);
        best = std::min(best.value_or(distance), distance);
    }
    if (!best && written.size() < candidate.size() + 1)
        best = editDistance(written, candidate);
    // Part of a word is near, too: 小河 for 小河村民委员会.
    if (written.size() > 1 && candidate.find(written) != std::u32string::npos)
        best = std::min<std::size_t>(best.value_or(1), 1);
    const std::size_t allowed = std::max<std::size_t>(1, candidate.size() / 3);
    if (!best || *best > allowed || *best >= candidate.size())
        return std::nullopt;
    return best;
}

std::string joined(const std::vector<std::string>& words, Language language)
{
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : language == Language::Chinese ? "、" : ", ") + word;
    return all;
}

} // namespace

std::vector<std::string> nearWords(const std::u32string& written,
                                   const std::vector<std::string>& candidates)
{
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string& candidate : candidates)
        if (const auto distance = nearness(written, folded(candidate)))
            near.emplace_back(*distance, candidate);
    std::ranges::stable_sort(near, {}, &std::pair<std::size_t, std::string>::first);
    std::vector<std::string> words;
    for (const auto& [distance, word] : near)
        if (words.size() < 3 && std::ranges::find(words, word) == words.end())
            words.push_back(word);
    return words;
}

Reader::Reader(std::string_view text, const Vocabulary& vocabulary) : m_vocabulary(vocabulary)
{
    if (!isUtf8(text))
        throw QueryError({"query.not_utf8"}, 0, 0, {});
    m_text = decodeUtf8(text);
    if (m_text.size() > mostCharacters)
        throw QueryError({"query.too_long",
                          {{"characters", std::to_string(m_text.size())},
                           {"limit", std::to_string(mostCharacters)}}},
                         mostCharacters, m_text.size() - mostCharacters, {});
    m_folded = folded(text);
    if (std::ranges::any_of(m_folded, isChinese))
        m_language = Language::Chinese;
}

void Reader::skipBlanks()
{
    while (m_position < m_folded.size() && m_folded[m_position] == U' ')
        ++m_position;
}

bool Reader::atEnd()
{
    skipBlanks();
    return m_position == m_folded.size();
}

char32_t Reader::peek()
{
    skipBlanks();
    return at(m_position);
}

bool Reader::take(char32_t character)
{
    if (peek() != character)
        return false;
    ++m_position;
    return true;
}

std::optional<PhraseTrie::Match> Reader::match(const PhraseTrie& phrases)
{
    skipBlanks();
    return phrases.longest(m_folded, m_position);
}

std::size_t Reader::lengthOf(Keyword keyword)
{
    const auto found = match(words().keywords[static_cast<std::size_t>(keyword)]);
    return found ? found->end - m_position : 0;
}

bool Reader::take(Keyword keyword)
{
    skipBlanks();
    expect({.kind = Expectation::Kind::Keyword, .keyword = keyword});
    const std::size_t length = lengthOf(keyword);
    m_position += length;
    return length > 0;
}

std::string Reader::written(std::size_t from, std::size_t to) const
{
    return encodeUtf8(std::u32string_view(m_text).substr(from, to - from));
}

std::string Reader::takeDigits(bool withPoint)
{
    std::string digits;
    for (char32_t c = at(m_position); (c >= U'0' && c <= U'9') || (withPoint && c == U'.');
         c = at(++m_position))
        digits.push_back(static_cast<char>(c));
    return digits;
}

std::string Reader::takeQuoted()
{
    const std::size_t start = m_position;
    std::u32string inside;
    for (++m_position; m_position < m_folded.size(); ++m_position) {
        if (m_folded[m_position] != U'"') {
            inside.push_back(m_text[m_position]);
        } else if (at(m_position + 1) == U'"') {
            inside.push_back(m_text[m_position++]);
        } else {
            ++m_position;
            return encodeUtf8(inside);
        }
    }
    m_position = start;
    fail("query.unclosed_quote");
}

std::string Reader::takeBare()
{
    skipBlanks();
    const std::size_t start = m_position;
    m_position = wordEnd(start);
    return written(start, m_position);
}

void Reader::expect(Expectation expectation)
{
    if (m_position < m_expectedAt)
        return;
    if (m_position > m_expectedAt)
        m_expected.clear();
    m_expectedAt = m_position;
    if (std::ranges::find(m_expected, expectation) == m_expected.end())
        m_expected.push_back(expectation);
}

std::size_t Reader::wordEnd(std::size_t from) const
{
    while (from < m_folded.size() && marks.find(m_folded[from]) == std::u32string_view::npos)
        ++from;
    return from;
}

/// Behind the word that does not fit.
std::size_t Reader::badEnd() const
{
    return std::max(wordEnd(m_position), std::min(m_position + 1, m_text.size()));
}

Message Reader::complaint(std::string id, const Message::Parameters& more, std::size_t end)
{
    std::string found = written(m_position, std::min(end, m_position + shown));
    if (end == m_position)
        found = text("query.end", m_language);
    else if (end > m_position + shown)
        found += "…";
    Message message{std::move(id),
                    {{"position", std::to_string(m_position + 1)}, {"found", found}}};
    std::ranges::copy(more, std::back_inserter(message.parameters));
    return message;
}

void Reader::fail(std::string id, const Message::Parameters& more)
{
    skipBlanks();
    const std::size_t end = badEnd();
    throw QueryError(complaint(std::move(id), more, end), m_position, end - m_position, {});
}

void Reader::failNear(std::string id, std::string nearId,
                      const std::vector<std::string>& candidates, const Message::Parameters& more)
{
    skipBlanks();
    const std::size_t end = badEnd();
    auto near =
        nearWords(m_folded.substr(m_position, std::min(end - m_position, shown)), candidates);
    if (near.empty())
        fail(std::move(id), more);
    Message message = complaint(std::move(nearId), more, end);
    message.parameters.emplace_back("near", joined(near, m_language));
    throw QueryError(std::move(message), m_position, end - m_position, std::move(near));
}

} // namespace guatu::campaign::query
