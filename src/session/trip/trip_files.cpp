// SPDX-License-Identifier: MIT
#include "session/trip/trip_files.h"

#include "core/error.h"
#include "exchange/table_writer.h"
#include "session/trip/trip_export.h"
#include "session/trip/trip_file.h"
#include "session/trip/trip_findings.h"
#include "session/trip/trip_tables.h"

#include <algorithm>
#include <array>

namespace guatu::session
{

bool isTripFile(std::string_view extension)
{
    static constexpr std::array<std::string_view, 2> without{".ics", ".xlsx"};
    return hasWays(extension) || std::ranges::count(without, extension) > 0;
}

bool hasWays(std::string_view extension)
{
    static constexpr std::array<std::string_view, 3> with{".gpx", ".kml", ".gpkg"};
    return std::ranges::count(with, extension) > 0;
}

void writeTripFile(const trips::Trip& trip, const TripWays& ways, const TripFileWish& wish)
{
    const std::string extension = wish.file.extension().string();
    exchange::TableFile to{.file = wish.file, .overwrite = wish.overwrite};
    if (extension == ".xlsx") {
        std::vector<Table> tables = tripTables(trip);
        tables.push_back(tripFindingsTable(trip, wish.forField));
        tables.push_back(tripLinkTable(trip));
        to.format = exchange::TableFormat::Workbook;
        exchange::writeTables(to, tables, wish.language);
    } else if (extension == ".gpkg") {
        to.format = exchange::TableFormat::GeoPackage;
        exchange::writeTables(to,
                              std::vector{tripStopTable(trip), tripRouteTable(trip, ways),
                                          tripFindingsTable(trip, wish.forField)},
                              wish.language);
    } else if (extension == ".ics") {
        writeText(wish.file, tripCalendar(trip, wish.forField, wish.language), wish.overwrite);
    } else if (extension == ".gpx") {
        writeText(wish.file, tripGpx(trip, ways, wish.forField, wish.language), wish.overwrite);
    } else if (extension == ".kml") {
        writeText(wish.file, tripKml(trip, ways, wish.forField, wish.language), wish.overwrite);
    } else {
        throw inputError({"trips.bad_format", {{"file", wish.file.string()}}});
    }
}

} // namespace guatu::session
