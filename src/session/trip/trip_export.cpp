// SPDX-License-Identifier: MIT
#include "session/trip/trip_export.h"

#include "core/datum.h"
#include "core/percent_encoding.h"
#include "exchange/xml_writer.h"
#include "session/tables/table_parts.h"
#include "session/trip/trip_sheet.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace guatu::session
{
namespace
{

using exchange::XmlWriter;

std::string degrees(double value)
{
    std::array<char, 32> text{};
    const auto [end, fault] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 7);
    return {text.data(), end};
}

XmlWriter::Attributes position(double lon, double lat)
{
    return {{"lat", degrees(lat)}, {"lon", degrees(lon)}};
}

/// A point of a GPX file; the elements of GPX 1.1 stand in this order.
void gpxPoint(XmlWriter& xml, std::string_view element, const SheetStop& stop)
{
    xml.open(element, position(stop.lon, stop.lat));
    xml.textLeaf("time", stop.arrival);
    xml.textLeaf("name", stop.title);
    xml.textLeaf("desc", stop.details);
    xml.close();
}

SheetStop baseStop(const SheetDay& day, bool isMorning)
{
    return {.title = isMorning ? day.from : day.to,
            .details = {},
            .arrival = isMorning ? day.departure : day.back,
            .start = {},
            .end = {},
            .departure = {},
            .lon = isMorning ? day.fromLon : day.toLon,
            .lat = isMorning ? day.fromLat : day.toLat};
}

void gpxTrack(XmlWriter& xml, const SheetDay& day, const std::vector<std::vector<Point>>& lines)
{
    xml.open("trk");
    xml.textLeaf("name", day.title);
    for (const std::vector<Point>& line : lines) {
        if (line.size() < 2)
            continue;
        xml.open("trkseg");
        for (const Point point : line)
            xml.leaf("trkpt", position(point.x, point.y));
        xml.close();
    }
    xml.close();
}

std::string kmlPoint(double lon, double lat)
{
    return degrees(lon) + "," + degrees(lat) + ",0";
}

void kmlStop(XmlWriter& xml, const SheetStop& stop)
{
    xml.open("Placemark");
    xml.textLeaf("name", stop.title);
    xml.textLeaf("description", stop.details);
    xml.open("TimeSpan");
    xml.textLeaf("begin", stop.arrival);
    xml.textLeaf("end", stop.departure);
    xml.close();
    xml.open("Point");
    xml.textLeaf("coordinates", kmlPoint(stop.lon, stop.lat));
    xml.close();
    xml.close();
}

void kmlWay(XmlWriter& xml, const SheetDay& day, const std::vector<std::vector<Point>>& lines)
{
    // Blue and brown as on the map; alpha, blue, green, red.
    static constexpr std::array<const char*, 2> colours{"ffaa5f1b", "ff0454b4"};
    std::string coordinates;
    for (const std::vector<Point>& line : lines)
        for (const Point point : line)
            coordinates += (coordinates.empty() ? "" : " ") + kmlPoint(point.x, point.y);
    if (coordinates.empty())
        return;
    xml.open("Placemark");
    xml.textLeaf("name", day.title);
    xml.open("Style");
    xml.open("LineStyle");
    xml.textLeaf("color", colours[day.team % colours.size()]);
    xml.textLeaf("width", "4");
    xml.close();
    xml.close();
    xml.open("LineString");
    xml.textLeaf("tessellate", "1");
    xml.textLeaf("coordinates", coordinates);
    xml.close();
    xml.close();
}

const std::vector<std::vector<Point>>& linesOf(const TripWays& ways, std::size_t day)
{
    static const std::vector<std::vector<Point>> none;
    return day < ways.size() ? ways[day] : none;
}

/// 2020-05-06T00:24:00Z as calendars write it.
std::string calendarTime(const std::string& utc)
{
    std::string plain;
    std::ranges::copy_if(utc, std::back_inserter(plain),
                         [](char c) { return c != '-' && c != ':'; });
    return plain;
}

std::string calendarText(const std::string& text)
{
    std::string escaped;
    for (const char c : text) {
        if (c == '\n') {
            escaped += "\\n";
            continue;
        }
        if (c == ',' || c == ';' || c == '\\')
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// A line of a calendar, folded after at most 75 bytes and never inside a character.
std::string folded(const std::string& line)
{
    constexpr std::size_t longest = 75;
    std::string result;
    std::size_t width = 0;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t bytes = 1;
        while (i + bytes < line.size() &&
               (static_cast<unsigned char>(line[i + bytes]) & 0xC0U) == 0x80U)
            ++bytes;
        if (width + bytes > longest) {
            result += "\r\n ";
            width = 1;
        }
        result += line.substr(i, bytes);
        width += bytes;
        i += bytes;
    }
    return result + "\r\n";
}

} // namespace

trips::Trip tripPart(trips::Trip trip, const TripPart& part)
{
    std::erase_if(trip.plan.days, [&](const trips::DayPlan& day) {
        const Date date = dateOf(trip.problem, day);
        return (part.team && day.team != *part.team) || (part.day && date != *part.day);
    });
    return trip;
}

std::string tripGpx(const trips::Trip& trip, const TripWays& ways, bool forField, Language language)
{
    const Sheet sheet = sheetOf(trip, forField, language);
    XmlWriter xml;
    xml.open(
        "gpx",
        {{"version", "1.1"}, {"creator", "Guatu"}, {"xmlns", "http://www.topografix.com/GPX/1/1"}});
    xml.open("metadata");
    xml.textLeaf("name", trip.problem.name);
    xml.close();
    for (const SheetDay& day : sheet.days)
        for (const SheetStop& stop : day.stops)
            gpxPoint(xml, "wpt", stop);
    for (const SheetDay& day : sheet.days) {
        xml.open("rte");
        xml.textLeaf("name", day.title);
        gpxPoint(xml, "rtept", baseStop(day, true));
        for (const SheetStop& stop : day.stops)
            gpxPoint(xml, "rtept", stop);
        gpxPoint(xml, "rtept", baseStop(day, false));
        xml.close();
    }
    if (!ways.empty())
        for (std::size_t i = 0; i < sheet.days.size(); ++i)
            gpxTrack(xml, sheet.days[i], linesOf(ways, sheet.index[i]));
    xml.close();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.text();
}

std::string tripKml(const trips::Trip& trip, const TripWays& ways, bool forField, Language language)
{
    const Sheet sheet = sheetOf(trip, forField, language);
    XmlWriter xml;
    xml.open("kml", {{"xmlns", "http://www.opengis.net/kml/2.2"}});
    xml.open("Document");
    xml.textLeaf("name", trip.problem.name);
    for (std::size_t i = 0; i < sheet.days.size(); ++i) {
        const SheetDay& day = sheet.days[i];
        xml.open("Folder");
        xml.textLeaf("name", day.title);
        kmlWay(xml, day, linesOf(ways, sheet.index[i]));
        for (const SheetStop& stop : day.stops)
            kmlStop(xml, stop);
        xml.close();
    }
    xml.close();
    xml.close();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.text();
}

std::string tripCalendar(const trips::Trip& trip, bool forField, Language language)
{
    const Sheet sheet = sheetOf(trip, forField, language);
    std::string all =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Guatu//Trips//ZH\r\nCALSCALE:GREGORIAN\r\n";
    for (const SheetDay& day : sheet.days)
        for (const SheetStop& stop : day.stops) {
            all += "BEGIN:VEVENT\r\n";
            all += folded("UID:" + calendarTime(stop.start) + "-" + percentEncoded(stop.title) +
                          "@guatu");
            all += folded("DTSTAMP:" + calendarTime(day.departure));
            all += folded("DTSTART:" + calendarTime(stop.arrival));
            all += folded("DTEND:" + calendarTime(stop.departure));
            all += folded("SUMMARY:" + calendarText(stop.title));
            all += folded("DESCRIPTION:" + calendarText(stop.details));
            all += folded("GEO:" + degrees(stop.lat) + ";" + degrees(stop.lon));
            all += "END:VEVENT\r\n";
        }
    return all + "END:VCALENDAR\r\n";
}

std::string amapLink(Point lonLat, const std::string& name)
{
    const Point gcj02 = gcj02FromWgs84(lonLat);
    return "https://uri.amap.com/marker?position=" + degrees(gcj02.x) + "," + degrees(gcj02.y) +
           "&name=" + percentEncoded(name) + "&coordinate=gaode&callnative=1";
}

std::string baiduLink(Point lonLat, const std::string& name)
{
    const Point bd09 = bd09FromGcj02(gcj02FromWgs84(lonLat));
    return "https://api.map.baidu.com/marker?location=" + degrees(bd09.y) + "," + degrees(bd09.x) +
           "&title=" + percentEncoded(name) + "&content=" + percentEncoded(name) +
           "&coord_type=bd09ll&output=html";
}

Table tripLinkTable(const trips::Trip& trip)
{
    Table table("links", localText("table.trip_links"),
                {column("column.date", ColumnKind::Date), column("column.team"),
                 column("column.stop"), column("column.amap_link"), column("column.baidu_link")});
    const trips::Problem& problem = trip.problem;
    for (const trips::DayPlan& day : trip.plan.days)
        for (const trips::Visit& visit : day.visits) {
            const trips::Stop& stop = problem.stops[visit.stop];
            const trips::Place& place = problem.places[stop.place];
            const trips::Team& team = problem.teams[day.team];
            table.addRow({dateOf(problem, day), team.name, stop.name,
                          amapLink({place.lon, place.lat}, stop.name),
                          baiduLink({place.lon, place.lat}, stop.name)});
        }
    return table;
}

} // namespace guatu::session
