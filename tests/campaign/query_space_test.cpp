// SPDX-License-Identifier: MIT
#include "campaign/query/query.h"
#include "core/crs.h"
#include "core/geodesic.h"
#include "query_world.h"
#include "support/catch.h"

#include <sqlite3.h>
// Behind sqlite3.h, which it needs.
#include <spatialite.h>

#include <memory>
#include <random>

using namespace guatu;
using namespace guatu::campaign::query;
using namespace guatu::test;
using Rows = std::vector<std::uint32_t>;

namespace
{

/// SpatiaLite in memory, to ask what it thinks of two shapes.
class SpatiaLite
{
public:
    SpatiaLite() : m_cache(spatialite_alloc_connection())
    {
        REQUIRE(sqlite3_open(":memory:", &m_database) == SQLITE_OK);
        spatialite_init_ex(m_database, m_cache, 0);
    }
    ~SpatiaLite()
    {
        sqlite3_close(m_database);
        spatialite_cleanup_ex(m_cache);
    }
    SpatiaLite(const SpatiaLite&) = delete;
    SpatiaLite& operator=(const SpatiaLite&) = delete;

    /// 1, 0, or -1 for NULL.
    int ask(const std::string& predicate, const std::string& a, const std::string& b)
    {
        sqlite3_stmt* statement = nullptr;
        const std::string sql =
            "SELECT " + predicate + "(GeomFromText(?, 4543), GeomFromText(?, 4543))";
        REQUIRE(sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
        sqlite3_bind_text(statement, 1, a.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(statement, 2, b.c_str(), -1, SQLITE_TRANSIENT);
        REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
        const int answer = sqlite3_column_type(statement, 0) == SQLITE_NULL
                               ? -1
                               : sqlite3_column_int(statement, 0);
        sqlite3_finalize(statement);
        return answer;
    }

private:
    void* m_cache;
    sqlite3* m_database = nullptr;
};

std::string text(std::span<const Point> points)
{
    std::string made;
    for (const Point p : points) {
        char buffer[80];
        std::snprintf(buffer, sizeof buffer, "%.17g %.17g", p.x, p.y);
        made += (made.empty() ? "" : ", ") + std::string(buffer);
    }
    return made;
}

std::string wkt(const GeometryColumn& column, std::size_t feature)
{
    if (!column.hasGeometry(feature))
        return "";
    if (column.type() == GeometryType::Point)
        return "POINT(" + text(column.part(feature, 0)) + ")";
    if (column.type() == GeometryType::Line)
        return "LINESTRING(" + text(column.part(feature, 0)) + ")";
    std::string made; // the test's outer rings come first, holes behind theirs
    for (std::size_t part = 0; part < column.partCount(feature); ++part) {
        const auto ring = column.part(feature, part);
        double twice = 0;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
            twice += (ring[i].x - origin.x) * (ring[i + 1].y - origin.y) -
                     (ring[i + 1].x - origin.x) * (ring[i].y - origin.y);
        made += made.empty() ? "((" : twice > 0 ? "),((" : ",(";
        made += text(ring) + ")";
    }
    return "MULTIPOLYGON(" + made + "))";
}

std::vector<Point> ring(const std::vector<std::pair<double, double>>& offsets)
{
    std::vector<Point> made;
    for (const auto& [east, north] : offsets)
        made.push_back(offset(east, north));
    made.push_back(made.front());
    return made;
}

/// 小河 has a hole and a second part, 树沟 shares an edge with it, and the town has no area.
QueryWorld nastyWorld()
{
    QueryWorld world = queryWorld();
    setAreas(world.snapshot,
             {{"532329102214",
               {ring({{0, 0}, {3000, 0}, {3000, 700}, {2000, 3000}, {0, 2000}}),
                ring({{500, 500}, {500, 1000}, {1000, 1000}, {1000, 500}}),
                ring({{4000, 4000}, {4500, 4000}, {4250, 4333}})}},
              {"532329102215", {ring({{3000, 0}, {6000, 0}, {6000, 700}, {3000, 700}})}}});
    std::vector<Point> points{offset(0, 0),       offset(500, 500),   offset(750, 500),
                              offset(700, 700),   offset(3000, 350),  offset(2500, 1850),
                              offset(4250, 4333), offset(4250, 4000), Point{},
                              offset(3000, 700),  offset(-1, 0),      offset(1500, 0)};
    std::mt19937 random(7);
    const auto& areas = world.snapshot.units.area;
    for (int i = 0; i < 400; ++i) { // on edges, as nearly as numbers allow, and anywhere
        const std::size_t unit =
            rowOf(world.snapshot, i % 2 == 0 ? "532329102214" : "532329102215");
        const auto part = areas.part(unit, random() % areas.partCount(unit));
        const std::size_t edge = random() % (part.size() - 1);
        const double share = static_cast<double>(random() % 1000) / 1000;
        points.push_back({part[edge].x + share * (part[edge + 1].x - part[edge].x),
                          part[edge].y + share * (part[edge + 1].y - part[edge].y)});
        points.push_back(offset(static_cast<double>(random() % 7000) - 500,
                                static_cast<double>(random() % 5000) - 300));
    }
    SnapshotBuilder builder;
    builder.unit({.code = "532329102214"})
        .unit({.code = "532329102215"})
        .household({.origin = "532329102214"}, static_cast<int>(points.size()));
    Snapshot made = builder.build();
    world.snapshot.households = made.households;
    auto& households = world.snapshot.households;
    for (auto* rows : {&households.originUnit, &households.currentUnit})
        for (RowIndex& row : *rows)
            row =
                row == noRow ? noRow : static_cast<RowIndex>(rowOf(world.snapshot, "532329102214"));
    households.location = points;
    world.snapshot.problems = {};
    addRoad(world.snapshot, "concrete", {offset(-500, 350), offset(200, 350)});
    addRoad(world.snapshot, "earth", {offset(600, 600), offset(900, 900)}); // in the hole
    addRoad(world.snapshot, "earth", {offset(500, 600), offset(900, 900)}); // touches the hole
    addRoad(world.snapshot, "stone", {offset(3000, -50), offset(3000, 800)});
    addRoad(world.snapshot, "stone", {});
    addRoad(world.snapshot, "stone", {offset(100, 100), offset(400, 300)});
    world.judge();
    return world;
}

const QueryWorld& nasty()
{
    static const QueryWorld made = nastyWorld();
    return made;
}

/// Compares a spatial condition with SpatiaLite on every row.
void compare(const std::string& query, const GeometryColumn& own, const std::string& predicate,
             bool ownFirst)
{
    SpatiaLite peer;
    const GeometryColumn& areas = nasty().snapshot.units.area;
    const std::string area = wkt(areas, rowOf(nasty().snapshot, "532329102214"));
    const QueryResult result = nasty().run(query);
    for (std::uint32_t row = 0; row < own.size(); ++row) {
        INFO(query << " row " << row << " " << wkt(own, row));
        const std::string shape = wkt(own, row);
        const int expected =
            ownFirst ? peer.ask(predicate, shape, area) : peer.ask(predicate, area, shape);
        const bool hit = std::ranges::binary_search(result.hits, row);
        const bool unknown = std::ranges::binary_search(result.unknown, row);
        CHECK((unknown ? -1 : hit ? 1 : 0) == (shape.empty() ? -1 : expected));
    }
}

} // namespace

TEST_CASE("points lie within an area as SpatiaLite's ST_Covers says, boundary included", "[query]")
{
    GeometryColumn points(GeometryType::Point);
    for (const Point& p : nasty().snapshot.households.location)
        points.addPoint(p);
    compare("households where within 532329102214", points, "ST_Covers", false);
    compare("households where intersects 532329102214", points, "ST_Intersects", true);
}

TEST_CASE("roads meet and lie within areas as SpatiaLite says", "[query]")
{
    const GeometryColumn& lines = nasty().snapshot.roads.line;
    compare("roads where intersects 532329102214", lines, "ST_Intersects", true);
    compare("roads where within 532329102214", lines, "ST_Covers", false);
    // The area of the town is not known, so nothing can be told of it.
    CHECK(nasty().run("roads where intersects 高桥镇").unknown.size() == lines.size());
    CHECK(nasty().run("households where within 高桥镇").hits.empty());
    const auto neighbours = nasty().hits("villages where intersects villages");
    CHECK(neighbours.size() == 2); // 小河 and 树沟 touch; the third village has no area
}

TEST_CASE("800.0 m are within 800 m and 800.1 m are not", "[query]")
{
    for (const double distance : {800.0, 800.1}) {
        QueryWorld world = queryWorld();
        addFacility(world.snapshot, "water_point", "working", offset(-distance, 0));
        world.judge();
        INFO(distance);
        const Rows expected = distance == 800.0 ? Rows{0} : Rows{};
        CHECK(world.hits("within 800 m of water points") == expected);
        CHECK(world.hits("无 饮水点 于 800 米").size() == (distance == 800.0 ? 3U : 4U));
        CHECK(world.unknown("无 饮水点 于 800 米") == Rows{4});
    }
}

TEST_CASE("distances are metres on the ground, not those of the map", "[query]")
{
    const Transform toMap(std::string(storeCrs), "EPSG:4543");
    // At 100.7 and 102.0 degrees, far from and on the central meridian.
    for (const double longitude : {100.7, 101.4, 102.0})
        for (const double azimuth : {0.0, 45.0, 90.0, 200.0})
            for (const double limit : {800.0, 2000.0, 20000.0}) {
                QueryWorld world = queryWorld();
                const Point place{longitude, 25.3};
                world.snapshot.households.location.assign(5, Point{});
                world.snapshot.households.location[0] =
                    toMap.forward(geodesicDirect(place, azimuth, limit));
                world.snapshot.households.location[1] =
                    toMap.forward(geodesicDirect(place, azimuth, limit + 0.05));
                addFacility(world.snapshot, "clinic", "working", toMap.forward(place));
                world.judge();
                INFO(longitude << " " << azimuth << " " << limit);
                CHECK(world.hits("within " + std::to_string(limit) + " m of clinics") == Rows{0});
            }
}

TEST_CASE("many distances agree with each measured by itself", "[query]")
{
    QueryWorld world = queryWorld();
    std::mt19937 random(11);
    std::uniform_real_distribution<double> east(380000, 540000), north(2710000, 2900000);
    std::vector<Point> clinics;
    for (int i = 0; i < 60; ++i) {
        clinics.push_back({east(random), north(random)});
        addFacility(world.snapshot, "clinic",
                    i % 3 == 0   ? ""
                    : i % 3 == 1 ? "working"
                                 : "closed",
                    clinics.back());
    }
    for (Point& place : world.snapshot.households.location)
        place = {east(random), north(random)};
    const Transform toDegrees("EPSG:4543", std::string(storeCrs));
    for (const double limit : {5000.0, 12000.0, 40000.0}) {
        const QueryResult result =
            world.run("within " + std::to_string(limit) + " m of clinics[state = working]");
        for (std::uint32_t row = 0; row < 5; ++row) {
            bool sure = false, maybe = false;
            for (std::size_t c = 0; c < clinics.size(); ++c) {
                const double metres =
                    geodesicDistance(toDegrees.forward(world.snapshot.households.location[row]),
                                     toDegrees.forward(clinics[c]));
                sure = sure || (c % 3 == 1 && metres <= limit);
                maybe = maybe || (c % 3 == 0 && metres <= limit);
            }
            CHECK(std::ranges::binary_search(result.hits, row) == sure);
            CHECK(std::ranges::binary_search(result.unknown, row) == (maybe && !sure));
        }
    }
}

TEST_CASE("a road is as far off as its nearest point", "[query]")
{
    QueryWorld world = queryWorld(); // households at 0, 1000, 2000 and 5000 m east
    addRoad(world.snapshot, "concrete", {offset(-100, 99), offset(1500, 99)});
    addRoad(world.snapshot, "earth", {offset(5000, 99), offset(5000, 500)});
    CHECK(world.hits("within 100 m of roads[surface = concrete]") == Rows{0, 1});
    CHECK(world.hits("within 100 m of roads") == Rows{0, 1, 3});
    CHECK(world.hits("roads where within 100 m of households[class = returned]") == Rows{0});
    CHECK(world.hits("within 98 m of roads").empty());
    const auto nearest = nearestTargets(world.parse("within 1 km of roads"), world.context(), {2});
    CHECK(nearest.front().metres == Approx(std::hypot(500, 99)).margin(0.01));
}

TEST_CASE("of targets without a position the count is told", "[query]")
{
    QueryWorld world = queryWorld();
    addFacility(world.snapshot, "clinic", "working", offset(10, 0));
    addFacility(world.snapshot, "clinic", "working", Point{});
    CHECK(world.run("within 100 m of clinics").unlocatedTargets == 1);
    CHECK(world.hits("within 1 km of households") == Rows{0, 1, 2}); // not of themselves
}
