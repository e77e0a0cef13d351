// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace guatu::cli
{

/// Makes a folder for files to come, with those above it. Throws Error(Input) naming it and why.
void makeFolder(const std::filesystem::path& folder);

} // namespace guatu::cli
