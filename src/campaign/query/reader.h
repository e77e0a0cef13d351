// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/query_error.h"
#include "campaign/query/words.h"

#include <string>
#include <vector>

namespace guatu::campaign::query
{

/// Something that may stand at a place of a text.
struct Expectation {
    enum class Kind : std::uint8_t {
        Condition, ///< of `entity`
        Operator,  ///< of `field`
        Value,     ///< of `field`
        Noun,      ///< an entity, in front of everything or in a relation
        Unit,
        Keyword,
        LengthUnit,
    };

    Kind kind{};
    Entity entity{};
    const Field* field = nullptr;
    Keyword keyword{};

    friend bool operator==(const Expectation&, const Expectation&) = default;
};

/// The text of a query and a place in it. Remembers what might have stood at the farthest place
/// that was tried, for completion.
class Reader
{
public:
    /// Throws QueryError for a text that is not UTF-8 or too long.
    Reader(std::string_view text, const Vocabulary& vocabulary);

    [[nodiscard]] const Vocabulary& vocabulary() const { return m_vocabulary; }
    [[nodiscard]] const Vocabulary::Words& words() const { return m_vocabulary.words(); }

    [[nodiscard]] std::size_t position() const { return m_position; }
    void setPosition(std::size_t position) { m_position = position; }
    void skipBlanks();
    [[nodiscard]] bool atEnd();
    /// The next character that is no blank; 0 at the end.
    [[nodiscard]] char32_t peek();
    [[nodiscard]] char32_t at(std::size_t position) const
    {
        return position < m_folded.size() ? m_folded[position] : 0;
    }

    /// Steps over a character, or a keyword, when it is next.
    bool take(char32_t character);
    bool take(Keyword keyword);
    /// The length of the keyword at this place; 0 when another word stands here.
    [[nodiscard]] std::size_t lengthOf(Keyword keyword);
    [[nodiscard]] std::optional<PhraseTrie::Match> match(const PhraseTrie& phrases);
    /// The characters [from, to) as they were written.
    [[nodiscard]] std::string written(std::size_t from, std::size_t to) const;
    /// The digits and points from here on, stepped over.
    [[nodiscard]] std::string takeDigits(bool withPoint);
    /// A text in quotes, `""` standing for a quote. Throws when it does not end.
    [[nodiscard]] std::string takeQuoted();
    /// What stands here up to a blank or a mark of the language, stepped over.
    [[nodiscard]] std::string takeBare();

    void expect(Expectation expectation);
    [[nodiscard]] const std::vector<Expectation>& expected() const { return m_expected; }
    [[nodiscard]] std::size_t expectedAt() const { return m_expectedAt; }

    /// The language the text is written in: Chinese when it has a Chinese character.
    [[nodiscard]] Language language() const { return m_language; }

    /// Throws the message with the parameters `position` (from 1) and `found` before the others.
    [[noreturn]] void fail(std::string id, const Message::Parameters& more = {});
    /// Throws `nearId` with the parameter `near` when some candidates are near to what stands here,
    /// else `id`.
    [[noreturn]] void failNear(std::string id, std::string nearId,
                               const std::vector<std::string>& candidates,
                               const Message::Parameters& more = {});

private:
    [[nodiscard]] std::size_t wordEnd(std::size_t from) const;
    [[nodiscard]] Message complaint(std::string id, const Message::Parameters& more,
                                    std::size_t end);
    [[nodiscard]] std::size_t badEnd() const;

    const Vocabulary& m_vocabulary;
    std::u32string m_text, m_folded;
    std::size_t m_position = 0;
    Language m_language = Language::English;
    std::vector<Expectation> m_expected;
    std::size_t m_expectedAt = 0;
};

/// Of the candidates those that may have been meant by what was written, nearest first, three at
/// most (Damerau-Levenshtein distance up to a third of the word). A Chinese word may go on behind.
[[nodiscard]] std::vector<std::string> nearWords(const std::u32string& written,
                                                 const std::vector<std::string>& candidates);

} // namespace guatu::campaign::query
