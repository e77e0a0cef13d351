// SPDX-License-Identifier: MIT
#pragma once

#include "core/category_column.h"
#include "store/statement.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace guatu::store
{

/// Collects the words of a text column. Of more words than a byte can tell apart the later ones
/// are "other".
class CategoryReader
{
public:
    void add(const Field& field)
    {
        if (field.isNull()) {
            m_column.rows.push_back(0);
            return;
        }
        const std::string_view word = field.text();
        if (word != m_column.words[m_last])
            m_last = placeOf(m_column, word);
        m_column.rows.push_back(m_last);
    }
    [[nodiscard]] CategoryColumn take() { return std::move(m_column); }

    /// The place of a word, which is added when it is new. An empty word is unknown.
    static std::uint8_t placeOf(CategoryColumn& column, std::string_view word)
    {
        if (word.empty())
            return 0;
        auto& words = column.words;
        const auto found = std::ranges::find(words, word);
        if (found != words.end())
            return static_cast<std::uint8_t>(found - words.begin());
        constexpr std::size_t most = std::numeric_limits<std::uint8_t>::max();
        if (words.size() < most) {
            words.emplace_back(word);
            return static_cast<std::uint8_t>(words.size() - 1);
        }
        if (words.size() == most)
            words.emplace_back("other");
        return static_cast<std::uint8_t>(most);
    }

private:
    CategoryColumn m_column;
    std::uint8_t m_last = 0;
};

/// Appends the rows of another column, whose words may stand in another order.
inline void appendCategories(CategoryColumn& column, const CategoryColumn& more)
{
    std::vector<std::uint8_t> places;
    for (const std::string& word : more.words)
        places.push_back(places.empty() ? 0 : CategoryReader::placeOf(column, word));
    column.rows.reserve(column.rows.size() + more.rows.size());
    for (const std::uint8_t row : more.rows)
        column.rows.push_back(places[row]);
}

} // namespace guatu::store
