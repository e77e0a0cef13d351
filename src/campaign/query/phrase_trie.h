// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guatu::campaign::query
{

/// A text made comparable character by character: width and case folded, `_` and every kind of
/// blank a space, Chinese marks as their ASCII kin. Positions stay those of the text.
[[nodiscard]] std::u32string folded(std::string_view utf8);

/// Letters, digits and `_` of Latin words, after folding. They end where a Chinese one begins.
[[nodiscard]] bool isLatin(char32_t folded);

/// Phrases and what they stand for, to find the longest that begins at a place.
class PhraseTrie
{
public:
    struct Match {
        std::span<const std::uint32_t> ids; ///< in the order they were added
        std::size_t end;                    ///< position behind the phrase
    };

    /// Adds a meaning. An empty phrase is left out.
    void add(std::string_view phrase, std::uint32_t id);

    /// The longest phrase that starts at `from` and does not end inside a Latin word. Blanks inside
    /// may be wider in the text than in the phrase.
    [[nodiscard]] std::optional<Match> longest(std::u32string_view text, std::size_t from) const;

    /// What exactly this phrase stands for.
    [[nodiscard]] std::span<const std::uint32_t> find(std::string_view phrase) const;

private:
    [[nodiscard]] std::uint32_t next(std::uint32_t node, char32_t character) const;

    std::unordered_map<std::uint64_t, std::uint32_t> m_edges; ///< (node, character) -> node
    std::vector<std::vector<std::uint32_t>> m_ids{1};         ///< by node
};

} // namespace guatu::campaign::query
