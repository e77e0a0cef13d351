// SPDX-License-Identifier: MIT
#include "render/density_field.h"
#include "render/heat_painter.h"
#include "render/symbol_layout.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace guatu;
using namespace guatu::render;

namespace
{

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double radius = 1600;

std::vector<Point> scattered(std::size_t count, unsigned seed, double within = 6000)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> along(-within, within);
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i)
        points.push_back({500000 + along(random), 2850000 + along(random)});
    return points;
}

DensityField fieldOf(const std::vector<Point>& points, std::size_t fewest = 1)
{
    return {points, std::vector<double>(points.size(), 1), radius, fewest};
}

/// Per square kilometre, by the definition: a normal distribution of a third of the radius, cut
/// off.
double byDefinition(const std::vector<Point>& points, Point at)
{
    const double sigma = radius / 3 / 1000; // km
    double sum = 0;
    for (const Point p : points) {
        const double dx = (p.x - at.x) / 1000;
        const double dy = (p.y - at.y) / 1000;
        if (std::abs(dx) <= radius / 1000 && std::abs(dy) <= radius / 1000)
            sum += std::exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
    }
    return sum / (2 * std::numbers::pi * sigma * sigma);
}

constexpr const char* layerJson =
    R"({"id":"heat","title":{"zh":"密度","en":"Density"},"source":"p","style":"heat","order":1,
        "unit_word":{"zh":"户","en":"households"}})";

std::string styleOf(const std::string& figure)
{
    return R"({"id":"heat","classes":[
        {"id":"open","title":{"zh":"未销号","en":"Open"},"when":{"f":"kind","op":"=","v":"open"},
         "symbol":{"fill":{"colour":"#8A2A22"}}},
        {"id":"done","title":{"zh":"已销号","en":"Done"},"when":{"f":"kind","op":"=","v":"done"},
         "in_legend":false,"symbol":{}},
        {"id":"unknown","title":{"zh":"未核实","en":"Unknown"},"symbol":{}}],"heat":{)" +
           figure + R"("unit_word":{"zh":"户","en":"households"}}})";
}

MapScene sceneOf(const std::vector<Point>& points, const std::string& figure,
                 const std::vector<std::uint8_t>& kinds = {})
{
    MapScene scene;
    scene.tables = {
        test::pointTable("p", points, {"open", "done"},
                         kinds.empty() ? std::vector<std::uint8_t>(points.size(), 1) : kinds)};
    MapDefinition definition;
    test::addLayer(definition, layerJson, styleOf(figure));
    scene.definition = std::make_shared<const MapDefinition>(definition);
    return scene;
}

MapView viewAt(double metresPerPixel)
{
    MapView view;
    view.center = {500000, 2850000};
    view.metresPerPixel = metresPerPixel;
    view.width = 400;
    view.height = 300;
    return view;
}

const QColor paper(247, 246, 242);

std::size_t shadedPixels(const QImage& image)
{
    std::size_t count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == paper ? 0 : 1;
    return count;
}

} // namespace

TEST_CASE("a density is that of its definition within a few per cent", "[render]")
{
    const std::vector<Point> points = scattered(400, 5);
    const DensityField field = fieldOf(points);
    for (const Point at : scattered(300, 6)) {
        CAPTURE(at.x, at.y);
        CHECK(field.at(at) == Approx(byDefinition(points, at)).margin(0.04 * field.peak()));
    }
}

TEST_CASE("a density spreads what there is, and keeps how much it is", "[render]")
{
    rc::check([] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 40);
        std::vector<Point> points;
        std::vector<double> amounts;
        double all = 0;
        for (std::size_t i = 0; i < count; ++i) {
            points.push_back(
                {*rc::gen::inRange(-90000, 90000) / 7.0, *rc::gen::inRange(-90000, 90000) / 7.0});
            amounts.push_back(*rc::gen::inRange(1, 9));
            all += amounts.back();
        }
        const DensityField field(points, amounts, radius, 1);
        DensityField::Reader reader(field);
        const Box box = field.extent();
        const double cell = field.cell();
        double sum = 0; // of the middles of cells
        for (double y = box.minY + cell / 2; y < box.maxY - cell; y += cell)
            for (double x = box.minX + cell / 2; x < box.maxX - cell; x += cell)
                sum += reader.at(x, y) * cell * cell / 1e6;
        RC_ASSERT(std::abs(sum - all) < 1e-3 * all);
    });
}

TEST_CASE("what stands alone or in twos is not in a density, three together are", "[render]")
{
    const DensityField two = fieldOf({{500000, 2850000}, {500100, 2850000}}, 3);
    CHECK(two.peak() == 0);
    CHECK(two.alone() == 2);
    const std::vector<Point> points{
        {500000, 2850000}, {500100, 2850000}, {500000, 2850300}, {520000, 2850000}};
    const DensityField three = fieldOf(points, 3);
    CHECK(three.at({500000, 2850000}) > 0);
    CHECK(three.at({520000, 2850000}) == 0);
    CHECK(three.alone() == 1);
}

TEST_CASE("what has no place, no known amount, or lies beyond all bounds adds nothing", "[render]")
{
    const std::vector<Point> points{{0, 0}, {10, 0}, {0, 10}, {}, {1e300, 5}};
    const std::vector<double> amounts{1, unknown, 0, 1, 1};
    const DensityField field(points, amounts, radius, 1);
    CHECK(field.peak() == Approx(fieldOf({{0, 0}}).peak()));
    CHECK(field.at({1e300, 5}) == 0);
    CHECK(field.extent().width() < 1e6);
    const DensityField empty({}, {}, radius, 1);
    CHECK(empty.peak() == 0);
    CHECK(empty.extent().empty());
}

TEST_CASE("a heat surface never reaches less than 500 m of ground", "[render]")
{
    HeatFigure figure;
    figure.radius = 20;
    CHECK(heatRadius(figure, 10000) == 500);
    figure.radius = 2000;
    CHECK(heatRadius(figure, 10000) == 2000);
    CHECK(heatRadius(figure, 1e6) == 2000); // the same at every scale
    figure.onPaper = true;
    figure.radius = 6; // mm
    CHECK(heatRadius(figure, 1e6) == Approx(6000));
    CHECK(heatRadius(figure, 10000) == 500);
}

TEST_CASE("a place has the shade of its density at every scale, in every view and turned",
          "[render]")
{
    needGui();
    const MapScene scene = sceneOf(scattered(3000, 9), R"("radius_m":1000,"most":80,)");
    std::shared_ptr<const DensityField> first;
    for (const double scale : {5.0, 11.0, 25.0, 90.0}) {
        for (const double rotation : {0.0, 90.0, 41.0}) {
            MapView view = viewAt(scale);
            view.rotation = rotation;
            const Heat heat = heatOf(heatLayers(scene, view.scaleDenominator()).at(0), *scene.cache,
                                     view.scaleDenominator());
            first = first ? first : heat.field;
            CHECK(heat.field == first); // worked out once for all scales
            const Point at = Canvas(view).toMap({200.5, 150.5});
            const Pixel expected = over(heat.shades.of(heat.field->at(at)), paper.rgba());
            const QRgb there = drawMap(scene, view).image.pixel(200, 150);
            CAPTURE(scale, rotation);
            CHECK(expected != paper.rgba());
            CHECK(std::abs(qRed(there) - qRed(expected)) <= 1);
            CHECK(std::abs(qGreen(there) - qGreen(expected)) <= 1);
            CHECK(std::abs(qBlue(there) - qBlue(expected)) <= 1);
        }
    }
}

TEST_CASE("a heat surface shows the same pixels wherever the view begins", "[render]")
{
    needGui();
    const MapScene scene = sceneOf(scattered(3000, 4), R"("radius_m":700,)");
    MapView view = viewAt(20);
    view.rotation = GENERATE(0.0, 33.0);
    const QImage before = drawMap(scene, view).image;
    const Canvas canvas(view);
    for (const auto& [dx, dy] : {std::pair(7, 3), std::pair(113, -61), std::pair(-250, 90)}) {
        MapView moved = view;
        moved.center = canvas.toMap({200.0 + dx, 150.0 + dy});
        MapScene fresh = scene;
        fresh.cache = makeSceneCache();
        const QImage after = drawMap(fresh, moved).image;
        const QRect shared = before.rect().intersected(before.rect().translated(dx, dy));
        CAPTURE(dx, dy);
        CHECK(before.copy(shared) == after.copy(shared.translated(-dx, -dy)));
    }
}

TEST_CASE("only classes with a fill are in a heat surface, and its legend counts them apart",
          "[render]")
{
    needGui();
    const std::vector<Point> points{{500000, 2850000}, {500050, 2850000}, {500000, 2850050}};
    CHECK(shadedPixels(drawMap(sceneOf(points, R"("radius_m":900,)"), viewAt(20)).image) > 500);
    const MapScene done = sceneOf(points, R"("radius_m":900,)", {2, 2, 2});
    CHECK(shadedPixels(drawMap(done, viewAt(20)).image) == 0);
    const MapScene mixed =
        sceneOf({{0, 0}, {1, 1}, {}, {2, 2}, {3, 3}}, R"("radius_m":900,)", {1, 2, 1, 0, 2});
    const LegendSection section = legend(mixed, 50000).front();
    CHECK(section.hasFigure);
    REQUIRE(section.entries.size() == 2);
    CHECK(section.entries[0].count == 2); // open
    CHECK(section.entries[1].count == 1); // not known
    CHECK(section.located == 2);
    CHECK(section.notLocated == 1);
    CHECK(legendFigure(mixed, "heat", 1).width() >= 168);
}

TEST_CASE("a heat surface has no features to point at, and stays within the focus", "[render]")
{
    needGui();
    MapScene scene = sceneOf(scattered(2000, 8), R"("radius_m":900,)");
    CHECK(hitTest(scene, viewAt(20), {200, 150}).empty());
    const std::vector<Point> ring{{490000, 2840000},
                                  {500000, 2840000},
                                  {500000, 2860000},
                                  {490000, 2860000},
                                  {490000, 2840000}};
    scene.focus.addPart(ring);
    scene.focus.endFeature();
    const QImage image = drawMap(scene, viewAt(20)).image;
    CHECK(image.pixelColor(150, 150) != paper);
    CHECK(image.pixelColor(250, 150) == paper);
}

TEST_CASE("shades end at what the style says, or at a round number above the densest", "[render]")
{
    HeatFigure figure;
    CHECK(HeatShades(figure, 37.2).most() == 50);
    CHECK(HeatShades(figure, 200).most() == 200);
    CHECK(HeatShades(figure, 0).most() > 0);
    figure.least = 3;
    figure.most = 80;
    const HeatShades shades(figure, 1000);
    CHECK(shades.most() == 80);
    CHECK(shades.of(3) == 0);
    CHECK(shades.of(unknown) == 0);
    CHECK(shades.of(80) == shades.of(1e9));
    // Darker where there is more.
    CHECK(qGray(shades.of(80)) < qGray(shades.of(40)));
}
