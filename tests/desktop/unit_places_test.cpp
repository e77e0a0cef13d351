// SPDX-License-Identifier: MIT
#include "desktop/unit_places.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

Snapshot wuding()
{
    return SnapshotBuilder()
        .unit({"532329102214", "小河村委会"})
        .unit({"532329102215", "树沟村委会"})
        .unit({"532329103201", "古柏村委会"})
        .unit({"532329102214001", "1组"})
        .build();
}

RowIndex row(const Snapshot& snapshot, const std::string& code)
{
    return static_cast<RowIndex>(rowOf(snapshot, code));
}

} // namespace

TEST_CASE("a unit's path runs from the prefecture down", "[desktop]")
{
    const Snapshot snapshot = wuding();
    CHECK(pathOf(snapshot.units, row(snapshot, "532329102214")) ==
          std::vector<RowIndex>{row(snapshot, "5323"), row(snapshot, "532329"),
                                row(snapshot, "532329102"), row(snapshot, "532329102214")});
    CHECK(pathOf(snapshot.units, noRow).empty());
}

TEST_CASE("children are the units right below, not those below them", "[desktop]")
{
    const Snapshot snapshot = wuding();
    CHECK(childrenOf(snapshot.units, row(snapshot, "532329")) ==
          std::vector<RowIndex>{row(snapshot, "532329102"), row(snapshot, "532329103")});
    CHECK(childrenOf(snapshot.units, noRow) == std::vector<RowIndex>{row(snapshot, "5323")});
    CHECK(topUnit(snapshot.units) == row(snapshot, "5323"));
    CHECK(topUnit(UnitColumns{}) == noRow);
}

TEST_CASE("a village is looked at within its township", "[desktop]")
{
    const Snapshot snapshot = wuding();
    const RowIndex town = row(snapshot, "532329102");
    CHECK(stageOf(snapshot.units, row(snapshot, "532329102214001")) == town);
    CHECK(stageOf(snapshot.units, row(snapshot, "532329102214")) == town);
    CHECK(stageOf(snapshot.units, town) == town);
    CHECK(stageOf(snapshot.units, row(snapshot, "532329")) == row(snapshot, "532329"));
}

TEST_CASE("a unit is where its area is, else where its places below are", "[desktop]")
{
    UnitColumns units = wuding().units;
    const auto at = [&](const char* code) { return rowOf(wuding(), code); };
    units.seat = GeometryColumn(GeometryType::Point);
    units.area = GeometryColumn(GeometryType::Polygon);
    for (std::size_t i = 0; i < units.size(); ++i) {
        units.seat.addPoint(i == at("532329102214")   ? Point{1000, 1000}
                            : i == at("532329102215") ? Point{9000, 5000}
                                                      : Point{});
        units.area.endFeature();
    }
    CHECK(placeOf(units, static_cast<RowIndex>(at("532329102"))) == Box{1000, 1000, 9000, 5000});
    // A single point is shown with 1 km around it.
    CHECK(placeOf(units, static_cast<RowIndex>(at("532329102214"))) == Box{0, 0, 2000, 2000});
    CHECK(placeOf(units, static_cast<RowIndex>(at("532329103"))).empty());
    CHECK(placeOf(units, noRow).empty());
}
