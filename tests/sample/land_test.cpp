// SPDX-License-Identifier: MIT
#include "collected_sample.h"
#include "core/geodesic.h"
#include "core/polygon.h"
#include "support/catch.h"
#include "support/shared_data.h"

#include <algorithm>
#include <fstream>
#include <geos_c.h>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

using namespace guatu;
using namespace guatu::test;

namespace
{

using Key = std::pair<double, double>;

/// Areas by unit code, and which feature holds each.
struct UnitAreas {
    GeometryColumn column{GeometryType::Polygon};
    std::map<std::string, std::size_t> feature{};
};

const UnitAreas& areas()
{
    static const UnitAreas result = [] {
        UnitAreas all;
        const Table& table = collected()[EntityKind::Boundary];
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto& column = table.geometry(row);
            for (std::size_t part = 0; part < column.partCount(table.feature(row)); ++part)
                all.column.addPart(column.part(table.feature(row), part));
            all.column.endFeature();
            all.feature[table.text(row, "code")] = row;
        }
        return all;
    }();
    return result;
}

std::string parentOf(const std::string& code)
{
    if (code.substr(9) != "000")
        return code.substr(0, 9) + "000";
    return code.substr(6) != "000000" ? code.substr(0, 6) + "000000" : "532300000000";
}

double ellipsoidArea(const GeometryColumn& column, std::size_t feature)
{
    double sum = 0;
    for (std::size_t part = 0; part < column.partCount(feature); ++part) {
        const auto ring = column.part(feature, part);
        sum += geodesicArea(ring) * (ringArea(ring) > 0 ? 1 : -1);
    }
    return sum / 1e6;
}

/// Whether GEOS, another judge of geometry, calls the feature valid.
bool isValid(GEOSContextHandle_t geos, const GeometryColumn& column, std::size_t feature)
{
    std::vector<GEOSGeometry*> polygons, holes;
    GEOSGeometry* shell = nullptr;
    const auto close = [&] {
        if (shell != nullptr)
            polygons.push_back(GEOSGeom_createPolygon_r(geos, shell, holes.data(),
                                                        static_cast<unsigned>(holes.size())));
        holes.clear();
    };
    for (std::size_t part = 0; part < column.partCount(feature); ++part) {
        const auto ring = column.part(feature, part);
        GEOSCoordSequence* sequence =
            GEOSCoordSeq_create_r(geos, static_cast<unsigned>(ring.size()), 2);
        for (unsigned i = 0; i < ring.size(); ++i)
            GEOSCoordSeq_setXY_r(geos, sequence, i, ring[i].x, ring[i].y);
        GEOSGeometry* line = GEOSGeom_createLinearRing_r(geos, sequence);
        if (ringArea(ring) > 0) {
            close();
            shell = line;
        } else {
            holes.push_back(line);
        }
    }
    close();
    GEOSGeometry* whole = GEOSGeom_createCollection_r(geos, GEOS_MULTIPOLYGON, polygons.data(),
                                                      static_cast<unsigned>(polygons.size()));
    const bool valid = GEOSisValid_r(geos, whole) == 1;
    GEOSGeom_destroy_r(geos, whole);
    return valid;
}

} // namespace

TEST_CASE("every unit down to the village has a valid area", "[sample]")
{
    const auto& [column, feature] = areas();
    CHECK(feature.size() == 1 + 10 + 103 + 1106);
    const GEOSContextHandle_t geos = GEOS_init_r();
    std::vector<std::size_t> vertices;
    for (const auto& [code, row] : feature) {
        INFO(code);
        CHECK(column.hasGeometry(row));
        CHECK(isValid(geos, column, row));
        if (code.substr(9) != "000") {
            std::size_t count = 0;
            for (std::size_t part = 0; part < column.partCount(row); ++part)
                count += column.part(row, part).size();
            vertices.push_back(count);
        }
    }
    GEOS_finish_r(geos);
    std::ranges::sort(vertices);
    CHECK(vertices.front() >= 8);
    CHECK(vertices[vertices.size() / 2] >= 40);
    CHECK(vertices[vertices.size() / 2] <= 150);
    const Table& table = collected()[EntityKind::Boundary];
    for (std::size_t row = 0; row < table.size(); ++row)
        CHECK(table.text(row, "geom_grade") ==
              (table.text(row, "code").substr(6) == "000000" ? "approx" : "voronoi"));
}

TEST_CASE("the areas of a level share their lines and cover the level above exactly", "[sample]")
{
    const auto& [column, feature] = areas();
    // Every side of a child runs either along a sibling's, the other way, or along the parent's.
    // So children neither overlap nor leave gaps.
    std::map<std::string, std::vector<std::size_t>> children;
    for (const auto& [code, row] : feature)
        if (code != "532300000000")
            children[parentOf(code)].push_back(row);
    for (const auto& [parent, rows] : children) {
        INFO(parent);
        std::map<std::pair<Key, Key>, int> sides;
        const auto addSides = [&](std::size_t row, int sign) {
            for (std::size_t part = 0; part < column.partCount(row); ++part) {
                const auto ring = column.part(row, part);
                for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                    const Key a{ring[i].x, ring[i].y}, b{ring[i + 1].x, ring[i + 1].y};
                    sides[{std::min(a, b), std::max(a, b)}] += a < b ? sign : -sign;
                }
            }
        };
        double sum = 0;
        for (const std::size_t row : rows) {
            addSides(row, 1);
            sum += area(column, row);
        }
        addSides(feature.at(parent), -1);
        CHECK(std::ranges::all_of(sides, [](const auto& side) { return side.second == 0; }));
        CHECK(sum == Approx(area(column, feature.at(parent))).epsilon(1e-9));
    }
}

TEST_CASE("seats and houses stand in their villages", "[sample]")
{
    const auto& [column, feature] = areas();
    const Table& units = collected()[EntityKind::Unit];
    for (std::size_t row = 0; row < units.size(); ++row) {
        const std::string code = units.text(row, "code");
        INFO(code);
        if (units.text(row, "valid_to").empty()) // one has merged: it has no area
            CHECK(contains(column, feature.at(code.substr(0, 12)), units.point(row)));
    }
    const Table& households = collected()[EntityKind::Household];
    std::map<std::string, std::size_t> states;
    std::size_t wrong = 0;
    for (std::size_t row = 0; row < households.size(); ++row) {
        const std::string state = households.text(row, "loc_state");
        ++states[state];
        if (!feature.contains(households.text(row, "current_unit")))
            continue;
        const Point p = households.point(row);
        const bool inside =
            p.valid() && contains(column, feature.at(households.text(row, "current_unit")), p);
        wrong += p.valid() != (state != "missing") ? 1U : 0U;
        wrong += p.valid() && inside == (state == "outside_unit") ? 1U : 0U;
    }
    CHECK(wrong == 0);
    CHECK(states["ok"] > 95000);
    CHECK(states["outside_unit"] > 0);
}

TEST_CASE("roads are one network that reaches every seat", "[sample]")
{
    const Table& roads = collected()[EntityKind::Road];
    std::map<Key, std::size_t> nodes;
    std::vector<std::size_t> root;
    const auto node = [&](Point p) {
        const auto [found, fresh] = nodes.try_emplace({p.x, p.y}, root.size());
        if (fresh)
            root.push_back(root.size());
        return found->second;
    };
    const auto top = [&](std::size_t n) {
        while (root[n] != n)
            n = root[n] = root[root[n]];
        return n;
    };
    std::set<std::string> classes, surfaces;
    for (std::size_t row = 0; row < roads.size(); ++row) {
        const auto line = roads.geometry(row).part(roads.feature(row), 0);
        REQUIRE(line.size() >= 2);
        const std::size_t a = top(node(line.front()));
        const std::size_t b = top(node(line.back()));
        root[std::max(a, b)] = std::min(a, b);
        classes.insert(roads.text(row, "class"));
        surfaces.insert(roads.text(row, "surface"));
    }
    std::set<std::size_t> parts;
    for (std::size_t n = 0; n < root.size(); ++n)
        parts.insert(top(n));
    CHECK(parts.size() == 1);
    CHECK(classes == std::set<std::string>{"national", "provincial", "county", "town", "village"});
    CHECK(surfaces == std::set<std::string>{"asphalt", "concrete", "gravel", "earth"});
    const Table& units = collected()[EntityKind::Unit];
    std::size_t unreached = 0;
    for (std::size_t row = 0; row < units.size(); ++row)
        if (const std::string level = units.text(row, "level");
            level == "county" || level == "town" || level == "village")
            unreached += nodes.contains({units.point(row).x, units.point(row).y}) ? 0U : 1U;
    CHECK(unreached == 0);
}

TEST_CASE("county areas agree with another source", "[sample][shared]")
{
    const auto file = sharedData("boundaries/chuxiong_counties_wgs84_derived.geojson");
    if (file.empty()) {
        WARN("the shared boundaries are not here");
        return;
    }
    const auto other = nlohmann::json::parse(std::ifstream(file));
    const auto& [column, feature] = areas();
    double sum = 0;
    for (const auto& county : other["features"]) {
        GeometryColumn theirs(GeometryType::Polygon);
        const auto& geometry = county["geometry"];
        const auto polygons = geometry["type"] == "Polygon"
                                  ? nlohmann::json::array({geometry["coordinates"]})
                                  : geometry["coordinates"];
        for (const auto& polygon : polygons) {
            std::vector<Point> ring;
            for (const auto& p : polygon[0])
                ring.push_back({p[0].get<double>(), p[1].get<double>()});
            if (ringArea(ring) < 0)
                std::ranges::reverse(ring);
            theirs.addPart(ring);
        }
        theirs.endFeature();
        const std::string code = county["properties"]["adcode"].get<std::string>() + "000000";
        INFO(code);
        const double ours = ellipsoidArea(column, feature.at(code));
        CHECK(ours == Approx(ellipsoidArea(theirs, 0)).epsilon(0.001));
        sum += ours;
    }
    CHECK(sum == Approx(28417).margin(1)); // as kept with the other source
}
