// SPDX-License-Identifier: MIT
#include "render/label_placer.h"
#include "render/labels.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <rapidcheck.h>

#include <algorithm>

using namespace guatu;
using namespace guatu::render;

namespace
{

MapView viewAt(double scale, Point center)
{
    MapView view;
    view.center = center;
    view.width = 900;
    view.height = 600;
    view.metresPerPixel = scale * 0.0254 / 96;
    return view;
}

bool operator==(const PlacedLabel& a, const PlacedLabel& b)
{
    return a.text == b.text && a.box == b.box && a.id == b.id && a.source == b.source;
}

} // namespace

TEST_CASE("no two names overlap and none is cut by the edge", "[render]")
{
    needGui();
    for (unsigned seed = 1; seed <= 6; ++seed) {
        const MapScene scene = test::countyScene(seed, 1500);
        for (const double scale : {60000.0, 150000.0, 300000.0, 500000.0}) {
            const MapView view = viewAt(scale, {497000.0 + 700 * seed, 2852000.0 - 900 * seed});
            const MapPicture picture = drawMap(scene, view);
            CAPTURE(seed, scale);
            for (std::size_t i = 0; i < picture.labels.size(); ++i) {
                CHECK(QRectF(0, 0, view.width, view.height).contains(picture.labels[i].box));
                for (std::size_t j = i + 1; j < picture.labels.size(); ++j) {
                    CAPTURE(picture.labels[i].text, picture.labels[j].text);
                    CHECK_FALSE(picture.labels[i].box.intersects(picture.labels[j].box));
                }
            }
        }
    }
}

TEST_CASE("names keep clear of rings and symbols", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene(2, 3000);
    const MapView view = viewAt(150000, {500000, 2850000});
    const MapPicture picture = drawMap(scene, view);
    const Canvas canvas(view);
    const auto layers = drawnLayers(scene, view.scaleDenominator());
    const auto symbols = layoutPoints(canvas, layers, Focus(scene.focus, canvas), {});
    REQUIRE(picture.labels.size() > 5);
    for (const PlacedLabel& label : picture.labels) {
        CAPTURE(label.text);
        for (const PointLayout& layout : symbols) {
            for (const ClusterRing& ring : layout.rings) {
                const QRectF box(ring.at.x() - ring.radius, ring.at.y() - ring.radius,
                                 2 * ring.radius, 2 * ring.radius);
                CHECK_FALSE(label.box.intersects(box));
            }
            for (const SinglePoint& single : layout.singles) {
                QRectF box = symbolBox(canvas, *layout.layer, single);
                const double rim = box.width() * 0.2;
                CHECK_FALSE(label.box.intersects(box.adjusted(rim, rim, -rim, -rim)));
            }
        }
    }
}

TEST_CASE("the same scene places the same names, and every name is placed or counted", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene(4, 2500);
    const MapView view = viewAt(180000, {500000, 2850000});
    const MapPicture first = drawMap(scene, view);
    const MapPicture again = drawMap(test::countyScene(4, 2500), view);
    CHECK(std::equal(first.labels.begin(), first.labels.end(), again.labels.begin(),
                     again.labels.end(),
                     [](const PlacedLabel& a, const PlacedLabel& b) { return a == b; }));
    CHECK(first.image == again.image);

    const Canvas canvas(view);
    const auto layers = drawnLayers(scene, view.scaleDenominator());
    const auto candidates =
        labelCandidates(canvas, scene, layers, {}, {}, Focus(scene.focus, canvas), 0);
    CHECK(first.labels.size() + first.unplacedLabels == candidates.size());
}

TEST_CASE("a name stays where it is while panning", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene(5, 1500);
    MapView view = viewAt(200000, {500000, 2850000});
    const MapPicture before = drawMap(scene, view);
    view.center.x += 60 * view.metresPerPixel;
    view.center.y -= 35 * view.metresPerPixel;
    const MapPicture after = drawMap(scene, view);
    std::size_t same = 0;
    std::size_t moved = 0;
    for (const PlacedLabel& a : before.labels) {
        const QRectF expected = a.box.translated(-60, -35);
        if (!QRectF(0, 0, 900, 600).adjusted(120, 120, -120, -120).contains(expected))
            continue; // at the rim other names come into view
        for (const PlacedLabel& b : after.labels) {
            if (a.source != b.source || a.id != b.id)
                continue;
            const QPointF off = b.box.topLeft() - expected.topLeft();
            ++(std::abs(off.x()) < 1e-6 && std::abs(off.y()) < 1e-6 ? same : moved);
        }
    }
    CHECK(same > 5);
    CHECK(moved == 0);
}

TEST_CASE("an area whose middle is out of sight is named in what is seen of it", "[render]")
{
    needGui();
    MapScene scene;
    auto table =
        test::boxTable("village", {{0, 0, 8000, 8000}, {8000, 0, 16000, 8000}}, {"a"}, {1, 1});
    TextColumn names;
    names.add("小河");
    names.add("海子");
    table->columns.emplace_back("name", std::move(names));
    scene.tables = {table};
    MapDefinition definition;
    test::addLayer(definition, R"({"id": "village", "title": {"zh": "村", "en": "village"},
                                   "source": "village", "style": "village", "order": 1})",
                   R"({"id": "village", "labels": [{"size_px": 14}], "classes": [
                       {"id": "all", "title": {"zh": "村", "en": "village"},
                        "symbol": {"fill": {"colour": "#DDDDDD"}}}]})");
    scene.definition = std::make_shared<MapDefinition>(definition);
    // Two thirds of the picture are a corner of the first village, the rest one of the second.
    MapView view;
    view.width = 600;
    view.height = 300;
    view.metresPerPixel = 4;
    view.center = {7600, 700};
    const MapPicture picture = drawMap(scene, view);
    REQUIRE(picture.labels.size() == 2);
    for (const PlacedLabel& label : picture.labels) {
        const Box area = table->geometry.box(label.text == "小河" ? 0 : 1);
        CHECK(QRectF(0, 0, 600, 300).contains(label.box));
        for (const QPointF corner : {label.box.topLeft(), label.box.bottomRight()})
            CHECK(area.contains(view.toMap(corner)));
    }
    // It stays on its ground while the map is dragged a little.
    view.center.y += 40;
    const MapPicture dragged = drawMap(scene, view);
    REQUIRE(dragged.labels.size() == 2);
    for (std::size_t i = 0; i < 2; ++i)
        CHECK(dragged.labels[i].box.top() - picture.labels[i].box.top() == Approx(10));
}

TEST_CASE("what is selected is named before all else", "[render]")
{
    needGui();
    MapScene scene = test::countyScene(4, 2500);
    const MapView view = viewAt(180000, {500000, 2850000});
    const Canvas canvas(view);
    const auto layers = drawnLayers(scene, view.scaleDenominator());
    const Focus focus(scene.focus, canvas);
    const auto usual = labelCandidates(canvas, scene, layers, {}, {}, focus, 0);
    const LabelCandidate& last = usual.back();
    scene.selections = {{last.layer->table->source, {last.layer->table->ids[last.row]}}};
    const auto candidates = labelCandidates(canvas, scene, layers, {}, {}, focus, 0);
    CHECK(candidates.front().text == last.text);
}

TEST_CASE("the badge of a listing stands before the name", "[render]")
{
    needGui();
    const MapScene scene = test::countyScene(1, 0);
    const MapView view = viewAt(150000, {500000, 2850000});
    const auto layers = drawnLayers(scene, view.scaleDenominator());
    const Canvas canvas(view);
    const auto candidates =
        labelCandidates(canvas, scene, layers, {}, {}, Focus(scene.focus, canvas), 0);
    std::size_t listed = 0;
    for (const LabelCandidate& label : candidates) {
        const FieldValue value = label.layer->table->value("listed", label.row);
        const auto* word = std::get_if<std::string>(&value);
        if (!word || *word == "none")
            continue;
        ++listed;
        REQUIRE(label.style->badge);
        CHECK(label.style->badge->symbol == "listed-" + *word);
    }
    CHECK(listed > 0);
}

TEST_CASE("a placer never gives out a taken box", "[render]")
{
    rc::check([] {
        LabelPlacer placer;
        std::vector<QRectF> taken;
        for (int i = 0; i < 60; ++i) {
            std::vector<QRectF> positions;
            for (int k = 0; k < 3; ++k) {
                positions.emplace_back(*rc::gen::inRange(-300, 300), *rc::gen::inRange(-300, 300),
                                       *rc::gen::inRange(1, 120), *rc::gen::inRange(1, 40));
            }
            const auto place = placer.place(positions, {});
            for (std::size_t k = 0; k < positions.size(); ++k) {
                const bool isFree =
                    std::none_of(taken.begin(), taken.end(),
                                 [&](const QRectF& box) { return box.intersects(positions[k]); });
                if (place && *place == k) {
                    RC_ASSERT(isFree);
                    break;
                }
                RC_ASSERT(!isFree); // an earlier position is only passed over when taken
            }
            if (place)
                taken.push_back(positions[*place]);
        }
    });
}
