// SPDX-License-Identifier: MIT
// Small pictures of every kind of symbol, as they were looked at and found right (golden/*.png). To
// draw them anew: GUATU_REGENERATE_GOLDEN=1, then look at each and run again without it.
#include "core/classified.h"
#include "render/map_font.h"
#include "render/map_picture.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"
#include "support/source_folder.h"

#include <QPainter>

#include <array>
#include <cstdlib>
#include <filesystem>

using namespace guatu;
using namespace guatu::render;

namespace
{

namespace fs = std::filesystem;

constexpr int tolerance = 28; // of 255: smoothing of edges may differ that much

std::string text(const QColor& c)
{
    return c.name(QColor::HexArgb).toStdString();
}

bool isNear(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) <= tolerance &&
           std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

/// Compares with golden/NAME.png and names the first wrong pixel; the picture drawn now lies in
/// golden/ beside the test program's folder.
void checkGolden(const std::string& name, const QImage& drawn)
{
    CAPTURE(name);
    REQUIRE(drawn.width() <= 96);
    REQUIRE(drawn.height() <= 96);
    const QImage now = drawn.convertToFormat(QImage::Format_RGB32);
    const fs::path beside =
        fs::path(QCoreApplication::applicationDirPath().toStdString()).parent_path() / "golden";
    fs::create_directories(beside);
    CHECK(now.save(QString::fromStdString((beside / (name + ".png")).string())));
    const fs::path file = test::sourceFolder() / "tests" / "render" / "golden" / (name + ".png");
    if (std::getenv("GUATU_REGENERATE_GOLDEN") != nullptr) {
        fs::create_directories(file.parent_path());
        REQUIRE(now.save(QString::fromStdString(file.string())));
        FAIL_CHECK("drawn anew: look at it, then run without GUATU_REGENERATE_GOLDEN");
        return;
    }
    const QImage golden(QString::fromStdString(file.string()));
    REQUIRE_FALSE(golden.isNull());
    REQUIRE(golden.size() == now.size());
    for (int y = 0; y < now.height(); ++y) {
        for (int x = 0; x < now.width(); ++x) {
            const QColor expected = golden.pixelColor(x, y);
            const QColor got = now.pixelColor(x, y);
            if (!isNear(expected, got)) {
                FAIL_CHECK("pixel (" << x << ", " << y << "): expected " << text(expected)
                                     << ", got " << text(got));
                return;
            }
        }
    }
}

/// `side` pixels wide and high, a metre each, (0, 0) in the middle.
MapView viewOf(int width, int height, double metresPerPixel = 1)
{
    MapView view;
    view.center = {0, 0};
    view.metresPerPixel = metresPerPixel;
    view.width = width;
    view.height = height;
    return view;
}

/// One layer of the table, in a shipped style.
MapScene sceneOf(const std::shared_ptr<FeatureTable>& table, const std::string& style,
                 const std::string& more = "")
{
    MapDefinition definition = loadMapDefinition(dataRoot());
    definition.layers = {parseLayer(R"({"id":"l","title":{"zh":"层","en":"Layer"},"source":"s",
                                        "style":")" +
                                        style + R"(","order":1)" + more + "}",
                                    "layer.json")};
    table->source = "s";
    MapScene scene;
    scene.tables = {table};
    scene.definition = std::make_shared<const MapDefinition>(classified(definition, scene.tables));
    return scene;
}

MapScene sceneIn(const std::shared_ptr<FeatureTable>& table, const std::string& styleJson)
{
    table->source = "s";
    MapDefinition definition;
    test::addLayer(
        definition,
        R"({"id":"l","title":{"zh":"层","en":"Layer"},"source":"s","style":"s","order":1})",
        styleJson);
    MapScene scene;
    scene.tables = {table};
    scene.definition = std::make_shared<const MapDefinition>(definition);
    return scene;
}

void setWord(FeatureTable& table, const std::string& column, const std::string& word)
{
    table.columns.emplace_back(
        column, CategoryColumn{{"unknown", word}, std::vector<std::uint8_t>(table.size(), 1)});
}

void setName(FeatureTable& table, const std::string& column, const std::string& name)
{
    TextColumn names;
    for (std::size_t i = 0; i < table.size(); ++i)
        names.add(name);
    table.columns.emplace_back(column, std::move(names));
}

std::shared_ptr<FeatureTable> box(const Box& area)
{
    return test::boxTable("s", {area}, {}, {0});
}

std::shared_ptr<FeatureTable> line(const std::vector<Point>& points)
{
    auto table = std::make_shared<FeatureTable>();
    table->geometry = GeometryColumn(GeometryType::Line);
    table->geometry.addPart(points);
    table->geometry.endFeature();
    table->ids = {1};
    return table;
}

std::shared_ptr<FeatureTable> points(const std::vector<Point>& at)
{
    return test::pointTable("s", at, {}, {});
}

const Box square{-24, -18, 24, 18};

} // namespace

TEST_CASE("status tints and their patterns look as they did", "[render][golden]")
{
    needGui();
    for (const std::string word : {"cleared", "uncleared", "at_risk", "exempt", "unknown"}) {
        auto table = box(square);
        setWord(*table, "clear", word);
        checkGolden("fill-" + word, drawMap(sceneOf(table, "status"), viewOf(64, 48)).image);
    }
}

TEST_CASE("boundaries and roads look as they did", "[render][golden]")
{
    needGui();
    for (const std::string level : {"prefecture", "county", "town", "village"}) {
        auto table = box({-60, -60, 20, 10});
        setWord(*table, "area_grade", "official");
        checkGolden("boundary-" + level,
                    drawMap(sceneOf(table, "boundary-" + level), viewOf(80, 48)).image);
    }
    struct Road {
        const char *name, *roadClass, *surface;
    };
    for (const Road& road :
         {Road{"road-trunk", "national", "asphalt"}, Road{"road-county", "county", "concrete"},
          Road{"road-county-gravel", "county", "gravel"},
          Road{"road-village-earth", "village", "earth"}}) {
        auto table = line({{-50, -14}, {-8, -10}, {6, 8}, {50, 12}});
        setWord(*table, "class", road.roadClass);
        setWord(*table, "surface", road.surface);
        checkGolden(road.name, drawMap(sceneOf(table, "road"), viewOf(80, 48)).image);
    }
}

TEST_CASE("outlines of listed places look as they did", "[render][golden]")
{
    needGui();
    struct Listed {
        const char *name, *style, *column, *word;
    };
    for (const Listed& listed : {Listed{"listed-double", "listed-county", "listed", "prefecture"},
                                 Listed{"listed-line", "listed-county", "listed", "county"},
                                 Listed{"listed-band", "listed-town", "listed", "county"},
                                 Listed{"listed-dashes", "listed-county", "rule_listed", "yes"}}) {
        auto table = box(square);
        setWord(*table, listed.column, listed.word);
        checkGolden(listed.name, drawMap(sceneOf(table, listed.style), viewOf(64, 48)).image);
    }
}

TEST_CASE("household symbols and rings look as they did", "[render][golden]")
{
    needGui();
    auto stack = points({{0, 0}, {2, 1}, {-1, 2}, {1, -2}, {20, 10}, {-22, -12}});
    stack->columns.emplace_back("class",
                                CategoryColumn{{"unknown", "unexited", "returned", "monitored",
                                                "marginal", "sudden", "ordinary"},
                                               {1, 2, 3, 4, 5, 6}});
    const std::string clustering = R"(,"clustering":{"below_scale":50000,"cell_mm":9,"singles":2})";
    checkGolden("marker-stack",
                drawMap(sceneOf(stack, "household", clustering), viewOf(72, 56)).image);
    std::vector<Point> many;
    for (int i = 0; i < 37; ++i)
        many.push_back({300.0 + i % 6 * 10, 300.0 + i / 6 * 10});
    auto ring = points(many);
    CategoryColumn classes{{"unknown", "unexited", "monitored", "marginal"}, {}};
    for (std::size_t i = 0; i < many.size(); ++i)
        classes.rows.push_back(static_cast<std::uint8_t>(i < 20 ? 1 : i < 30 ? 2 : 3));
    ring->columns.emplace_back("class", classes);
    checkGolden("cluster-ring",
                drawMap(sceneOf(ring, "household", clustering), viewOf(64, 64, 30)).image);
}

TEST_CASE("discs, charts and badges look as they did", "[render][golden]")
{
    needGui();
    auto discs = points({{-14, 0}, {16, 4}, {30, -16}});
    discs->columns.emplace_back("remaining_p",
                                NumberColumn{120, 40, std::numeric_limits<double>::quiet_NaN()});
    checkGolden("disc", drawMap(sceneOf(discs, "persons-disc"), viewOf(96, 64)).image);

    auto chart = points({{0, 0}});
    chart->columns = {{"hh_uncleared", NumberColumn{30}},
                      {"hh_at_risk", NumberColumn{10}},
                      {"hh_unknown", NumberColumn{20}},
                      {"hh_cleared", NumberColumn{60}},
                      {"open_problems", NumberColumn{17}}};
    checkGolden("ring-chart", drawMap(sceneOf(chart, "status-ring"), viewOf(64, 64)).image);
    checkGolden("badge", drawMap(sceneOf(chart, "problem-count"), viewOf(48, 40)).image);
    checkGolden("bar-chart", drawMap(sceneIn(chart, R"({"id":"s","classes":[
        {"id":"a","title":{"zh":"甲","en":"A"},"symbol":{"fill":{"colour":"#D7191C"}}},
        {"id":"b","title":{"zh":"乙","en":"B"},"symbol":{"fill":{"colour":"#1A9641"}}}],
        "chart":{"shape":"bar","least_mm":14,"most_mm":14,
                 "unit_word":{"zh":"户","en":"households"},
                 "parts":[{"class":"a","field":"hh_uncleared"},
                          {"class":"b","field":"hh_cleared"}]}})"),
                                     viewOf(80, 40))
                                 .image);
}

TEST_CASE("heat surfaces and flows look as they did", "[render][golden]")
{
    needGui();
    std::vector<Point> places;
    for (int i = 0; i < 60; ++i)
        places.push_back({i * 97 % 1900 - 1200.0, i * 61 % 1300 - 700.0});
    auto heat = points(places);
    setWord(*heat, "clear", "uncleared");
    checkGolden("heat", drawMap(sceneOf(heat, "density-households"), viewOf(96, 96, 80)).image);

    auto flows = std::make_shared<FeatureTable>();
    flows->geometry = GeometryColumn(GeometryType::Line);
    for (const std::array<Point, 2>& ends : {std::array<Point, 2>{{{-40, -30}, {38, 6}}},
                                             {{{38, 6}, {-40, -30}}},
                                             {{{-30, 36}, {38, 6}}},
                                             {{{10, 40}, {38, 6}}}}) {
        flows->geometry.addPart(ends);
        flows->geometry.endFeature();
    }
    flows->ids = {1, 2, 3, 4};
    flows->columns = {
        {"from", CategoryColumn{{"unknown", "village", "town", "county"}, {1, 1, 2, 3}}},
        {"persons", NumberColumn{200, 60, 90, std::numeric_limits<double>::quiet_NaN()}}};
    checkGolden("flow", drawMap(sceneOf(flows, "relocation-flow"), viewOf(96, 96)).image);
}

TEST_CASE("names look as they did in the map's own font", "[render][golden]")
{
    needGui();
    if (fontSubstitution()) {
        WARN("the map's font is not installed: names are not compared");
        return;
    }
    const auto labelled = [](const std::string& label, const std::string& name) {
        auto table = points({{-26, 0}});
        setName(*table, "name", name);
        MapScene scene = sceneIn(table, R"({"id":"s","classes":[{"id":"c","title":{"zh":"类",
            "en":"C"},"symbol":{"marker":{"symbol":"seat-village","size_mm":4}}}],"labels":[)" +
                                            label + "]}");
        QImage shade(2, 2, QImage::Format_RGB32);
        shade.fill(QColor(150, 180, 140)); // so that halos show
        scene.background = {{shade, {-50, -40, 50, 40}}};
        return drawMap(scene, viewOf(96, 48)).image;
    };
    checkGolden("label-halo", labelled(R"({"size_px":13,"bold":true})", "小河"));
    checkGolden("label-badge",
                labelled(R"({"badge":{"symbol":"listed-prefecture","size_mm":3.7}})", "高桥"));
    checkGolden("label-mask", labelled(R"({"mask":true,"halo":"#FFFBEF"})", "G108"));
    checkGolden("label-two-lines", labelled(R"({"wrap_em":3})", "大村民族乡"));
}

TEST_CASE("the graticule and its numbers look as they did", "[render][golden]")
{
    needGui();
    if (fontSubstitution())
        return; // said above
    MapScene scene;
    scene.crs = "EPSG:4543";
    scene.graticule = true;
    MapView view = viewOf(96, 72, 60);
    view.center = {500000, 2850000};
    MapPicture picture = drawMap(scene, view);
    QPainter painter(&picture.image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGridLabels(painter, picture);
    painter.end();
    checkGolden("graticule", picture.image);
}
