// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/phrase_trie.h"
#include "campaign/query/vocabulary.h"

#include <array>
#include <map>

namespace guatu::campaign::query
{

/// The words that hold a query together; what is written for them stands in
/// data/queries/vocabulary.json under the same names.
enum class Keyword : std::uint8_t {
    Where,
    And,
    Or,
    Not,
    Has,
    No,
    At,     ///< in front of the distance of Has: 于 2 公里
    Within, ///< of a distance or an area
    Of,     ///< within 2 km of
    Any,    ///< not within 2 km of any
    Inside, ///< 2 公里 内
    From,   ///< 距 小河村委会 2 公里
    Intersects,
    Count,
    Take, ///< 取 距 … 最近 10
    Nearest,
    To,
    Missing,
    Known,
    Criterion,
    Today,
    Yes,
    NoValue,
    Visited,
    Since,
    SinceEnd, ///< 自 … 以来
    Counter,  ///< 个, 处: says nothing
};
inline constexpr std::size_t keywordCount = 27;

/// An operator as written; `not in` is the negation of In.
struct OperatorWord {
    Operator op;
    bool negated = false;

    friend bool operator==(const OperatorWord&, const OperatorWord&) = default;
};

/// A word behind a number.
struct MeasureWord {
    std::string of; ///< distance, households, persons, yuan, ...
    double factor = 1;
    LocalText title;
};

struct UnitName {
    UnitCode code;
    std::string name;
};

/// Spellings of a language, the one to write first.
struct Spellings {
    std::vector<std::string> zh, en;

    [[nodiscard]] LocalText title() const
    {
        return {zh.empty() ? std::string{} : zh.front(), en.empty() ? std::string{} : en.front()};
    }
};

struct Vocabulary::Words {
    std::array<PhraseTrie, keywordCount> keywords;
    std::array<Spellings, keywordCount> keywordSpellings;
    PhraseTrie operators; ///< in operatorWords
    std::vector<OperatorWord> operatorWords;
    std::vector<Spellings> operatorSpellings;
    PhraseTrie measures; ///< in measureWords
    std::vector<MeasureWord> measureWords;
    std::vector<NounTitle> nouns;
    PhraseTrie nounPhrases; ///< in nouns

    std::array<std::vector<Field>, entityCount> fields;
    std::array<PhraseTrie, entityCount> fieldPhrases; ///< in fields; attributes before criteria
    std::array<std::vector<PhraseTrie>, entityCount> valuePhrases; ///< in Field::values

    std::vector<UnitName> units; ///< by code
    PhraseTrie unitNames;        ///< in units: as they are written
    PhraseTrie unitShortNames;   ///< in units: 高桥 for 高桥镇, 小河村 for 小河村委会

    [[nodiscard]] const std::string& text(Keyword keyword, Language language) const;
    [[nodiscard]] const std::string& text(OperatorWord word, Language language) const;
    /// The row in `units`; null when there is none.
    [[nodiscard]] const UnitName* unit(UnitCode code) const;
};

} // namespace guatu::campaign::query
