// SPDX-License-Identifier: MIT
#include "render/map_cache.h"
#include "render/scene_cache.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"
#include "support/temporary_folder.h"

#include <cmath>
#include <fstream>
#include <map>
#include <numeric>
#include <random>
#include <set>

using namespace guatu;
using namespace guatu::render;

namespace
{

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

std::shared_ptr<const FeatureTable> tableOf(const MapScene& scene, const std::string& source)
{
    return *std::find_if(scene.tables.begin(), scene.tables.end(),
                         [&](const auto& table) { return table->source == source; });
}

using Place = std::pair<std::int64_t, std::int64_t>; // centimetres

Place placeOf(Point p)
{
    return {std::llround(p.x * 100), std::llround(p.y * 100)};
}

/// The vertices of a packed ring that are drawn at a level, closed.
std::vector<Point> ringAt(const PackedTable& packed, std::size_t item, int level)
{
    std::vector<Point> ring;
    for (std::uint32_t run = packed.itemRuns[item]; run < packed.itemRuns[item + 1]; ++run) {
        visitRun(packed, run, level, [&](PackedPoint p) {
            const Point place = packed.place(p);
            if (ring.empty() || !(ring.back() == place))
                ring.push_back(place);
        });
    }
    return ring;
}

double distance(Point p, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t =
        squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(a.x + t * dx - p.x, a.y + t * dy - p.y);
}

bool same(const PackedTable& a, const PackedTable& b)
{
    const auto equal = [](const auto& x, const auto& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end());
    };
    return a.type == b.type && a.origin == b.origin && a.unit == b.unit && equal(a.rows, b.rows) &&
           equal(a.vertices, b.vertices) && equal(a.levels, b.levels) &&
           equal(a.itemRuns, b.itemRuns) && equal(a.runs, b.runs) &&
           equal(a.partBegins, b.partBegins) && a.boxes.size() == b.boxes.size();
}

} // namespace

TEST_CASE("neighbours share the same boundary at every level of detail", "[render]")
{
    const MapScene scene = test::countyScene(5, 10);
    const PackedTable packed = pack(tableOf(scene, "village")->geometry);
    std::set<Place> rim; // what only one village has lies on the county's boundary
    const GeometryColumn& county = tableOf(scene, "county")->geometry;
    for (const Point p : county.part(0, 0)) {
        for (const double dx : {-0.01, 0.0, 0.01}) { // packing rounds to millimetres first
            for (const double dy : {-0.01, 0.0, 0.01})
                rim.insert(placeOf({p.x + dx, p.y + dy}));
        }
    }
    for (const int level : {0, 4, 8, 12, 16, 20, 24}) {
        std::map<std::pair<Place, Place>, int> edges;
        std::size_t vertices = 0;
        for (std::size_t item = 0; item < packed.size(); ++item) {
            const auto ring = ringAt(packed, item, level);
            vertices += ring.size();
            for (std::size_t i = 1; i < ring.size(); ++i)
                ++edges[{placeOf(ring[i - 1]), placeOf(ring[i])}];
        }
        CAPTURE(level, vertices);
        std::size_t alone = 0;
        for (const auto& [edge, count] : edges) {
            CHECK(count == 1);
            if (edges.contains({edge.second, edge.first}))
                continue;
            ++alone;
            CHECK(rim.contains(edge.first));
            CHECK(rim.contains(edge.second));
        }
        CHECK(alone >= 4);
    }
    CHECK(ringAt(packed, 0, 24).size() < ringAt(packed, 0, 0).size() / 4);
}

TEST_CASE("a level of detail keeps to its tolerance", "[render]")
{
    const MapScene scene = test::countyScene(6, 10);
    const auto table = tableOf(scene, "village");
    const PackedTable packed = pack(table->geometry);
    for (const int level : {3, 9, 15}) {
        for (std::size_t item = 0; item < 10; ++item) {
            const auto coarse = ringAt(packed, item, level);
            for (const Point p : table->geometry.part(packed.rows[item], 0)) {
                double nearest = std::numeric_limits<double>::infinity();
                for (std::size_t i = 1; i < coarse.size(); ++i)
                    nearest = std::min(nearest, distance(p, coarse[i - 1], coarse[i]));
                // A vertex may lie off a line that itself lies off another, once.
                CHECK(nearest <= 2 * levelTolerance(level + 1) + 0.002);
            }
        }
    }
}

TEST_CASE("packing keeps every place to the millimetre and leaves out what has none", "[render]")
{
    GeometryColumn points(GeometryType::Point);
    points.addPoint({500000.1234, 2800000.5});
    points.addPoint({notANumber, 1});
    points.addPoint({400000, 2900000});
    const PackedTable packed = pack(points);
    REQUIRE(packed.size() == 2);
    for (std::size_t item = 0; item < packed.size(); ++item) {
        const Point place = packed.place(packed.vertices[item]);
        const Point truth = points.firstPoint(packed.rows[item]);
        CHECK(std::abs(place.x - truth.x) <= 0.001);
        CHECK(std::abs(place.y - truth.y) <= 0.001);
    }
}

TEST_CASE("a map cache gives back what was put, and forgets what was not asked for", "[render]")
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "work.mapcache";
    const MapScene scene = test::countyScene(7, 500);
    const auto villages = tableOf(scene, "village");
    const ContentHash key = contentHash(villages->geometry);
    const ContentHash other = contentHash(tableOf(scene, "household")->geometry);
    CHECK(key != other);
    const PackedTable packed = pack(villages->geometry);
    const std::vector<Point> anchors{{1, 2}, {3, 4}};
    {
        MapCache cache(file);
        CHECK_FALSE(cache.table(key));
        cache.put(key, std::make_shared<PackedTable>(packed));
        cache.put(other, anchors);
        CHECK(cache.save());
    }
    {
        MapCache cache(file);
        REQUIRE(cache.table(key));
        CHECK(same(*cache.table(key), packed));
        cache.put(key, anchors); // a change, so that it is written
        CHECK(cache.save());
    }
    MapCache cache(file);
    CHECK(cache.table(key));
    CHECK(cache.points(key) == anchors);
    CHECK_FALSE(cache.points(other));
}

TEST_CASE("a damaged or foreign map cache counts as empty and is replaced", "[render]")
{
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "work.mapcache";
    const MapScene scene = test::countyScene(8, 10);
    const GeometryColumn& areas = tableOf(scene, "town")->geometry;
    const ContentHash key = contentHash(areas);
    const PackedTable packed = pack(areas);
    {
        MapCache cache(file);
        cache.put(key, std::make_shared<PackedTable>(packed));
        REQUIRE(cache.save());
    }
    std::ifstream stream(file, std::ios::binary);
    const std::string sound(std::istreambuf_iterator<char>(stream), {});
    const auto write = [&](const std::string& bytes) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    };
    std::vector<std::string> damaged{"", "not a map cache at all", std::string(5000, '\0'),
                                     sound.substr(0, sound.size() / 2)};
    for (std::size_t at = 0; at < sound.size(); at += 1 + sound.size() / 97) {
        damaged.push_back(sound);
        damaged.back()[at] = static_cast<char>(~damaged.back()[at]);
    }
    for (const std::string& bytes : damaged) {
        write(bytes);
        MapCache cache(file);
        const auto known = cache.table(key);
        CHECK((!known || same(*known, packed))); // bytes between the parts mean nothing
        if (!known) {
            cache.put(key, std::make_shared<PackedTable>(packed));
            CHECK(cache.save());
            CHECK(MapCache(file).table(key));
        }
    }
}

TEST_CASE("a map cache that cannot be written does no harm", "[render]")
{
    MapCache cache("/nowhere/at/all.mapcache");
    const std::vector<Point> points{{1, 2}};
    cache.put({1, 2}, points);
    CHECK_FALSE(cache.save());
    CHECK(cache.points({1, 2}) == points);
}

TEST_CASE("pictures are the same with a map cache and without", "[render]")
{
    needGui();
    const test::TemporaryFolder folder;
    MapScene scene = test::countyScene(9, 30000);
    MapView view = MapView::fitting(scene.tables.front()->geometry.box(), 500, 400);
    const QImage without = drawMap(scene, view).image;
    for (const bool isThere : {false, true}) {
        CAPTURE(isThere);
        scene.cache = makeSceneCache(folder.path() / "a.mapcache");
        CHECK(drawMap(scene, view).image == without);
        CHECK(saveMapCache(scene));
    }
    // Another village's shape: the old cache knows nothing of it.
    auto moved = std::make_shared<FeatureTable>(*scene.tables.front());
    for (Point& p : moved->geometry.vertices())
        p.x += 5000;
    scene.tables.front() = moved;
    scene.cache = makeSceneCache();
    const QImage fresh = drawMap(scene, view).image;
    scene.cache = makeSceneCache(folder.path() / "a.mapcache");
    CHECK(drawMap(scene, view).image == fresh);
}

TEST_CASE("geometry that is not a number, and scales beyond reason, are drawn without a crash",
          "[render]")
{
    needGui();
    MapScene scene = test::countyScene(10, 300);
    for (auto& table : scene.tables) {
        auto broken = std::make_shared<FeatureTable>(*table);
        const auto vertices = broken->geometry.vertices();
        for (std::size_t i = 3; i < vertices.size(); i += 7)
            vertices[i] = i % 2 == 0 ? Point{notANumber, 1} : Point{1e300, -1e300};
        table = broken;
    }
    for (const double metresPerPixel : {0.00026, 0.1, 40.0, 26000.0, 1e9}) {
        MapView view;
        view.center = {500000, 2850000};
        view.metresPerPixel = metresPerPixel;
        view.width = 200;
        view.height = 150;
        CAPTURE(metresPerPixel);
        const MapPicture picture = drawMap(scene, view);
        CHECK(picture.complete);
        CHECK(picture.image.size() == QSize(200, 150));
    }
    scene.tables.clear(); // no data at all
    CHECK(drawMap(scene, {}).complete);
}

TEST_CASE("a packed table finds the rows in a box as one look at each would", "[render]")
{
    const MapScene scene = test::countyScene(5, 10);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> share(-0.2, 1.2);
    for (const auto& table : scene.tables) {
        const GeometryColumn& column = table->geometry;
        const PackedTable packed = pack(column);
        Box all;
        for (const Point& p : column.vertices())
            all.add(p);
        for (int i = 0; i < 100; ++i) {
            const auto somewhere = [&] {
                return Point{all.minX + share(random) * all.width(),
                             all.minY + share(random) * all.height()};
            };
            Box box;
            box.add(somewhere());
            if (i % 2 == 0) // else one place
                box.add(somewhere());
            const auto rows = packed.rowsIn(box);
            CHECK(std::is_sorted(rows.begin(), rows.end()));
            const Box wider = box.grown(2 * packed.unit);
            for (std::uint32_t row = 0; row < column.size(); ++row) {
                const bool found = std::binary_search(rows.begin(), rows.end(), row);
                if (found != column.box(row).intersects(box)) {
                    CHECK(found);
                    CHECK(column.box(row).intersects(wider));
                }
            }
        }
    }
}
