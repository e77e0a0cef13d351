// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace guatu::exchange
{

struct ZipMember {
    std::string name; ///< with / between folders
    std::string bytes;
};

/// Writes a ZIP archive of the members, in order. Throws Error(Input) when it cannot be written;
/// what is there then is no whole archive.
void writeZip(const std::filesystem::path& file, std::span<const ZipMember> members);

} // namespace guatu::exchange
