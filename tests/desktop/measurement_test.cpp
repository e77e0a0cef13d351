// SPDX-License-Identifier: MIT
#include "core/crs.h"
#include "desktop/map_tool.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::desktop;

namespace
{

Measurement inWuding()
{
    auto transform = std::make_shared<Transform>(std::string(storeCrs), std::string("EPSG:4543"));
    return Measurement([transform](Point plane) { return transform->inverse(plane); });
}

Point plane(double lon, double lat)
{
    return Transform(std::string(storeCrs), "EPSG:4543").forward({lon, lat});
}

} // namespace

TEST_CASE("a measured distance is the geodesic, not that of the plane", "[desktop]")
{
    Measurement measurement = inWuding();
    measurement.start(MapTool::Length);
    CHECK(measurement.length() == 0);
    measurement.add(plane(102, 25));
    measurement.preview(plane(103, 25));
    // geod +ellps=GRS80 -I: 25N 102E to 25N 103E is 100949.861 m.
    CHECK(measurement.length() == Approx(100949.861).epsilon(1e-8));
    measurement.preview({});
    CHECK(measurement.length() == 0);
    measurement.add(plane(103, 25));
    measurement.add(plane(103, 26));
    measurement.finish();
    CHECK(measurement.isFinished());
    // The same tool: on to 26N 103E it is 110780.403 m.
    CHECK(measurement.length() == Approx(100949.861 + 110780.403).epsilon(1e-8));
}

TEST_CASE("a measured area needs three points and goes round", "[desktop]")
{
    Measurement measurement = inWuding();
    measurement.start(MapTool::Area);
    measurement.add(plane(102, 25));
    measurement.add(plane(102.01, 25));
    CHECK(measurement.area() == 0);
    measurement.add(plane(102.01, 25.01));
    measurement.add(plane(102, 25.01));
    // One hundredth of a degree: about 1009.3 m by 1107.8 m.
    CHECK(measurement.area() == Approx(1009.3 * 1107.8).epsilon(0.001));
    CHECK(measurement.length() == Approx(2 * (1009.3 + 1107.8)).epsilon(0.001));
    measurement.removeLast();
    CHECK(measurement.line().size() == 3);
}

TEST_CASE("the next click after the end begins a new measurement", "[desktop]")
{
    Measurement measurement = inWuding();
    measurement.start(MapTool::Length);
    measurement.add({0, 0});
    measurement.add({0, 0}); // the double click's second press
    CHECK(measurement.line().size() == 1);
    measurement.add({100, 0});
    measurement.finish();
    measurement.add({500, 500});
    CHECK(measurement.line() == std::vector<Point>{{500, 500}});
}
