// SPDX-License-Identifier: MIT
#include "render/line_labels.h"
#include "render/name_lines.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <rapidcheck.h>

#include <map>
#include <random>

using namespace guatu;
using namespace guatu::render;

namespace
{

std::string lines(const char* name, double most = 6)
{
    return nameLines(QString::fromUtf8(name), most).toStdString();
}

MapScene namedRoads()
{
    MapScene scene;
    auto table = std::make_shared<FeatureTable>();
    table->source = "road";
    table->geometry = GeometryColumn(GeometryType::Line);
    std::mt19937 random(7);
    TextColumn names;
    for (int i = 0; i < 40; ++i) {
        std::vector<Point> line;
        double x = static_cast<double>(random() % 20000);
        double y = static_cast<double>(random() % 20000);
        for (int k = 0; k < 30; ++k) {
            line.push_back({x, y});
            x += static_cast<double>(random() % 800);
            y += static_cast<double>(random() % 800) - 400;
        }
        table->geometry.addPart(line);
        table->geometry.endFeature();
        table->ids.push_back(i + 1);
        names.add("G" + std::to_string(100 + i / 2));
    }
    table->columns = {{"name", names}};
    scene.tables = {table};
    auto definition = std::make_shared<MapDefinition>();
    test::addLayer(*definition,
                   R"({"id": "road", "title": {"zh": "路", "en": "road"}, "source": "road",
                       "style": "road", "order": 1})",
                   R"({"id": "road", "classes": [{"id": "all", "title": {"zh": "路", "en": "road"},
                       "symbol": {"strokes": [{"colour": "#808080"}]}}],
                       "labels": [{"repeat_mm": 60, "mask": true}]})");
    scene.definition = definition;
    return scene;
}

} // namespace

TEST_CASE("a long name is parted where a reader would", "[render]")
{
    CHECK(lines("高桥镇小河村民委员会", 6) == "高桥镇\n小河村民委员会");
    CHECK(lines("景东彝族自治县文井镇", 6) == "景东彝族自治县\n文井镇");
    CHECK(lines("红土田安置点（二期）", 6) == "红土田安置点\n（二期）");
    CHECK(lines("Wuding County Office", 8) == "Wuding\nCounty Office");
    CHECK(lines("高桥镇小河村委会", 0) == "高桥镇小河村委会");
    CHECK(lines("高桥镇", 6) == "高桥镇");
    CHECK(lines("𠮷野𠮷野𠮷野𠮷野", 6) == "𠮷野𠮷野\n𠮷野𠮷野");
    CHECK(lines("Xiangyunzhenxiaoheckoucun", 6) == "Xiangyunzhenxiaoheckoucun");
}

TEST_CASE("two lines say the whole name, none of one character", "[render]")
{
    rc::check([] {
        const auto letters = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
        const QString from = QStringLiteral("县镇村委会小河（）A1 ·");
        QString name;
        for (const int letter : letters)
            name += from[letter];
        name = name.simplified();
        const QString parted = nameLines(name, 5);
        QString joined = parted;
        joined.remove('\n').remove(' ');
        QString plain = name;
        RC_ASSERT(joined == plain.remove(' '));
        const auto pieces = parted.split('\n');
        RC_ASSERT(pieces.size() <= 2);
        for (const QString& piece : pieces)
            RC_ASSERT(pieces.size() == 1 || piece.trimmed().size() >= 2);
    });
}

TEST_CASE("places along a line are a step apart and stay while panning", "[render]")
{
    MapView view;
    view.center = {5000, 0};
    view.metresPerPixel = 10;
    const std::vector<Point> line{{0, 0}, {4000, 0}, {4000, 3000}, {9000, 3000}}; // 1200 px
    const auto places = placesAlong(Canvas(view), line, 300, 50, 1e5);
    REQUIRE(places.size() == 4); // at 150, 450, 750 and 1050 pixels
    const Canvas canvas(view);
    CHECK(canvas.toMap(places[0]).x == Approx(1500));
    CHECK(canvas.toMap(places[1]).y == Approx(500));
    CHECK(placesAlong(canvas, line, 300, 1300, 1e5).empty()); // shorter than its name
    CHECK(placesAlong(canvas, line, 5000, 50, 1e5).size() == 1);
    // Only what is in view is walked, however long the line is and whatever its vertices are.
    const std::vector<Point> endless{{0, 0}, {1e13, 0}};
    CHECK(placesAlong(canvas, endless, 300, 50, 100).empty()); // beyond rounding
    const std::vector<Point> far{{-1e12, 0}, {1e12, 0}};
    CHECK(placesAlong(canvas, far, 300, 50, 100).size() <= 4);
    CHECK(placesAlong(canvas, far, 300, 50, 100).size() >= 3);
    const std::vector<Point> broken{{0, 0}, {1e300, -1e300}, {std::nan(""), 1}};
    CHECK(placesAlong(canvas, broken, 300, 50, 100).empty());
    view.center = {-4.0e7, 9.0e7};
    CHECK(placesAlong(Canvas(view), line, 300, 50, 100).empty());
}

TEST_CASE("names along roads repeat at a distance and do not flicker in 200 small pans", "[render]")
{
    needGui();
    const MapScene scene = namedRoads();
    MapView view;
    view.center = {12000, 10000};
    view.metresPerPixel = 20;
    view.width = 800;
    view.height = 600;
    std::mt19937 random(5);
    using Places = std::map<std::string, std::vector<QPointF>>;
    const auto placesIn = [](const MapPicture& picture) {
        const Canvas canvas(picture.view);
        Places places;
        for (const PlacedLabel& label : picture.labels)
            places[label.text].push_back(label.box.center() + QPointF(canvas.left(), canvas.top()));
        return places;
    };
    Places before = placesIn(drawMap(scene, view));
    CHECK(before.size() > 5);
    for (const auto& [name, places] : before)
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = i + 1; j < places.size(); ++j) {
                const QPointF way = places[i] - places[j];
                CHECK(std::hypot(way.x(), way.y()) >= 60 * 96 / 25.4 * 0.5);
            }
    std::size_t kept = 0;
    for (int step = 0; step < 200; ++step) {
        view.center.x += view.metresPerPixel * (static_cast<double>(random() % 21) - 10);
        view.center.y += view.metresPerPixel * (static_cast<double>(random() % 21) - 10);
        const Canvas canvas(view);
        const Places after = placesIn(drawMap(scene, view));
        const QRectF middle =
            canvas.bounds().translated(canvas.left(), canvas.top()).adjusted(130, 130, -130, -130);
        for (const auto& [name, places] : before)
            for (const QPointF& place : places) {
                if (!middle.contains(place))
                    continue;
                CAPTURE(step, name, place.x(), place.y());
                const auto now = after.find(name);
                REQUIRE(now != after.end());
                CHECK(std::any_of(now->second.begin(), now->second.end(), [&](const QPointF& p) {
                    return std::abs(p.x() - place.x()) + std::abs(p.y() - place.y()) < 1.5;
                }));
                ++kept;
            }
        before = after;
    }
    CHECK(kept > 1000);
}
