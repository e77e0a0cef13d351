// SPDX-License-Identifier: MIT
// What independent programs see in a workspace.
#include "fixture.h"

#include "support/catch.h"

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

void fill(Workspace& workspace)
{
    RecordBatch roads{.kind = EntityKind::Road,
                      .fields = {"code", "class"},
                      .cells = {"R1", "county"},
                      .geometry = GeometryColumn(GeometryType::Line)};
    roads.geometry.addPart(std::vector<Point>{{102, 25}, {102.1, 25.1}});
    roads.geometry.endFeature();
    RecordBatch areas{.kind = EntityKind::Boundary,
                      .fields = {"code"},
                      .cells = {"532329101201"},
                      .geometry = GeometryColumn(GeometryType::Polygon)};
    areas.geometry.addPart(std::vector<Point>{{102, 25}, {102.1, 25}, {102.1, 25.1}, {102, 25}});
    areas.geometry.endFeature();
    std::vector<std::vector<Value>> rows;
    std::vector<Point> points;
    for (int i = 0; i < 300; ++i) {
        rows.push_back({"H" + std::to_string(i), "532329101201"});
        points.push_back({102 + i * 0.001, 25.5});
    }
    write(workspace, {units(), areas, roads,
                      batch(EntityKind::Household, {"hh_code", "origin_unit"}, rows, points)});
    // One by one into an index that exists, and one that moves.
    write(workspace, {batch(EntityKind::Household, {"hh_code", "origin_unit"},
                            {{"H300", "532329101201"}, {"H0", "532329101201"}},
                            {{102.5, 25.6}, {102.6, 25.6}})});
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("ogrinfo sees layers with their types, counts and CGCS2000", "[store]")
{
    if (!hasProgram("ogrinfo")) {
        WARN("ogrinfo is not installed: skipped");
        return;
    }
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    fill(workspace);
    const auto bytes = bytesOf(folder.file());
    const auto info = [&](const std::string& layer) {
        return outputOf("ogrinfo -ro -so '" + folder.file().string() + "' '" + layer + "' 2>&1");
    };
    const auto households = info("household");
    CHECK(contains(households, "Geometry: Point"));
    CHECK(contains(households, "Feature Count: 301"));
    CHECK(contains(households, "China Geodetic Coordinate System 2000"));
    CHECK(contains(households, "4490"));
    CHECK(contains(info("road"), "Geometry: Multi Line String"));
    CHECK(contains(info("admin_unit(geom)"), "Geometry: Multi Polygon"));
    CHECK(contains(info("admin_unit(seat)"), "Geometry: Point"));
    CHECK(contains(info("site(loc)"), "Geometry: Point"));
    CHECK(contains(info("facility"), "Geometry: Point"));
    CHECK(contains(info("project"), "Geometry: Point"));
    CHECK(bytesOf(folder.file()) == bytes);
}

TEST_CASE("the spatialite program finds valid geometry and spatial indexes, and can edit",
          "[store]")
{
    if (!hasProgram("spatialite")) {
        WARN("spatialite is not installed: skipped");
        return;
    }
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    fill(workspace);
    const auto ask = [&](const std::string& sql) {
        const auto text =
            outputOf("spatialite -silent '" + folder.file().string() + "' \"" + sql + "\" 2>&1");
        return text.substr(0, text.find_last_not_of('\n') + 1);
    };
    CHECK(ask("SELECT count(*) FROM household WHERE GeometryType(loc) = 'POINT' AND SRID(loc) = "
              "4490") == "301");
    CHECK(ask("SELECT min(IsValid(geom)) FROM admin_unit WHERE geom IS NOT NULL") == "1");
    CHECK(ask("SELECT AsText(geom) FROM road") == "MULTILINESTRING((102 25, 102.1 25.1))");
    for (const char* column :
         {"'household', 'loc'", "'admin_unit', 'seat'", "'admin_unit', 'geom'", "'road', 'geom'",
          "'site', 'loc'", "'site', 'geom'", "'facility', 'loc'", "'project', 'loc'"})
        CHECK(ask("SELECT CheckSpatialIndex(" + std::string(column) + ")") == "1");
    CHECK(ask("SELECT count(*) FROM household WHERE id IN (SELECT rowid FROM SpatialIndex WHERE "
              "f_table_name = "
              "'household' AND search_frame = BuildMbr(102.55, 25.5, 102.65, 25.7, 4490))") == "1");

    // An edit there goes through SpatiaLite's own triggers and is seen here.
    CHECK(ask("UPDATE household SET loc = MakePoint(101.0, 25.0, 4490) WHERE hh_code = 'H1'")
              .empty());
    CHECK(ask("SELECT CheckSpatialIndex('household', 'loc')") == "1");
    CHECK(contains(
        ask("UPDATE household SET loc = MakePoint(101.0, 25.0, 4326) WHERE hh_code = 'H1'"),
        "violates"));
    CHECK(contains(ask("UPDATE household SET watch = 'nonsense' WHERE hh_code = 'H1'"), "CHECK"));
    const auto h = workspace.snapshot(workspace.dataDate()).households;
    CHECK(h.location[1].x < h.location[2].x - 50000); // a degree is 100 km
}
