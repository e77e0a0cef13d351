// SPDX-License-Identifier: MIT
#include "session/qgis_export.h"

#include "core/error.h"
#include "session/view.h"
#include "support/catch.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::test;

namespace
{

const std::string xiaohe = "532329102201";

const FeatureTable& table(const FeatureTables& tables, std::string_view source)
{
    const auto found =
        std::ranges::find(tables, source, [](const auto& each) { return each->source; });
    REQUIRE(found != tables.end());
    return **found;
}

} // namespace

TEST_CASE("a map handed on shows households at their village's seat, never at their house",
          "[session][qgis]")
{
    Snapshot snapshot = SnapshotBuilder()
                            .unit({.code = xiaohe, .name = "小河村委会"})
                            .household({.origin = xiaohe, .persons = 3, .code = "H-7"})
                            .build();
    const Point house{500123, 2800456};
    const Point seat{500000, 2800000};
    snapshot.households.location[0] = house;
    GeometryColumn seats(GeometryType::Point);
    for (std::size_t row = 0; row < snapshot.units.size(); ++row)
        seats.addPoint(snapshot.units.code[row].str() == xiaohe ? seat : Point{});
    snapshot.units.seat = seats;
    const session::WorkspaceView view = viewOf(std::move(snapshot));

    CHECK(table(view.tables, "household").geometry.firstPoint(0) == house);
    const FeatureTables shared = session::shareableTables(view);
    CHECK(table(shared, "household").geometry.firstPoint(0) == seat);
    CHECK(table(shared, "household").size() == table(view.tables, "household").size());
    CHECK(table(shared, "problem").text("text") == nullptr);
    for (const auto& each : shared)
        for (const Point point : each->geometry.vertices())
            CHECK_FALSE(point == house);
}

TEST_CASE("a map without any place, or under another name, is refused", "[session][qgis]")
{
    const session::WorkspaceView view =
        viewOf(SnapshotBuilder().unit({.code = xiaohe, .name = "小河村委会"}).build());
    CHECK_THROWS_AS(session::exportToQgis(view, {.file = "/nowhere/map.qgs"}), Error);
    CHECK_THROWS_AS(session::exportToQgis(view, {.file = "/nowhere/map.qgz"}), Error);
}
