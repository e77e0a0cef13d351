// SPDX-License-Identifier: MIT
#include "basemap/basemap_sheet.h"

#include "support/catch.h"
#include "support/gui.h"
#include "support/temporary_folder.h"
#include "support/tile_server.h"

#include <QBuffer>
#include <QEventLoop>
#include <QPainter>

#include <cmath>

using namespace guatu;
using namespace guatu::basemap;
using namespace guatu::test;

namespace
{

constexpr FetchLimits hasty{500, 1000, 0, 1, 4};

/// Places on the ground in the service's own datum, which tiles are painted with.
struct Mark {
    Point lonLat;
    QColor colour;
};

/// A tile that shows each mark as a disc of 5 pixels.
TileAnswer markedTile(const TileRequest& request, const TileMatrix& matrix,
                      const std::vector<Mark>& marks)
{
    const QStringList parts = request.path.split('/');
    const int zoom = parts[1].toInt();
    const QPointF corner(parts[2].toInt() * 256.0, parts[3].toInt() * 256.0);
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const Mark& mark : marks) {
        const Point at = matrix.pixelOf(mark.lonLat, zoom);
        painter.setBrush(mark.colour);
        painter.drawEllipse(QPointF(at.x, at.y) - corner, 5, 5);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {200, bytes};
}

SheetState show(BasemapSheet& sheet, const render::MapView& view, bool withSurroundings = false)
{
    QEventLoop loop;
    QObject::connect(&sheet, &BasemapSheet::settled, &loop, &QEventLoop::quit);
    sheet.ask({view, "EPSG:4543", withSurroundings});
    loop.exec();
    return sheet.state();
}

/// What a map of these pieces shows, nothing else on it.
QImage pictureOf(const SheetState& state, const render::MapView& view)
{
    render::MapScene scene;
    scene.definition = std::make_shared<MapDefinition>();
    scene.background = state.pieces;
    return render::drawMap(scene, view).image;
}

/// The middle of what has a mark's colour; colours are red, green or blue.
QPointF middleOf(const QImage& image, const QColor& colour)
{
    double x = 0, y = 0, all = 0;
    for (int row = 0; row < image.height(); ++row) {
        for (int column = 0; column < image.width(); ++column) {
            const QColor at = image.pixelColor(column, row);
            const int others = colour == Qt::red     ? (at.green() + at.blue()) / 2
                               : colour == Qt::green ? (at.red() + at.blue()) / 2
                                                     : (at.red() + at.green()) / 2;
            const double weight = 255 - others;
            const int own = colour == Qt::red     ? at.red()
                            : colour == Qt::green ? at.green()
                                                  : at.blue();
            if (own < 240 || weight < 20)
                continue;
            x += weight * (column + 0.5);
            y += weight * (row + 0.5);
            all += weight;
        }
    }
    return {x / all, y / all};
}

render::MapView viewAt(Point plane, double metresPerPixel)
{
    render::MapView view;
    view.center = plane;
    view.metresPerPixel = metresPerPixel;
    view.width = 400;
    view.height = 300;
    return view;
}

std::string members(const std::string& datum, const std::string& matrix)
{
    return R"(,"datum":")" + datum + R"(","matrix":")" + matrix + R"(","max_zoom":18)";
}

} // namespace

TEST_CASE("marks of a service lie on the map where the ground has them, to a pixel", "[basemap]")
{
    needGui();
    const auto [datum, matrixName] = GENERATE(table<std::string, std::string>(
        {{"gcj02", "EPSG:3857"}, {"wgs84", "EPSG:3857"}, {"cgcs2000", "EPSG:4490"}}));
    const double metres = GENERATE(2.4, 19.0, 150.0); // zooms 16, 13 and 10
    const double rotation = GENERATE(0.0, 30.0);
    const TileMatrix matrix(matrixName == "EPSG:4490" ? TileScheme::Degrees
                                                      : TileScheme::WebMercator);
    const Transform plane("EPSG:4490", "EPSG:4543");
    const Point middle = plane.forward({102.4, 25.53});
    render::MapView view = viewAt(middle, metres);
    view.rotation = rotation;
    std::vector<Mark> marks;
    std::vector<QPointF> expected;
    const QPointF wanted[]{{60.3, 50.7}, {340.1, 80.2}, {180.6, 250.4}};
    const QColor colours[]{Qt::red, Qt::green, Qt::blue};
    for (int i = 0; i < 3; ++i) {
        const Point ground = plane.inverse(view.toMap(wanted[i])); // CGCS2000
        marks.push_back({datum == "gcj02" ? gcj02FromWgs84(ground) : ground, colours[i]});
    }
    TileServer server(
        [&](const TileRequest& request) { return markedTile(request, matrix, marks); });
    const TemporaryFolder folder;
    BasemapSheet sheet(folder.path(), 1 << 20, hasty);
    sheet.setService(
        parseBasemap(server.definition("/{z}/{x}/{y}", members(datum, matrixName)), "a.json"), {});
    sheet.setOnline(true);
    const SheetState state = show(sheet, view);
    CHECK(state.isSharp);
    CHECK(state.missing == 0);
    const QImage picture = pictureOf(state, view);
    for (int i = 0; i < 3; ++i) {
        const QPointF found = middleOf(picture, colours[i]);
        CAPTURE(datum, matrixName, metres, rotation, i, found.x(), found.y());
        CHECK(std::hypot(found.x() - wanted[i].x(), found.y() - wanted[i].y()) < 1);
    }
}

TEST_CASE("tiles that are kept are shown with the network off", "[basemap]")
{
    needGui();
    const Transform plane("EPSG:4490", "EPSG:4543");
    const render::MapView view = viewAt(plane.forward({101.6, 25.1}), 30);
    const TemporaryFolder folder;
    TileServer server([](const TileRequest&) { return TileAnswer{200, plainTile(Qt::blue)}; });
    const Basemap basemap = parseBasemap(server.definition(), "a.json");
    {
        BasemapSheet sheet(folder.path(), 1 << 20, hasty);
        sheet.setService(basemap, {});
        sheet.setOnline(true);
        CHECK(show(sheet, view).isSharp);
    }
    const std::size_t asked = server.requests.size();
    const int connected = server.connections;
    BasemapSheet offline(folder.path(), 1 << 20, hasty);
    offline.setService(basemap, {});
    const SheetState state = show(offline, view);
    CHECK(state.isSharp);
    CHECK(pictureOf(state, view).pixelColor(200, 150) == QColor(Qt::blue));
    // Nearer, where nothing is kept: the coarser ones, larger.
    const SheetState nearer = show(offline, viewAt(view.center, 8));
    CHECK_FALSE(nearer.isSharp);
    CHECK(nearer.missing > 0);
    CHECK(pictureOf(nearer, viewAt(view.center, 8)).pixelColor(200, 150) == QColor(Qt::blue));
    CHECK(server.requests.size() == asked);
    CHECK(server.connections == connected);
}

TEST_CASE("where a service has no finer tile, the coarser one stays and is told once", "[basemap]")
{
    needGui();
    TileServer server([](const TileRequest& request) {
        const int zoom = request.path.section('/', 1, 1).toInt();
        return zoom > 11 ? TileAnswer{404, "none"} : TileAnswer{200, plainTile(Qt::green)};
    });
    const TemporaryFolder folder;
    BasemapSheet sheet(folder.path(), 1 << 20, hasty);
    sheet.setService(parseBasemap(server.definition(), "a.json"), {});
    sheet.setOnline(true);
    std::vector<std::string> reasons;
    QObject::connect(&sheet, &BasemapSheet::failed,
                     [&](const Message& why) { reasons.push_back(why.id); });
    const Transform plane("EPSG:4490", "EPSG:4543");
    const render::MapView view = viewAt(plane.forward({101.6, 25.1}), 20); // zoom 13, around it 11
    const SheetState state = show(sheet, view, true);
    CHECK_FALSE(state.isSharp);
    CHECK(pictureOf(state, view).pixelColor(10, 10) == QColor(Qt::green));
    CHECK(reasons == std::vector<std::string>{"basemap.not_found"});
    const std::size_t asked = server.requests.size();
    show(sheet, view, true);
    CHECK(server.requests.size() == asked); // not asked for again
}

TEST_CASE("an old tile is shown and asked for anew", "[basemap]")
{
    needGui();
    const Transform plane("EPSG:4490", "EPSG:4543");
    const render::MapView view = viewAt(plane.forward({101.6, 25.1}), 30);
    const TemporaryFolder folder;
    QColor colour = Qt::red;
    TileServer server([&](const TileRequest&) { return TileAnswer{200, plainTile(colour)}; });
    const Basemap basemap = parseBasemap(server.definition(), "a.json");
    {
        BasemapSheet sheet(folder.path(), 1 << 20, hasty);
        sheet.setService(basemap, {});
        sheet.setOnline(true);
        show(sheet, view);
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
        if (entry.is_regular_file())
            std::filesystem::last_write_time(entry.path(),
                                             TileStore::Clock::now() - std::chrono::hours(24 * 40));
    colour = Qt::blue;
    BasemapSheet sheet(folder.path(), 1 << 20, hasty);
    sheet.setService(basemap, {});
    const SheetState offline = show(sheet, view);
    CHECK(pictureOf(offline, view).pixelColor(200, 150) == QColor(Qt::red));
    sheet.setOnline(true);
    CHECK(pictureOf(show(sheet, view), view).pixelColor(200, 150) == QColor(Qt::blue));
}

TEST_CASE("layers lie over each other, and no key is ever on disk", "[basemap]")
{
    needGui();
    TileServer server([](const TileRequest& request) {
        QImage image(256, 256, QImage::Format_ARGB32);
        image.fill(request.path.startsWith("/names") ? QColor(255, 0, 0, 128) : QColor(Qt::blue));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return TileAnswer{200, bytes};
    });
    const std::string host = server.host().toStdString();
    const Basemap basemap = parseBasemap(
        R"({"id":"two","title":{"zh":"两层","en":"Two"},"kind":"wmts","urls":[")" + host +
            R"(/ground/{z}/{x}/{y}?k={tk}",")" + host + R"(/names/{z}/{x}/{y}?k={tk}"],
            "keys":[{"name":"tk","title":{"zh":"密钥","en":"Key"}}],"matrix":"EPSG:4490"})",
        "a.json");
    const TemporaryFolder folder;
    BasemapSheet sheet(folder.path(), 1 << 20, hasty);
    sheet.setService(basemap, {{"tk", "geheim"}});
    sheet.setOnline(true);
    const Transform plane("EPSG:4490", "EPSG:4543");
    const render::MapView view = viewAt(plane.forward({101.6, 25.1}), 30);
    const QColor mixed = pictureOf(show(sheet, view), view).pixelColor(200, 150);
    CHECK(std::abs(mixed.red() - 128) <= 2);
    CHECK(std::abs(mixed.blue() - 127) <= 2);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
        CHECK(entry.path().string().find("geheim") == std::string::npos);
}

TEST_CASE("while panning only what is new is drawn", "[basemap]")
{
    needGui();
    TileServer server([](const TileRequest&) { return TileAnswer{200, plainTile(Qt::blue)}; });
    const TemporaryFolder folder;
    BasemapSheet sheet(folder.path(), 1 << 20, hasty);
    sheet.setService(parseBasemap(server.definition(), "a.json"), {});
    sheet.setOnline(true);
    const Transform plane("EPSG:4490", "EPSG:4543");
    render::MapView view = viewAt(plane.forward({101.6, 25.1}), 30);
    const auto before = show(sheet, view).pieces;
    view.center.x += 30 * 200;
    const auto after = show(sheet, view).pieces;
    std::size_t same = 0;
    for (const render::RasterPiece& piece : after)
        same += std::ranges::count(before, piece) != 0 ? 1 : 0;
    CHECK(same > 0);
}
