// SPDX-License-Identifier: MIT
#include "sample/land.h"

#include "core/error.h"
#include "core/text.h"
#include "sample/plane.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace guatu::sample
{
namespace
{

std::string readFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::stringstream text;
    text << stream.rdbuf();
    if (!stream || text.str().empty())
        throw inputError({"sample.file.missing", {{"file", file.string()}}});
    return text.str();
}

Error broken(const std::filesystem::path& file)
{
    return inputError({"sample.file.broken", {{"file", file.string()}}});
}

/// The rows of a comma-separated file without its header; the files quote nothing.
std::vector<std::vector<std::string>> readRows(const std::filesystem::path& file,
                                               std::size_t columns)
{
    const std::string text = readFile(file);
    std::vector<std::vector<std::string>> rows;
    for (const auto line : split(text, '\n')) {
        if (trim(line).empty())
            continue;
        auto& row = rows.emplace_back();
        for (const auto cell : split(line, ','))
            row.emplace_back(trim(cell));
        if (row.size() != columns)
            throw broken(file);
    }
    if (!rows.empty())
        rows.erase(rows.begin());
    return rows;
}

/// 小河村民委员会 as offices and maps write it: 小河村委会.
std::string shortName(std::string name)
{
    static constexpr std::pair<std::string_view, std::string_view> endings[]{
        {"村村民委员会", "村委会"},
        {"村民委员会", "村委会"},
        {"社区居民委员会", "社区"},
        {"居民委员会", "社区"},
        {"居委会", "社区"}};
    for (const auto& [from, to] : endings)
        if (name.ends_with(from) && name.size() > from.size()) {
            name.replace(name.size() - from.size(), from.size(), to);
            break;
        }
    return name;
}

void readUnits(Land& land, const std::filesystem::path& file)
{
    std::map<std::string, std::size_t, std::less<>> counties;
    std::map<std::string, std::size_t, std::less<>> towns;
    for (const auto& row : readRows(file, 3)) {
        const std::string& code = row[0];
        const std::string& level = row[2];
        if (code.size() != 12)
            throw broken(file);
        if (level == "prefecture") {
            land.prefectureCode = code;
            land.prefectureName = row[1];
        } else if (level == "county") {
            counties[code.substr(0, 6)] = land.counties.size();
            land.counties.push_back({.code = code, .name = row[1]});
        } else if (level == "town" && counties.contains(code.substr(0, 6))) {
            const std::size_t county = counties[code.substr(0, 6)];
            towns[code.substr(0, 9)] = land.towns.size();
            land.counties[county].towns.push_back(land.towns.size());
            land.towns.push_back({.code = code, .name = row[1], .county = county});
        } else if (level == "village" && towns.contains(code.substr(0, 9))) {
            const std::size_t town = towns[code.substr(0, 9)];
            const std::size_t county = land.towns[town].county;
            land.towns[town].villages.push_back(land.villages.size());
            land.counties[county].villages.push_back(land.villages.size());
            land.villages.push_back({.code = code,
                                     .name = shortName(row[1]),
                                     .county = county,
                                     .town = town,
                                     .community = code[9] < '2'});
        } else {
            throw broken(file);
        }
    }
    if (land.prefectureCode.empty() || land.villages.empty())
        throw broken(file);
}

void addRings(GeometryColumn& areas, const nlohmann::json& polygon)
{
    for (const auto& ring : polygon) {
        std::vector<Point> points;
        for (const auto& position : ring)
            points.push_back({position.at(0).get<double>(), position.at(1).get<double>()});
        // The first ring of a polygon is its outer one.
        double twice = 0;
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            twice += points[i].x * points[i + 1].y - points[i + 1].x * points[i].y;
        if ((twice > 0) != (&ring == &polygon.front()))
            std::ranges::reverse(points);
        areas.addPart(points);
    }
}

void readCounties(Land& land, const std::filesystem::path& file)
{
    const auto document = nlohmann::json::parse(readFile(file), nullptr, false);
    if (document.is_discarded())
        throw broken(file);
    try {
        const auto& features = document.at("features");
        for (const County& county : land.counties) {
            const auto found = std::ranges::find_if(features, [&](const nlohmann::json& feature) {
                return feature.at("properties").at("code") == county.code;
            });
            if (found == features.end())
                throw broken(file);
            const auto& geometry = found->at("geometry");
            if (geometry.at("type") == "Polygon")
                addRings(land.countyAreas, geometry.at("coordinates"));
            else
                for (const auto& polygon : geometry.at("coordinates"))
                    addRings(land.countyAreas, polygon);
            land.countyAreas.endFeature();
        }
    } catch (const nlohmann::json::exception&) {
        throw broken(file);
    }
}

double number(const std::string& cell, const std::filesystem::path& file)
{
    double value = 0;
    const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (result.ec != std::errc{} || result.ptr != cell.data() + cell.size())
        throw broken(file);
    return value;
}

void readSeats(Land& land, const std::filesystem::path& file)
{
    for (const auto& row : readRows(file, 4)) {
        const auto town = std::ranges::find(land.towns, row[0], &Town::code);
        if (town == land.towns.end())
            throw broken(file);
        town->seat = toPlane({number(row[1], file), number(row[2], file)});
        town->seatIsReal = true;
        // The first township of a county holds its seat, in all ten counties.
        County& county = land.counties[town->county];
        if (&land.towns[county.towns.front()] == &*town) {
            town->holdsCountySeat = true;
            county.seat = town->seat;
        }
    }
    for (const County& county : land.counties)
        if (!county.seat.valid())
            throw broken(file);
    for (Village& village : land.villages)
        village.urban = village.community && land.towns[village.town].holdsCountySeat;
}

/// Marks the cells whose centre lies in the county, row by row (even-odd rule).
void markCounty(Land& land, std::size_t county)
{
    const Grid& grid = land.grid;
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(grid.height));
    for (std::size_t part = 0; part < land.countyAreas.partCount(county); ++part) {
        const auto ring = land.countyAreas.part(county, part);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            Point a = toPlane(ring[i]);
            Point b = toPlane(ring[i + 1]);
            if (a.y > b.y)
                std::swap(a, b);
            const auto rowAbove = [&](double y) {
                return static_cast<int>(std::ceil((y - grid.origin.y) / grid.cell - 0.5));
            };
            for (int row = rowAbove(a.y); row < rowAbove(b.y); ++row) {
                const double y = grid.origin.y + (row + 0.5) * grid.cell;
                crossings[static_cast<std::size_t>(row)].push_back(a.x + (b.x - a.x) * (y - a.y) /
                                                                             (b.y - a.y));
            }
        }
    }
    for (int row = 0; row < grid.height; ++row) {
        auto& cuts = crossings[static_cast<std::size_t>(row)];
        std::ranges::sort(cuts);
        for (std::size_t i = 0; i + 1 < cuts.size(); i += 2)
            for (int column =
                     static_cast<int>(std::ceil((cuts[i] - grid.origin.x) / grid.cell - 0.5));
                 grid.origin.x + (column + 0.5) * grid.cell < cuts[i + 1]; ++column)
                land.countyAt[static_cast<std::size_t>(grid.number(column, row))] =
                    static_cast<std::int8_t>(county);
    }
}

void layGrid(Land& land)
{
    Box box;
    for (const Point p : land.countyAreas.vertices())
        box.add(toPlane(p));
    box = box.grown(2000);
    land.grid.cell = 250;
    land.grid.origin = {box.minX, box.minY};
    land.grid.width = static_cast<int>(box.width() / land.grid.cell) + 1;
    land.grid.height = static_cast<int>(box.height() / land.grid.cell) + 1;
    land.countyAt.assign(land.grid.size(), -1);
    for (std::size_t county = 0; county < land.counties.size(); ++county)
        markCounty(land, county);
}

} // namespace

Land readLand(const std::filesystem::path& folder)
{
    Land land;
    readUnits(land, folder / "units.csv");
    readCounties(land, folder / "counties.geojson");
    readSeats(land, folder / "seats.csv");
    layGrid(land);
    return land;
}

} // namespace guatu::sample
