// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <string>
#include <vector>

namespace guatu::campaign::query
{

/// A text that is no query. The message names place, what stands there and what was expected.
class QueryError : public Error
{
public:
    QueryError(Message message, std::size_t position, std::size_t length,
               std::vector<std::string> suggestions)
        : Error(ErrorKind::Input, std::move(message)),
          m_position(position),
          m_length(length),
          m_suggestions(std::move(suggestions))
    {
    }

    /// Where it went wrong, in characters (code points) from 0.
    [[nodiscard]] std::size_t position() const { return m_position; }
    /// How many characters are to be marked; 0 at the end of the text.
    [[nodiscard]] std::size_t length() const { return m_length; }
    /// Words that may have been meant, nearest first; may be empty.
    [[nodiscard]] const std::vector<std::string>& suggestions() const { return m_suggestions; }

private:
    std::size_t m_position, m_length;
    std::vector<std::string> m_suggestions;
};

} // namespace guatu::campaign::query
