// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

#include <cstdint>
#include <span>

namespace guatu::session
{

// Things of the workspace, one a row, as rows of its tables: what a list of them says.

[[nodiscard]] Table unitTable(const WorkspaceView& view, std::span<const std::uint32_t> rows);
[[nodiscard]] Table siteTable(const WorkspaceView& view, std::span<const std::uint32_t> rows);
[[nodiscard]] Table facilityTable(const WorkspaceView& view, std::span<const std::uint32_t> rows);
[[nodiscard]] Table roadTable(const WorkspaceView& view, std::span<const std::uint32_t> rows);
[[nodiscard]] Table projectTable(const WorkspaceView& view, std::span<const std::uint32_t> rows);
[[nodiscard]] Table listingTable(const WorkspaceView& view, std::span<const std::uint32_t> rows);
[[nodiscard]] Table planTable(const WorkspaceView& view, std::span<const std::uint32_t> rows);
[[nodiscard]] Table visitTable(const WorkspaceView& view, std::span<const std::uint32_t> rows);

/// Members of households: where they live and what their criteria rest on. Neither names nor ages
/// nor health, which are sensitive personal data.
[[nodiscard]] Table personTable(const WorkspaceView& view, const PersonColumns& persons,
                                std::span<const std::uint32_t> rows);

} // namespace guatu::session
