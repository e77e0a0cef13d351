// SPDX-License-Identifier: MIT
#include "campaign/closure.h"
#include "campaign/unit_tree.h"
#include "core/error.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

using namespace guatu;
using namespace guatu::test;
using campaign::UnitTree;

namespace
{

const std::string village = "532329102201";
const std::string group = "532329102201001";

Snapshot chain()
{
    return SnapshotBuilder().unit({group}).household({.origin = village, .group = group}).build();
}

/// The id of the error that closing the snapshot ends with; empty: none.
std::string faultOf(const Snapshot& snapshot)
{
    try {
        (void)campaign::closeUp(snapshot, campaignProfile());
        return {};
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::Input);
        return error.message().id;
    }
}

} // namespace

TEST_CASE("a sound tree of units is closed up", "[campaign]")
{
    CHECK(faultOf(chain()).empty());
}

TEST_CASE("a unit that is its own ancestor is named, not followed for ever", "[campaign]")
{
    Snapshot snapshot = chain();
    const std::size_t county = rowOf(snapshot, "532329");
    snapshot.units.parent[county] = static_cast<RowIndex>(rowOf(snapshot, group));
    CHECK(faultOf(snapshot) == "campaign.unit_parent");
    snapshot.units.parent[county] = static_cast<RowIndex>(county);
    CHECK(faultOf(snapshot) == "campaign.unit_parent");
}

TEST_CASE("a parent that the code does not name is refused: a unit has one", "[campaign]")
{
    Snapshot snapshot = SnapshotBuilder().unit({village}).unit({"532325101201"}).build();
    snapshot.units.parent[rowOf(snapshot, village)] =
        static_cast<RowIndex>(rowOf(snapshot, "532325101"));
    CHECK(faultOf(snapshot) == "campaign.unit_parent");
    snapshot.units.parent[rowOf(snapshot, village)] = 4000;
    CHECK(faultOf(snapshot) == "campaign.unit_parent");
}

TEST_CASE("two units of one code are refused: households would count twice", "[campaign]")
{
    Snapshot snapshot = chain();
    snapshot.units.code[rowOf(snapshot, group)] = *UnitCode::parse(village);
    CHECK(faultOf(snapshot) == "campaign.unit_order");
}

TEST_CASE("codes have five levels, so no unit can stand on a sixth or fortieth", "[campaign]")
{
    std::string code = "5323";
    for (int level = 0; level < 40; ++level)
        code += "001";
    CHECK_FALSE(UnitCode::parse(code));
    CHECK_FALSE(UnitCode::parse(code.substr(0, 18)));
    CHECK(UnitCode::parse("532329102201001")->level() == Level::Group);
}

TEST_CASE("where a township is not on record its villages count for the county", "[campaign]")
{
    Snapshot snapshot = SnapshotBuilder().unit({village}).household({village}).build();
    UnitColumns& units = snapshot.units;
    units.code[rowOf(snapshot, "532329102")] = *UnitCode::parse("532329101");
    units.parent[rowOf(snapshot, village)] = noRow;
    const auto closure = campaign::closeUp(snapshot, campaignProfile());
    CHECK(closure.parent[rowOf(snapshot, village)] ==
          static_cast<RowIndex>(rowOf(snapshot, "532329")));
    CHECK(closure.tally[rowOf(snapshot, "532329")].inScope() == 1);
}
