// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "exchange/import.h"
#include "trips/plan.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guatu::session
{

/// What came back of a stop, or of one household there.
struct Finding {
    std::size_t stop = 0;              ///< of Problem::stops
    std::string subject{};             ///< code of a household of the stop; empty: all of the stop
    bool visited = true;               ///< whether anybody was there
    std::optional<Date> on{};          ///< the day; none: as planned
    std::optional<bool> agrees{};      ///< whether all agrees with the ledger
    std::string text{};                ///< what was found
    std::string whyNot{};              ///< why it was not visited
    std::vector<std::string> photos{}; ///< names, with their positions where they are known
    std::size_t row = 0;               ///< in the file, 1-based
};

/// What a file from the field holds. Rows that nobody filled in are not in it.
struct FindingFile {
    std::vector<Finding> findings{};
    std::size_t rows = 0;
    std::vector<exchange::RowIssue> issues{}; ///< by row
};

/// Reads the sheet that `guatu trip export` writes, filled in: XLSX, CSV or a layer of a
/// GeoPackage; or way points of a GPX file, of which a stop counts as visited once its time or note
/// is another than the one that went out, and a note elsewhere belongs to the nearest stop within
/// 500 m. What cannot be taken is an issue with its row. Throws Error(Input) for a file that is
/// none of these.
[[nodiscard]] FindingFile readFindings(const trips::Trip& trip, const std::filesystem::path& file);

/// The day on which a stop is planned; nothing when it is left out.
[[nodiscard]] std::optional<Date> plannedDay(const trips::Trip& trip, std::size_t stop);

// The two ways to read.
[[nodiscard]] FindingFile readFindingSheet(const trips::Trip& trip,
                                           const std::filesystem::path& file);
[[nodiscard]] FindingFile readFindingPoints(const trips::Trip& trip,
                                            const std::filesystem::path& file);

} // namespace guatu::session
