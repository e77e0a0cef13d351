// SPDX-License-Identifier: MIT
#include "desktop/household_order.h"
#include "session/view.h"
#include "support/catch.h"

#include <rapidcheck.h>

#include <numeric>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

session::WorkspaceView village()
{
    SnapshotBuilder builder;
    builder.unit({"532329102214", "小河村委会"}).unit({"532329102214002", "2组"});
    builder.unit({"532329102214010", "10组"}).unit({"532329102215", "树沟村委会"});
    const auto add = [&](const char* code, const char* unit, int persons, FormalStatus formal,
                         Watch watch = Watch::None) {
        HouseholdSpec spec{.origin = unit, .persons = persons, .formal = formal};
        spec.watch = watch;
        spec.code = code;
        builder.household(spec);
    };
    add("H1", "532329102214010", 5, FormalStatus::Unexited);
    add("H2", "532329102214002", -1, FormalStatus::Exited);
    add("H3", "532329102214", 2, FormalStatus::Exited, Watch::Monitored);
    add("H4", "532329102215", 12, FormalStatus::NeverRegistered, Watch::Marginal);
    return viewOf(builder.build());
}

std::vector<std::uint32_t> everyone(const session::WorkspaceView& view)
{
    std::vector<std::uint32_t> all(view.snapshot.households.size());
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

std::string codes(const session::WorkspaceView& view, const HouseholdQuery& query)
{
    std::string joined;
    for (const std::uint32_t row : arrange(view, everyone(view), query))
        joined += std::string(view.snapshot.households.code[row]) + ' ';
    return joined;
}

} // namespace

TEST_CASE("persons are sorted as numbers, unknown last either way", "[desktop]")
{
    const auto view = village();
    HouseholdQuery query{.sortBy = HouseholdColumn::Persons};
    CHECK(codes(view, query) == "H3 H1 H4 H2 ");
    query.descending = true;
    CHECK(codes(view, query) == "H4 H1 H3 H2 ");
}

TEST_CASE("the tenth group stands behind the second", "[desktop]")
{
    const auto view = village();
    CHECK(codes(view, {.sortBy = HouseholdColumn::Group}).starts_with("H2 H1 "));
}

TEST_CASE("filters of several columns hold together, values within one are alternatives",
          "[desktop]")
{
    const auto view = village();
    HouseholdQuery query;
    query.filters[HouseholdColumn::Village] = {"小河村委会"};
    CHECK(codes(view, query) == "H1 H2 H3 ");
    query.filters[HouseholdColumn::Class] = {"unexited", "monitored"};
    CHECK(codes(view, query) == "H1 H3 ");
    query.filters[HouseholdColumn::Class] = {};
    CHECK(codes(view, query).empty());
}

TEST_CASE("a column's values are counted under the filters of the other columns", "[desktop]")
{
    const auto view = village();
    HouseholdQuery query;
    query.filters[HouseholdColumn::Village] = {"小河村委会"};
    query.filters[HouseholdColumn::Class] = {"unexited"};
    const auto classes = valuesOf(view, everyone(view), query, HouseholdColumn::Class);
    CHECK(classes ==
          std::map<std::string, std::size_t>{{"exited", 1}, {"monitored", 1}, {"unexited", 1}});
}

TEST_CASE("cells speak the language of the window and never say 0 for unknown", "[desktop]")
{
    const auto view = village();
    const auto second = session::householdRow(view, 1);
    CHECK(cellText(view, second, HouseholdColumn::Persons, Language::Chinese) == "—");
    CHECK(cellText(view, second, HouseholdColumn::Located, Language::Chinese) == "未定位");
    const auto first = session::householdRow(view, 0);
    CHECK(cellText(view, first, HouseholdColumn::Class, Language::Chinese) == "未脱贫户");
    CHECK(cellText(view, first, HouseholdColumn::Class, Language::English) == "Unexited");
}

TEST_CASE("arranging loses and invents no household, whatever the order", "[desktop]")
{
    const auto view = village();
    rc::check("a permutation under any sort", [&] {
        const HouseholdQuery query{
            .sortBy = static_cast<HouseholdColumn>(*rc::gen::inRange(0, householdColumnCount)),
            .descending = *rc::gen::arbitrary<bool>()};
        auto rows = arrange(view, everyone(view), query);
        std::ranges::sort(rows);
        RC_ASSERT(rows == everyone(view));
    });
}
