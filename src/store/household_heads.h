// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>

namespace guatu::store
{

/// Names of the heads of households by household code, out of the personal-data file beside the
/// workspace: for papers of those who visit them, and for nothing else. Households without a name
/// are left out. Throws Error(Store) when there is no such file, it is of another workspace, or
/// cannot be read.
[[nodiscard]] std::map<std::string, std::string>
householdHeads(const std::filesystem::path& workspace, std::span<const std::string> codes);

} // namespace guatu::store
