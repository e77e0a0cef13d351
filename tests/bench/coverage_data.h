// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <filesystem>

namespace guatu::bench
{

/// A prefecture to ask about: a million households, townships and villages that cover it.
struct QueryData {
    std::vector<Point> households;
    std::vector<std::uint8_t> uncleared; ///< by household, 0 or 1
    GeometryColumn towns{GeometryType::Polygon}, villages{GeometryType::Polygon};
    std::vector<Point> clinics;
};

/// Invented data of the size and kind of the reference set: 104 townships, 1,100 villages with 626
/// vertices, 1,306 clinics.
[[nodiscard]] QueryData madeData();

/// The packed arrays of the reference set. Throws Error(Input) for a file that is not there.
[[nodiscard]] QueryData readData(const std::filesystem::path& folder);

/// A snapshot of it: each household in the village that holds it, statuses and incomes invented.
[[nodiscard]] Snapshot snapshotOf(const QueryData& data);

} // namespace guatu::bench
