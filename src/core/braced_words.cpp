// SPDX-License-Identifier: MIT
#include "core/braced_words.h"

namespace guatu
{

std::string filled(std::string_view text,
                   const std::function<std::string(std::string_view)>& replacement)
{
    std::string made;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos)
            return made.append(text);
        made.append(text.substr(0, open));
        made += replacement(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
    return made;
}

} // namespace guatu
