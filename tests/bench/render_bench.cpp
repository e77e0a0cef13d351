// SPDX-License-Identifier: MIT
#include "commands.h"

#include "prefecture_scene.h"
#include "process_memory.h"
#include "render/drawn_tiles.h"
#include "render/labels.h"
#include "render/map_cache.h"
#include "render/symbol_layout.h"
#include "support/gui.h"

#include <fmt/format.h>

#include <QPainter>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <thread>
#include <unistd.h>

namespace guatu::bench
{
namespace
{

struct Options {
    std::filesystem::path data, peers, pictures, prepare;
    std::vector<std::size_t> households{0};
    std::vector<std::string> sizes{"1920x1080", "3840x2160"};
    std::vector<std::string> places{"prefecture", "county", "township", "village"};
    std::string format = "table";
    int runs = 7;
    int soak = 0;
};

/// Wall time of the best and the middle run, and processor time of the best, in milliseconds.
struct Times {
    double best = 0, median = 0, processor = 0, worst = 0;
};

struct Row {
    std::string place, size;
    std::size_t households = 0, names = 0, unplaced = 0;
    double bound = 0, first = 0;
    Times warm, pan, scaled, sharp, hover, placing;
    double peak = 0;
    double peer = 0; ///< ms; 0: none is installed
};

/// The first picture of a process, the prefecture at 1920 by 1080: milliseconds and megabytes.
struct First {
    bool hadCache = false;
    double wall = 0, processor = 0, cacheMegabytes = 0, resident = 0;
};

/// Runs `work` and takes its times.
template <class Work>
Times timesOf(int runs, const Work& work)
{
    std::vector<double> walls;
    double processor = std::numeric_limits<double>::infinity();
    for (int run = 0; run < runs; ++run) {
        const double before = processorMilliseconds();
        walls.push_back(milliseconds([&] { work(run); }));
        processor = std::min(processor, processorMilliseconds() - before);
    }
    std::sort(walls.begin(), walls.end());
    return {walls.front(), walls[walls.size() / 2], processor, walls[walls.size() * 99 / 100]};
}

render::MapView viewOf(const Box& box, int width, int height)
{
    return render::MapView::fitting(box, width, height, 96, 0.02 / 1.04);
}

/// What the window does at once when the wheel turns: the picture it has, scaled.
void scalePicture(const QImage& picture, QImage& screen, double factor)
{
    QPainter painter(&screen);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF size = QSizeF(picture.size()) * factor;
    painter.drawImage(
        QRectF({(screen.width() - size.width()) / 2, (screen.height() - size.height()) / 2}, size),
        picture);
}

/// Seconds that a peer's script takes for the same picture, in ms; 0 where it is not installed.
double peerTime(const Options& options, const std::string& place, const std::string& size)
{
    if (options.peers.empty())
        return 0;
    const std::string command = fmt::format(
        "cd '{}' && for peer in render_mapserver.py render_qgis.py render_mapnik.py; do "
        "/usr/bin/python3 $peer {} {} 2 2>/dev/null; done",
        options.peers.string(), place, size);
    FILE* pipe = popen(command.c_str(), "r");
    double best = 0;
    char line[4096];
    while (pipe && fgets(line, sizeof line, pipe)) {
        const std::string text(line);
        const auto at = text.find("\"warm\": ");
        if (at == std::string::npos)
            continue;
        const double seconds = std::strtod(text.c_str() + at + 8, nullptr);
        best = best == 0 ? seconds * 1000 : std::min(best, seconds * 1000);
    }
    if (pipe)
        pclose(pipe);
    return best;
}

double boundOf(const std::string& place, int width)
{
    const bool large = width > 1920;
    if (place == "prefecture")
        return large ? 180 : 100;
    if (place == "county")
        return large ? 120 : 70;
    if (place == "township")
        return large ? 50 : 25;
    return large ? 20 : 10;
}

/// Finding places for all names of a view, without drawing them.
Times measurePlacing(const Options& options, const render::MapScene& scene,
                     const render::MapView& view)
{
    const render::Canvas canvas(view);
    const auto layout = render::symbolLayout(scene, view);
    return timesOf(options.runs,
                   [&](int) { (void)render::placeLabels(canvas, scene, *layout, {}); });
}

void measurePan(const Options& options, const render::MapScene& scene, render::MapView view,
                Row& row)
{
    (void)render::drawMap(scene, view);
    row.pan = timesOf(options.runs * 6, [&](int run) {
        const double step = 200 * view.metresPerPixel;
        view.center.x += run / 6 % 2 == 0 ? step : -step / 2;
        view.center.y += run % 3 == 0 ? step / 2 : -step / 4;
        (void)render::drawMap(scene, view);
    });
}

/// What lies under a pointer that rests at places of the picture just drawn.
void measureHover(const Options& options, const render::MapScene& scene,
                  const render::MapView& view, Row& row)
{
    (void)render::drawMap(scene, view);
    (void)render::hitTest(scene, view, {}); // as the window's worker does behind every picture
    row.hover = timesOf(options.runs * 10, [&](int run) {
        const QPointF at(view.width * (0.1 + run * 7 % 17 / 20.0),
                         view.height * (0.1 + run * 5 % 13 / 16.0));
        (void)render::hitTest(scene, view, at);
    });
}

Row measure(const Options& options, PrefectureScene& data, std::size_t place,
            const std::string& size)
{
    int width = 1920;
    int height = 1080;
    std::sscanf(size.c_str(), "%dx%d", &width, &height);
    const render::MapView view = viewOf(data.places[place].second, width, height);
    render::MapScene& scene = data.scene;
    Row row;
    row.place = data.places[place].first;
    row.size = size;
    row.bound = boundOf(row.place, width);
    row.households = scene.tables.back()->size();
    startPeak();
    render::MapPicture picture;
    row.first = milliseconds([&] { picture = render::drawMap(scene, view); });
    row.names = picture.labels.size();
    row.unplaced = picture.unplacedLabels;
    row.warm = timesOf(options.runs, [&](int) {
        render::forgetTiles(scene);
        picture = render::drawMap(scene, view);
    });
    if (!options.pictures.empty()) {
        std::filesystem::create_directories(options.pictures);
        picture.image.save(QString::fromStdString(
            (options.pictures / fmt::format("{}-{}.png", row.place, size)).string()));
    }
    QImage screen(width, height, QImage::Format_ARGB32_Premultiplied);
    row.scaled =
        timesOf(options.runs, [&](int) { scalePicture(picture.image, screen, std::sqrt(2.0)); });
    row.sharp = timesOf(options.runs, [&](int run) {
        render::MapView zoomed = view;
        zoomed.metresPerPixel /= std::pow(2, 0.5 + run * 0.01);
        (void)render::drawMap(scene, zoomed);
    });
    row.placing = measurePlacing(options, scene, view);
    measurePan(options, scene, view, row);
    measureHover(options, scene, view, row);
    row.peak = peakMegabytes();
    row.peer = peerTime(options, row.place, size);
    return row;
}

void printTable(const std::vector<Row>& rows)
{
    fmt::print("{:<11}{:<10}{:>9} |{:>7} |{:>7}{:>7}{:>7}{:>6} |{:>7}{:>7} |{:>7}{:>7} |{:>7}{:>7} "
               "|{:>6} |{:>7}{:>9}{:>9} |{:>8}\n",
               "place", "pixels", "points", "first", "warm", "median", "cpu", "bar", "pan", "p99",
               "scaled", "sharp", "hover", "p99", "peak", "names", "no room", "placing", "x peer");
    for (const Row& row : rows) {
        const std::string peer =
            row.peer > 0 ? fmt::format("{:.1f}", row.peer / row.warm.best) : "-";
        fmt::print(
            "{:<11}{:<10}{:>9} |{:>7.1f} |{:>7.1f}{:>7.1f}{:>7.1f}{:>6.0f} |{:>7.1f}{:>7.1f} "
            "|{:>7.1f}{:>7.1f} |{:>7.1f}{:>7.1f} |{:>6.0f} |{:>7}{:>9}{:>9.1f} |{:>8}\n",
            row.place, row.size, row.households, row.first, row.warm.best, row.warm.median,
            row.warm.processor, row.bound, row.pan.median, row.pan.worst, row.scaled.best,
            row.sharp.best, row.hover.median, row.hover.worst, row.peak, row.names, row.unplaced,
            row.placing.median, peer);
    }
}

void printJson(const std::vector<First>& firsts, const std::vector<Row>& rows)
{
    std::vector<std::string> begins;
    for (const First& first : firsts)
        begins.push_back(fmt::format(
            R"({{"first_picture_ms":{:.1f},"with_cache":{},"processor_ms":{:.1f},)"
            R"("cache_mb":{:.1f},"resident_mb":{:.0f}}})",
            first.wall, first.hadCache, first.processor, first.cacheMegabytes, first.resident));
    std::vector<std::string> lines;
    for (const Row& r : rows) {
        lines.push_back(fmt::format(
            R"({{"place":"{}","pixels":"{}","households":{},"first_ms":{:.2f},"warm_ms":{:.2f},)"
            R"("warm_median_ms":{:.2f},"warm_processor_ms":{:.2f},"bar_ms":{:.0f},)"
            R"("pan_median_ms":{:.2f},"pan_p99_ms":{:.2f},"pan_processor_ms":{:.2f},)"
            R"("scaled_ms":{:.2f},"sharp_ms":{:.2f},"hover_median_ms":{:.2f},"hover_p99_ms":{:.2f},)"
            R"("peak_mb":{:.0f},"names":{},"unplaced_names":{},"placing_ms":{:.2f},"peer_ms":{}}})",
            r.place, r.size, r.households, r.first, r.warm.best, r.warm.median, r.warm.processor,
            r.bound, r.pan.median, r.pan.worst, r.pan.processor, r.scaled.best, r.sharp.best,
            r.hover.median, r.hover.worst, r.peak, r.names, r.unplaced, r.placing.median,
            r.peer > 0 ? fmt::format("{:.1f}", r.peer) : "null"));
    }
    fmt::print("{{\"first\":[{}],\n\"pictures\":[{}]}}\n", fmt::join(begins, ",\n"),
               fmt::join(lines, ",\n "));
}

/// The first picture of a process, with a cache file that is there or that it makes.
First drawFirst(PrefectureScene& data, const std::filesystem::path& cacheFile)
{
    First first;
    first.hadCache = std::filesystem::exists(cacheFile);
    const render::MapView view = viewOf(data.places[0].second, 1920, 1080);
    data.scene.cache = render::makeSceneCache(cacheFile);
    const double before = processorMilliseconds();
    first.wall = milliseconds([&] { (void)render::drawMap(data.scene, view); });
    first.processor = processorMilliseconds() - before;
    render::saveMapCache(data.scene);
    first.cacheMegabytes = static_cast<double>(std::filesystem::file_size(cacheFile)) / 1e6;
    first.resident = residentMegabytes();
    return first;
}

void print(const First& first)
{
    fmt::print("first prefecture picture {}: {:.0f} ms, {:.0f} ms of processors, cache {:.1f} MB, "
               "resident {:.0f} MB\n",
               first.hadCache ? "with the cache" : "without a cache", first.wall, first.processor,
               first.cacheMegabytes, first.resident);
}

/// Has another process draw the first picture and leave the cache, as opening a workspace the
/// first time does, so that this one begins as the second opening.
void prepareApart(const Options& options, std::size_t households,
                  const std::filesystem::path& cacheFile)
{
    const QStringList arguments{QStringLiteral("render"),
                                QStringLiteral("--data"),
                                QString::fromStdString(options.data.string()),
                                QStringLiteral("--households"),
                                QString::number(households),
                                QStringLiteral("--prepare"),
                                QString::fromStdString(cacheFile.string())};
    if (QProcess::execute(QStringLiteral("/proc/self/exe"), arguments) != 0)
        throw std::runtime_error("the cache could not be prepared");
}

/// Draws many random views and says whether memory grows.
void soak(const Options& options, PrefectureScene& data)
{
    std::mt19937 random(1);
    const Box whole = data.places[0].second;
    std::uniform_real_distribution<double> share(0, 1);
    fmt::print("soak: views drawn, resident MB\n");
    for (int i = 0; i <= options.soak; ++i) {
        if (i % std::max(1, options.soak / 10) == 0)
            fmt::print("{:>8}{:>8.0f}\n", i, residentMegabytes());
        render::MapView view;
        view.width = 480;
        view.height = 320;
        view.center = {whole.minX + share(random) * whole.width(),
                       whole.minY + share(random) * whole.height()};
        view.metresPerPixel = 0.5 * std::exp(share(random) * 6);
        (void)render::drawMap(data.scene, view);
    }
}

void run(const Options& options)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    needGui();
    if (!options.prepare.empty()) {
        PrefectureScene data = prefectureScene(options.data, options.households.front());
        const First first = drawFirst(data, options.prepare);
        std::fprintf(stderr, "first prefecture picture without a cache: %.0f ms\n", first.wall);
        return;
    }
    std::vector<First> firsts;
    std::vector<Row> rows;
    for (const std::size_t households : options.households) {
        const auto cacheFile = std::filesystem::temp_directory_path() /
                               fmt::format("guatu-bench-{}.mapcache", getpid());
        std::filesystem::remove(cacheFile);
        prepareApart(options, households, cacheFile);
        PrefectureScene data = prefectureScene(options.data, households);
        const bool speaks = options.format == "table";
        if (data.made && speaks)
            fmt::print("No data in {}: a made-up prefecture is drawn.\n", options.data.string());
        if (speaks) {
            fmt::print(
                "{} villages, {} buildings, {} roads; {} threads; times in ms, memory in MB\n",
                data.scene.tables[0]->size(), data.scene.tables[1]->size(),
                data.scene.tables[2]->size(), std::thread::hardware_concurrency());
        }
        firsts.push_back(drawFirst(data, cacheFile));
        if (speaks)
            print(firsts.back());
        if (options.soak > 0)
            soak(options, data);
        for (const std::string& size : options.sizes) {
            for (std::size_t place = 0; place < data.places.size(); ++place) {
                if (std::find(options.places.begin(), options.places.end(),
                              data.places[place].first) != options.places.end())
                    rows.push_back(measure(options, data, place, size));
            }
        }
        std::filesystem::remove(cacheFile);
    }
    if (options.format == "json")
        printJson(firsts, rows);
    else
        printTable(rows);
}

} // namespace

void addRender(CLI::App& program)
{
    auto* command = program.add_subcommand(
        "render", "Draws a prefecture of a million households as the peers' scripts do.");
    auto options = std::make_shared<Options>();
    const char* folder = std::getenv("BENCH_DIR");
    options->data = std::filesystem::path(folder ? folder : "/var/tmp/guatu-bench") / "data" / "M";
    command->add_option("--data", options->data, "Folder with raw/*.bin and meta.json");
    command->add_option("--households", options->households,
                        "How many; several give the curve (100000 1000000 10000000)");
    command->add_option("--sizes", options->sizes, "Pixels of the pictures, as 1920x1080");
    command->add_option("--places", options->places, "prefecture, county, township, village");
    command->add_option("--runs", options->runs, "Drawings of which the best counts");
    command->add_option("--format", options->format, "table or json")
        ->check(CLI::IsMember({"table", "json"}));
    command->add_option("--prepare", options->prepare,
                        "Draw the first picture alone and leave this cache file");
    command->add_option("--soak", options->soak, "Random views to draw first, watching memory");
    command->add_option("--peers", options->peers, "Folder with the peers' scripts, to run beside");
    command->add_option("--pictures", options->pictures, "Folder for the pictures drawn");
    command->callback([options] { run(*options); });
}

} // namespace guatu::bench
