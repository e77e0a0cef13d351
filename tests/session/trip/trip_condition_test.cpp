// SPDX-License-Identifier: MIT
#include "session/trip/trip_condition.h"

#include "core/error.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::session;

namespace
{

constexpr trips::Seconds hour = 3600;

/// The Chinese sentence that refuses the lines; empty when they are taken.
std::string refusal(const std::string& lines)
{
    TripRequest request;
    try {
        addConditions(request, lines);
    } catch (const Error& error) {
        return text(error.message(), Language::Chinese);
    }
    return {};
}

} // namespace

TEST_CASE("conditions are read line by line, with the signs people type", "[session][trip]")
{
    TripRequest request;
    addConditions(request,
                  "必到 小河村委会\n"
                  "不去 树沟村委会\n"
                  "定时 小河村委会=2020-05-12T08:00-12:00\n\n"
                  "时段 高桥镇＝08:00-09:30，14:00-17:00\n"
                  "不开放 高桥镇=2020-05-13、2020-05-14\n"
                  "需要 小河村委会=医生,2\n"
                  "先后 甲=乙+1\n"
                  "复访 甲+2\n"
                  "专长 1=医生，住建员\n"
                  "车组 2=车辆：越野车，人数：3，座位：5，驻地：高桥镇，工时：09:00-17:00，"
                  "休息：2020-05-13\n"
                  "工时 2020-05-13=08:00-15:00\n");
    CHECK(request.must == std::vector<std::string>{"小河村委会"});
    CHECK(request.mustNot == std::vector<std::string>{"树沟村委会"});
    REQUIRE(request.pins.size() == 1);
    CHECK(request.pins[0].day.iso() == "2020-05-12");
    CHECK(request.pins[0].window == trips::Window{8 * hour, 12 * hour});
    REQUIRE(request.hours.size() == 1);
    CHECK(request.hours[0].windows ==
          std::vector<trips::Window>{{8 * hour, 9 * hour + 1800}, {14 * hour, 17 * hour}});
    REQUIRE(request.closed.size() == 1);
    CHECK(request.closed[0].days.size() == 2);
    REQUIRE(request.needs.size() == 1);
    CHECK(request.needs[0].people == 2);
    CHECK(request.needs[0].skills == std::vector<std::string>{"医生"});
    REQUIRE(request.before.size() == 1);
    CHECK(request.before[0].then == "乙");
    CHECK(request.before[0].leastDays == 1);
    REQUIRE(request.revisits.size() == 1);
    CHECK(request.revisits[0].leastDays == 2);
    REQUIRE(request.skills.size() == 1);
    CHECK(request.skills[0].skills.size() == 2);
    REQUIRE(request.crews.size() == 1);
    const TripCrew& crew = request.crews[0];
    CHECK(crew.team == 2);
    CHECK(crew.vehicle == "four_by_four");
    CHECK(crew.people == 3);
    CHECK(crew.seats == 5);
    CHECK(crew.base == "高桥镇");
    CHECK(crew.hours == trips::Window{9 * hour, 17 * hour});
    CHECK(crew.off.size() == 1);
    REQUIRE(request.dayHours.size() == 1);
    CHECK(request.dayHours[0].hours == trips::Window{8 * hour, 15 * hour});
}

TEST_CASE("the examples that a menu offers are conditions themselves", "[session][trip]")
{
    for (const Language language : {Language::Chinese, Language::English})
        for (const TripCondition condition : tripConditions()) {
            TripRequest request;
            const std::string line = conditionWord(condition).in(language) + " " +
                                     conditionExample(condition).in(language);
            INFO(line);
            CHECK_NOTHROW(addConditions(request, line));
        }
}

TEST_CASE("a condition that cannot be read says which, and how it is written", "[session][trip]")
{
    using Catch::Matchers::Contains;
    CHECK_THAT(refusal("随便 小河"), Contains("随便 小河") && Contains("看不懂"));
    CHECK_THAT(refusal("时段 小河=17:00-09:00"), Contains("17:00-09:00") && Contains("早于"));
    CHECK_THAT(refusal("时段 小河=9点"), Contains("9点"));
    CHECK_THAT(refusal("定时 小河=明天"), Contains("明天"));
    CHECK_THAT(refusal("车组 2=颜色:红"), Contains("颜色:红") && Contains("车辆"));
    CHECK_THAT(refusal("车组 0=人数:3"), Contains("0=人数:3"));
    CHECK_THAT(refusal("复访 小河+x"), Contains("小河+x"));
}
