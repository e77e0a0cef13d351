// SPDX-License-Identifier: MIT
#include "render/map_picture.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <QPainter>

#include <algorithm>
#include <random>

using namespace guatu;
using namespace guatu::render;

namespace
{

struct Range {
    int least[3] = {255, 255, 255}, most[3] = {0, 0, 0};
};

/// The darkest and lightest of each colour in the three by three pixels around a place.
Range around(const QImage& image, int x, int y)
{
    Range range;
    for (int v = std::max(0, y - 1); v <= std::min(image.height() - 1, y + 1); ++v) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(v));
        for (int u = std::max(0, x - 1); u <= std::min(image.width() - 1, x + 1); ++u) {
            const int parts[3] = {qRed(row[u]), qGreen(row[u]), qBlue(row[u])};
            for (int i = 0; i < 3; ++i) {
                range.least[i] = std::min(range.least[i], parts[i]);
                range.most[i] = std::max(range.most[i], parts[i]);
            }
        }
    }
    return range;
}

struct Difference {
    std::size_t beyond = 0; ///< pixels that smoothing of edges does not explain
    double mean = 0;        ///< of 255
};

/// A pixel is explained when its colour lies between those of the other picture's pixels around.
Difference compare(const QImage& a, const QImage& b)
{
    constexpr int slack = 40;
    Difference difference;
    for (int y = 0; y < a.height(); ++y) {
        const auto* rowA = reinterpret_cast<const QRgb*>(a.constScanLine(y));
        const auto* rowB = reinterpret_cast<const QRgb*>(b.constScanLine(y));
        for (int x = 0; x < a.width(); ++x) {
            if (rowA[x] == rowB[x])
                continue;
            const int p[3] = {qRed(rowA[x]), qGreen(rowA[x]), qBlue(rowA[x])};
            const int q[3] = {qRed(rowB[x]), qGreen(rowB[x]), qBlue(rowB[x])};
            const Range near = around(b, x, y);
            bool isBeyond = false;
            for (int i = 0; i < 3; ++i) {
                difference.mean += std::abs(p[i] - q[i]);
                isBeyond = isBeyond || p[i] < near.least[i] - slack || p[i] > near.most[i] + slack;
            }
            difference.beyond += isBeyond ? 1 : 0;
        }
    }
    difference.mean /= 3.0 * a.width() * a.height();
    return difference;
}

QImage plainPicture(const MapScene& scene, const MapView& view)
{
    QImage image(qRound(view.width * view.pixelRatio), qRound(view.height * view.pixelRatio),
                 QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paintMap(painter, scene, view);
    return image;
}

/// The county with a mass of points that stand alone and everything shown at every scale.
MapScene fullScene()
{
    MapScene scene = test::countyScene(3, 25000);
    auto definition = *scene.definition;
    for (Layer& layer : definition.layers) {
        layer.maxScale = 1e12;
        if (layer.source == "household")
            layer.clustering.reset();
    }
    for (auto& [id, style] : definition.styles) {
        for (StyleClass& styleClass : style.classes)
            styleClass.maxScale = 1e12;
    }
    scene.definition = std::make_shared<const MapDefinition>(std::move(definition));
    for (const Layer& layer : scene.definition->layers) {
        if (isFigure(scene.definition->styleOf(layer).figure))
            scene.hiddenLayers.erase(layer.id);
    }
    return scene;
}

MapView randomView(std::mt19937& random)
{
    std::uniform_real_distribution<double> east(480000, 520000);
    std::uniform_real_distribution<double> north(2830000, 2870000);
    std::uniform_real_distribution<double> scale(std::log(2.0), std::log(300.0));
    MapView view;
    view.center = {east(random), north(random)};
    view.metresPerPixel = std::exp(scale(random));
    view.width = 300 + static_cast<int>(random() % 80);
    view.height = 200 + static_cast<int>(random() % 80);
    view.pixelRatio = random() % 5 == 0 ? 2 : random() % 5 == 1 ? 1.25 : 1;
    return view;
}

/// Every third view is turned; quarters are exact, so they are a case of their own.
double randomRotation(std::mt19937& random)
{
    if (random() % 3 != 0)
        return 0;
    return random() % 4 == 0 ? 90.0 * static_cast<double>(random() % 4)
                             : static_cast<double>(random() % 3600) / 10;
}

/// A soft raster under the county.
void addBackground(MapScene& scene)
{
    QImage raster(80, 60, QImage::Format_RGB32);
    for (int y = 0; y < raster.height(); ++y)
        for (int x = 0; x < raster.width(); ++x)
            raster.setPixel(x, y, qRgb(3 * x, 4 * y, 120));
    scene.background = {{raster, {482000, 2832000, 517000, 2868000}}};
}

} // namespace

TEST_CASE("the quick picture is the plain one within the smoothing of edges", "[render]")
{
    needGui();
    MapScene scene = fullScene();
    std::mt19937 random(20), turns(3);
    for (int i = 0; i < 200; ++i) {
        MapView view = randomView(random);
        view.rotation = randomRotation(turns);
        scene.focus = GeometryColumn(GeometryType::Polygon);
        if (i % 4 == 0) { // one of the townships
            const GeometryColumn& towns = scene.tables[2]->geometry;
            scene.focus.addPart(towns.part(static_cast<std::size_t>(i) % towns.size(), 0));
            scene.focus.endFeature();
        }
        scene.background = {};
        if (i % 7 == 0)
            addBackground(scene);
        scene.selections.clear();
        if (i % 3 == 0)
            scene.selections = {{"village", {3, 12, 30}}, {"household", {5, 77}}};
        const QImage quick = drawMap(scene, view).image;
        const QImage plain = plainPicture(scene, view);
        const Difference difference = compare(quick, plain);
        CAPTURE(i, view.center.x, view.center.y, view.metresPerPixel, view.pixelRatio,
                view.rotation, difference.mean);
        const auto all = static_cast<double>(quick.width() * quick.height());
        CHECK(static_cast<double>(difference.beyond) <= all * 0.001);
        CHECK(difference.mean < 2);
    }
}

TEST_CASE("panning by whole pixels shows the same ground", "[render]")
{
    needGui();
    const MapScene scene = fullScene();
    MapView view;
    view.center = {500123.4, 2850321.9};
    view.metresPerPixel = 21.7;
    view.width = 500;
    view.height = 300;
    view.rotation = GENERATE(0.0, 90.0, 33.3);
    const QImage before = drawMap(scene, view).image;
    MapScene fresh = scene;
    fresh.cache = makeSceneCache();
    view.center.x += 60 * view.metresPerPixel;
    const QImage kept = drawMap(scene, view).image;
    const QImage anew = drawMap(fresh, view).image;
    CHECK(kept == anew);
    CHECK(before != kept);
}
