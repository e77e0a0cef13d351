// SPDX-License-Identifier: MIT
#include "briefing/figure_check.h"

#include "core/error.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::briefing;

namespace
{

BoundFigure figure(double value, const char* shown, const char* place)
{
    return {"remaining_households", "532300", *Date::fromIso("2020-04-17"), value, shown, place};
}

Document document(std::vector<BoundFigure> first, std::vector<BoundFigure> second)
{
    Document made;
    made.pages.resize(2);
    made.pages[0].figures = std::move(first);
    made.pages[1].figures = std::move(second);
    return made;
}

} // namespace

TEST_CASE("pages that give one number differently are not written", "[briefing][guard]")
{
    const BoundFigure plan = figure(2903, "2,903", "figures");
    CHECK_NOTHROW(requireAgreement(document({plan}, {figure(2903, "2,903", "status, 11")})));
    try {
        requireAgreement(document({plan}, {figure(2902, "2,902", "status, 11")}));
        FAIL("nothing was said");
    } catch (const Error& error) {
        const std::string why = text(error.message(), Language::Chinese);
        for (const char* part : {"2,903", "2,902", "第 1 页", "第 2 页", "532300"})
            CHECK_THAT(why, Catch::Matchers::Contains(part));
    }
}

TEST_CASE("a page whose total is not the sum of its rows is not written", "[briefing][guard]")
{
    BoundFigure one = figure(1047, "1,047", "status, 1");
    one.unit = "532329";
    BoundFigure other = figure(1856, "1,856", "status, 2");
    other.unit = "532301";
    BoundFigure total = figure(2903, "2,903", "status, 3");
    total.isTotal = true;
    CHECK_NOTHROW(requireAgreement(document({one, other, total}, {})));
    total.value = 2902;
    CHECK_THROWS_AS(requireAgreement(document({one, other, total}, {})), Error);
}
