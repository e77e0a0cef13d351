// SPDX-License-Identifier: MIT
#include "campaign/query/phrase_trie.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guatu::campaign::query
{
namespace
{

char32_t fold(char32_t c)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 12> marks{{{U'【', U'['},
                                                                          {U'】', U']'},
                                                                          {U'〔', U'['},
                                                                          {U'〕', U']'},
                                                                          {U'、', U','},
                                                                          {U'“', U'"'},
                                                                          {U'”', U'"'},
                                                                          {U'「', U'"'},
                                                                          {U'」', U'"'},
                                                                          {U'。', U'.'},
                                                                          {0x3000, U' '},
                                                                          {0xA0, U' '}}};
    for (const auto& [from, to] : marks)
        if (c == from)
            return to;
    if (c >= 0xFF01 && c <= 0xFF5E) // full-width ASCII
        c = c - 0xFF01 + U'!';
    if (c >= U'A' && c <= U'Z')
        return c - U'A' + U'a';
    return c >= U'\t' && c <= U'\r' ? U' ' : c;
}

std::uint64_t edge(std::uint32_t node, char32_t character)
{
    return (std::uint64_t{node} << 32U) | character;
}

/// `_` joins words in phrases as a blank does, but does not end a word of the text.
char32_t joint(char32_t character)
{
    return character == U'_' ? U' ' : character;
}

} // namespace

std::u32string folded(std::string_view utf8)
{
    std::u32string text = decodeUtf8(utf8);
    std::ranges::transform(text, text.begin(), fold);
    return text;
}

bool isLatin(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || c == U'_';
}

std::uint32_t PhraseTrie::next(std::uint32_t node, char32_t character) const
{
    const auto found = m_edges.find(edge(node, character));
    return found == m_edges.end() ? 0 : found->second;
}

void PhraseTrie::add(std::string_view phrase, std::uint32_t id)
{
    std::uint32_t node = 0;
    for (const char32_t c : folded(phrase)) {
        const auto [place, isNew] =
            m_edges.try_emplace(edge(node, joint(c)), static_cast<std::uint32_t>(m_ids.size()));
        if (isNew)
            m_ids.emplace_back();
        node = place->second;
    }
    if (node != 0 && std::ranges::find(m_ids[node], id) == m_ids[node].end())
        m_ids[node].push_back(id);
}

std::optional<PhraseTrie::Match> PhraseTrie::longest(std::u32string_view text,
                                                     std::size_t from) const
{
    std::optional<Match> best;
    std::uint32_t node = 0;
    for (std::size_t at = from; at < text.size(); ++at) {
        node = next(node, joint(text[at]));
        if (node == 0)
            break;
        if (text[at] == U' ')
            while (at + 1 < text.size() && text[at + 1] == U' ')
                ++at;
        const bool insideWord = at + 1 < text.size() && isLatin(text[at]) && isLatin(text[at + 1]);
        if (!m_ids[node].empty() && !insideWord)
            best = Match{m_ids[node], at + 1};
    }
    return best;
}

std::span<const std::uint32_t> PhraseTrie::find(std::string_view phrase) const
{
    std::uint32_t node = 0;
    for (const char32_t c : folded(phrase))
        if (node = next(node, joint(c)); node == 0)
            return {};
    return m_ids[node];
}

} // namespace guatu::campaign::query
