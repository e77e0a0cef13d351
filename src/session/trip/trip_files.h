// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "session/trip/trip_ways.h"

#include <filesystem>
#include <string_view>

namespace guatu::session
{

/// Extensions that a trip is written as: .gpx .kml .gpkg .ics .xlsx
[[nodiscard]] bool isTripFile(std::string_view extension);

/// Whether what is written shows ways along the roads.
[[nodiscard]] bool hasWays(std::string_view extension);

struct TripFileWish {
    std::filesystem::path file; ///< its extension says how
    bool forField = false;      ///< with the codes of households; names are never in these files
    bool overwrite = false;
    Language language = Language::Chinese;
};

/// Writes a trip for phones, maps, calendars and workbooks; GeoPackage and workbook hold the sheet
/// that comes back filled in. `ways` (as tripWays of the same trip) may be empty: lines are
/// straight then. Throws Error(Input) for another extension, and when the file cannot be written.
void writeTripFile(const trips::Trip& trip, const TripWays& ways, const TripFileWish& wish);

} // namespace guatu::session
