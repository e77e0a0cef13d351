// SPDX-License-Identifier: MIT
// What a planner does with the sample, from the question to the papers.
#include "cli/program.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace
{

Json ask(std::vector<std::string> words, const std::vector<std::string>& more = {})
{
    words.insert(words.begin() + 1, sampleWorkspace());
    words.insert(words.end(), {"--unit", "532329102", "--service", "clinic", "--means", "walk",
                               "--max", "30min", "--format", "json"});
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = runGuatu(words);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return Json::parse(outcome.out);
}

std::size_t unmetIn(const Json& rows)
{
    std::size_t count = 0;
    for (const Json& row : rows)
        count += row.at("verdict") == "unmet" ? 1 : 0;
    return count;
}

bool isPdf(const std::filesystem::path& file)
{
    return readAll(file).starts_with("%PDF");
}

} // namespace

TEST_CASE("who is more than 30 minutes on foot from a clinic: reason, bridge, two clinics, papers",
          "[cli][access]")
{
    const TemporaryFolder folder;
    const Json today = ask({"gaps"});
    const std::size_t unmet = unmetIn(today);
    REQUIRE(unmet > 0);

    // The reason of one, in both languages.
    const auto one = std::ranges::find_if(today, [](const Json& row) {
        return row.at("verdict") == "unmet" && row.at("minutes").is_number();
    });
    REQUIRE(one != today.end());
    CHECK(one->at("minutes").get<double>() > 30);
    CHECK_THAT(one->at("reason").get<std::string>(),
               Contains(one->at("facility").get<std::string>()) && Contains("30 分钟"));
    const Json english = ask({"gaps"}, {"--language", "en", "--verdict", "unmet"});
    CHECK(english.size() == unmet);
    CHECK_THAT(english[0].at("reason").get<std::string>(), Contains("minutes"));

    // A road is closed, and the list grows by those who lose their clinic.
    std::string roads;
    for (const Json& road :
         Json::parse(runGuatu({"find", sampleWorkspace(), "roads where name = 庄良村委会公路",
                               "--format", "json"})
                         .out))
        roads += road.at("code").get<std::string>() + ",";
    const std::size_t closed = unmetIn(ask({"gaps", "--closed", roads}));
    CHECK(closed > unmet);

    // Two new clinics: as many fewer persons without one as the plan says.
    const Json plan = ask({"site", "--new", "2"});
    REQUIRE(plan.size() == 2);
    const std::string places = plan[0].at("place_code").get<std::string>() + ";" +
                               plan[1].at("place_code").get<std::string>();
    std::size_t gained = 0;
    for (const Json& row : ask({"gaps", "--new", places}))
        gained += row.at("change") == "gained" ? 1 : 0;
    CHECK(gained > 0);

    // By village: no household is lost on the way.
    std::size_t households = 0;
    long long last = std::numeric_limits<long long>::max();
    for (const Json& village : ask({"gaps", "--by", "village"})) {
        const auto count = village.at("unmet_households").get<long long>();
        CHECK(count <= last);
        households += static_cast<std::size_t>(last = count);
        CHECK(village.at("unit_code").get<std::string>().starts_with("532329102"));
    }
    CHECK(households == unmet);

    // On paper: the map, and the list as a workbook.
    const std::string list = (folder / "名单.xlsx").string(), map = (folder / "图.pdf").string();
    CHECK(runGuatu({"gaps", sampleWorkspace(), "--service", "clinic", "--unit", "532329102", "--by",
                    "village", "-o", list})
              .code == 0);
    CHECK(readAll(list).starts_with("PK"));
    const Outcome printed = runGuatu(
        {"page", sampleWorkspace(), "--unit", "532329102", "--template", "township-a4", "-o", map});
    INFO(printed.err);
    CHECK(printed.code == 0);
    CHECK(isPdf(map));
    CHECK(runGuatu({"gaps", sampleWorkspace(), "--service", "clinic", "--by", "county"}).code == 2);
}
