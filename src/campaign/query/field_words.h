// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/vocabulary.h"

#include <string>
#include <vector>

namespace guatu::campaign::query
{

/// Adds to a word field what the data or the profile's rules hold beside its code list.
void addFieldWords(const Snapshot& snapshot, const Profile& profile, Field& field);

/// What people say for a unit: 高桥 for 高桥镇, 小河村 and 小河 for 小河村委会.
[[nodiscard]] std::vector<std::string> shortNames(const std::string& name, Level level);

} // namespace guatu::campaign::query
