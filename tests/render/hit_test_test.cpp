// SPDX-License-Identifier: MIT
#include "render/point_layout.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::render;

namespace
{

MapView viewAt(double scale)
{
    MapView view;
    view.center = {500000, 2850000};
    view.width = 1000;
    view.height = 700;
    view.metresPerPixel = scale * 0.0254 / 96;
    return view;
}

bool hits(const std::vector<Hit>& found, const std::string& layer, std::size_t row)
{
    return std::any_of(found.begin(), found.end(),
                       [&](const Hit& hit) { return hit.layer == layer && hit.row == row; });
}

} // namespace

TEST_CASE("a click on a symbol finds it, a click on a ring all it holds", "[render]")
{
    const MapScene scene = test::countyScene(2, 800);
    std::size_t tried = 0;
    for (const double scale : {30000.0, 150000.0}) {
        MapView view = viewAt(scale);
        view.pixelRatio = 1.5;
        view.rotation = GENERATE(0.0, 37.0);
        const auto layers = drawnLayers(scene, view.scaleDenominator());
        const Canvas canvas(view);
        for (const PointLayout& layout :
             layoutPoints(canvas, layers, Focus(scene.focus, canvas), {})) {
            for (const SinglePoint& single : layout.singles) {
                if (!canvas.bounds().contains(single.at) || ++tried % 7 != 0)
                    continue;
                CHECK(hits(hitTest(scene, view, single.at / 1.5), layout.layer->layer->id,
                           single.row));
            }
            for (const ClusterRing& ring : layout.rings) {
                if (!canvas.bounds().contains(ring.at) || ++tried % 7 != 0)
                    continue;
                const auto found = hitTest(scene, view, ring.at / 1.5);
                for (const std::uint32_t row : ring.rows)
                    CHECK(hits(found, "household", row));
            }
        }
    }
    CHECK(tried > 50);
}

TEST_CASE("symbols come before lines, lines before areas, villages before their township",
          "[render]")
{
    const MapScene scene = test::countyScene(2, 0);
    const MapView view = viewAt(150000);
    const auto found = hitTest(scene, view, {437.5, 333.1}, 3);
    std::vector<std::string> sources;
    for (const Hit& hit : found)
        sources.push_back(hit.source);
    const auto at = [&](const char* source) {
        return std::find(sources.begin(), sources.end(), source) - sources.begin();
    };
    CHECK(at("village") < at("town"));
    CHECK(at("town") < at("county"));
    CHECK(at("county") < static_cast<std::ptrdiff_t>(sources.size()));
    CHECK(std::count(sources.begin(), sources.end(), "village") == 1); // once, though drawn thrice
}

TEST_CASE("a road is hit within the tolerance and not beyond", "[render]")
{
    MapScene scene;
    auto road = std::make_shared<FeatureTable>();
    road->source = "road";
    road->geometry = GeometryColumn(GeometryType::Line);
    const std::vector<Point> line{{0, 0}, {1000, 0}};
    road->geometry.addPart(line);
    road->geometry.endFeature();
    road->ids = {7};
    scene.tables = {road};
    MapDefinition definition;
    test::addLayer(
        definition,
        R"({"id":"road","title":{"zh":"路","en":"Road"},"source":"road","style":"road","order":1})",
        R"({"id":"road","classes":[{"id":"road","title":{"zh":"路","en":"Road"},
                       "symbol":{"strokes":[{"colour":"#000000","width_mm":0.3}]}}]})");
    scene.definition = std::make_shared<const MapDefinition>(definition);
    MapView view;
    view.center = {500, 0};
    view.metresPerPixel = 10;
    CHECK(hitTest(scene, view, {400, 295}, 6).size() == 1);
    CHECK(hitTest(scene, view, {400, 295}, 6).front().id == 7);
    CHECK(hitTest(scene, view, {400, 293}, 6).empty());
    CHECK(hitTest(scene, view, {340, 300}, 6).empty()); // 10 pixels before its end
}

TEST_CASE("what is hidden or out of its scale is not hit", "[render]")
{
    MapScene scene = test::countyScene(2, 0);
    const MapView view = viewAt(150000);
    scene.hiddenLayers.insert("village-status");
    for (const Hit& hit : hitTest(scene, view, {500, 350}, 3))
        CHECK(hit.layer != "village-status");
    for (const Hit& hit : hitTest(scene, viewAt(3000000), {500, 350}, 3))
        CHECK(hit.source != "village");
}
