// SPDX-License-Identifier: MIT
#include "campaign/query/query.h"
#include "query_world.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::campaign::query;
using guatu::test::queryWorld;
using Rows = std::vector<std::uint32_t>;

namespace
{

const auto& world()
{
    static const test::QueryWorld made = queryWorld();
    return made;
}

} // namespace

TEST_CASE("Chinese and English words mean the same tree", "[query]")
{
    const auto [chinese, english] = GENERATE(table<std::string, std::string>({
        {"农户 其中 类别 = 未脱贫户", "households where class = unexited"},
        {"类别=未脱贫户且单位属于武定县小河村委会且无饮水点[状态=正常]于2公里",
         "households where class = unexited and unit in 532329102214 and not within 2 km of "
         "facilities[kind = water_point]"},
        {"饮水安全 = 未达标", "criterion water = unmet"},
        {"人均纯收入 低于 4000 元", "income < 4000 yuan"},
        {"村 其中 剩余人口 >= 50 人", "villages where remaining persons at least 50 persons"},
        {"村：挂牌级别 县级挂牌", "villages where listed by county"},
        {"问题 其中 期限 于 7 天内 且 未结", "problems where due within 7 days and open = yes"},
        {"有 问题[专题 = 饮水]", "has problems[topic = water]"},
        {"村 其中 计数(农户[类别 = 未脱贫户]) ≥ 3 户",
         "villages where count(households[class = unexited]) >= 3 households"},
        {"自 2020年4月1日 以来", "since"},
        {"距 高桥镇 800 米内", "within 800 m of 高桥镇"},
        {"农户 取 距 高桥镇 最近 10 户", "households nearest 10 households to 高桥镇"},
        {"最近走访 < 今天 - 30 天", "last_visit < today - 30 days"},
        {"收入 未知 或 低保 已知", "income is unknown or dibao is known"},
        {"单位 属于 村[挂牌 = 是]", "unit in villages[listed = yes]"},
    }));
    if (english == "since") {
        CHECK(world().parse("走访过 自 2020年4月1日 以来") ==
              world().parse("visited since 2020-04-01"));
        return;
    }
    INFO(chinese);
    if (chinese.find("饮水点") != std::string::npos) {
        // The noun 饮水点 is a kind of facility, as the filter says in English.
        const Query a = world().parse(chinese);
        REQUIRE(a.where);
        REQUIRE(a.where->children.size() == 3);
        CHECK(a == world().parse("class = unexited and unit in 532329102214 and not within 2 km of "
                                 "water_point[state = working]"));
        return;
    }
    CHECK(world().parse(chinese) == world().parse(english));
}

TEST_CASE("the expression of the panel reads as it is written there", "[query]")
{
    const std::string text =
        "类别 = 未脱贫户 且 单位 属于 高桥镇/小河村民委员会 且 无 饮水点[状态 = 正常] 于 2 公里";
    const Query query = world().parse(text);
    CHECK(conditionText(query, *world().vocabulary, Language::Chinese) == text.substr(0));
    CHECK(canonicalText(query, *world().vocabulary, Language::English) ==
          "households where class = unexited and unit in 高桥镇/小河村民委员会 and not within 2 km "
          "of water points[state = working]");
}

TEST_CASE("a name that several units have is an error that lists them", "[query]")
{
    const QueryError error = world().error("单位 属于 小河村委会 且 低保");
    CHECK(error.message().id == "query.ambiguous_unit");
    CHECK(error.position() == 6);
    CHECK(error.length() == 5);
    CHECK(error.suggestions() ==
          std::vector<std::string>{"东瓜镇/小河村民委员会", "高桥镇/小河村民委员会"});
    CHECK(world().parse("单位 属于 高桥镇/小河村委会") == world().parse("unit in 532329102214"));
    CHECK(world().parse("单位 属于 武定县小河村") == world().parse("unit in 532329102214"));
}

TEST_CASE("an error says where, what stands there and what may have been meant", "[query]")
{
    struct Case {
        std::string text, id;
        std::size_t position;
        std::string near{};
    };
    const Case one = GENERATE(values<Case>({
        {"类另 = 未脱贫户", "query.expected_condition_near", 0, "类别"},
        {"类别 = 未脱平户", "query.expected_value_near", 5, "未脱贫户"},
        {"class = unexitd", "query.expected_value_near", 8, "unexited"},
        {"类别 = 未脱贫户 并 低保", "query.expected_end", 10},
        {"（类别 = 未脱贫户", "query.expected_close", 10},
        {"单位 属于 高乔镇", "query.expected_unit_near", 6, "高桥镇"},
        {"低保 且", "query.expected_condition", 4},
        {"人均纯收入 < 4000 人", "query.wrong_unit", 13},
        {"人均纯收入 包含 4000", "query.wrong_operator", 6},
        {"收入", "query.expected_operator", 2},
        {"within 2 of clinics", "query.expected_length", 9},
        {"有 道路", "query.no_relation", 2},
        {"within 2 km of plans", "query.no_place", 15},
        {"has plans[", "query.expected_condition", 10},
        {"within clinics", "query.no_area", 7},
        {"名称 包含 \"小河", "query.expected_condition", 0},
        {"户编号 包含 \"小河", "query.unclosed_quote", 7},
        {"最近走访 < 2020-02-30", "query.expected_date", 7},
        {"计数(问题) >= 3 人", "query.wrong_unit", 12},
    }));
    INFO(one.text);
    const QueryError error = world().error(one.text);
    CHECK(error.message().id == one.id);
    CHECK(error.position() == one.position);
    if (!one.near.empty()) {
        REQUIRE(!error.suggestions().empty());
        CHECK(error.suggestions().front() == one.near);
    }
    for (const Language language : {Language::Chinese, Language::English})
        CHECK(guatu::text(error.message(), language).find('{') == std::string::npos);
}

TEST_CASE("hostile expressions end in a clear error at once", "[query]")
{
    const auto repeated = [](const std::string& part, std::size_t times) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i)
            text += part;
        return text;
    };
    CHECK(world().error(repeated("a", 100000)).message().id == "query.too_long");
    CHECK(world().error(repeated("户", 100000)).message().id == "query.too_long");
    CHECK(world().error(repeated("(", 10000)).message().id == "query.too_deep");
    CHECK(world().error(repeated("非 ", 9000)).message().id == "query.too_deep");
    CHECK(world().error(repeated("有 问题[", 3000)).message().id == "query.too_deep");
    CHECK(world().error(repeated("低保 且 ", 3000) + "低保").message().id == "query.too_many");
    CHECK(world().error("低保 \xff").message().id == "query.not_utf8");
    CHECK(world().error(repeated("unit in villages[", 1000)).message().id == "query.too_deep");
}

TEST_CASE("an empty text asks for everything", "[query]")
{
    CHECK(world().parse("") == Query{});
    CHECK(world().parse(" 农户 ") == Query{});
    CHECK(world().run("villages").hit.rows == 3);
}

TEST_CASE("what may come next is offered, in the language asked for", "[query]")
{
    const auto offered = [&](const std::string& text, Language language) {
        std::vector<std::string> words;
        for (const Completion& one :
             completions(text, text.size(), *world().vocabulary, Noun{}, language))
            words.push_back(one.insert);
        return words;
    };
    const auto has = [](const std::vector<std::string>& words, const std::string& word) {
        return std::ranges::find(words, word) != words.end();
    };
    CHECK(offered("类别 = 未", Language::Chinese) ==
          std::vector<std::string>{"未脱贫户", "未核实"});
    CHECK(has(offered("类", Language::Chinese), "类别"));
    CHECK(has(offered("cl", Language::English), "class"));
    CHECK(has(offered("类别 ", Language::Chinese), "="));
    CHECK(has(offered("类别 = 未脱贫户 ", Language::Chinese), "且"));
    CHECK(has(offered("单位 属于 小", Language::Chinese), "高桥镇/小河村民委员会"));
    CHECK(has(offered("无 饮", Language::Chinese), "饮水点"));
    CHECK(has(offered("无 饮水点 于 2 ", Language::Chinese), "公里"));
    CHECK(offered("\xff", Language::Chinese).empty());
    const auto one = completions("低保 且 类", 6, *world().vocabulary, Noun{}, Language::Chinese);
    REQUIRE(!one.empty());
    CHECK(one.front().from == 5);
}
