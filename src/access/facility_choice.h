// SPDX-License-Identifier: MIT
#pragma once

#include "access/standard.h"
#include "core/message.h"
#include "core/snapshot.h"

#include <optional>
#include <set>
#include <vector>

namespace guatu::access
{

/// The facilities of a snapshot, by whether they serve a standard.
struct FacilityChoice {
    std::vector<RowIndex> serving;  ///< working, and as good as asked
    std::vector<RowIndex> doubtful; ///< would serve if what is not recorded is right
    std::vector<RowIndex> poor;     ///< working, but not as good as asked
    std::set<RowIndex> unplaced;    ///< units of those without a position that serve or may
};

[[nodiscard]] FacilityChoice chooseFacilities(const FacilityColumns& all, const Standard& standard);

/// What a poor facility lacks; nothing when it lacks nothing that is recorded.
[[nodiscard]] std::optional<Message> shortcoming(const FacilityColumns& all, std::size_t row,
                                                 const Quality& quality);

} // namespace guatu::access
