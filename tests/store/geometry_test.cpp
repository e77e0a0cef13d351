// SPDX-License-Identifier: MIT
#include "fixture.h"

#include "store/connection.h"
#include "store/geometry_blob.h"
#include "store/packed_rtree.h"
#include "support/catch.h"

#include <SQLiteCpp/Transaction.h>
#include <rapidcheck.h>

#include <fstream>
#include <random>

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

Bytes bytes(const std::vector<unsigned char>& blob)
{
    return blob;
}

GeometryColumn polygonWithHole()
{
    GeometryColumn column(GeometryType::Polygon);
    column.addPart(std::vector<Point>{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
    column.addPart(std::vector<Point>{{2, 2}, {2, 4}, {4, 4}, {4, 2}, {2, 2}});
    column.addPart(std::vector<Point>{{20, 0}, {30, 0}, {30, 10}, {20, 0}});
    column.endFeature();
    return column;
}

} // namespace

TEST_CASE("a geometry comes back from its blob as it was", "[store]")
{
    const auto column = polygonWithHole();
    GeometryColumn back(GeometryType::Polygon);
    CHECK(decodeGeometry(encodeGeometry(column, 0), back));
    CHECK(back == column);
}

TEST_CASE("rings that run the wrong way are turned", "[store]")
{
    GeometryColumn wrong(GeometryType::Polygon);
    wrong.addPart(std::vector<Point>{{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}});
    wrong.endFeature();
    GeometryColumn back(GeometryType::Polygon);
    REQUIRE(decodeGeometry(encodeGeometry(wrong, 0), back));
    CHECK(back.part(0, 0)[1] == Point{10, 0});
}

TEST_CASE("a blob that is cut or changed anywhere is refused or read, never followed astray",
          "[store]")
{
    const auto blob = encodeGeometry(polygonWithHole(), 0);
    for (std::size_t length = 0; length < blob.size(); ++length) {
        GeometryColumn back(GeometryType::Polygon);
        CHECK_FALSE(decodeGeometry(bytes(blob).subspan(0, length), back));
        CHECK(back.size() == 1);
        CHECK_FALSE(back.hasGeometry(0));
    }
    CHECK(rc::check("any byte may be anything", [&](unsigned char value) {
        auto changed = blob;
        changed[*rc::gen::inRange<std::size_t>(0, blob.size())] = value;
        GeometryColumn back(GeometryType::Polygon);
        const bool good = decodeGeometry(changed, back);
        RC_ASSERT(back.size() == 1U);
        RC_ASSERT(good == back.hasGeometry(0));
        for (const Point point : back.vertices())
            RC_ASSERT(point.valid());
    }));
}

TEST_CASE("only a whole little-endian point blob is a point", "[store]")
{
    GeometryColumn column(GeometryType::Point);
    column.addPoint({102.4, 25.5});
    const auto blob = encodeGeometry(column, 0);
    CHECK(blob.size() == 60);
    CHECK(decodePoint(blob) == Point{102.4, 25.5});
    CHECK_FALSE(decodePoint(bytes(blob).subspan(0, 59)));
    for (const std::size_t marker : {0, 1, 38, 39, 42, 59}) {
        auto changed = blob;
        changed[marker] = 0x77;
        CHECK_FALSE(decodePoint(changed));
    }
    auto infinite = blob;
    for (std::size_t byte = 43; byte < 51; ++byte)
        infinite[byte] = 0xFF;
    CHECK_FALSE(decodePoint(infinite));
}

TEST_CASE("a packed spatial index is a valid R*Tree that finds what a plain search finds",
          "[store]")
{
    const Folder folder;
    std::ofstream(folder.file()).close();
    const auto database = openDatabase(folder.file(), Access::Write);
    std::mt19937 random(7);
    for (const std::size_t count : {1U, 51U, 52U, 2601U, 2602U, 20000U}) {
        CAPTURE(count);
        database->exec("DROP TABLE IF EXISTS t; CREATE VIRTUAL TABLE t USING rtree(id, minx, maxx, "
                       "miny, maxy)");
        std::vector<BoxEntry> entries;
        std::uniform_real_distribution<double> lon(100, 103);
        std::uniform_real_distribution<double> size(0, 0.01);
        for (std::size_t i = 0; i < count; ++i) {
            const double x = lon(random);
            const double y = lon(random) - 76;
            entries.push_back(
                {static_cast<std::int64_t>(i * 3 + 1), {x, y, x + size(random), y + size(random)}});
        }
        SQLite::Transaction transaction(*database); // rolled back with the section
        writePackedRtree(*database, "t", entries);
        CHECK(database->execAndGet("SELECT rtreecheck('t')").getString() == "ok");

        Statement found(
            *database,
            "SELECT count(*), coalesce(sum(id), 0) FROM t WHERE maxx >= ?1 AND minx <= ?2 AND "
            "maxy >= ?3 AND miny <= ?4");
        for (int trial = 0; trial < 20; ++trial) {
            const double x = lon(random);
            const double y = lon(random) - 76;
            const Box window{x, y, x + 0.3, y + 0.3};
            std::int64_t certain = 0; // boxes in the index are rounded outwards, by less than this
            std::int64_t possible = 0;
            for (const auto& entry : entries) {
                certain += entry.box.intersects(window) ? 1 : 0;
                possible += entry.box.intersects(window.grown(2e-5)) ? 1 : 0;
            }
            REQUIRE(found.first(window.minX, window.maxX, window.minY, window.maxY));
            CHECK(found.integer(0) >= certain);
            CHECK(found.integer(0) <= possible);
            found.reset();
        }
        // It takes later entries like any other.
        for (int more = 0; more < 200; ++more)
            Statement(*database, "INSERT INTO t VALUES (?, 101, 101, 25, 25)")
                .run(std::int64_t{1000000 + more});
        CHECK(database->execAndGet("SELECT rtreecheck('t')").getString() == "ok");
    }
}
