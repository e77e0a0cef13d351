// SPDX-License-Identifier: MIT
#include "desktop/title_row.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace guatu::desktop;

TEST_CASE("Titles with room stand where they want to", "[desktop]")
{
    const std::vector<RowTitle> titles{{50, 20}, {100, 40}};
    CHECK(placeInRow(titles, 8, 0, 200) == std::vector<double>{40, 80});
}

TEST_CASE("Titles that would touch move apart by the same way", "[desktop]")
{
    // Both want 50; 20 wide and 10 apart they must begin 30 apart, so 15 to either side of 40.
    const std::vector<RowTitle> titles{{50, 20}, {50, 20}};
    CHECK(placeInRow(titles, 10, 0, 200) == std::vector<double>{25, 55});
}

TEST_CASE("A title at the end of the row is moved into it", "[desktop]")
{
    const std::vector<RowTitle> titles{{195, 30}};
    CHECK(placeInRow(titles, 8, 0, 200) == std::vector<double>{170});
}

TEST_CASE("Titles longer than the row together have no place", "[desktop]")
{
    const std::vector<RowTitle> titles{{10, 60}, {20, 60}};
    CHECK_FALSE(placeInRow(titles, 8, 0, 127));
    CHECK(placeInRow(titles, 8, 0, 128) == std::vector<double>{0, 68});
}

TEST_CASE("Titles in a row never touch, leave it or change their order", "[desktop]")
{
    rc::check("order, gap and row are kept", [] {
        const auto places = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000));
        std::vector<RowTitle> titles;
        double used = 0;
        for (const int at : places) {
            titles.push_back({static_cast<double>(at), *rc::gen::inRange(1, 80) * 1.0});
            used += titles.back().width + 8;
        }
        std::ranges::sort(titles, {}, &RowTitle::at);
        const auto lefts = placeInRow(titles, 8, 0, 1000);
        RC_ASSERT(lefts.has_value() == (used - 8 <= 1000));
        for (std::size_t i = 0; lefts && i < titles.size(); ++i) {
            RC_ASSERT((*lefts)[i] >=
                      (i == 0 ? 0 : (*lefts)[i - 1] + titles[i - 1].width + 8) - 1e-6);
            RC_ASSERT((*lefts)[i] + titles[i].width <= 1000 + 1e-6);
        }
    });
}
