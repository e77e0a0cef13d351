// SPDX-License-Identifier: MIT
#include "briefing/packet/trip_packet.h"

#include "briefing/compose.h"
#include "briefing/composer.h"
#include "briefing/map_frame.h"
#include "briefing/packet/packet_tables.h"
#include "briefing/table_layout.h"
#include "briefing/trip_route_map.h"
#include "core/error.h"
#include "core/ground_scale.h"
#include "core/text.h"
#include "session/trip/trip_tables.h"
#include "trips/timing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace guatu::briefing
{
namespace
{

// A4 upright, in millimetres.
constexpr double margin = 10, paperWidth = 210, paperHeight = 297;
constexpr double spaceWidth = paperWidth - 2 * margin;
constexpr double top = margin, bottom = paperHeight - margin - 8;
constexpr double headHeight = 30, routeMapHeight = 128, legMapHeight = 84, gap = 4;
constexpr double leastScale = 10'000; // below it a leg shows nothing more
constexpr double mapRim = 5;
constexpr double householdsUntil = 30'000; // on smaller scales their rings would hide the stops

/// With one decimal.
std::string kilometres(std::int32_t metres)
{
    const std::int32_t tenths = (metres + 50) / 100;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// The map of one day's route.
std::shared_ptr<const render::RouteMap> routeMapOf(const PacketContent& content, std::size_t day,
                                                   const std::string& crs)
{
    const trips::Trip& trip = content.trip;
    const trips::DayPlan& plan = trip.plan.days[day];
    render::Route route{plan.team, trip.problem.teams[plan.team].days[plan.teamDay].day};
    if (day < content.ways.size())
        route.drives = content.ways[day];
    route.stops = routeStops(
        trip.problem, plan,
        [&](std::size_t stop) -> const session::StopFacts& { return content.facts[stop]; },
        Transform(std::string(storeCrs), crs));
    auto map = std::make_shared<render::RouteMap>();
    map->routes.push_back(std::move(route));
    map->chosen = 0;
    return map;
}

class PacketWriter
{
public:
    PacketWriter(const Material& material, const PacketContent& content, std::size_t day)
        : m_material(material),
          m_content(content),
          m_index(day),
          m_day(content.trip.plan.days[day]),
          m_route(routeMapOf(content, day, material.day.snapshot().crs))
    {
    }

    std::vector<Page> pages()
    {
        addFirstPage();
        addLegs();
        if (m_material.options.audience == Audience::Field)
            addCards();
        return std::move(m_pages);
    }

private:
    [[nodiscard]] const trips::Problem& problem() const { return m_content.trip.problem; }
    [[nodiscard]] const trips::Team& team() const { return problem().teams[m_day.team]; }
    [[nodiscard]] Language language() const { return m_material.options.language; }
    [[nodiscard]] std::string words(const Message& message) const
    {
        return text(message, language());
    }
    [[nodiscard]] Date date() const { return dateOf(problem(), m_day); }
    [[nodiscard]] const std::string& baseName(std::size_t base) const
    {
        return problem().places[problem().bases[base].place].name;
    }

    Page& newPage(const std::string& title, int depth)
    {
        Page page;
        page.title = title;
        page.bookmark = depth;
        page.templateId = "packet";
        page.asOf = m_material.day.snapshot().asOf;
        m_pages.push_back(std::move(page));
        m_y = top;
        return m_pages.back();
    }

    void addFirstPage();
    void addHead();
    void addDayFigures();
    void addMap(double height, const Box& ground, const std::string& caption);
    void addTable(const Table& table, const TableWish& wish);
    void addBlock(TableBlock whole);
    void addLegs();
    void addLeg(std::size_t drive, bool isFirst);
    [[nodiscard]] std::string legCaption(std::size_t drive) const;
    void addCards();

    const Material& m_material;
    const PacketContent& m_content;
    std::size_t m_index;
    const trips::DayPlan& m_day;
    std::shared_ptr<const render::RouteMap> m_route;
    std::vector<Page> m_pages{};
    double m_y = top; ///< where the next block of the last page begins
};

void PacketWriter::addFirstPage()
{
    newPage(date().iso() + " " + team().name, 0);
    addHead();
    addDayFigures();
    const Box ground = boxOf(m_route->routes.front());
    if (ground.empty())
        throw inputError(
            {"briefing.packet.nowhere", {{"team", team().name}, {"date", date().iso()}}});
    const Table violations = packetViolationTable(m_content, m_index);
    if (violations.size() != 0)
        addTable(violations, {.columns = {},
                              .points = 9,
                              .title = words({"briefing.packet.violations",
                                              {{"count", std::to_string(violations.size())}}})});
    addMap(routeMapHeight, ground, {});
    addTable(packetStopTable(m_content, m_index),
             {.columns = {"order", "stop", "purpose", "arrival", "visit_start", "departure",
                          "drive_km", "drive_minutes", "walk_minutes", "slack_minutes", "lunch"},
              .points = 8.5,
              .title = words({"table.trip_stops"})});
    const Table contacts = packetContactTable(m_content, m_index);
    if (contacts.size() != 0)
        addTable(contacts, {.columns = {},
                            .points = 8.5,
                            .title = words({"briefing.packet.contacts"}),
                            .hasRules = true});
}

void PacketWriter::addHead()
{
    Page& page = m_pages.back();
    page.blocks.emplace_back(TextBlock{
        {margin, m_y, spaceWidth - 46, 10},
        {{{{words({"briefing.packet.title", {{"team", team().name}}}), {18, false, true}}}}},
        true});
    page.blocks.emplace_back(
        StampBlock{{paperWidth - margin - 42, m_y, 42, 8},
                   {words({"briefing.stamp"}), {9, false, true, {177, 0, 38, 255}}}});
    page.blocks.emplace_back(
        TextBlock{{margin, m_y + 10, spaceWidth, 6},
                  {{{{words({"briefing.packet.subtitle",
                             {{"date", longDate(date(), language())},
                              {"from", baseName(m_day.from)},
                              {"to", baseName(m_day.to)},
                              {"departure", session::clockText(m_day.departure)},
                              {"back", session::clockText(m_day.back)}}}),
                      {10}}}}}});
    m_y += 17;
}

void PacketWriter::addDayFigures()
{
    const trips::DayTotals totals = totalsOf(problem(), m_day);
    std::size_t households = 0;
    for (const trips::Visit& visit : m_day.visits)
        households += problem().stops[visit.stop].subjects.size();
    const auto minutes = [](std::int64_t seconds) { return std::to_string((seconds + 30) / 60); };
    const auto item = [&](std::string number, const char* unit, const char* caption) {
        return FiguresBlock::Item{
            {{std::move(number), words({unit})}}, words({caption}), {27, 36, 48, 255}};
    };
    FiguresBlock block{{margin, m_y, spaceWidth, 12}, {}, 14};
    block.items = {
        item(std::to_string(totals.stops), "briefing.packet.unit_stops", "column.stops"),
        item(std::to_string(households), "briefing.packet.unit_households", "column.households"),
        item(std::to_string((totals.metres + 500) / 1000), "briefing.packet.unit_km",
             "briefing.packet.driving"),
        item(minutes(totals.driving), "briefing.packet.unit_minutes", "column.drive_minutes"),
        item(minutes(totals.walking), "briefing.packet.unit_minutes", "column.walk_minutes"),
    };
    m_pages.back().blocks.emplace_back(std::move(block));
    m_y += headHeight - 17 + gap;
}

/// A map across the page, at the largest round scale that shows the ground.
void PacketWriter::addMap(double height, const Box& ground, const std::string& caption)
{
    const RectMm box{margin, m_y, spaceWidth, height};
    const Day& day = m_material.day;
    auto scene = std::make_shared<render::MapScene>();
    scene->tables = day.tables;
    scene->definition = m_material.definition;
    scene->hiddenLayers = render::initiallyHidden(*scene->definition);
    scene->language = language();
    scene->crs = day.snapshot().crs;
    scene->kilometreGrid = true;
    scene->cache = day.cache;
    scene->routes = m_route;
    MapBlock map;
    map.id = "route";
    map.box = box;
    map.rim = mapRim;
    map.caption = caption;
    map.north = map.scaleBar = true;
    // Room for the panels in the corners, so that they hide no stop.
    const double around = 0.15 * std::max(ground.width(), ground.height());
    fitMap(map, ground.grown(around), scene->crs, leastScale);
    if (map.scaleDenominator > householdsUntil)
        scene->hiddenLayers.insert({"household", "household-other"});
    map.scene = std::move(scene);
    m_pages.back().blocks.emplace_back(std::move(map));
    m_y += height + gap;
}

void PacketWriter::addTable(const Table& table, const TableWish& wish)
{
    addBlock(setTable(table, wish, spaceWidth, language()));
}

/// Puts a table where there is room, the rest on new pages.
void PacketWriter::addBlock(TableBlock whole)
{
    const std::string title = m_pages.back().title;
    const RectMm first{margin, m_y, spaceWidth, bottom - m_y};
    const RectMm next{margin, top, spaceWidth, bottom - top};
    bool isFirst = true;
    for (TableBlock& part : flowed(whole, first, next, language())) {
        if (!isFirst)
            newPage(title, -1);
        isFirst = false;
        m_y = part.box.y + heightOf(part) + gap;
        m_pages.back().blocks.emplace_back(std::move(part));
    }
}

std::string PacketWriter::legCaption(std::size_t drive) const
{
    const bool isLast = drive == m_day.visits.size();
    const trips::Seconds seconds = isLast ? m_day.driveBack : m_day.visits[drive].drive;
    const std::int32_t metres = isLast ? m_day.metresBack : m_day.visits[drive].metres;
    const auto stopName = [&](std::size_t visit) {
        return std::to_string(visit + 1) + " " +
               m_content.facts[m_day.visits[visit].stop].shortName;
    };
    return words({"briefing.packet.leg",
                  {{"from", drive == 0 ? baseName(m_day.from) : stopName(drive - 1)},
                   {"to", isLast ? baseName(m_day.to) : stopName(drive)},
                   {"km", kilometres(metres)},
                   {"minutes", std::to_string((seconds + 30) / 60)}}});
}

/// The map of a drive from the stop before to the next, and under it the roads and turns.
void PacketWriter::addLeg(std::size_t drive, bool isFirst)
{
    const render::Route& route = m_route->routes.front();
    Box ground;
    for (const Point& point : route.drives[drive])
        ground.add(point);
    // Roads may end far from the places that are left and reached.
    for (std::size_t visit = drive == 0 ? 0 : drive - 1;
         visit < std::min(drive + 1, m_day.visits.size()); ++visit)
        for (const render::RouteStop& stop : route.stops)
            if (stop.at.valid() &&
                std::ranges::find(stop.ids, m_day.visits[visit].stop) != stop.ids.end())
                ground.add(stop.at);
    const TableBlock directions =
        setTable(packetDirectionTable(*m_material.day.view, m_content, m_index, drive),
                 {.columns = {}, .points = 8.5}, spaceWidth, language());
    const double least = legMapHeight + gap + std::min(heightOf(directions), bottom / 4);
    if (isFirst || m_y + least > bottom)
        newPage(words({"briefing.packet.legs"}), isFirst ? 1 : -1);
    addMap(legMapHeight, ground, legCaption(drive));
    if (!directions.rows.empty())
        addBlock(directions);
}

void PacketWriter::addLegs()
{
    const auto& drives = m_route->routes.front().drives;
    bool isFirst = true;
    for (std::size_t drive = 0; drive < drives.size(); ++drive)
        if (drives[drive].size() > 1) // else the next visit is at the same place
            addLeg(drive, std::exchange(isFirst, false));
}

void PacketWriter::addCards()
{
    bool isFirst = true;
    for (std::size_t i = 0; i < m_day.visits.size(); ++i)
        for (const HouseholdCard& card : householdCards(*m_material.day.view, m_content,
                                                        m_day.visits[i].stop, i + 1, language())) {
            TableBlock block =
                setTable(card.items, {.points = 9, .title = card.title, .hasRules = true},
                         spaceWidth, language());
            if (isFirst || m_y + heightOf(block) > bottom)
                newPage(words({"briefing.packet.cards"}), isFirst ? 1 : -1);
            isFirst = false;
            addBlock(std::move(block));
        }
}

} // namespace

PacketContent packetContent(const ViewPointer& view, const trips::Trip& trip)
{
    session::TripWayFinder finder(view);
    return {.trip = trip,
            .ways = inPlane(finder.ways(trip), view->snapshot.crs),
            .directions = finder.directions(trip),
            .facts = session::stopFacts(*view, trip.problem),
            .violations = violationsOf(trip.problem, trip.plan)};
}

std::vector<Page> packetPages(const Material& material, const PacketContent& content,
                              std::size_t day)
{
    return PacketWriter(material, content, day).pages();
}

Document packetDocument(const Material& material, const PacketContent& content, std::size_t day)
{
    const trips::DayPlan& plan = content.trip.plan.days[day];
    const std::string date = dateOf(content.trip.problem, plan).iso();
    const std::string& team = content.trip.problem.teams[plan.team].name;
    Document document;
    document.language = material.options.language;
    document.title =
        text({"briefing.packet.file", {{"date", date}, {"team", team}}}, document.language);
    document.subject = material.day.view->profile.title.in(document.language);
    document.pages = packetPages(material, content, day);
    numberPages(document.pages, material);
    return document;
}

std::vector<std::size_t> packetDays(const trips::Trip& trip, const session::TripPart& part)
{
    std::vector<std::size_t> days;
    for (std::size_t day = 0; day < trip.plan.days.size(); ++day) {
        const trips::DayPlan& plan = trip.plan.days[day];
        if (!plan.visits.empty() && (!part.team || plan.team == *part.team) &&
            (!part.day || dateOf(trip.problem, plan) == *part.day))
            days.push_back(day);
    }
    return days;
}

} // namespace guatu::briefing
