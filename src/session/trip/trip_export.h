// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/table.h"
#include "session/trip/trip_ways.h"

#include <optional>
#include <string>

namespace guatu::session
{

/// Which days of a trip go out, and for whom.
struct TripPart {
    std::optional<std::size_t> team{}; ///< of Problem::teams; else all
    std::optional<Date> day{};         ///< else all
    /// For those who go: with the codes of the households to be visited. Names of persons are never
    /// in any of these files.
    bool forField = false;
};

/// The trip with these days only.
[[nodiscard]] trips::Trip tripPart(trips::Trip trip, const TripPart& part);

// Files for phones and calendars. Positions are CGCS2000, which is WGS 84 to a decimetre; times are
// those of Beijing, written as UTC.

/// GPX 1.1: every stop a way point, every day a route of its stops, and a track where `ways` (as
/// tripWays of the same trip) are given.
[[nodiscard]] std::string tripGpx(const trips::Trip& trip, const TripWays& ways, bool forField,
                                  Language language);

/// KML 2.2: a folder for each day of each team with its way and its stops.
[[nodiscard]] std::string tripKml(const trips::Trip& trip, const TripWays& ways, bool forField,
                                  Language language);

/// iCalendar (RFC 5545): an event for each visit.
[[nodiscard]] std::string tripCalendar(const trips::Trip& trip, bool forField, Language language);

/// Links that open each stop in 高德地图 and 百度地图, in the datum of each.
[[nodiscard]] Table tripLinkTable(const trips::Trip& trip);

/// https://uri.amap.com/marker, position in GCJ-02.
[[nodiscard]] std::string amapLink(Point lonLat, const std::string& name);
/// https://api.map.baidu.com/marker, position in BD-09.
[[nodiscard]] std::string baiduLink(Point lonLat, const std::string& name);

} // namespace guatu::session
