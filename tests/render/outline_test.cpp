// SPDX-License-Identifier: MIT
#include "render/edges.h"
#include "support/catch.h"
#include "support/map_scene.h"

using namespace guatu;
using namespace guatu::render;

namespace
{

double lengthOf(const GeometryColumn& lines)
{
    double sum = 0;
    for (std::size_t row = 0; row < lines.size(); ++row) {
        const auto line = lines.part(row, 0);
        for (std::size_t i = 1; i < line.size(); ++i)
            sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    }
    return sum;
}

std::vector<Box> grid(int columns, int rows, double size)
{
    std::vector<Box> boxes;
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x)
            boxes.push_back({x * size, y * size, (x + 1) * size, (y + 1) * size});
    }
    return boxes;
}

} // namespace

TEST_CASE("a boundary between two villages is drawn once", "[render]")
{
    const auto villages = test::boxTable("village", grid(2, 1, 100), {"a"}, {1, 1});
    const auto outlines = uniqueOutlines(villages->geometry, {0, 0}, {});
    // Two squares share one side: 7 sides in all.
    CHECK(lengthOf(outlines.lines) == Approx(700));
}

TEST_CASE("the higher boundary covers the lower on a shared edge", "[render]")
{
    const auto villages =
        test::boxTable("village", grid(4, 4, 100), {"a"}, std::vector<std::uint8_t>(16, 1));
    // The township's side has no vertices where the villages' sides meet it.
    const auto town = test::boxTable("town", {{0, 0, 400, 400}}, {"a"}, {1});
    const auto outlines = uniqueOutlines(villages->geometry, ClassIndex(16, 0), {town});
    CHECK(lengthOf(outlines.lines) == Approx(2 * 3 * 400)); // three inner lines each way
    const auto alone = uniqueOutlines(villages->geometry, ClassIndex(16, 0), {});
    CHECK(lengthOf(alone.lines) == Approx(2 * 5 * 400));
}

TEST_CASE("a lone area keeps its whole ring as one line", "[render]")
{
    const auto area = test::boxTable("area", grid(1, 1, 100), {"a"}, {1});
    const auto outlines = uniqueOutlines(area->geometry, {0}, {});
    REQUIRE(outlines.lines.size() == 1);
    CHECK(outlines.lines.part(0, 0).size() == 5);
}

TEST_CASE("areas that no class takes have no outline", "[render]")
{
    const auto areas = test::boxTable("area", grid(2, 1, 100), {"a"}, {1, 1});
    const auto outlines = uniqueOutlines(areas->geometry, {0, noClass}, {});
    CHECK(lengthOf(outlines.lines) == Approx(400));
}
