// SPDX-License-Identifier: MIT
#include "core/plain_mark.h"

#include "support/catch.h"

#include <rapidcheck.h>

using namespace guatu;
using Catch::Matchers::Contains;

TEST_CASE("a plain mark's name says all of it", "[core][mark]")
{
    const bool good = rc::check("read back the same", [] {
        const auto byte = [] { return *rc::gen::arbitrary<std::uint8_t>(); };
        PlainMark mark{.shape = static_cast<PlainMark::Shape>(*rc::gen::inRange(0, 9)),
                       .fill = {byte(), byte(), byte(), byte()}};
        if (*rc::gen::arbitrary<bool>()) {
            mark.edge = Colour{byte(), byte(), byte(), byte()};
            mark.edgeWidth = *rc::gen::inRange(1, 100) / 10.0;
        }
        RC_ASSERT(plainMarkOf(nameOf(mark)) == mark);
    });
    CHECK(good);
    CHECK(nameOf({.fill = {0xD7, 0x19, 0x1C, 255}}) == "mark-circle-D7191C");
}

TEST_CASE("other names are no plain marks", "[core][mark]")
{
    for (const char* name : {"", "mark-", "mark-circle", "mark-circle-D7191", "mark-egg-D7191C",
                             "mark-circle-D7191C-000000", "mark-circle-D7191C-000000-0",
                             "mark-circle-D7191C-000000-100", "mark-circle-d7191c", "seat-town",
                             "mark-circle-D7191C-000000-1-1", "mark-../../etc-D7191C"}) {
        INFO(name);
        CHECK_FALSE(plainMarkOf(name));
    }
}

TEST_CASE("a plain mark is drawn in its colours", "[core][mark]")
{
    const std::string svg = svgOf({.shape = PlainMark::Shape::Square,
                                   .fill = {255, 0, 0, 51},
                                   .edge = Colour{0, 0, 255, 255},
                                   .edgeWidth = 0.8});
    CHECK_THAT(svg, Contains(R"(fill="#FF0000" fill-opacity="0.200")") &&
                        Contains(R"(stroke="#0000FF")") && Contains(R"(stroke-width="0.8")"));
}
