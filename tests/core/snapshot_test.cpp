// SPDX-License-Identifier: MIT
#include "core/snapshot.h"

#include "support/catch.h"

using namespace guatu;

namespace
{

UnitColumns units(std::initializer_list<const char*> codes)
{
    UnitColumns units;
    for (const char* code : codes)
        units.code.push_back(*UnitCode::parse(code));
    return units;
}

const UnitColumns someUnits = units({"5323", "532301", "532301101", "532301101001", "532329",
                                     "532329101", "532329101201", "532329101201001", "532329102"});

} // namespace

TEST_CASE("a unit is found by its code", "[core]")
{
    CHECK(findUnit(someUnits, *UnitCode::parse("532329")) == 4);
    CHECK(findUnit(someUnits, *UnitCode::parse("532329101201001")) == 7);
    CHECK(findUnit(someUnits, *UnitCode::parse("532329103")) == noRow);
    CHECK(findUnit(someUnits, *UnitCode::parse("5334")) == noRow);
    CHECK(findUnit(UnitColumns{}, *UnitCode::parse("5323")) == noRow);
    CHECK(findUnit(someUnits, UnitCode{}) == noRow);
}

TEST_CASE("a subtree is the run of rows from a unit to the next one beside it", "[core]")
{
    CHECK(subtreeEnd(someUnits, 0) == 9);
    CHECK(subtreeEnd(someUnits, 1) == 4);
    CHECK(subtreeEnd(someUnits, 4) == 9);
    CHECK(subtreeEnd(someUnits, 5) == 8);
    CHECK(subtreeEnd(someUnits, 7) == 8);
    CHECK(subtreeEnd(someUnits, 8) == 9);
}
