// SPDX-License-Identifier: MIT
#include "core/wkb.h"

#include "core/error.h"
#include "core/polygon.h"
#include "support/catch.h"

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <string>

using namespace guatu;

namespace
{

std::vector<std::byte> bytes(std::string_view hex)
{
    std::vector<std::byte> result;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        result.push_back(
            static_cast<std::byte>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    return result;
}

GeometryColumn read(GeometryType type, std::string_view hex)
{
    GeometryColumn column(type);
    appendWkb(column, bytes(hex));
    return column;
}

// Made by SpatiaLite 5.0.1: SELECT hex(AsBinary(GeomFromText('...')));
constexpr auto pointXy = "010100000000000000006059400000000000403940";
constexpr auto pointXyz = "01E9030000000000000060594000000000004039400000000000209C40";
constexpr auto pointXym = "01D1070000000000000060594000000000004039400000000000001C40";
constexpr auto pointXyzm =
    "01B90B0000000000000060594000000000004039400000000000209C400000000000001C40";
// SELECT AsEWKB(GeomFromText('POINTZ(101.5 25.25 1800)', 4490));
constexpr auto pointExtended = "01010000A08A110000000000000060594000000000004039400000000000209C40";
constexpr auto multiPoint = "0104000000020000000101000000000000000000F03F00000000000000400101000000"
                            "00000000000008400000000000"
                            "001040";
constexpr auto line =
    "01020000000300000000000000000000000000000000000000000000000000F03F000000000000"
    "004000000000000008400000000000001040";
// POLYGON((0 0,0 8,8 8,8 0,0 0),(2 2,4 2,4 4,2 4,2 2)): both rings the wrong way round
constexpr auto polygonTurned =
    "0103000000020000000500000000000000000000000000000000000000000000000000000000000000000020400000"
    "0000000020400000000000002040000000000000204000000000000000000000000000000000000000000000000005"
    "0000000000000000000040000000000000004000000000000010400000000000000040000000000000104000000000"
    "00001040000000000000004000000000000010400000000000000040000000000000004"
    "0";
// MULTIPOLYGON(((0 0,8 0,8 8,0 8,0 0),(2 2,2 4,4 4,4 2,2 2)),((10 0,12 0,12 2,10 0)))
constexpr auto multiPolygon =
    "0106000000020000000103000000020000000500000000000000000000000000000000000000000000000000204000"
    "0000000000000000000000000020400000000000002040000000000000000000000000000020400000000000000000"
    "0000000000000000050000000000000000000040000000000000004000000000000000400000000000001040000000"
    "0000001040000000000000104000000000000010400000000000000040000000000000004000000000000000400103"
    "0000000100000004000000000000000000244000000000000000000000000000002840000000000000000000000000"
    "0000284000000000000000400000000000002440000000000000000"
    "0";

} // namespace

TEST_CASE("a point is read in each coding, heights and measures left out", "[core]")
{
    for (const char* hex : {pointXy, pointXyz, pointXym, pointXyzm, pointExtended}) {
        const GeometryColumn column = read(GeometryType::Point, hex);
        REQUIRE(column.size() == 1);
        CHECK(column.partCount(0) == 1);
        CHECK(column.firstPoint(0) == Point{101.5, 25.25});
    }
    // Big-endian, and old OGR's mark of a third dimension.
    CHECK(read(GeometryType::Point, "000000000140596000000000004039400000000000").firstPoint(0) ==
          Point{101.5, 25.25});
    CHECK(read(GeometryType::Point, "0101000080000000000060594000000000004039400000000000209C40")
              .firstPoint(0) == Point{101.5, 25.25});
}

TEST_CASE("lines and many points keep their order", "[core]")
{
    const GeometryColumn road = read(GeometryType::Line, line);
    REQUIRE(road.partCount(0) == 1);
    CHECK(std::ranges::equal(road.part(0, 0), std::array<Point, 3>{{{0, 0}, {1, 2}, {3, 4}}}));
    const GeometryColumn points = read(GeometryType::Point, multiPoint);
    REQUIRE(points.partCount(0) == 2);
    CHECK(points.part(0, 1).front() == Point{3, 4});
}

TEST_CASE("outer rings are turned counter-clockwise and holes clockwise", "[core]")
{
    const GeometryColumn field = read(GeometryType::Polygon, polygonTurned);
    REQUIRE(field.partCount(0) == 2);
    CHECK(ringArea(field.part(0, 0)) == 64);
    CHECK(ringArea(field.part(0, 1)) == -4);
}

TEST_CASE("open rings are closed, rings without area are left out", "[core]")
{
    // A triangle of three vertices (0 0, 4 0, 0 4); then one along a line (0 0, 1 1, 2 2, 0 0).
    const std::string zero(16, '0');
    const std::string one = "000000000000F03F";
    const std::string two = "0000000000000040";
    const std::string four = "0000000000001040";
    const std::string triangle = "03000000" + zero + zero + four + zero + zero + four;
    const std::string flat = "04000000" + zero + zero + one + one + two + two + zero + zero;
    const GeometryColumn closed = read(GeometryType::Polygon, "010300000001000000" + triangle);
    REQUIRE(closed.partCount(0) == 1);
    CHECK(closed.part(0, 0).size() == 4);
    CHECK(area(closed, 0) == 8);
    CHECK(read(GeometryType::Polygon, "010300000002000000" + triangle + flat).partCount(0) == 1);
    // A hole in nothing is nothing.
    CHECK_FALSE(read(GeometryType::Polygon, "010300000002000000" + flat + triangle).hasGeometry(0));
    CHECK_FALSE(read(GeometryType::Polygon, "010300000001000000" + flat).hasGeometry(0));
}

TEST_CASE("empty geometries are features without geometry", "[core]")
{
    CHECK_FALSE(read(GeometryType::Point, "").hasGeometry(0));
    CHECK_FALSE(
        read(GeometryType::Point, "0101000000000000000000F87F000000000000F87F").hasGeometry(0));
    CHECK_FALSE(read(GeometryType::Polygon, "010300000000000000").hasGeometry(0));
    CHECK_FALSE(read(GeometryType::Polygon, "010600000000000000").hasGeometry(0));
    CHECK_FALSE(read(GeometryType::Line, "010200000000000000").hasGeometry(0));
    CHECK(read(GeometryType::Line, "010500000000000000").size() == 1);
}

TEST_CASE("features are written as SpatiaLite writes them", "[core]")
{
    CHECK(writeWkb(read(GeometryType::Point, pointXyz), 0) == bytes(pointXy));
    CHECK(writeWkb(read(GeometryType::Point, multiPoint), 0) == bytes(multiPoint));
    CHECK(writeWkb(read(GeometryType::Line, line), 0) == bytes(line));
    CHECK(writeWkb(read(GeometryType::Polygon, multiPolygon), 0) == bytes(multiPolygon));
    CHECK(writeWkb(read(GeometryType::Point, ""), 0).empty());
    // One part in its multi form: the count and the single form behind the header.
    auto expected = bytes("010500000001000000");
    const auto single = bytes(line);
    expected.insert(expected.end(), single.begin(), single.end());
    CHECK(writeWkb(read(GeometryType::Line, line), 0, WkbForm::Multi) == expected);
}

TEST_CASE("a geometry of another type is refused and changes nothing", "[core]")
{
    GeometryColumn column(GeometryType::Polygon);
    appendWkb(column, bytes(multiPolygon));
    const GeometryColumn before = column;
    for (const char* hex : {pointXy, line, multiPoint})
        CHECK_THROWS_AS(appendWkb(column, bytes(hex)), Error);
    CHECK(column == before);
}

TEST_CASE("bytes that end early or late are refused and change nothing", "[core]")
{
    for (const auto& [type, hex] : {std::pair{GeometryType::Point, pointXy},
                                    {GeometryType::Point, pointExtended},
                                    {GeometryType::Point, multiPoint},
                                    {GeometryType::Line, line},
                                    {GeometryType::Polygon, polygonTurned},
                                    {GeometryType::Polygon, multiPolygon}}) {
        GeometryColumn column(type);
        auto whole = bytes(hex);
        for (std::size_t length = 1; length < whole.size(); ++length)
            CHECK_THROWS_AS(appendWkb(column, std::span(whole).first(length)), Error);
        whole.push_back(std::byte{0});
        CHECK_THROWS_AS(appendWkb(column, whole), Error);
        CHECK(column == GeometryColumn(type));
    }
}

TEST_CASE("counts beyond the bytes, nests and strange types are refused", "[core]")
{
    for (const char* hex : {
             "0102000000FFFFFFFF0000000000000000", // 4 billion vertices
             "0102000000FFFFFF0F0000000000000000",
             "0105000000FFFFFFFF",                     // 4 billion lines
             "01050000000100000001050000000100000001", // a multi in a multi
             "010700000000000000",                     // a collection
             "010800000000000000",                     // an arc
             "010000000000000000",                     // no type
             "01A00F00000000000000",                   // dimension 4
             "010200001000000000",                     // a mark of nobody
             "0202000000000000000",                    // no byte order
             "01020000000200000000000000000000000000000000000000000000000000F87F0000000000000000",
         })
        CHECK_THROWS_AS(read(GeometryType::Line, hex), Error);
    // Half a position.
    CHECK_THROWS_AS(read(GeometryType::Point, "0101000000000000000000F87F0000000000000000"), Error);
}

TEST_CASE("damaged bytes give a sound column or an error, never harm", "[core]")
{
    CHECK(rc::check("flips", [] {
        auto damaged =
            bytes(*rc::gen::element(std::string(multiPolygon), std::string(polygonTurned)));
        for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
            damaged[*rc::gen::inRange<std::size_t>(0, damaged.size())] =
                static_cast<std::byte>(*rc::gen::inRange(0, 256));
        GeometryColumn column(GeometryType::Polygon);
        try {
            appendWkb(column, damaged);
        } catch (const Error&) {
            RC_ASSERT(column.empty());
            return;
        }
        RC_ASSERT(column.size() == 1U);
        for (std::size_t i = 0; i < column.partCount(0); ++i) {
            const auto ring = column.part(0, i);
            RC_ASSERT(ring.size() >= 4U);
            RC_ASSERT(ring.front() == ring.back());
            RC_ASSERT(i > 0 || ringArea(ring) > 0);
        }
        // What was read once is written and read again unchanged.
        GeometryColumn again(GeometryType::Polygon);
        appendWkb(again, writeWkb(column, 0));
        RC_ASSERT(again == column);
    }));
}
