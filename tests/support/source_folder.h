// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace guatu::test
{

/// The root of the source tree. Only one file is told it by the build, so that all others compile
/// to the same bytes in any folder.
[[nodiscard]] std::filesystem::path sourceFolder();

} // namespace guatu::test
