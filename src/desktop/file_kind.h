// SPDX-License-Identifier: MIT
#pragma once

#include "core/entity.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace guatu::desktop
{

/// Whether the file is an SQLite file with the tables of a workspace, by its content; a
/// GeoPackage and other SQLite files are data.
[[nodiscard]] bool isWorkspaceFile(const std::filesystem::path& file);

/// What the name of a file says it most likely holds, as a first choice for the import.
[[nodiscard]] EntityKind likelyKind(const std::filesystem::path& file);

} // namespace guatu::desktop
