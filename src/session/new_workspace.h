// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"

#include <filesystem>
#include <string>

namespace guatu::session
{

/// Makes an empty workspace for a campaign. `profile` is the code of a shipped profile or the
/// path of a profile file. Throws Error(Input) for a bad profile, Error(Store) when the file
/// exists or cannot be made.
Profile createWorkspace(const std::filesystem::path& file, const std::string& profile);

} // namespace guatu::session
