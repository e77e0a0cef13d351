// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace guatu::sample
{

/// 小河 of 小河村委会, 高桥 of 高桥镇, 武定 of 武定县: a unit's name without its kind.
[[nodiscard]] inline std::string stem(std::string_view name)
{
    for (const std::string_view ending : {"村委会", "社区", "镇", "乡", "县", "市"})
        if (name.ends_with(ending) && name.size() > ending.size())
            return std::string(name.substr(0, name.size() - ending.size()));
    return std::string(name);
}

} // namespace guatu::sample
