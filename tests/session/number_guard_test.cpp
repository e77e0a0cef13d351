// SPDX-License-Identifier: MIT
#include "session/number_guard.h"

#include "core/error.h"
#include "session/export_policy.h"
#include "session/pack.h"
#include "session/view.h"
#include "support/catch.h"
#include "support/source_folder.h"
#include "support/temporary_folder.h"

using namespace guatu;
using namespace guatu::session;
using namespace guatu::test;

namespace
{

const Date day = *Date::fromIso("2020-04-17");
const std::string prefecture = "532300000000";

/// A list of two counties; its total is what the plan says, or what it is given.
Table counties(std::int64_t total, TableCell second = std::int64_t{1856})
{
    Table table("status", {"销号进度", "progress"},
                {{"code", {"编码", "code"}},
                 {"remaining_households", {"剩余户", "remaining"}, ColumnKind::Integer}});
    table.addRow({std::string("532329000000"), std::int64_t{1047}});
    table.addRow({std::string("532301000000"), std::move(second)});
    table.setTotal({Blank{}, total});
    return table;
}

std::string refusal(const std::vector<CheckedFigure>& figures)
{
    try {
        requireAgreement(figures);
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::Input);
        return text(error.message(), Language::Chinese);
    }
    return {};
}

std::vector<CheckedFigure> bothOf(const Table& one, const Table& other)
{
    auto figures = figuresOf(one, prefecture, day, "第 1 页", Language::Chinese);
    for (const CheckedFigure& figure :
         figuresOf(other, prefecture, day, "第 7 页", Language::Chinese))
        figures.push_back(figure);
    return figures;
}

} // namespace

TEST_CASE("2,903 on one page and 2,902 on another stop the export and name both",
          "[session][guard]")
{
    CHECK(refusal(bothOf(counties(2903), counties(2903))).empty());
    const std::string why = refusal(bothOf(counties(2903), counties(2902)));
    for (const char* part : {"2,903", "2,902", "第 1 页合计", "第 7 页合计", "剩余户", "532300"})
        CHECK_THAT(why, Catch::Matchers::Contains(part));
    // A row of the one list against the same unit's in the other.
    CHECK_THAT(refusal(bothOf(counties(2903), counties(2903, std::int64_t{1855}))),
               Catch::Matchers::Contains("第 7 页第 2 行"));
    // What is not known is not the same as a number.
    CHECK_FALSE(refusal(bothOf(counties(2903), counties(2903, Unknown{}))).empty());
}

TEST_CASE("another day, unit or quantity may have another number", "[session][guard]")
{
    const CheckedFigure figure{"remaining_households", prefecture, day, 2903, "2,903", "甲"};
    CheckedFigure other = figure;
    other.value = 2902;
    other.asOf = *Date::fromIso("2020-05-17");
    CHECK(refusal({figure, other}).empty());
    other.asOf = day;
    other.unit = "532329000000";
    CHECK(refusal({figure, other}).empty());
    other.unit = figure.unit;
    other.quantity = "remaining_persons";
    CHECK(refusal({figure, other}).empty());
    other.quantity = figure.quantity;
    CHECK_FALSE(refusal({figure, other}).empty());
    CheckedFigure rate = figure, rounded = figure;
    rate.value = 2.4149;
    rounded.value = 2.41;
    CHECK(refusal({rate, rounded}).empty());
}

TEST_CASE("a total that is not the sum of its rows is refused", "[session][guard]")
{
    CHECK_NOTHROW(requireTotals(counties(2903), "甲", Language::Chinese)); // 1,047 + 1,856
    CHECK_THROWS_AS(requireTotals(counties(2902), "甲", Language::Chinese), Error);
    CHECK_NOTHROW(requireTotals(counties(2902, Unknown{}), "甲", Language::Chinese));
}

TEST_CASE("the shipped packs say the numbers of their lists", "[session][pack]")
{
    const std::string village = "532329102214";
    const WorkspaceView view = viewOf(
        SnapshotBuilder()
            .unit({.code = village, .name = "小河村委会"})
            .household({.origin = village, .persons = 4, .formal = FormalStatus::Unexited}, 3)
            .household({.origin = village, .persons = 2}, 5)
            .build());
    const ExportPolicy policy = ExportPolicy::parse(
        bytesOf(sourceFolder() / "data" / "profiles" / "chuxiong-2020-100days.json"), "shipped");
    CHECK(packNames(dataRoot()) == std::vector<std::string>{"monthly", "special"});
    for (const std::string& name : packNames(dataRoot())) {
        const FilledPack pack = fillPack(view, loadPack(dataRoot(), name), 0, policy,
                                         Audience::Briefing, Language::Chinese);
        REQUIRE(pack.texts.size() > 4);
        CHECK(pack.texts[0].isHeading);
        // Three households of four persons remain; eight count.
        CHECK_THAT(pack.texts[1].text, Catch::Matchers::Contains("截至2020年4月17日") &&
                                           Catch::Matchers::Contains("3户12人") &&
                                           Catch::Matchers::Contains("应销号农户8户"));
        for (const PackText& each : pack.texts)
            CHECK(each.text.find_first_of("{}") == std::string::npos);
        CHECK(pack.title.find('{') == std::string::npos);
    }
    CHECK_THROWS_AS(loadPack(dataRoot(), "weekly"), Error);
    Pack bad = loadPack(dataRoot(), "special");
    bad.paragraphs.push_back({.isHeading = false, .text = {"{status.nothing}户", ""}});
    CHECK_THROWS_AS(fillPack(view, bad, 0, policy, Audience::Briefing, Language::Chinese), Error);
    CHECK_THROWS_AS(fillPack(view, loadPack(dataRoot(), "special"), 0, policy, Audience::Public,
                             Language::Chinese),
                    Error);
}
