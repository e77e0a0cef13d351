// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace guatu::exchange
{

/// What one file inside a ZIP archive is called and how long it gets.
struct ArchiveMember {
    std::string name;
    std::uint64_t packed = 0, unpacked = 0; ///< bytes
    bool encrypted = false;
};

/// Lists a ZIP archive from its directory, without unpacking anything. Throws Error(Input) when
/// the directory is broken, when a member is encrypted, or when unpacking would take more than
/// `maxUnpackedBytes`.
[[nodiscard]] std::vector<ArchiveMember> listArchive(const std::filesystem::path& file);

inline constexpr std::uint64_t maxUnpackedBytes = 2'000'000'000;

} // namespace guatu::exchange
