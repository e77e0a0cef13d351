// SPDX-License-Identifier: MIT
#include "metre_view.h"
#include "render/figure_value.h"
#include "render/labels.h"
#include "render/symbol_layout.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace guatu;
using namespace guatu::render;
using test::distance;
using test::viewOfMetres;

namespace
{

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

constexpr const char* layerJson =
    R"({"id":"p","title":{"zh":"村","en":"Village"},"source":"p","style":"p","order":1,
        "unit_word":{"zh":"户","en":"households"}})";

std::string styleOf(const std::string& figure)
{
    return R"({"id":"p","classes":[
        {"id":"open","title":{"zh":"未销号","en":"Open"},"symbol":{"fill":{"colour":"#D7191C"}}},
        {"id":"done","title":{"zh":"已销号","en":"Done"},"symbol":{"fill":{"colour":"#1A9641"}}}],)" +
           figure + "}";
}

const std::string disc =
    R"("disc":{"field":"open","least_mm":1,"most_mm":10,"unit_word":{"zh":"人","en":"persons"}})";
const std::string ring = R"("chart":{"shape":"ring","least_mm":6,"most_mm":6,
    "unit_word":{"zh":"户","en":"households"},
    "parts":[{"class":"open","field":"open"},{"class":"done","field":"done"}]})";
const std::string badge =
    R"("badge":{"field":"open","size_mm":4,"unit_word":{"zh":"件","en":"problems"}})";

MapScene sceneOf(const std::vector<Point>& points, const NumberColumn& open,
                 const std::string& figure, const NumberColumn& done = {})
{
    MapScene scene;
    const auto table = test::pointTable("p", points, {}, {});
    table->columns.emplace_back("open", open);
    table->columns.emplace_back("done", done.empty() ? NumberColumn(open.size(), 0) : done);
    scene.tables = {table};
    MapDefinition definition;
    test::addLayer(definition, layerJson, styleOf(figure));
    scene.definition = std::make_shared<const MapDefinition>(definition);
    return scene;
}

} // namespace

TEST_CASE("a disc's area is in proportion to its number", "[render]")
{
    const MapScene scene = sceneOf({{-100, 0}, {0, 0}, {100, 0}, {200, 0}, {300, 0}},
                                   {25, 100, 0, unknown, 0.01}, disc);
    const auto layout = symbolLayout(scene, viewOfMetres());
    const auto& placed = layout->figures.at(0).placed;
    REQUIRE(placed.size() == 4); // nothing for 0
    const auto radius = [&](std::uint32_t row) {
        return std::ranges::find(placed, row, &PlacedFigure::row)->radius;
    };
    const double mm = 96 / 25.4;
    CHECK(radius(1) == Approx(5 * mm));
    CHECK(radius(1) / radius(0) == Approx(2)); // four times the area
    CHECK(radius(4) == Approx(0.5 * mm));      // never less than the least
    CHECK(std::isnan(std::ranges::find(placed, 3U, &PlacedFigure::row)->value));
    CHECK(std::ranges::is_sorted(placed, std::greater{}, &PlacedFigure::radius));
}

TEST_CASE("a small disc on a large one is hit first, and the large one beside it", "[render]")
{
    const MapScene scene = sceneOf({{0, 0}, {5, 0}}, {100, 4}, disc);
    const auto both = hitTest(scene, viewOfMetres(), {404, 300}, 1);
    REQUIRE(both.size() == 2);
    CHECK(both[0].row == 1);
    CHECK(both[1].row == 0);
    const auto rim = hitTest(scene, viewOfMetres(), {400 - 17, 300}, 1);
    REQUIRE(rim.size() == 1);
    CHECK(rim[0].row == 0);
    CHECK(hitTest(scene, viewOfMetres(), {400 - 21, 300}, 1).empty());
}

TEST_CASE("no chart covers another, and what finds no place is counted", "[render]")
{
    needGui();
    CHECK(rc::check("for charts anywhere", [] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 60);
        std::vector<Point> points;
        NumberColumn open;
        for (std::size_t i = 0; i < count; ++i) {
            points.push_back(
                {1.0 * *rc::gen::inRange(-150, 150), 1.0 * *rc::gen::inRange(-90, 90)});
            open.push_back(*rc::gen::inRange(1, 500));
        }
        const MapScene scene = sceneOf(points, open, ring);
        const auto layout = symbolLayout(scene, viewOfMetres());
        const FigureLayout& figures = layout->figures.at(0);
        RC_ASSERT(figures.placed.size() + figures.unplaced == count);
        const Canvas canvas(viewOfMetres());
        for (const PlacedFigure& a : figures.placed) {
            RC_ASSERT(distance(a.at, canvas.toDevice(points[a.row])) <= 17 + 1e-9);
            for (const PlacedFigure& b : figures.placed)
                RC_ASSERT(a.row == b.row || distance(a.at, b.at) >= a.radius + b.radius);
        }
    }));
}

TEST_CASE("of charts in one place the greatest stays", "[render]")
{
    needGui();
    std::vector<Point> points(30, Point{0, 0});
    NumberColumn open;
    for (int i = 0; i < 30; ++i)
        open.push_back(i + 1);
    MapScene scene = sceneOf(points, open,
                             R"("chart":{"shape":"ring","least_mm":3,"most_mm":9,
        "unit_word":{"zh":"户","en":"households"},"parts":[{"class":"open","field":"open"}]})");
    const auto layout = symbolLayout(scene, viewOfMetres());
    const FigureLayout& figures = layout->figures.at(0);
    CHECK(figures.unplaced > 0);
    CHECK(figures.placed.front().row == 29);
    CHECK(figures.placed.front().at == Canvas(viewOfMetres()).toDevice({0, 0}));
    CHECK(drawMap(scene, viewOfMetres()).unplacedFigures == figures.unplaced);
}

TEST_CASE("a badge is drawn where its number is above 0", "[render]")
{
    needGui();
    const MapScene scene = sceneOf({{0, 0}, {100, 0}, {200, 0}}, {3, 0, unknown}, badge);
    const auto layout = symbolLayout(scene, viewOfMetres());
    REQUIRE(layout->figures.at(0).placed.size() == 1);
    CHECK(layout->figures.at(0).placed[0].row == 0);
    CHECK(hitTest(scene, viewOfMetres(), {400, 300}, 1).size() == 1);
    CHECK(hitTest(scene, viewOfMetres(), {500, 300}, 1).empty());
}

TEST_CASE("the legend of a chart sums up its parts", "[render]")
{
    MapScene scene = sceneOf({{0, 0}, {100, 0}, {}}, {3, 4, 100}, ring, {10, unknown, 1000});
    const auto everywhere = legend(scene, 1000);
    REQUIRE(everywhere.size() == 1);
    CHECK(everywhere[0].hasFigure);
    CHECK(everywhere[0].entries.at(0).count == 107);
    CHECK(everywhere[0].entries.at(1).count == 1010);
    CHECK(everywhere[0].located == 17);
    CHECK(everywhere[0].notLocated == 1100);
}

TEST_CASE("the legend shows what sizes mean with round numbers", "[render]")
{
    needGui();
    CHECK(roundValues(734) == std::vector<double>{500, 100, 20});
    CHECK(roundValues(1000) == std::vector<double>{1000, 200, 50});
    CHECK(roundValues(0.3) == std::vector<double>{0.2, 0.05, 0.01});
    CHECK(roundValues(0).empty());
    const MapScene scene = sceneOf({{0, 0}}, {1000}, disc);
    // As wide as the largest disc, 10 mm, and words beside it.
    CHECK(legendFigure(scene, "p", 1).width() > 10 * 96 / 25.4);
    CHECK(legendFigure(sceneOf({{0, 0}}, {unknown}, disc), "p", 1).isNull());
    CHECK(legendFigure(scene, "nothing", 1).isNull());
}

TEST_CASE("the name of a place stands beside the chart that covers it", "[render]")
{
    needGui();
    MapScene scene = sceneOf({{0, 0}}, {10}, ring);
    auto definition = *scene.definition;
    TextColumn names;
    names.add("小河");
    FeatureTable named = *scene.tables[0];
    named.columns.emplace_back("name", std::move(names));
    scene.tables = {std::make_shared<const FeatureTable>(std::move(named))};
    test::addLayer(definition,
                   R"({"id":"s","title":{"zh":"驻地","en":"Seat"},"source":"p","style":"s",
                       "order":2})",
                   R"({"id":"s","classes":[{"id":"s","title":{"zh":"驻地","en":"Seat"},"symbol":
                       {"marker":{"symbol":"seat-village","size_mm":2}}}],"labels":[{}]})");
    scene.definition = std::make_shared<const MapDefinition>(definition);
    const auto layout = symbolLayout(scene, viewOfMetres());
    const PlacedFigure& chart = layout->figures.at(0).placed.at(0);
    const LabelPlacement placement = placeLabels(Canvas(viewOfMetres()), scene, *layout, {});
    REQUIRE(placement.placed.size() == 1);
    CHECK(placement.placed[0].box.left() >= chart.at.x() + chart.radius);
    // Its leader, if it needs one, begins at the chart's rim.
    CHECK(placement.placed[0].label.anchor == chart.at);
    CHECK(placement.placed[0].label.symbol == Approx(2 * chart.radius));
}
