// SPDX-License-Identifier: MIT
#include "render/symbol_layout.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <rapidcheck.h>

#include <numeric>
#include <set>

using namespace guatu;
using namespace guatu::render;

namespace
{

constexpr const char* layerJson =
    R"({"id":"h","title":{"zh":"户","en":"Household"},"source":"h","style":"h","order":1,
        "clustering":{"below_scale":50000,"cell_mm":9,"singles":2}})";
constexpr const char* styleJson = R"({"id":"h","classes":[
    {"id":"a","title":{"zh":"甲","en":"A"},"when":{"f":"kind","op":"=","v":"a"},
     "symbol":{"fill":{"colour":"#D7191C"},"marker":{"symbol":"household-unexited","size_mm":2.6}}},
    {"id":"b","title":{"zh":"乙","en":"B"},
     "symbol":{"fill":{"colour":"#2C7FB8"},"marker":{"symbol":"household-monitored","size_mm":2.6}}}]})";

MapScene sceneOf(const std::vector<Point>& points, const std::vector<std::uint8_t>& kinds)
{
    MapScene scene;
    scene.tables = {test::pointTable("h", points, {"a", "b"}, kinds)};
    MapDefinition definition;
    test::addLayer(definition, layerJson, styleJson);
    scene.definition = std::make_shared<const MapDefinition>(definition);
    return scene;
}

MapView viewAt(double scale)
{
    MapView view;
    view.center = {500000, 2800000};
    view.width = 1000;
    view.height = 700;
    view.metresPerPixel = scale * 0.0254 / 96;
    return view;
}

PointLayout layoutOf(const MapScene& scene, const MapView& view, std::vector<DrawnLayer>& layers)
{
    layers = drawnLayers(scene, view.scaleDenominator());
    const Canvas canvas(view);
    return layoutPoints(canvas, layers, Focus(scene.focus, canvas), {}).front();
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

TEST_CASE("rings hold every point once, with its class, and nothing hides anything", "[render]")
{
    rc::check([] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 400);
        const int spread = *rc::gen::inRange(200, 9500);
        std::vector<Point> points;
        std::vector<std::uint8_t> kinds;
        for (std::size_t i = 0; i < count; ++i) {
            points.push_back({500000.0 + *rc::gen::inRange(-spread, spread),
                              2800000.0 + *rc::gen::inRange(-spread, spread)});
            kinds.push_back(static_cast<std::uint8_t>(*rc::gen::inRange(1, 3)));
        }
        const MapScene scene = sceneOf(points, kinds);
        std::vector<DrawnLayer> layers;
        MapView view = viewAt(150000);
        view.rotation = *rc::gen::element(0, 45, 200);
        const PointLayout layout = layoutOf(scene, view, layers);

        std::multiset<std::uint32_t> rows;
        for (const SinglePoint& single : layout.singles)
            rows.insert(single.row);
        for (const ClusterRing& ring : layout.rings) {
            rows.insert(ring.rows.begin(), ring.rows.end());
            std::vector<std::size_t> classes(2);
            for (const std::uint32_t row : ring.rows)
                ++classes[kinds[row] - 1U];
            RC_ASSERT(classes == ring.classCounts);
            RC_ASSERT(ring.rows.size() >= 2U);
        }
        RC_ASSERT(rows.size() == count);
        RC_ASSERT(std::set<std::uint32_t>(rows.begin(), rows.end()).size() == count);

        for (const ClusterRing& ring : layout.rings) {
            QPointF mean;
            for (const std::uint32_t row : ring.rows)
                mean += view.toScreen(points[row]) / static_cast<double>(ring.rows.size());
            RC_ASSERT(distance(ring.at, mean) <= (ring.rows.size() < 100 ? 17.7 : 24.5));
        }
        for (std::size_t i = 0; i < layout.rings.size(); ++i) {
            const ClusterRing& a = layout.rings[i];
            for (std::size_t j = i + 1; j < layout.rings.size(); ++j)
                RC_ASSERT(distance(a.at, layout.rings[j].at) >=
                          a.radius + layout.rings[j].radius - 1e-6);
            for (const SinglePoint& single : layout.singles)
                RC_ASSERT(distance(a.at, single.at) >= a.radius);
        }
        for (std::size_t i = 0; i < layout.singles.size(); ++i) {
            for (std::size_t j = i + 1; j < layout.singles.size(); ++j)
                RC_ASSERT(distance(layout.singles[i].at, layout.singles[j].at) >= 5);
        }
    });
}

TEST_CASE("households stand singly from 1:50 000 on", "[render]")
{
    std::vector<Point> points;
    for (int i = 0; i < 40; ++i)
        points.push_back({500000.0 + i % 8 * 30, 2800000.0 + i / 8 * 30});
    const MapScene scene = sceneOf(points, std::vector<std::uint8_t>(40, 1));
    std::vector<DrawnLayer> layers;
    CHECK(layoutOf(scene, viewAt(50000), layers).singles.size() == 40);
    const PointLayout clustered = layoutOf(scene, viewAt(50001), layers);
    CHECK(clustered.singles.empty());
    const std::size_t held =
        std::accumulate(clustered.rings.begin(), clustered.rings.end(), std::size_t{0},
                        [](std::size_t n, const auto& ring) { return n + ring.rows.size(); });
    CHECK(held == 40);
}

TEST_CASE("one or two far from others stand alone at small scales too", "[render]")
{
    const MapScene scene =
        sceneOf({{500000, 2800000}, {502000, 2800000}, {508000, 2803000}}, {1, 2, 1});
    std::vector<DrawnLayer> layers;
    const PointLayout layout = layoutOf(scene, viewAt(150000), layers);
    CHECK(layout.rings.empty());
    CHECK(layout.singles.size() == 3);
}

TEST_CASE("rings grow with the number they hold", "[render]")
{
    CHECK(ringSize(3) == 4);
    CHECK(ringSize(10) == 5);
    CHECK(ringSize(37) == 6);
    CHECK(ringSize(214) == 8.5);
}

TEST_CASE("rings keep their number and place while panning", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene(6, 3000);
    const MapView view = viewAt(150000);
    MapView moved = view;
    moved.center.x += 47 * view.metresPerPixel;
    const auto ringsOf = [&scene](MapView at) {
        at.center.y = 2850000;
        const auto layers = drawnLayers(scene, at.scaleDenominator());
        const Canvas canvas(at);
        std::map<std::vector<std::uint32_t>, QPointF> rings;
        for (const PointLayout& layout :
             layoutPoints(canvas, layers, Focus(scene.focus, canvas), {})) {
            for (const ClusterRing& ring : layout.rings)
                rings.emplace(ring.rows, ring.at);
        }
        return rings;
    };
    const auto before = ringsOf(view);
    const auto after = ringsOf(moved);
    std::size_t compared = 0;
    for (const auto& [rows, at] : before) {
        if (!QRectF(120, 80, 760, 540).contains(at))
            continue;
        CHECK(after.contains(rows));
        if (after.contains(rows))
            CHECK(distance(after.at(rows) + QPointF(47, 0), at) < 1e-6);
        ++compared;
    }
    CHECK(compared > 20);
}

TEST_CASE("at large scales neighbours in one hamlet step apart, none farther than 17 pixels",
          "[render]")
{
    rc::check([] {
        std::vector<Point> points;
        const int count = *rc::gen::inRange(2, 9);
        for (int i = 0; i < count; ++i)
            points.push_back(
                {500000.0 + *rc::gen::inRange(-8, 8), 2800000.0 + *rc::gen::inRange(-8, 8)});
        const MapScene scene = sceneOf(points, std::vector<std::uint8_t>(points.size(), 1));
        std::vector<DrawnLayer> layers;
        const MapView view = viewAt(20000);
        const PointLayout layout = layoutOf(scene, view, layers);
        RC_ASSERT(layout.singles.size() == points.size());
        for (std::size_t i = 0; i < layout.singles.size(); ++i) {
            const SinglePoint& a = layout.singles[i];
            RC_ASSERT(distance(a.at, view.toScreen(points[a.row])) <= 17 + 1e-6);
            for (std::size_t j = i + 1; j < layout.singles.size(); ++j)
                RC_ASSERT(distance(a.at, layout.singles[j].at) >= 7);
        }
    });
}

TEST_CASE("pointing at a picture just drawn uses what was laid out for it", "[render]")
{
    needGui();
    MapScene scene = test::countyScene(6, 500);
    const MapView view = viewAt(150000);
    (void)drawMap(scene, view);
    const auto drawn = scene.cache->lastLayouts().front();
    REQUIRE(drawn);
    CHECK(symbolLayout(scene, view) == drawn);
    scene.hiddenLayers.insert("household");
    CHECK(symbolLayout(scene, view) != drawn);
}

TEST_CASE("pointing at a ring finds all it holds, each once", "[render]")
{
    needGui();
    std::vector<Point> points;
    for (int i = 0; i < 60; ++i)
        points.push_back({500000.0 + i % 6 * 40, 2800000.0 + i / 6 * 40});
    const MapScene scene = sceneOf(points, std::vector<std::uint8_t>(60, 1));
    const MapView view = viewAt(150000);
    std::vector<DrawnLayer> layers;
    const PointLayout layout = layoutOf(scene, view, layers);
    std::size_t held = 0;
    for (const ClusterRing& ring : layout.rings) {
        std::set<std::uint32_t> found;
        for (const Hit& hit : hitTest(scene, view, ring.at, 1))
            CHECK(found.insert(static_cast<std::uint32_t>(hit.row)).second);
        CHECK(found == std::set<std::uint32_t>(ring.rows.begin(), ring.rows.end()));
        held += found.size();
    }
    CHECK(held == 60);
}
