// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"

#include <filesystem>
#include <string_view>

namespace guatu::session
{

inline constexpr std::string_view sampleFileName = "楚雄州-百日总攻-示例.sqlite";

/// Makes the sample workspace in `folder` (made when missing) under sampleFileName and returns its
/// path. A sample of that name already there is an Error(Store); so is a folder without
/// permission or room. Nothing is left behind on failure or a stop request.
[[nodiscard]] std::filesystem::path makeSampleWorkspace(const std::filesystem::path& folder,
                                                        std::size_t households = 100000,
                                                        const Progress& progress = {});

} // namespace guatu::session
