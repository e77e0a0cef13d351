// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "sample/terrain.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::sample
{

struct County {
    std::string code, name;
    std::vector<std::size_t> towns{}, villages{};
    Point seat{};
};

struct Town {
    std::string code, name;
    std::size_t county = 0;
    std::vector<std::size_t> villages{};
    Point seat{};
    bool seatIsReal = false;
    bool holdsCountySeat = false;
};

struct Village {
    std::string code, name;
    std::size_t county = 0, town = 0;
    bool community = false; ///< 居民委员会
    bool urban = false;     ///< a community of the town that holds the county seat
    Point seat{};
};

/// The units in the order of their codes, and where they lie. Positions of villages and of most
/// townships are invented. Points are metres of the plane, areas lon/lat.
struct Land {
    std::string prefectureCode, prefectureName;
    std::vector<County> counties;
    std::vector<Town> towns;
    std::vector<Village> villages;
    GeometryColumn countyAreas{GeometryType::Polygon}; ///< as read
    Grid grid{};
    std::vector<std::int8_t> countyAt{}; ///< county of each cell of the grid, -1 outside
};

/// Reads units.csv, counties.geojson and seats.csv. Throws Error(Input) when one is missing or
/// does not fit the others.
[[nodiscard]] Land readLand(const std::filesystem::path& folder);

} // namespace guatu::sample
