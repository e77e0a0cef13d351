// SPDX-License-Identifier: MIT
#pragma once

#include "support/source_folder.h"
#include <cstdlib>
#include <filesystem>

/// A file of the public data kept beside the source tree, or where GUATU_SHARED says; empty when
/// it is not there. Tests that need it carry the tag [shared] and pass with a warning without it.
inline std::filesystem::path sharedData(const std::filesystem::path& file)
{
    const char* root = std::getenv("GUATU_SHARED");
    const std::filesystem::path path =
        (root ? std::filesystem::path(root)
              : guatu::test::sourceFolder().parent_path() / "shared") /
        "data" / file;
    return std::filesystem::exists(path) ? path : std::filesystem::path{};
}
