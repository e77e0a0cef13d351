// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <optional>

namespace guatu::session
{

/// The counties of a workspace, for a small map of the whole.
struct Overview {
    GeometryColumn counties{GeometryType::Polygon};
    std::optional<std::size_t> current; ///< of them, the one that a unit lies in
};
[[nodiscard]] Overview overviewOf(const UnitColumns& units, RowIndex unit);

} // namespace guatu::session
