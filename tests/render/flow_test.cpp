// SPDX-License-Identifier: MIT
#include "metre_view.h"
#include "render/flow_layout.h"
#include "render/symbol_layout.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <rapidcheck.h>

#include <array>
#include <cmath>
#include <limits>

using namespace guatu;
using namespace guatu::render;
using test::distance;
using test::viewOfMetres;

namespace
{

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

struct Line {
    Point from, to;
    double persons;
};

MapScene sceneOf(const std::vector<Line>& lines)
{
    auto table = std::make_shared<FeatureTable>();
    table->source = "flow";
    table->geometry = GeometryColumn(GeometryType::Line);
    NumberColumn persons;
    for (const Line& line : lines) {
        const std::array<Point, 2> ends{line.from, line.to};
        if (line.to.valid())
            table->geometry.addPart(ends);
        table->geometry.endFeature();
        table->ids.push_back(static_cast<std::int64_t>(table->ids.size()) + 1);
        persons.push_back(line.persons);
    }
    table->columns.emplace_back("persons", persons);
    MapScene scene;
    scene.tables = {table};
    MapDefinition definition;
    test::addLayer(definition,
                   R"({"id":"flow","title":{"zh":"去向","en":"Flows"},"source":"flow",
                       "style":"flow","order":1,"unit_word":{"zh":"条","en":"flows"}})",
                   R"({"id":"flow","classes":[{"id":"all","title":{"zh":"搬迁","en":"Moved"},
                       "symbol":{"fill":{"colour":"#0B5F66"}}}],
                       "flow":{"field":"persons","least_mm":0.5,"most_mm":4,
                               "unit_word":{"zh":"人","en":"persons"}}})");
    scene.definition = std::make_shared<const MapDefinition>(definition);
    return scene;
}

} // namespace

TEST_CASE("a flow is as wide as its number, and never thinner than the least", "[render]")
{
    const auto layout = symbolLayout(sceneOf({{{-300, 0}, {300, 0}, 100},
                                              {{-300, 9}, {300, 9}, 50},
                                              {{-300, 20}, {300, 20}, 1},
                                              {{-300, 40}, {300, 40}, unknown},
                                              {{0, 0}, {}, 70}}),
                                     viewOfMetres());
    const auto& flows = layout->figures.at(0).flows;
    REQUIRE(flows.size() == 4); // what has no place is not drawn
    const double mm = 96 / 25.4;
    CHECK(flows[0].row == 0); // the widest lowest
    CHECK(flows[0].width == Approx(4 * mm));
    CHECK(flows[1].width == Approx(2 * mm));
    CHECK(flows[2].width == Approx(0.5 * mm));
    CHECK(flows[3].width == Approx(0.5 * mm));
    CHECK(std::isnan(flows[3].value));
}

TEST_CASE("opposite flows lie apart", "[render]")
{
    const auto layout = symbolLayout(
        sceneOf({{{-200, -50}, {200, 80}, 10}, {{200, 80}, {-200, -50}, 10}}), viewOfMetres());
    const auto& flows = layout->figures.at(0).flows;
    REQUIRE(flows.size() == 2);
    const auto middle = [](const PlacedFlow& flow) { return flow.axis[flow.axis.size() / 2]; };
    CHECK(distance(middle(flows[0]), middle(flows[1])) > 80);
}

TEST_CASE("a flow begins and ends clear of its places, at the tip pointing to the last", "[render]")
{
    rc::check([] {
        const QPointF from(*rc::gen::inRange(-400, 400), *rc::gen::inRange(-400, 400));
        const QPointF to(*rc::gen::inRange(-400, 400), *rc::gen::inRange(-400, 400));
        RC_PRE(distance(from, to) > 20);
        const QPolygonF axis = flowAxis(from, to, 6, 10);
        const double all = distance(from, to);
        RC_ASSERT(distance(axis.first(), from) <= 0.2 * all);
        RC_ASSERT(distance(axis.last(), to) <= 0.3 * all);
        RC_ASSERT(distance(axis.last(), to) < distance(axis.first(), to));
        // Its outline holds the axis and ends at the tip.
        const QPainterPath shape = flowShape(axis, 4, 6);
        RC_ASSERT(shape.contains(axis[axis.size() / 3]));
        RC_ASSERT(shape.boundingRect().adjusted(-0.01, -0.01, 0.01, 0.01).contains(axis.last()));
        RC_ASSERT(shape.elementCount() > 10);
    });
}

TEST_CASE("a flow is hit where it is drawn, the thin before the wide below it", "[render]")
{
    const MapScene scene = sceneOf({{{-300, 0}, {300, 0}, 200}, {{-300, 2}, {300, 2}, 20}});
    const auto layout = symbolLayout(scene, viewOfMetres());
    const QPointF on = layout->figures.at(0).flows[0].axis[12];
    const auto both = hitTest(scene, viewOfMetres(), on, 3);
    REQUIRE(both.size() == 2);
    CHECK(both[0].row == 1);
    CHECK(both[0].source == "flow");
    CHECK(both[1].row == 0);
    CHECK(hitTest(scene, viewOfMetres(), {400, 300 + 40}, 3).empty()); // the chord's other side
}

TEST_CASE("flows too short for an arrow are counted, those outside the focus are not drawn",
          "[render]")
{
    MapScene scene = sceneOf({{{0, 0}, {3, 0}, 10},
                              {{-100, 0}, {-300, 0}, 10},
                              {{-100, 0}, {200, 0}, 10},
                              {{100, 0}, {300, 0}, 10}});
    const auto all = symbolLayout(scene, viewOfMetres());
    CHECK(all->figures.at(0).unplaced == 1);
    CHECK(all->figures.at(0).flows.size() == 3);
    const std::vector<Point> ring{{-999, -999}, {0.5, -999}, {0.5, 999}, {-999, 999}, {-999, -999}};
    scene.focus.addPart(ring);
    scene.focus.endFeature();
    CHECK(symbolLayout(scene, viewOfMetres())->figures.at(0).flows.size() == 2);
}

TEST_CASE("of more flows than can be followed the widest are drawn, the rest are counted",
          "[render]")
{
    std::vector<Line> lines;
    for (int i = 0; i < 130; ++i)
        lines.push_back({{-300, 4.0 * i - 260}, {300, 4.0 * i - 260}, 1.0 + i});
    const auto layout = symbolLayout(sceneOf(lines), viewOfMetres());
    const FigureLayout& figures = layout->figures.at(0);
    REQUIRE(figures.flows.size() == 100);
    CHECK(figures.unplaced == 30);
    for (const PlacedFlow& flow : figures.flows)
        CHECK(flow.row >= 30);
}

TEST_CASE("a flow is drawn in its colour, outlined when chosen, and explained", "[render]")
{
    needGui();
    MapScene scene = sceneOf({{{-300, 0}, {300, 0}, 400}, {{-300, 200}, {}, 5}});
    const auto flow = symbolLayout(scene, viewOfMetres())->figures.at(0).flows.at(0);
    const QPoint on = flow.axis[12].toPoint();
    const QColor drawn = drawMap(scene, viewOfMetres()).image.pixelColor(on);
    CHECK(drawn.red() < 80);
    CHECK(drawn.green() > drawn.red() + 40);
    const auto dark = [&] {
        const QImage image = drawMap(scene, viewOfMetres()).image;
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == QColor(0x11, 0x18, 0x20) ? 1 : 0;
        return count;
    };
    CHECK(dark() == 0);
    scene.selections = {{"flow", {1}}};
    CHECK(dark() > 200);
    const LegendSection section = legend(scene, 50000).front();
    CHECK(section.located == 1);
    CHECK(section.notLocated == 1);
    CHECK(legendFigure(scene, "flow", 1).width() > 60);
    CHECK(legendFigure(sceneOf({{{0, 0}, {9, 9}, unknown}}), "flow", 1).isNull());
}
