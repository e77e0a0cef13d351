// SPDX-License-Identifier: MIT
#include "prefecture_scene.h"

#include "support/map_scene.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <numeric>
#include <random>
#include <sstream>

namespace guatu::bench
{
namespace
{

namespace fs = std::filesystem;

constexpr const char* villageStyle = R"({"id":"village","classes":[
    {"id":"a","title":{"zh":"一","en":"1"},"when":{"f":"band","op":"=","v":"a"},
     "symbol":{"fill":{"colour":"#E8F3E4"},"strokes":[{"colour":"#777777","width_mm":0.132}]}},
    {"id":"b","title":{"zh":"二","en":"2"},"when":{"f":"band","op":"=","v":"b"},
     "symbol":{"fill":{"colour":"#D5E8C8"},"strokes":[{"colour":"#777777","width_mm":0.132}]}},
    {"id":"c","title":{"zh":"三","en":"3"},"when":{"f":"band","op":"=","v":"c"},
     "symbol":{"fill":{"colour":"#FDF3C5"},"strokes":[{"colour":"#777777","width_mm":0.132}]}},
    {"id":"d","title":{"zh":"四","en":"4"},"when":{"f":"band","op":"=","v":"d"},
     "symbol":{"fill":{"colour":"#F9D9B0"},"strokes":[{"colour":"#777777","width_mm":0.132}]}},
    {"id":"e","title":{"zh":"五","en":"5"},
     "symbol":{"fill":{"colour":"#F2B8A0"},"strokes":[{"colour":"#777777","width_mm":0.132}]}}],
    "labels":[{"field":"name","size_px":13}]})";
constexpr const char* buildingStyle = R"({"id":"building","classes":[
    {"id":"all","title":{"zh":"房屋","en":"Buildings"},
     "symbol":{"fill":{"colour":"#B8AFA6"}}}]})";

struct Look {
    const char *word, *colour;
    double pixels;
};
constexpr std::array<Look, 6> roadLooks{{{"national", "#C02020", 3.0},
                                         {"provincial", "#D05030", 2.4},
                                         {"county", "#E08030", 1.9},
                                         {"township", "#E0B040", 1.4},
                                         {"village", "#A09078", 0.9},
                                         {"track", "#B0A090", 0.6}}};
constexpr std::array<Look, 5> householdLooks{{{"not_started", "household-unexited", 5},
                                              {"planned", "household-sudden", 5},
                                              {"in_progress", "household-returned", 5},
                                              {"observing", "household-monitored", 5},
                                              {"cleared", "household-exited", 5}}};

double millimetres(double pixels)
{
    return pixels * 25.4 / 96;
}

std::string classStyle(const std::string& id, const std::vector<std::string>& classes)
{
    return fmt::format(R"({{"id":"{}","classes":[{}]}})", id, fmt::join(classes, ","));
}

std::string roadStyle()
{
    std::vector<std::string> classes;
    for (const Look& look : roadLooks) {
        classes.push_back(fmt::format(
            R"({{"id":"{0}","title":{{"zh":"{0}","en":"{0}"}},
                 "when":{{"f":"class","op":"=","v":"{0}"}},
                 "symbol":{{"strokes":[{{"colour":"{1}","width_mm":{2}}}]}}}})",
            look.word, look.colour, millimetres(look.pixels)));
    }
    return classStyle("road", classes);
}

std::string householdStyle()
{
    std::vector<std::string> classes;
    for (const Look& look : householdLooks) {
        classes.push_back(fmt::format(
            R"({{"id":"{0}","title":{{"zh":"{0}","en":"{0}"}},
                 "when":{{"f":"status","op":"=","v":"{0}"}},
                 "symbol":{{"marker":{{"symbol":"{1}","size_mm":{2}}}}}}})",
            look.word, look.colour, millimetres(look.pixels)));
    }
    return classStyle("household", classes);
}

void addLayer(MapDefinition& definition, const std::string& id, int order, std::string_view style)
{
    test::addLayer(definition,
                   fmt::format(R"({{"id":"{0}","title":{{"zh":"{0}","en":"{0}"}},
                                    "source":"{0}","style":"{0}","order":{1}}})",
                               id, order),
                   style);
}

template <class T>
std::vector<T> readArray(const fs::path& folder, const std::string& name)
{
    std::ifstream file(folder / "raw" / (name + ".bin"), std::ios::binary | std::ios::ate);
    std::vector<T> values(static_cast<std::size_t>(file.tellg()) / sizeof(T));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(values.data()),
              static_cast<std::streamsize>(values.size() * sizeof(T)));
    return values;
}

template <class Looks>
CategoryColumn category(const Looks& looks, std::vector<std::uint8_t> rows)
{
    CategoryColumn column;
    for (const Look& look : looks)
        column.words.emplace_back(look.word);
    column.rows = std::move(rows);
    return column;
}

std::shared_ptr<FeatureTable> newTable(const std::string& source, GeometryType type)
{
    auto table = std::make_shared<FeatureTable>();
    table->source = source;
    table->geometry = GeometryColumn(type);
    return table;
}

void number(FeatureTable& table)
{
    table.ids.resize(table.size());
    std::iota(table.ids.begin(), table.ids.end(), 1);
}

std::shared_ptr<FeatureTable> villages(const GeometryColumn& areas, std::vector<std::uint8_t> bands)
{
    constexpr std::array<const char*, 20> first{"大", "小", "上", "中", "下", "新", "老",
                                                "东", "西", "南", "北", "石", "白", "黑",
                                                "红", "青", "龙", "凤", "马", "云"};
    constexpr std::array<const char*, 17> second{"石", "山", "河", "湾", "坝", "坡",
                                                 "岭", "田", "林", "沟", "塘", "桥",
                                                 "坪", "箐", "营", "洞", "泉"};
    auto table = newTable("village", GeometryType::Polygon);
    table->geometry = areas;
    number(*table);
    TextColumn names;
    for (std::size_t i = 0; i < areas.size(); ++i)
        names.add(std::string(first[i * 7 % first.size()]) + second[i * 5 % second.size()] + "村");
    CategoryColumn band;
    band.words = {"unknown", "a", "b", "c", "d", "e"};
    for (std::uint8_t& word : bands)
        ++word;
    band.rows = std::move(bands);
    table->columns = {{"name", names}, {"band", band}};
    return table;
}

/// One in three or so, beside the households.
std::shared_ptr<FeatureTable> buildings(const std::vector<Point>& households)
{
    auto table = newTable("building", GeometryType::Polygon);
    std::mt19937 random(7);
    const std::size_t count = std::min<std::size_t>(300000, households.size());
    table->geometry.reserve(count, count * 5);
    for (std::size_t i = 0; i < count; ++i) {
        const Point at = households[random() % households.size()];
        const double turn = static_cast<double>(random() % 1000) * 0.00314;
        const double w = 4 + static_cast<double>(random() % 60) / 10;
        const double h = 3 + static_cast<double>(random() % 40) / 10;
        const auto corner = [&](double x, double y) {
            return Point{at.x + x * std::cos(turn) - y * std::sin(turn),
                         at.y + x * std::sin(turn) + y * std::cos(turn)};
        };
        const std::array<Point, 5> ring{corner(-w, -h), corner(w, -h), corner(w, h), corner(-w, h),
                                        corner(-w, -h)};
        table->geometry.addPart(ring);
        table->geometry.endFeature();
    }
    number(*table);
    return table;
}

std::shared_ptr<FeatureTable> households(const std::vector<Point>& places,
                                         const std::vector<std::uint8_t>& status, std::size_t count)
{
    auto table = newTable("household", GeometryType::Point);
    table->geometry.reserve(count, count);
    std::vector<std::uint8_t> rows;
    rows.reserve(count);
    std::mt19937 random(9);
    std::normal_distribution<double> aside(0, 120);
    for (std::size_t i = 0; i < count; ++i) {
        Point place = places[i % places.size()];
        if (i >= places.size())
            place = {place.x + aside(random), place.y + aside(random)};
        table->geometry.addPoint(place);
        rows.push_back(static_cast<std::uint8_t>(status[i % places.size()] + 1));
    }
    number(*table);
    table->columns = {{"status", category(householdLooks, std::move(rows))}};
    return table;
}

std::shared_ptr<FeatureTable> readRoads(const fs::path& folder)
{
    auto table = newTable("road", GeometryType::Line);
    const auto offsets = readArray<std::uint32_t>(folder, "road_off");
    const auto vertices = readArray<Point>(folder, "road_xy");
    table->geometry.reserve(offsets.size(), vertices.size());
    for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
        table->geometry.addPart(
            std::span(vertices).subspan(offsets[i], offsets[i + 1] - offsets[i]));
        table->geometry.endFeature();
    }
    number(*table);
    table->columns = {
        {"class", category(roadLooks, readArray<std::uint8_t>(folder, "edge_class"))}};
    return table;
}

GeometryColumn readVillages(const fs::path& folder)
{
    GeometryColumn areas(GeometryType::Polygon);
    const auto offsets = readArray<std::uint32_t>(folder, "villages_ring_off");
    const auto owners = readArray<std::uint32_t>(folder, "villages_ring_id");
    const auto vertices = readArray<Point>(folder, "villages_xy");
    for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
        areas.addPart(std::span(vertices).subspan(offsets[i], offsets[i + 1] - offsets[i]));
        if (i + 2 == offsets.size() || owners[i + 1] != owners[i])
            areas.endFeature();
    }
    return areas;
}

std::shared_ptr<FeatureTable> madeRoads(const Box& within)
{
    auto table = newTable("road", GeometryType::Line);
    std::mt19937 random(5);
    std::uniform_real_distribution<double> share(0, 1);
    std::normal_distribution<double> step(0, 80);
    std::vector<std::uint8_t> classes;
    for (int i = 0; i < 400000; ++i) {
        Point at{within.minX + share(random) * within.width(),
                 within.minY + share(random) * within.height()};
        std::array<Point, 4> line{};
        for (Point& p : line) {
            p = at;
            at = {at.x + step(random), at.y + step(random)};
        }
        table->geometry.addPart(line);
        table->geometry.endFeature();
        classes.push_back(static_cast<std::uint8_t>(i % 100 < 6 ? 1 + i % 6 : 5 + i % 2));
    }
    number(*table);
    table->columns = {{"class", category(roadLooks, std::move(classes))}};
    return table;
}

/// The boxes of meta.json: "name": [minx, miny, maxx, maxy].
Box boxOf(const std::string& meta, const std::string& name)
{
    const auto at = meta.find('[', meta.find("\"" + name + "\""));
    std::string numbers = meta.substr(at + 1, meta.find(']', at) - at - 1);
    std::replace(numbers.begin(), numbers.end(), ',', ' ');
    std::istringstream stream(numbers);
    Box box;
    stream >> box.minX >> box.minY >> box.maxX >> box.maxY;
    return box;
}

void readData(const fs::path& folder, std::size_t count, PrefectureScene& result)
{
    const auto places = readArray<Point>(folder, "hh_xy");
    const auto status = readArray<std::uint8_t>(folder, "hh_status");
    result.scene.tables = {
        villages(readVillages(folder), readArray<std::uint8_t>(folder, "vil_band")),
        buildings(places), readRoads(folder),
        households(places, status, count == 0 ? places.size() : count)};
    std::ifstream file(folder / "meta.json");
    const std::string meta(std::istreambuf_iterator<char>(file), {});
    std::size_t i = 0;
    for (const char* name : {"prefecture", "county", "township", "village"})
        result.places[i++] = {name, boxOf(meta, name)};
}

void makeData(std::size_t count, PrefectureScene& result)
{
    count = count == 0 ? 1000000 : count;
    const render::MapScene made = test::prefectureScene(count);
    const auto table = [&](const std::string& source) {
        return *std::find_if(made.tables.begin(), made.tables.end(),
                             [&](const auto& t) { return t->source == source; });
    };
    std::vector<Point> places;
    std::vector<std::uint8_t> status;
    for (std::size_t row = 0; row < table("household")->size(); ++row) {
        places.push_back(table("household")->geometry.firstPoint(row));
        status.push_back(static_cast<std::uint8_t>(row % 5));
        if (!places.back().valid())
            places.back() = places.front();
    }
    const GeometryColumn& areas = table("village")->geometry;
    std::vector<std::uint8_t> bands;
    for (std::size_t i = 0; i < areas.size(); ++i)
        bands.push_back(static_cast<std::uint8_t>(i % 5));
    result.scene.tables = {villages(areas, bands), buildings(places), madeRoads(areas.box()),
                           households(places, status, count)};
    result.places = {{{"prefecture", areas.box()},
                      {"county", table("county")->geometry.box(4)},
                      {"township", table("town")->geometry.box(60)},
                      {"village", areas.box(544)}}};
    result.made = true;
}

} // namespace

PrefectureScene prefectureScene(const fs::path& folder, std::size_t count)
{
    PrefectureScene result;
    if (fs::exists(folder / "raw" / "hh_xy.bin"))
        readData(folder, count, result);
    else
        makeData(count, result);
    MapDefinition definition;
    addLayer(definition, "village", 1, villageStyle);
    addLayer(definition, "building", 2, buildingStyle);
    addLayer(definition, "road", 3, roadStyle());
    addLayer(definition, "household", 4, householdStyle());
    result.scene.definition = std::make_shared<const MapDefinition>(std::move(definition));
    return result;
}

} // namespace guatu::bench
