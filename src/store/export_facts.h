// SPDX-License-Identifier: MIT
#pragma once

#include "core/entity.h"
#include "core/snapshot.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

/// What must be known of a workspace before anything of it leaves the office. Each opens the file
/// for reading and throws Error(Store) as Workspace::open does.
namespace guatu::store
{

/// The text of the workspace's profile.
[[nodiscard]] std::string profileText(const std::filesystem::path& workspace);

/// Names of the datasets marked secret that records of one of the kinds come from.
[[nodiscard]] std::vector<std::string> secretDatasets(const std::filesystem::path& workspace,
                                                      std::span<const EntityKind> kinds);

/// Names of the heads of households, by row; empty where there is none. Opens the personal-data
/// file: only for what the user asked names for, never for a briefing or the public.
[[nodiscard]] std::vector<std::string> headNames(const std::filesystem::path& workspace,
                                                 const HouseholdColumns& households,
                                                 std::span<const std::uint32_t> rows);

} // namespace guatu::store
