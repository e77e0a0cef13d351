// SPDX-License-Identifier: MIT
#include "exchange/unit_matcher.h"

#include "fixtures.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::exchange;
using State = UnitMatch::State;

namespace
{

struct Matching {
    std::vector<KnownUnit> units = guatu::test::knownUnits();
    UnitMatcher matcher{units};

    UnitMatch path(std::string_view county, std::string_view town, std::string_view village,
                   std::string_view group = {})
    {
        return matcher.match({.path = {county, town, village, group}});
    }
    std::string codeOf(const UnitMatch& match) const
    {
        return match.state == State::Found ? match.code.str() : "";
    }
};

} // namespace

TEST_CASE("a village is found under all the names it goes by", "[exchange]")
{
    Matching m;
    for (const char* name :
         {"小河村民委员会", "小河村委会", "小河委会", "小河村", "小河", "小河行政村"})
        CHECK(m.codeOf(m.path("武定县", "高桥镇", name)) == "532329102207");
    for (const char* name : {"高桥社区居民委员会", "高桥社区", "高桥居委会", "高桥"})
        CHECK(m.codeOf(m.path("武定", "高桥", name)) == "532329102001");
    CHECK(m.codeOf(m.path("武定县", "高桥镇", "大村")) == "532329102208");
    CHECK(m.codeOf(m.path("武定县", "高桥镇", "大村村委会")) == "532329102208");
}

TEST_CASE("a name that several units have is listed and never guessed", "[exchange]")
{
    Matching m;
    const UnitMatch twice = m.path("", "", "中村村委会");
    CHECK(twice.state == State::Ambiguous);
    CHECK(twice.candidates.find("532328103201") != std::string::npos);
    CHECK(twice.candidates.find("532329101201") != std::string::npos);
    CHECK(m.codeOf(m.path("元谋县", "", "中村村委会")) == "532328103201");
    CHECK(m.path("武定县", "高桥镇", "中村村委会").state == State::UnknownName);
    CHECK(m.path("", "", "").state == State::NotGiven);
}

TEST_CASE("a code counts only when it is known and its name agrees", "[exchange]")
{
    Matching m;
    const auto code = [&](std::string_view digits, std::string_view village = {}) {
        return m.matcher.match({.code = digits, .path = {"", "", village, ""}});
    };
    CHECK(m.codeOf(code("532329102207")) == "532329102207");
    CHECK(m.codeOf(code("532329102207", "小河村")) == "532329102207");
    CHECK(m.codeOf(code("532329")) == "532329000000");
    CHECK(code("532329102207", "大村").state == State::Contradiction);
    CHECK(code("532329102999").state == State::UnknownCode);
    CHECK(code("53232910220").state == State::BadCode);
}

TEST_CASE("one text may name a unit of any level", "[exchange]")
{
    Matching m;
    CHECK(m.codeOf(m.matcher.matchName("武定县")) == "532329000000");
    CHECK(m.codeOf(m.matcher.matchName("狮山镇")) == "532329101000");
    CHECK(m.codeOf(m.matcher.matchName("高桥镇/小河村委会")) == "532329102207");
    CHECK(m.codeOf(m.matcher.matchName("武定县高桥镇小河村民委员会")) == "532329102207");
    CHECK(m.matcher.matchName("高桥").state == State::Ambiguous); // the town and its community
    CHECK(m.matcher.matchName("昆明市").state == State::UnknownName);
}

TEST_CASE("groups are found inside their village", "[exchange]")
{
    Matching m;
    CHECK(m.codeOf(m.path("武定县", "高桥镇", "小河村", "上村")) == "532329102207001");
    CHECK(m.path("武定县", "高桥镇", "大村", "上村").state == State::UnknownName);
}
