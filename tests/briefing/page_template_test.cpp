// SPDX-License-Identifier: MIT
#include "briefing/book.h"
#include "briefing/map_frame.h"
#include "briefing/page_template.h"
#include "briefing/wall_map.h"
#include "core/error.h"
#include "support/catch.h"

#include <cmath>

using namespace guatu;
using namespace guatu::briefing;

namespace
{

std::string sheet(const std::string& frames)
{
    return R"({"id":"t","title":{"zh":"页","en":"page"},"paper":"A4","orientation":"portrait",)"
           R"("margin":10,"frames":[)" +
           frames + "]}";
}

std::string complaint(const std::string& json)
{
    try {
        (void)parsePageTemplate(json, "t.json");
    } catch (const Error& error) {
        return text(error.message(), Language::English);
    }
    return {};
}

} // namespace

TEST_CASE("a frame hangs from the edges of the space inside the margins")
{
    const PageTemplate page = parsePageTemplate(
        sheet(
            R"({"kind":"text","right":5,"width":40,"top":2,"bottom":3,"text":{"zh":"甲","en":"a"}})"),
        "t.json");
    // 210 - 10 - 5 - 40 = 155; 297 - 2*10 - 5 for the last line - 2 - 3 = 267.
    CHECK(page.frames.front().box == RectMm{155, 12, 40, 267});
}

TEST_CASE("the shipped templates are sound and have the papers they say")
{
    const auto pages = pageTemplates();
    REQUIRE(pages.size() >= 5);
    const PageTemplate wall = pageTemplate("wall-a0");
    CHECK(wall.width == 1189);
    CHECK(wall.height == 841);
    CHECK(pageTemplate("compare-a3").comparesDates());
    CHECK(pageTemplate("field-a4").audience == Audience::Field);
}

TEST_CASE("what a template has wrong is named with its place")
{
    CHECK(
        complaint(
            sheet(
                R"({"kind":"text","left":0,"width":300,"top":0,"height":9,"text":{"zh":"甲","en":"a"}})"))
            .find("t.json#/frames/0") != std::string::npos);
    CHECK(
        complaint(
            sheet(
                R"({"kind":"text","left":0,"width":30,"top":0,"height":9,"text":{"zh":"{单位}","en":"a"}})"))
            .find("#/frames/0/text/zh") != std::string::npos);
    CHECK(
        complaint(
            sheet(
                R"({"kind":"text","left":0,"width":30,"right":0,"top":0,"height":9,"text":{"zh":"甲","en":"a"}})"))
            .find("left") != std::string::npos);
    CHECK(complaint(sheet(R"({"kind":"legend","left":0,"width":30,"top":0,"height":9})"))
              .find("#/frames/0") != std::string::npos);
    CHECK(complaint(
              sheet(R"({"kind":"figures","left":0,"width":30,"top":0,"height":9,"items":["x"]})"))
              .find("#/frames/0/items/0") != std::string::npos);
    CHECK(complaint(sheet(R"({"kind":"table","left":0,"width":30,"top":0,"height":9})"))
              .find("table") != std::string::npos);
}

TEST_CASE("scales are the next round ones")
{
    // Wuding on A3, 1:300 000; the prefecture, 1:750 000 (domain notes 11).
    CHECK(roundScale(296000) == 300000);
    CHECK(roundScale(660000) == 750000);
    CHECK(roundScale(400000) == 400000);
    CHECK(roundScale(810000) == 1000000);
    CHECK(roundScale(1.01) == 1.25);
}

TEST_CASE("sheets to be glued together cover the page and overlap as wished")
{
    // An A0 page, 1189 by 841: lying A3 sheets use 404 by 281 mm, so 389 and 266 further each; 1189
    // - 15 = 1174 takes 4 columns (3 * 389 = 1167), 826 takes 4 rows (3 * 266 = 798).
    const TilePlan plan = tilePlan(1189, 841, "A3", 15);
    CHECK(plan.columns * plan.rows <= 16);
    CHECK(plan.left(plan.columns - 1) + plan.usableWidth() >= 1189);
    CHECK(plan.top(plan.rows - 1) + plan.usableHeight() >= 841);
    CHECK(plan.left(0) + plan.usableWidth() - plan.left(1) == Approx(15));
    // Upright A3: 281 by 404 mm; 266 and 389 further each: 5 columns of 3 rows are 15.
    CHECK(plan.columns * plan.rows == 15);
    CHECK(tilePlan(1635, 1157, "A0", 15).columns * tilePlan(1635, 1157, "A0", 15).rows == 2);
    CHECK_THROWS_AS(tilePlan(1189, 841, "B5", 15), Error);
    CHECK_THROWS_AS(tilePlan(1189, 841, "A4", 200), Error);
}
