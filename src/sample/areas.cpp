// SPDX-License-Identifier: MIT
#include "sample/areas.h"

#include "core/error.h"
#include "core/polygon.h"
#include "sample/arrangement.h"
#include "sample/labels.h"
#include "sample/plane.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace guatu::sample
{
namespace
{

constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

std::vector<std::vector<Point>> linesToLonLat(std::vector<std::vector<Point>> lines)
{
    for (auto& line : lines)
        for (Point& p : line)
            p = toLonLat(p);
    return lines;
}

/// The rings of all counties, each with its neighbours' vertices on it.
void addCountyRings(const Land& land, std::vector<std::vector<Point>>& lines)
{
    for (std::size_t county = 0; county < land.counties.size(); ++county)
        for (std::size_t part = 0; part < land.countyAreas.partCount(county); ++part) {
            const auto ring = land.countyAreas.part(county, part);
            lines.emplace_back(ring.begin(), ring.end());
        }
}

std::size_t countyOf(const Land& land, Point lonLat)
{
    for (std::size_t county = 0; county < land.counties.size(); ++county)
        if (contains(land.countyAreas, county, lonLat))
            return county;
    return nobody;
}

/// Which faces lie beside which, with the length of their common line in degrees.
std::vector<std::map<std::size_t, double>> neighbours(const std::vector<Face>& faces)
{
    std::map<std::pair<Vertex, Vertex>, std::size_t> left;
    for (std::size_t face = 0; face < faces.size(); ++face)
        for (const auto& ring : faces[face].rings)
            for (std::size_t i = 0; i + 1 < ring.size(); ++i)
                left[{ring[i], ring[i + 1]}] = face;
    std::vector<std::map<std::size_t, double>> result(faces.size());
    for (const auto& [side, face] : left)
        if (const auto other = left.find({side.second, side.first}); other != left.end())
            result[face][other->second] += distance(toPoint(side.first), toPoint(side.second));
    return result;
}

/// The village of each face. Where a village's label fell apart, only its largest piece stays
/// its own; the others go to the neighbour in the county with the longest common line.
std::vector<std::size_t> ownersOf(const Land& land, const std::vector<Face>& faces,
                                  const std::vector<Labels>& labels)
{
    std::vector<std::size_t> county(faces.size());
    std::vector<std::size_t> wanted(faces.size(), nobody);
    std::vector<std::size_t> largest(land.villages.size(), nobody);
    for (std::size_t face = 0; face < faces.size(); ++face) {
        county[face] = countyOf(land, faces[face].inside);
        if (county[face] == nobody)
            continue; // a hole in the prefecture
        const auto village =
            static_cast<std::size_t>(labels[county[face]].at(toPlane(faces[face].inside)));
        wanted[face] = village;
        if (largest[village] == nobody || faces[largest[village]].area < faces[face].area)
            largest[village] = face;
    }
    std::vector<std::size_t> owner(faces.size(), nobody);
    for (std::size_t village = 0; village < largest.size(); ++village) {
        if (largest[village] == nobody)
            throw Error(ErrorKind::Internal, {"sample.areas.failed"});
        owner[largest[village]] = village;
    }
    const auto beside = neighbours(faces);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t face = 0; face < faces.size(); ++face) {
            if (owner[face] != nobody || county[face] == nobody)
                continue;
            double longest = 0;
            std::size_t best = nobody;
            for (const auto& [other, length] : beside[face])
                if (county[other] == county[face] && owner[other] != nobody && length > longest) {
                    longest = length;
                    best = owner[other];
                }
            if (best != nobody) {
                owner[face] = best;
                changed = true;
            }
        }
    }
    for (std::size_t face = 0; face < faces.size(); ++face)
        if (owner[face] == nobody)
            owner[face] = wanted[face]; // an exclave: no neighbour in the county
    return owner;
}

/// Smoothing may leave a seat outside its area; it then goes to the middle of it.
void moveSeatsInside(Land& land, const Areas& areas)
{
    for (std::size_t village = 0; village < land.villages.size(); ++village) {
        const Point seat = rounded(toLonLat(land.villages[village].seat));
        if (!contains(areas.villages, village, seat))
            land.villages[village].seat = toPlane(interiorPoint(areas.villages, village, 0.0005));
    }
}

} // namespace

Areas divide(Land& land, const Relief& relief, std::uint64_t seed)
{
    Areas areas;
    areas.villageAt.assign(land.grid.size(), -1);
    std::vector<std::vector<Point>> lines;
    addCountyRings(land, lines);
    std::vector<Labels> labels;
    for (std::size_t county = 0; county < land.counties.size(); ++county) {
        labels.push_back(labelCounty(land, relief, county, seed));
        for (auto& line :
             clipped(linesToLonLat(dividingLines(labels.back(), seed)), land.countyAreas, county))
            lines.push_back(std::move(line));
        const Grid& piece = labels.back().grid;
        for (int cell = 0; cell < static_cast<int>(piece.size()); ++cell) {
            const auto there = static_cast<std::size_t>(land.grid.at(piece.center(cell)));
            if (land.countyAt[there] == static_cast<std::int8_t>(county))
                areas.villageAt[there] = labels.back().village[static_cast<std::size_t>(cell)];
        }
    }
    const auto faces = facesBetween(lines);
    auto owner = ownersOf(land, faces, labels);
    areas.villages = joined(faces, owner, land.villages.size());
    const auto lift = [&](const auto& unitOf) {
        auto lifted = owner;
        for (std::size_t& unit : lifted)
            if (unit != nobody)
                unit = unitOf(land.villages[unit]);
        return lifted;
    };
    areas.towns = joined(faces, lift([](const Village& v) { return v.town; }), land.towns.size());
    areas.counties =
        joined(faces, lift([](const Village& v) { return v.county; }), land.counties.size());
    areas.prefecture = joined(faces, lift([](const Village&) { return std::size_t{0}; }), 1);
    moveSeatsInside(land, areas);
    return areas;
}

} // namespace guatu::sample
