// SPDX-License-Identifier: MIT
#include "briefing/map_frame.h"
#include "briefing/writer.h"
#include "commands.h"
#include "prefecture_scene.h"
#include "process_memory.h"
#include "support/gui.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <unistd.h>

namespace guatu::bench
{
namespace
{

using namespace briefing;

struct Options {
    std::filesystem::path data, peers;
    std::size_t households = 1000000;
    int runs = 3;
};

/// A sheet that shows a box of the plane at the next round scale.
Page sheetOf(const render::MapScene& scene, const Box& box, double width, double height,
             double enlarge, const std::string& title)
{
    Page page;
    page.width = width;
    page.height = height;
    page.title = title;
    page.blocks.emplace_back(
        TextBlock{{10, 6, width - 20, 12}, {{{{title, {20, false, true}}}, Align::Left}}});
    MapBlock map;
    map.box = {10, 20, width - 20, height - 30};
    map.scene = std::make_shared<render::MapScene>(scene);
    map.center = box.center();
    map.enlarge = enlarge;
    map.scaleDenominator =
        roundScale(1000 * std::max(box.width() / map.box.width, box.height() / map.box.height));
    map.metresPerMm = map.scaleDenominator / 1000;
    map.north = map.scaleBar = true;
    page.blocks.emplace_back(std::move(map));
    return page;
}

/// Ten sheets that part the prefecture, two by five: each shows about the ground that a county's
/// sheet of the peer's atlas does (7,000 square kilometres).
std::vector<Page> countySheets(const render::MapScene& scene, const Box& whole)
{
    std::vector<Page> pages;
    for (int i = 0; i < 10; ++i) {
        const double w = whole.width() / 2;
        const double h = whole.height() / 5;
        const double x = whole.minX + w * (i % 2);
        const double y = whole.minY + h * (i / 2);
        pages.push_back(
            sheetOf(scene, {x, y, x + w, y + h}, 420, 297, 1, fmt::format("{}", i + 1)));
    }
    return pages;
}

class Run
{
public:
    explicit Run(const Options& options)
        : m_options(options),
          m_folder(std::filesystem::temp_directory_path() /
                   fmt::format("guatu-bench-briefing-{}", ::getpid()))
    {
        std::filesystem::create_directories(m_folder);
    }
    ~Run()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    /// Prints the best of the runs beside what it should take.
    void line(const char* what, const char* name, double seconds, double megabytes,
              const std::function<void(const std::filesystem::path&)>& write) const
    {
        const std::filesystem::path file = m_folder / name;
        double best = 1e12;
        double processor = 0;
        startPeak();
        for (int i = 0; i < m_options.runs; ++i) {
            const double before = processorMilliseconds();
            const double wall = milliseconds([&] { write(file); });
            if (wall < best) {
                best = wall;
                processor = processorMilliseconds() - before;
            }
        }
        const double size = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
        fmt::print(
            "{:<44} {:7.2f} s  {:7.2f} s cpu  {:7.1f} MB file  {:7.0f} MB peak   bound {} s, "
            "{} MB\n",
            what, best / 1000, processor / 1000, size, peakMegabytes(), seconds, megabytes);
    }

private:
    const Options& m_options;
    std::filesystem::path m_folder;
};

/// The number behind a key of a line of JSON; 0 without it.
double numberOf(const std::string& line, const std::string& key)
{
    const auto at = line.find("\"" + key + "\": ");
    return at == std::string::npos ? 0 : std::strtod(line.c_str() + at + key.size() + 4, nullptr);
}

/// What QGIS takes for its atlas of the ten counties, by its script beside the data's: here and
/// now. Says so where it cannot be run.
void printPeer(const Options& options, bool raster)
{
    if (options.peers.empty())
        return;
    const std::string command =
        fmt::format("cd '{}' && BENCH_DIR='{}' /usr/bin/python3 export_qgis.py 10 300 {} "
                    "2>/dev/null",
                    options.peers.string(), options.data.parent_path().parent_path().string(),
                    raster ? "--raster" : "");
    FILE* pipe = popen(command.c_str(), "r");
    double seconds = 0, megabytes = 0;
    char line[4096];
    while (pipe && fgets(line, sizeof line, pipe)) {
        seconds = std::max(seconds, numberOf(line, "wall"));
        megabytes = std::max(megabytes, numberOf(line, "file_mb"));
    }
    if (pipe)
        pclose(pipe);
    if (seconds > 0)
        fmt::print("{:<44} {:7.2f} s {:>25.1f} MB file\n", "   QGIS beside it", seconds, megabytes);
    else
        fmt::print("   QGIS is not installed here, or its script failed\n");
}

void measure(const Options& options)
{
    needGui();
    PrefectureScene data = prefectureScene(options.data, options.households);
    // Villages, roads and households, as the peer's atlas.
    std::erase_if(data.scene.tables, [](const auto& table) { return table->source == "building"; });
    if (data.made)
        fmt::print("Made up for want of data: --data names the folder of the packed arrays.\n");
    const Box whole = data.places.front().second;
    Document book;
    book.title = "book";
    book.pages = countySheets(data.scene, whole);
    const Run run(options);
    PaintOptions vector;
    PaintOptions raster;
    raster.mapsAsPictures = true;
    // QGIS 3.22 on such a machine: 81 s and 215 MB as vectors, 23.5 s and 37 MB rastered.
    run.line("book of 10 A3 sheets, vectors", "v.pdf", 4, 30,
             [&](const auto& file) { writePdf(book, file, true, vector); });
    printPeer(options, false);
    run.line("book of 10 A3 sheets, maps rastered", "r.pdf", 3, 30,
             [&](const auto& file) { writePdf(book, file, true, raster); });
    printPeer(options, true);
    Document wall;
    wall.title = "wall";
    wall.pages = {sheetOf(data.scene, whole, 1189, 841, 2.4, "wall")};
    run.line("A0 wall map, vectors", "w.pdf", 4, 30,
             [&](const auto& file) { writePdf(wall, file, true, vector); });
    run.line("A0 wall map, PNG at 300 dpi", "w.png", 12, 1200,
             [&](const auto& file) { writeImage(wall.pages.front(), file, 300, true); });
}

} // namespace

void addBriefing(CLI::App& program)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("briefing", "Pages and books: time, processor, size, memory.");
    command->add_option("--data", options->data, "folder with the packed arrays that peers draw");
    command->add_option("--peers", options->peers, "folder with the peers' scripts, to run beside");
    command->add_option("--households", options->households, "how many are drawn");
    command->add_option("--runs", options->runs, "runs; the best counts");
    command->callback([options] { measure(*options); });
}

} // namespace guatu::bench
