// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::campaign
{

/// 整改清零: problems found up to the as-of date, and those of them that are closed for good.
struct Rectification {
    std::int64_t found = 0, closed = 0; ///< closed: verified before it was closed
    std::int64_t late = 0;              ///< open behind its due day

    [[nodiscard]] std::int64_t open() const { return found - closed; }
    /// Per cent; null when nothing was found.
    [[nodiscard]] std::optional<double> percent() const;
    Rectification& operator+=(const Rectification& other);
    friend bool operator==(const Rectification&, const Rectification&) = default;
};

struct RectificationRow {
    std::string key; ///< source or topic, as recorded; empty: not recorded
    Rectification figures;
};

enum class ProblemGrouping : std::uint8_t { Source, Topic };

/// Whether the problem counts as rectified at the date: closed, and verified by somebody before.
[[nodiscard]] bool isRectified(const ProblemColumns& problems, std::size_t problem, Date asOf);

/// Of a unit's subtree, by source or topic in alphabetic order of the key (domain notes Q12).
[[nodiscard]] std::vector<RectificationRow> rectificationBy(const Snapshot& snapshot,
                                                            const Closure& closure,
                                                            ProblemGrouping grouping,
                                                            RowIndex unit);

/// Of every unit's subtree, by unit row.
[[nodiscard]] std::vector<Rectification> rectificationOfUnits(const Snapshot& snapshot,
                                                              const Closure& closure);

} // namespace guatu::campaign
