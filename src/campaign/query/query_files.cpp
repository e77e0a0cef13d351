// SPDX-License-Identifier: MIT
#include "campaign/query/query_files.h"

#include <algorithm>
#include <stdexcept>

namespace guatu::campaign::query
{
namespace detail
{
extern const std::vector<std::pair<std::string_view, std::string_view>> embeddedQueries;
}

JsonDocument queryFile(std::string_view name)
{
    for (const auto& [file, text] : detail::embeddedQueries)
        if (file == name)
            return {text, std::string(name)};
    throw std::logic_error("no query file " + std::string(name));
}

} // namespace guatu::campaign::query
